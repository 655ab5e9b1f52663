import type { Measure, PartialDate } from '../casefacts.ts'
import type { Entry } from '../fact.ts'
import { measuresNamed } from '../vocabulary.ts'
import { timesIn } from './dates.ts'
import type { Cell, Line } from './lines.ts'
import { entryAt, type RecordReading } from './reading.ts'
import type { Unit } from './units.ts'

const RESULT_HEAD = /^(?:results?|value|your value|measured)$/i
const RANGE_HEAD = /^(?:reference(?:\s+(?:range|interval))?|normal(?:\s+range)?|ref(?:\.|erence)? ?range|range|standard range)$/i
const NUMBER = /^(?:[HL*]\s+)?(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)(?:\s*([HL*]+))?(?:\s+|$|(?=%))(.*)$/

interface Heads {
  readonly result: number
  readonly range: number | null
}

/** Rows of a laboratory table: the test's name, its result (never its reference range) and the unit. */
export function labRows(
  reading: RecordReading,
  fallback: PartialDate | null,
): { measures: Entry<Measure>[]; used: ReadonlySet<Unit> } {
  const measures: Entry<Measure>[] = []
  const used = new Set<Unit>()
  let heads: Heads | null = null
  let date = fallback
  for (const unit of reading.units) {
    const line = unit.lines[0]
    if (!line || unit.lines.length > 1) continue
    const head = headsOf(line)
    if (head) {
      heads = head
      date = dateAbove(unit) ?? date
      continue
    }
    if (unit.kind !== 'row') continue
    const [name, ...rest] = line.cells
    const value = name && resultOf(rest, heads)
    if (!name || !value) continue
    const test = nameOf(reading, name.text)
    if (!test || value.number < test.record.min || value.number > test.record.max) continue
    used.add(unit)
    const known = (test.record.units ?? []).find((u) => value.rest.toLowerCase().startsWith(u.toLowerCase()))
    measures.push(
      entryAt(
        reading,
        unit,
        { start: 0, end: unit.flat.length },
        {
          measure: test.id,
          label: test.record.label,
          value: value.number,
          ...(value.written === String(value.number) ? {} : { written: value.written }),
          unit: known ? value.rest.slice(0, known.length) : (printedUnit(value.rest) ?? test.record.unit ?? null),
          date: timesIn(line.text).find((t) => t.kind === 'date' && t.from?.length === 10)?.from ?? dateAbove(unit) ?? date,
        },
      ),
    )
  }
  return { measures, used }
}

/** "x" alone is the first half of "x 10^9/L" broken over two lines. */
const printedUnit = (rest: string): string | null => {
  const unit = rest.split(/\s{2,}|\s[HL]\b/)[0]?.trim() ?? ''
  return unit && unit !== 'x' ? unit : null
}

/** The lab name must fill its cell; brackets may explain it. */
function nameOf(reading: RecordReading, text: string) {
  const plain = text
    .replace(/\s*\([^)]*\)?\s*$/, '')
    .replace(/[:*]$/, '')
    .trim()
  const hit = measuresNamed(text, reading.vocabulary.measures).find(
    (h) => h.start === 0 && h.end >= Math.min(plain.length, text.trim().length),
  )
  return hit?.measure ?? null
}

function headsOf(line: Line): Heads | null {
  const result = line.cells.find((c) => RESULT_HEAD.test(c.text.trim()))
  const range = line.cells.find((c) => RANGE_HEAD.test(c.text.trim()))
  return result && line.cells.length >= 2 ? { result: result.column, range: range?.column ?? null } : null
}

function resultOf(cells: readonly Cell[], heads: Heads | null): { number: number; written: string; rest: string } | null {
  const nearResult = (c: Cell) =>
    !heads || heads.range === null || Math.abs(c.column - heads.result) < Math.abs(c.column - heads.range)
  for (const cell of cells) {
    const m = NUMBER.exec(cell.text.trim())
    const rest = m?.[3] ?? ''
    if (!m?.[1] || !nearResult(cell) || /^\s*(?:[%a-zµ/]+\s*)?(?:-|–|to)\s*\d/i.test(rest) || /^\/\d/.test(rest)) continue
    const next = cells[cells.indexOf(cell) + 1]
    const unit = rest || (next && /^[a-zµ%][\w/%µ^]*$/i.test(next.text) ? next.text : '')
    return { number: Number(m[1].replace(/,/g, '')), written: m[1], rest: unit }
  }
  return null
}

function dateAbove(unit: Unit): PartialDate | null {
  for (const lead of [...unit.leads].reverse()) {
    const t = timesIn(lead.text).find((x) => x.kind === 'date' && x.from && x.from.length === 10)
    if (t) return t.from
  }
  return null
}
