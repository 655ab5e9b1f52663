/**
 * Makes the README's picture from the packet that `npm start` wrote: the cover, the first page of the
 * letter and the criteria table, side by side, drawn by the PDF engine of the project itself.
 *
 *   npm start && node scripts/make-pictures.ts
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { type Engine, startEngine } from '../src/infra/documents/pdf/engine.ts'

const root = join(import.meta.dirname, '..')
const PACKET = join(root, 'out/ocrelizumab-step-therapy/packet.pdf')
const PICTURE = join(root, 'docs/images/packet.png')
/** Heading row of the criteria table, by which its page is found. */
const TABLE = /Requirement, in the policy’s\s+words/

/** Pixels, and 0 black … 255 white. */
interface Grey {
  readonly width: number
  readonly height: number
  readonly at: Uint8Array
}

const SCALE = 1.06
const GAP = 18
const BACKGROUND = 224

/** `FPDFBitmap_Gray`, and "draw annotations": what a reader of the file sees. */
const GREY_BITMAP = 1
const ANNOTATIONS = 1

function open(engine: Engine, bytes: Uint8Array): number {
  const { malloc } = engine.pdfium.wasmExports
  const place = malloc(bytes.length)
  engine.pdfium.HEAPU8.set(bytes, place)
  const doc = engine.FPDF_LoadMemDocument(place, bytes.length, '')
  if (!doc) throw new Error(`${PACKET} does not open`)
  return doc
}

function words(engine: Engine, page: number): string {
  const text = engine.FPDFText_LoadPage(page)
  const units = Array.from({ length: engine.FPDFText_CountChars(text) }, (_, i) => engine.FPDFText_GetUnicode(text, i))
  engine.FPDFText_ClosePage(text)
  return String.fromCharCode(...units)
}

function drawn(engine: Engine, page: number): Grey {
  const width = Math.round(engine.FPDF_GetPageWidthF(page) * SCALE)
  const height = Math.round(engine.FPDF_GetPageHeightF(page) * SCALE)
  const bitmap = engine.FPDFBitmap_CreateEx(width, height, GREY_BITMAP, 0, 0)
  engine.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff)
  engine.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, ANNOTATIONS)
  const from = engine.FPDFBitmap_GetBuffer(bitmap)
  const stride = engine.FPDFBitmap_GetStride(bitmap)
  const at = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) at.set(engine.pdfium.HEAPU8.subarray(from + y * stride, from + y * stride + width), y * width)
  engine.FPDFBitmap_Destroy(bitmap)
  return { width, height, at }
}

function sideBySide(pages: readonly Grey[]): Grey {
  const width = pages.reduce((sum, p) => sum + p.width + GAP, GAP)
  const height = Math.max(...pages.map((p) => p.height)) + 2 * GAP
  const at = new Uint8Array(width * height).fill(BACKGROUND)
  let left = GAP
  for (const page of pages) {
    for (let y = 0; y < page.height; y++) at.set(page.at.subarray(y * page.width, (y + 1) * page.width), (y + GAP) * width + left)
    left += page.width + GAP
  }
  return { width, height, at }
}

/** Sixteen greys are enough for print on paper, and a third of the bytes. */
function png({ width, height, at }: Grey): Buffer {
  const row = Math.ceil(width / 2) + 1
  const raw = Buffer.alloc(row * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const level = Math.round((at[y * width + x] ?? 255) / 17)
      const byte = y * row + 1 + (x >> 1)
      raw[byte] = (raw[byte] ?? 0) | (x % 2 === 0 ? level << 4 : level)
    }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([4, 0, 0, 0, 0], 8)
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(raw, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(data.length, 0)
  around.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)])
}

const engine = await startEngine()
const doc = open(engine, readFileSync(PACKET))
const pages = Array.from({ length: engine.FPDF_GetPageCount(doc) }, (_, i) => engine.FPDF_LoadPage(doc, i))
const table = pages.findIndex((page) => TABLE.test(words(engine, page)))
if (table < 0) throw new Error(`${PACKET} has no criteria table`)
const shown = [0, 1, table].flatMap((i) => pages[i] ?? [])
const picture = png(sideBySide(shown.map((page) => drawn(engine, page))))
mkdirSync(dirname(PICTURE), { recursive: true })
writeFileSync(PICTURE, picture)
process.stderr.write(`${relative(root, PICTURE)}  ${Math.ceil(picture.length / 1024)} KB\n`)
