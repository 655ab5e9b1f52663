import { statusMark } from './mark.ts'

/** How a table of prose is laid on a page. */
export interface TableLayout {
  /** Shares of the width, summing to 1. */
  readonly widths: readonly number[]
  readonly landscape: boolean
  /** Estimated height, in lines of text. */
  readonly lines: number
  /** Per row: true when it is short enough to be kept on one page. */
  readonly whole: readonly boolean[]
}

/** Characters of 9 pt sans serif across the text block, and lines down it. */
const PORTRAIT = { chars: 100, lines: 52 }
const LANDSCAPE = { chars: 145, lines: 36 }
/** Cell padding, in characters. */
const PADDING = 2.5
/** Longer "words" (URLs) are allowed to break. */
const LONGEST_WORD = 17

const longestWord = (text: string) => Math.min(LONGEST_WORD, Math.max(0, ...text.split(/[\s-]+/).map((w) => w.length)))
const markWidth = (column: string, cell: string) => (statusMark(column, cell) ? 3 : 0)
const sum = (xs: readonly number[]) => xs.reduce((a, b) => a + b, 0)

/**
 * Widths halfway between what the letter asks for and what the amount of text needs, and never
 * narrower than a column's longest word. A landscape page when the words don't fit upright, or
 * when six columns of prose would become slivers.
 */
export function tableLayout(
  columns: readonly string[],
  asked: readonly number[],
  rows: readonly (readonly string[])[],
): TableLayout {
  const cells = (i: number) => rows.map((r) => r[i] ?? '')
  const least = columns.map(
    (c, i) => Math.max(longestWord(c), ...cells(i).map((t) => longestWord(t) + markWidth(c, t))) + PADDING,
  )
  const amount = columns.map((c, i) => Math.sqrt(Math.max(c.length, ...cells(i).map((t) => t.length))))
  const given = columns.map((_, i) => Math.max(asked[i] ?? 0, 0) || 1)
  const wanted = columns.map((_, i) => ((given[i] ?? 1) / sum(given) + (amount[i] ?? 1) / sum(amount)) / 2)

  const portrait = shareOut(wanted, least, PORTRAIT.chars)
  const tall = Math.max(0, ...rows.map((r) => rowLines(r, portrait, PORTRAIT.chars)))
  const landscape = sum(least) > PORTRAIT.chars || (columns.length >= 6 && tall > 8)
  const page = landscape ? LANDSCAPE : PORTRAIT
  const widths = landscape ? shareOut(wanted, least, page.chars) : portrait
  const heights = rows.map((r) => rowLines(r, widths, page.chars))
  return { widths, landscape, lines: sum(heights) + rows.length / 2, whole: heights.map((h) => h < page.lines / 2) }
}

function shareOut(wanted: readonly number[], least: readonly number[], chars: number): number[] {
  const floor = least.map((n) => n / chars)
  const spare = 1 - sum(floor)
  if (spare <= 0) return floor.map((f) => f / sum(floor))
  const over = wanted.map((w, i) => Math.max(0, w - (floor[i] ?? 0)))
  const total = sum(over) || 1
  return floor.map((f, i) => f + (spare * (over[i] ?? 0)) / total)
}

const rowLines = (row: readonly string[], widths: readonly number[], chars: number) =>
  Math.max(1, ...row.map((t, i) => Math.ceil(t.length / Math.max(4, (widths[i] ?? 0) * chars - PADDING))))
