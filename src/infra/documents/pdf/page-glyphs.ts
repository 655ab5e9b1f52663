import type { Glyph } from '../../../reading/layout/glyph.ts'
import type { Engine } from './engine.ts'
import { isScan } from './page-scan.ts'
import { PDF_LIMITS } from './protocol.ts'

export interface PageGlyphs {
  readonly width: number
  readonly height: number
  readonly glyphs: readonly Glyph[]
  /** What is seen is a picture of a page, whatever text lies under it. */
  readonly scan: boolean
}

/** Device units per point: PDFium maps to whole device units, so map finely and divide. */
const FINE = 64
const UPRIGHT = 0.12

/**
 * The characters of one page, 0-based, with their line boxes turned and moved to the page as it is
 * shown. Text printed at an angle (watermarks, spine notes) is left out. Null: PDFium can't load the
 * page, or it holds more characters than a page for reading does.
 */
export function pageGlyphs(engine: Engine, doc: number, index: number): PageGlyphs | null {
  const page = engine.FPDF_LoadPage(doc, index)
  if (!page) return null
  const textPage = engine.FPDFText_LoadPage(page)
  try {
    const count = textPage ? engine.FPDFText_CountChars(textPage) : -1
    if (count < 0 || count > PDF_LIMITS.charactersPerPage) return null
    const width = engine.FPDF_GetPageWidthF(page)
    const height = engine.FPDF_GetPageHeightF(page)
    return {
      width,
      height,
      glyphs: readGlyphs(engine, page, textPage, count, width, height),
      scan: isScan(engine, page, textPage, width, height),
    }
  } finally {
    if (textPage) engine.FPDFText_ClosePage(textPage)
    engine.FPDF_ClosePage(page)
  }
}

function readGlyphs(engine: Engine, page: number, textPage: number, count: number, width: number, height: number): Glyph[] {
  const { malloc, free } = engine.pdfium.wasmExports
  const buffer = malloc(16)
  const at = buffer >> 2
  const quarterTurns = engine.FPDFPage_GetRotation(page)
  const shown = shownAs(engine, page, buffer, width, height)
  const glyphs: Glyph[] = []
  for (let i = 0; i < count; i++) {
    if (engine.pdfium._FPDFText_IsGenerated(textPage, i) === 1) continue
    const text = spell(engine.pdfium._FPDFText_GetUnicode(textPage, i))
    if (!text) continue
    if (Math.abs(Math.sin(engine.pdfium._FPDFText_GetCharAngle(textPage, i) + (quarterTurns * Math.PI) / 2)) > UPRIGHT) continue
    if (!engine.pdfium._FPDFText_GetLooseCharBox(textPage, i, buffer)) continue
    const memory = engine.pdfium.HEAPF32
    const a = shown(memory[at] ?? 0, memory[at + 1] ?? 0)
    const b = shown(memory[at + 2] ?? 0, memory[at + 3] ?? 0)
    const x = Math.min(a.x, b.x)
    const box = { x, width: Math.abs(a.x - b.x), top: Math.min(a.y, b.y), bottom: Math.max(a.y, b.y) }
    if (!Number.isFinite(x + box.width + box.top + box.bottom) || box.bottom <= box.top) continue
    const last = glyphs.at(-1)
    // One glyph for several characters ("ﬁ") gives each of them the same box.
    if (last && sameBox(last, box)) glyphs[glyphs.length - 1] = { ...last, text: last.text + text }
    else glyphs.push({ text, ...box })
  }
  free(buffer)
  return glyphs
}

const sameBox = (a: Omit<Glyph, 'text'>, b: Omit<Glyph, 'text'>): boolean =>
  Math.abs(a.x - b.x) < 0.02 && Math.abs(a.width - b.width) < 0.02 && Math.abs(a.top - b.top) < 0.02

/** The affine map from the page's own coordinates to points from its shown top left corner. */
function shownAs(engine: Engine, page: number, buffer: number, width: number, height: number) {
  const device = (px: number, py: number) => {
    engine.FPDF_PageToDevice(page, 0, 0, Math.round(width * FINE), Math.round(height * FINE), 0, px, py, buffer, buffer + 4)
    const at = buffer >> 2
    return { x: (engine.pdfium.HEAP32[at] ?? 0) / FINE, y: (engine.pdfium.HEAP32[at + 1] ?? 0) / FINE }
  }
  const origin = device(0, 0)
  const east = device(100, 0)
  const north = device(0, 100)
  return (px: number, py: number) => ({
    x: origin.x + ((east.x - origin.x) * px + (north.x - origin.x) * py) / 100,
    y: origin.y + ((east.y - origin.y) * px + (north.y - origin.y) * py) / 100,
  })
}

const LIGATURES: Record<string, string> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' }

/** Plain text of one code point; empty for what carries no text. */
function spell(code: number): string {
  if (code === 0x02 || code === 0xad || code === 0xfffe) return '-'
  if (code < 0x20 || code === 0xffff || code === 0xfffd || code === 0x200b || code === 0xfeff) return ''
  if (code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f) return ' '
  if (code >= 0xf000 && code <= 0xf0ff) return '•'
  const char = String.fromCodePoint(Math.min(code, 0x10ffff))
  return LIGATURES[char] ?? char
}
