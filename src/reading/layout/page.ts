import type { Page, Word } from '../document.ts'
import { type Glyph, heightOf } from './glyph.ts'
import { isJustified } from './justified.ts'
import { rowsOf } from './rows.ts'
import { type LaidWord, wordsOf } from './words.ts'

/** A gap wider than this many character widths is a column gap, not a space between words. */
const COLUMN_GAP = 1.9
/** A vertical gap larger than this share of a line's height leaves a blank line. */
const BLANK_LINE = 0.75
/** No line is padded beyond this many characters: a giant page must not become a giant text. */
const MAX_COLUMN = 400

/**
 * The page's text as a typewriter would set it: lines in reading order, each word near the column it
 * is printed at, so that letterheads, label and value tables and remittance grids stay readable.
 */
export function layoutPage(number: number, width: number, height: number, glyphs: readonly Glyph[]): Page {
  const rows = rowsOf(glyphs)
    .map((row) => ({ row, words: wordsOf(row.glyphs) }))
    .filter((r) => r.words.length > 0)
  const left = Math.min(...rows.map((r) => r.words[0]?.x ?? 0))
  const pitch = pitchOf(glyphs)
  const words: Word[] = []
  let text = ''
  let above: { bottom: number } | null = null
  for (const { row, words: laid } of rows) {
    if (above) text += row.top - above.bottom > BLANK_LINE * heightOf(row) ? '\n\n' : '\n'
    above = row
    const lineStart = text.length
    const columnGap = isJustified(laid, pitch) ? Number.POSITIVE_INFINITY : COLUMN_GAP * pitch
    let before: LaidWord | null = null
    for (const w of laid) {
      const target = Math.min(MAX_COLUMN, Math.round((w.x - left) / pitch))
      const close = before !== null && w.x - before.right <= columnGap
      text += ' '.repeat(close ? 1 : Math.max(before ? 2 : 0, target - (text.length - lineStart)))
      words.push({ start: text.length, end: text.length + w.text.length, box: boxOf(w, number) })
      text += w.text
      before = w
    }
  }
  return { number, width, height, text, words }
}

/** The median width of a printed character, to a quarter of a point. */
function pitchOf(glyphs: readonly Glyph[]): number {
  const counts = new Map<number, number>()
  let total = 0
  for (const g of glyphs) {
    if (g.width <= 0 || g.text === ' ') continue
    const width = Math.max(1, Math.round((4 * g.width) / g.text.length)) / 4
    counts.set(width, (counts.get(width) ?? 0) + 1)
    total++
  }
  let seen = 0
  for (const [width, count] of [...counts].sort((a, b) => a[0] - b[0])) {
    seen += count
    if (seen * 2 >= total) return Math.max(1, width)
  }
  return 5
}

const boxOf = (w: LaidWord, page: number) => ({ page, x: w.x, y: w.top, width: w.right - w.x, height: w.bottom - w.top })
