import { readDate } from './dates.ts'
import { type GridKind, gridsOf } from './grid.ts'
import type { Line } from './lines.ts'
import type { Unit } from './units.ts'

/** "Date | Event": two columns, the first of dates. */
const DATED: GridKind = {
  dateColumns: (line: Line) => {
    const [first, second, more] = line.cells
    return first && second && !more && /^(?:date|when|day)s?$/i.test(first.text) && /^[A-Za-z][A-Za-z /]{2,30}$/.test(second.text)
      ? [0]
      : null
  },
  begins: () => true,
}

/**
 * A chronology set as a table: each row becomes one unit with its wrapped lines, so that no sentence is
 * cut at a line's end. Its date is that of the happening it tells, never by itself of a treatment named there.
 */
export function withDatedRows(units: readonly Unit[]): readonly Unit[] {
  const joined = new Map<Unit, Unit>()
  const gone = new Set<Unit>()
  for (const grid of gridsOf(units, DATED))
    for (const row of grid.rows) {
      if (readDate(row.cells[0] ?? '') === null || row.units.some((u) => u.end > row.end || u.start < row.start)) continue
      const flat = row.unit.page.text.slice(row.start, row.end).replace(/\s/g, ' ')
      joined.set(row.unit, { ...row.unit, start: row.start, end: row.end, flat, kind: 'row', dated: true })
      for (const unit of row.units) if (unit !== row.unit) gone.add(unit)
    }
  return units.flatMap((u) => (gone.has(u) ? [] : [joined.get(u) ?? u]))
}
