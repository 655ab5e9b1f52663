/** A run of words set apart from its neighbours by a column gap. */
export interface Cell {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Characters from the start of the line. */
  readonly column: number
}

export interface Line {
  readonly index: number
  readonly start: number
  readonly end: number
  /** Empty for a blank line. */
  readonly cells: readonly Cell[]
}

/** A bar, a tab, three spaces, or two spaces that do not merely end a sentence. */
const COLUMN_GAP = /[ \t]*(?<=^|\s)\|(?=\s|$)[ \t]*|\t[ \t]*| {3,}|(?<![.?!:]) {2}(?! )/g

/** Lines and their cells; every offset indexes `text`. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const [index, raw] of text.split('\n').entries()) {
    lines.push({ index, start, end: start + raw.length, cells: cellsOf(raw, start) })
    start += raw.length + 1
  }
  return lines.map((line, i) => withoutStretchedGaps(text, line, lines[i - 1], lines[i + 1]))
}

/**
 * A scanner widens single spaces: "We   received a request". Words running on in small letters, with
 * nothing set at the same column in the lines beside them, are one cell; so is a line of single words.
 */
function withoutStretchedGaps(text: string, line: Line, before: Line | undefined, after: Line | undefined): Line {
  if (line.cells.length < 2) return line
  const singles = line.cells.length > 2 && line.cells.every((c) => /^\p{Lu}+$/u.test(c.text))
  const cells: Cell[] = []
  for (const cell of line.cells) {
    const left = cells.at(-1)
    const gap = left ? text.slice(left.end, cell.start) : ''
    const runsOn = left && /^ {2,5}$/.test(gap) && /[\p{L},]$/u.test(left.text) && (singles || /^\p{Ll}{2,}/u.test(cell.text))
    const aligned = [before, after].some((l) =>
      l?.cells.slice(1).some((c) => Math.abs(c.column - cell.column) <= (gap.length > 3 ? 1 : 0)),
    )
    if (left && runsOn && !aligned) cells[cells.length - 1] = { ...left, end: cell.end, text: text.slice(left.start, cell.end) }
    else cells.push(cell)
  }
  return cells.length === line.cells.length ? line : { ...line, cells }
}

function cellsOf(raw: string, start: number): Cell[] {
  const cells: Cell[] = []
  const add = (from: number, to: number) => {
    const text = raw.slice(from, to)
    const trimmed = text.trim()
    if (!trimmed) return
    const column = from + text.indexOf(trimmed)
    cells.push({ start: start + column, end: start + column + trimmed.length, text: trimmed, column })
  }
  const indent = raw.length - raw.trimStart().length
  // A bullet belongs to its item, however far apart they are set.
  const bullet = /^[-•●*·▪–○]\s+/.exec(raw.slice(indent))?.[0].length ?? 0
  let from = indent
  COLUMN_GAP.lastIndex = indent + bullet
  for (let gap = COLUMN_GAP.exec(raw); gap; gap = COLUMN_GAP.exec(raw)) {
    add(from, gap.index)
    from = gap.index + gap[0].length
  }
  add(from, raw.length)
  return cells
}
