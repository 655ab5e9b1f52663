import { timesIn } from './dates.ts'
import type { Cell, Line } from './lines.ts'
import type { Unit } from './units.ts'

/** One row of a table: the words of each column, wrapped lines joined; spans its first to its last line. */
export interface GridRow {
  readonly cells: readonly string[]
  /** The unit that the row begins in, and every unit that it takes words from. */
  readonly unit: Unit
  readonly units: readonly Unit[]
  readonly start: number
  readonly end: number
}

/** A table under one head row. `caption` is the line that introduces it, when one does. */
export interface Grid {
  readonly head: Line
  readonly heads: readonly string[]
  readonly caption: string
  readonly units: readonly Unit[]
  readonly rows: readonly GridRow[]
}

/** What makes a line the head of a table, and which columns hold dates. */
export interface GridKind {
  /** Columns that hold dates; null when the line is no head of this kind. */
  readonly dateColumns: (line: Line) => readonly number[] | null
  /** Whether a first cell can only begin a row ("Topiramate"), though its dates are empty. */
  readonly begins: (cell: string) => boolean
}

interface Open {
  readonly head: Line
  /** Where each column of the body begins; a head without a word over the first column leaves that one out. */
  readonly columns: readonly number[]
  readonly dates: readonly number[]
  readonly caption: string
  readonly units: Unit[]
  readonly rows: OpenRow[]
}

interface OpenRow {
  readonly cells: string[]
  readonly unit: Unit
  readonly units: Unit[]
  readonly start: number
  end: number
}

/** The tables of one kind, each row with its wrapped lines. */
export function gridsOf(units: readonly Unit[], kind: GridKind): Grid[] {
  const grids: Open[] = []
  let open = null as Open | null
  for (const unit of units) {
    for (const line of unit.lines) {
      const dates = line.cells.length > 1 || line.bullet ? kind.dateColumns(line) : null
      if (dates) {
        open = opened(unit, line, dates)
        grids.push(open)
      } else if (open && !taken(open, unit, line, kind)) open = null
    }
  }
  return grids.map((g) => ({
    head: g.head,
    heads: g.columns.map((_, i) => g.head.cells[i - (g.columns.length - g.head.cells.length)]?.text ?? ''),
    caption: g.caption,
    units: g.units,
    rows: g.rows,
  }))
}

function opened(unit: Unit, head: Line, dates: readonly number[]): Open {
  const over = head.cells.map((c) => c.column)
  const bare = dates[0] === 0 && dates.length === head.cells.length
  return {
    head,
    columns: bare ? [0, ...over] : over,
    dates: bare ? dates.map((d) => d + 1) : dates,
    caption: unit.leads.at(-1)?.text ?? '',
    units: [unit],
    rows: [],
  }
}

/** Adds a line to the table; false when the table has ended before it. */
function taken(open: Open, unit: Unit, line: Line, kind: GridKind): boolean {
  const row = open.rows.at(-1)
  if (unit.kind === 'heading' || line.page !== open.head.page) return false
  const cells = splitDates(line.cells, open)
  const placed = cells.map((c) => ({ text: c.text, at: columnOf(open.columns, c.column) }))
  const [first] = placed
  const [cell] = cells
  if (!first || !cell) return true
  const dated = open.dates.some((d) => d > 0 && placed.some((p) => p.at === d))
  const wraps =
    row !== undefined &&
    !line.blankBefore &&
    (first.at > 0 || (!dated && !open.dates.includes(0) && continues(row, cell, cells, open, kind)))
  const undated = open.dates.includes(0) && !startsWithDate(cell.text)
  const foreign = row !== undefined && line.blankBefore && !kind.begins(cell.text)
  if (!wraps && (placed.length < 2 || first.at > 0 || undated || foreign)) return false
  const target = wraps && row ? row : begun(open, unit, line)
  for (const { text, at } of placed) target.cells[at] = `${target.cells[at] ?? ''} ${text}`.trim()
  target.end = line.end
  if (!target.units.includes(unit)) target.units.push(unit)
  if (!open.units.includes(unit)) open.units.push(unit)
  return true
}

function begun(open: Open, unit: Unit, line: Line): OpenRow {
  const row = { cells: open.columns.map(() => ''), unit, units: [], start: line.start, end: line.end }
  open.rows.push(row)
  return row
}

/** "mg SC three times", "weekly": more of the first cell of the row above, and not past its column. */
function continues(row: OpenRow, cell: Cell, cells: readonly Cell[], open: Open, kind: GridKind): boolean {
  const second = open.columns[1] ?? Number.POSITIVE_INFINITY
  if (cells.length === 1 && cell.column + cell.text.length > second + 4) return false
  const above = row.cells[0] ?? ''
  if (/(?:\b(?:and|or|with|plus)|[,/+(–-])$/.test(above) || !/^[\p{Lu}]/u.test(cell.text)) return /^\p{Lu}/u.test(above)
  return cells.length === 1 || !kind.begins(cell.text)
}

/** The column that begins nearest to the place. */
function columnOf(columns: readonly number[], at: number): number {
  let best = 0
  columns.forEach((c, i) => {
    if (Math.abs(c - at) < Math.abs((columns[best] ?? 0) - at)) best = i
  })
  return best
}

const DATE_AHEAD = /^(\d{1,2}\/\d{1,2}\/\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{4}) (?=\S)/

/** "07/08/2024 02/02/2026 Intolerance: …" set with single blanks is three cells where dates have columns of their own. */
function splitDates(cells: readonly Cell[], open: Open): Cell[] {
  if (open.dates.length === 0) return [...cells]
  return cells.flatMap((cell) => {
    const parts: Cell[] = []
    let rest = cell
    for (let m = DATE_AHEAD.exec(rest.text); m; m = DATE_AHEAD.exec(rest.text)) {
      const next = columnOf(open.columns, rest.column + m[0].length)
      if (next === columnOf(open.columns, rest.column) || /^(?:to|-|–|and)\s/.test(rest.text.slice(m[0].length))) break
      const cut = m[0].length
      parts.push({ ...rest, end: rest.start + cut - 1, text: rest.text.slice(0, cut - 1) })
      rest = { start: rest.start + cut, end: rest.end, text: rest.text.slice(cut), column: rest.column + cut }
    }
    return [...parts, rest]
  })
}

const startsWithDate = (text: string): boolean => timesIn(text.slice(0, 30)).some((t) => t.start === 0 && t.kind !== 'duration')
