import type { Measure, PartialDate } from '../casefacts.ts'
import type { Entry, Origin } from '../fact.ts'
import { type MeasureName, measuresNamed } from '../vocabulary.ts'
import { readDate, timesIn } from './dates.ts'
import { type Grid, type GridKind, type GridRow, gridsOf } from './grid.ts'
import type { Line } from './lines.ts'
import { entryAt, type RecordReading } from './reading.ts'
import type { Unit } from './units.ts'

const DATE_HEAD = /\b(?:date|month|visit|year)\b/i
const SCORE_HEAD = /^(?:score|value|result|total(?: score)?|level)s?$/i
const NUMBER = /^(?:[HL*]\s+)?(-?\d+(?:\.\d+)?)\s*(?:[HL*]+)?(?:\s*\/\s*\d+)?\s*(\D.*)?$/
/** Scales of one test that are not its score. */
const OTHER_SCALE = /\b(?:percentile|%ile|age equivalent|rank)\b/i

/**
 * Tables of scores over time, whichever way they lie: dates across the head with a test per row, or a
 * date per row with the test in the head. Every figure keeps the date of its own column or row.
 */
export function scoreTables(reading: RecordReading): { measures: Entry<Measure>[]; used: ReadonlySet<Unit> } {
  const measures: Entry<Measure>[] = []
  const used = new Set<Unit>()
  const take = (grid: Grid, row: GridRow, found: readonly Measure[] | null) => {
    if (found === null) return
    for (const unit of [grid.units[0], ...row.units]) if (unit) used.add(unit)
    const flat = row.unit.page.text.slice(row.start, row.end).replace(/\s/g, ' ')
    const at = { ...row.unit, start: row.start, end: row.end, flat }
    // The date of a column stands in the head: both places carry the figure.
    const head = grid.heads[0] === '' || ACROSS.dateColumns(grid.head) ? headOrigin(reading, grid) : null
    measures.push(
      ...found.map((m) => {
        const entry = entryAt(reading, at, { start: 0, end: flat.length }, m)
        return head ? { ...entry, also: [head] } : entry
      }),
    )
  }
  for (const grid of gridsOf(reading.units, ACROSS)) for (const row of grid.rows) take(grid, row, across(reading, grid, row))
  for (const grid of gridsOf(reading.units, DOWN)) for (const row of grid.rows) take(grid, row, down(reading, grid, row))
  return { measures, used }
}

const headOrigin = (reading: RecordReading, grid: Grid): Origin | null =>
  grid.units[0] ? entryAt(reading, grid.units[0], { start: 0, end: grid.units[0].flat.length }, null).origin : null

const isDate = (text: string): boolean => readDate(text) !== null && /[/-]|[A-Za-z]/.test(text)

/** "Measure | 04/06/2026 | 07/28/2026", or the dates alone. */
const ACROSS: GridKind = {
  dateColumns: (line: Line) => {
    const dates = line.cells.flatMap((c, i) => (isDate(c.text) ? [i] : []))
    const alone = dates.length === line.cells.length && dates.length > 1
    return alone || (dates.length > 0 && dates.length === line.cells.length - 1 && dates[0] === 1) ? dates : null
  },
  begins: () => true,
}

/** "EDSS date | Score | Comment". */
const DOWN: GridKind = {
  dateColumns: (line: Line) => {
    const [first, ...rest] = line.cells
    return first &&
      rest.length > 0 &&
      first.text.length < 30 &&
      DATE_HEAD.test(first.text) &&
      !rest.some((c) => isDate(c.text) || /^\d/.test(c.text))
      ? [0]
      : null
  },
  begins: () => true,
}

/** Null: the row is of no test that is known. */
function across(reading: RecordReading, grid: Grid, row: GridRow): Measure[] | null {
  const name = row.cells[0] ?? ''
  const test = measureOf(reading, name)
  if (!test) return null
  if (OTHER_SCALE.test(name)) return []
  return grid.heads.flatMap((head, i) => (i === 0 ? [] : valued(test, row.cells[i] ?? '', readDate(head), unitIn(name, test))))
}

function down(reading: RecordReading, grid: Grid, row: GridRow): Measure[] | null {
  const date = timesIn(row.cells[0] ?? '').find((t) => t.start === 0 && t.kind === 'date')?.from ?? null
  if (!date) return null
  const found = grid.heads.flatMap((head, i) => {
    if (i === 0 || OTHER_SCALE.test(head)) return []
    const scored = SCORE_HEAD.test(head) ? (measureOf(reading, grid.heads[0] ?? '') ?? measureOf(reading, grid.caption)) : null
    const test = scored ?? measureOf(reading, head)
    return test ? valued(test, row.cells[i] ?? '', date, unitIn(head, test)) : []
  })
  return found.length ? found : null
}

/** The test that a row or column is named for; a name deep inside other words is not. */
function measureOf(reading: RecordReading, text: string): MeasureName | null {
  const plain = text.replace(/,\s*/g, ' ').replace(/\s+/g, ' ')
  const [hit] = measuresNamed(plain, reading.vocabulary.measures)
  return hit && hit.start <= 6 ? hit.measure : null
}

function valued(test: MeasureName, cell: string, date: PartialDate | null, unit: string | null): Measure[] {
  const m = NUMBER.exec(cell.trim())
  const value = Number(m?.[1])
  if (!m?.[1] || !date || value < test.record.min || value > test.record.max) return []
  const behind = (m[2] ?? '').trim()
  const known = (test.record.units ?? []).find((u) => behind.toLowerCase() === u.toLowerCase())
  if (behind && !known) return []
  return [
    {
      measure: test.id,
      label: test.record.label,
      value,
      ...(m[1] === String(value) ? {} : { written: m[1] }),
      unit: known ? behind : (unit ?? test.record.unit ?? null),
      date,
    },
  ]
}

/** "ALC, x10^9/L", "Weight (kg)": the unit in the name of the row. */
function unitIn(name: string, test: MeasureName): string | null {
  const said = /[,(]\s*([^,()]+?)\)?\s*$/.exec(name)?.[1]?.trim() ?? ''
  const plain = (text: string) => text.toLowerCase().replace(/[\s^*]/g, '')
  return (test.record.units ?? []).some((u) => plain(u) === plain(said)) ? said : null
}
