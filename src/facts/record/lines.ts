import type { Page } from '../../reading/document.ts'

/** One printed line. Offsets are into the page's text; `text` has no leading blanks or bullet. */
export interface Line {
  readonly page: Page
  /** Of the first character after blanks and bullet. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** Column of the bullet, or of the text where there is none. */
  readonly indent: number
  readonly bullet: boolean
  readonly blankBefore: boolean
  /** Pieces set apart by two or more blanks; one piece for running text. */
  readonly cells: readonly Cell[]
}

export interface Cell {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Column in the line. */
  readonly column: number
}

const BULLET = /^(?:[•●○◦▪■□☐☑✓❑*‣·➢–—-]|\d{1,2}[.)]|[a-zA-Z][.)])\s+/u

/** The lines of a page that hold anything. */
export function linesOf(page: Page): Line[] {
  const lines: Line[] = []
  let offset = 0
  let blank = true
  for (const raw of page.text.split('\n')) {
    const lead = raw.length - raw.trimStart().length
    const trimmed = raw.trimEnd()
    if (trimmed.trim() === '') blank = true
    else if (RULE.test(trimmed.trim())) blank = false
    else {
      const mark = BULLET.exec(trimmed.slice(lead))?.[0].length ?? 0
      const start = offset + lead + mark
      const end = offset + trimmed.length
      if (end > start) {
        const text = page.text.slice(start, end)
        const line = { page, start, end, text, indent: lead, bullet: mark > 0, blankBefore: blank }
        lines.push({ ...line, cells: cellsOf(text, start, lead + mark) })
      }
      blank = false
    }
    offset += raw.length + 1
  }
  return lines
}

/** "| Nov 2024 | 14 | 6 |": a row of a table drawn with bars. */
const BARRED = /^\|.*\|$/
/** "|---|:--|": the line between such a table's head and body. */
const RULE = /^\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?\s*)?$/

function cellsOf(text: string, start: number, column: number): Cell[] {
  const cells: Cell[] = []
  if (BARRED.test(text)) {
    for (const m of text.matchAll(/(?<=\|)\s*([^|\s](?:[^|]*[^|\s])?)\s*(?=\|)/g)) {
      const at = m.index + m[0].indexOf(m[1] ?? '')
      cells.push({ start: start + at, end: start + at + (m[1] ?? '').length, text: m[1] ?? '', column: column + m.index })
    }
    return cells
  }
  for (const m of text.matchAll(/\S+(?: \S+)*/g))
    cells.push({ start: start + m.index, end: start + m.index + m[0].length, text: m[0], column: column + m.index })
  return cells
}

/** Whether a line is a row of a table or form rather than running text with a stray wide blank. */
export const isRow = (line: Line): boolean =>
  line.cells.length > 2 ||
  (line.cells.length === 2 && !(line.cells[0] && /[.;,]$/.test(line.cells[0].text) && line.cells[0].text.length > 50))
