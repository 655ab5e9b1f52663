import type { Engine } from './engine.ts'

const TEXT = 1
const IMAGE = 3
const FORM = 5
const INVISIBLE = 3
/** Share of the page that its pictures must cover for it to be the picture of a page. */
const COVERS = 0.6
/** A stamp, a fax's head or a number at the foot may be printed over a scan; a letter is longer. In characters. */
const OVERPRINT = 200
/** Objects that are looked at; a drawing of more is no scan. */
const MOST_OBJECTS = 4_000
const DEEPEST = 3

interface Found {
  /** Square points under pictures. */
  pictures: number
  /** Characters that are painted over the pictures and can be seen. */
  seen: number
  objects: number
}

/**
 * True where what is seen of the page is a picture: any text layer is hidden and was made by somebody
 * else's recognition, or prints no more than a stamp over it.
 */
export function isScan(engine: Engine, page: number, textPage: number, width: number, height: number): boolean {
  const found: Found = { pictures: 0, seen: 0, objects: 0 }
  const whole = width * height
  const buffer = engine.pdfium.wasmExports.malloc(16)
  const at = (list: Objects, depth: number) => {
    for (let i = 0; i < list.count && found.objects < MOST_OBJECTS; i++) look(list.get(i), depth)
  }
  const look = (object: number, depth: number) => {
    found.objects++
    const type = engine.FPDFPageObj_GetType(object)
    if (type === IMAGE) {
      const area = areaOf(engine, object, buffer)
      found.pictures += area
      // What was painted before lies under it.
      if (area >= (COVERS / 2) * whole) found.seen = 0
    } else if (type === TEXT) {
      // Text before the picture of the page, or far more of it than a stamp, need not be counted.
      if (found.pictures < COVERS * whole || found.seen >= OVERPRINT) return
      if (engine.FPDFTextObj_GetTextRenderMode(object) === INVISIBLE) return
      // The length counts bytes of UTF-16 and the closing zero.
      found.seen += Math.max(0, engine.FPDFTextObj_GetText(object, textPage, 0, 0) / 2 - 1)
    }
    if (type === FORM && depth < DEEPEST) {
      const before = found.pictures
      at(formObjects(engine, object), depth + 1)
      // Places inside a form are its own; the form's place is the page's.
      if (found.pictures > before) found.pictures = before + areaOf(engine, object, buffer)
    }
  }
  at(pageObjects(engine, page), 0)
  engine.pdfium.wasmExports.free(buffer)
  return found.pictures >= COVERS * whole && found.seen < OVERPRINT && found.objects < MOST_OBJECTS
}

interface Objects {
  readonly count: number
  get(index: number): number
}

const pageObjects = (engine: Engine, page: number): Objects => ({
  count: engine.FPDFPage_CountObjects(page),
  get: (i) => engine.FPDFPage_GetObject(page, i),
})

const formObjects = (engine: Engine, form: number): Objects => ({
  count: engine.FPDFFormObj_CountObjects(form),
  get: (i) => engine.FPDFFormObj_GetObject(form, i),
})

function areaOf(engine: Engine, object: number, buffer: number): number {
  if (!engine.FPDFPageObj_GetBounds(object, buffer, buffer + 4, buffer + 8, buffer + 12)) return 0
  const at = buffer >> 2
  const [left = 0, bottom = 0, right = 0, top = 0] = engine.pdfium.HEAPF32.subarray(at, at + 4)
  return Math.abs(right - left) * Math.abs(top - bottom)
}
