import type { PriorTreatment } from '../casefacts.ts'
import type { Entry } from '../fact.ts'
import { agentsIn } from './agents.ts'
import { doseIn } from './dose.ts'
import type { Cell, Line } from './lines.ts'
import { outcomeOf } from './outcome.ts'
import { periodIn } from './period.ts'
import { entryAt, type RecordReading, tidy } from './reading.ts'
import type { Unit } from './units.ts'

type Column = 'agent' | 'dose' | 'dates' | 'end' | 'outcome' | 'other'
interface Head {
  readonly kind: Column
  readonly column: number
}

interface OpenRow {
  readonly unit: Unit
  readonly cells: Map<Column, string>
  readonly last: Unit
}

const LISTS: readonly (readonly [Column, string])[] = [
  ['agent', 'trial_heads'],
  ['dose', 'dose_heads'],
  ['dates', 'date_heads'],
  ['end', 'end_heads'],
  ['outcome', 'outcome_heads'],
]

/**
 * Tables of treatments tried: a head row that names agents and at least dates or outcomes, then a
 * row per agent; lines without an agent continue the row above. `used` are the units it accounts for.
 */
export function trialTables(reading: RecordReading): { tried: Entry<PriorTreatment>[]; used: ReadonlySet<Unit> } {
  const tried: Entry<PriorTreatment>[] = []
  const used = new Set<Unit>()
  let heads: readonly Head[] | null = null
  let open: OpenRow | null = null as OpenRow | null
  const close = () => {
    if (open) tried.push(rowEntry(reading, open))
    open = null
  }
  for (const unit of reading.units) {
    const line = unit.lines[0]
    const head = line ? headOf(reading, line) : null
    if (head) {
      close()
      heads = head
      used.add(unit)
      continue
    }
    if (!heads || !line || unit.lines.length > 1) {
      if (heads && unit.lines.length > 1) {
        close()
        heads = null
      }
      continue
    }
    const first = line.cells[0]
    const inAgentColumn = first !== undefined && columnOf(heads, first) === 'agent'
    const names = inAgentColumn && (agentsIn(first.text, reading.vocabulary).length > 0 || line.cells.length > 1)
    if (names) {
      close()
      open = { unit, cells: cellsBy(heads, line), last: unit }
      used.add(unit)
    } else if (open && !line.blankBefore && !inAgentColumn && line.page === open.unit.page) {
      for (const [kind, text] of cellsBy(heads, line)) open.cells.set(kind, `${open.cells.get(kind) ?? ''} ${text}`.trim())
      open = { ...open, last: unit }
      used.add(unit)
    } else {
      close()
      if (line.cells.length === 1) heads = null
    }
  }
  close()
  return { tried, used }
}

function headOf(reading: RecordReading, line: Line): readonly Head[] | null {
  if (line.cells.length < 2) return null
  const heads = line.cells.map((cell) => ({ kind: headKind(reading, cell.text), column: cell.column }))
  const kinds = heads.map((h) => h.kind)
  const known = kinds.filter((k) => k !== 'other').length
  return kinds.includes('agent') && (kinds.includes('dates') || kinds.includes('outcome')) && known * 2 > heads.length
    ? heads
    : null
}

function headKind(reading: RecordReading, text: string): Column {
  const plain = text
    .toLowerCase()
    .replace(/[*:#]/g, '')
    .replace(/\(.*\)/, '')
    .trim()
  for (const [kind, list] of LISTS) {
    const names = reading.vocabulary.words.get(list) ?? []
    if (names.includes(plain) || names.some((n) => n.length > 5 && plain.startsWith(`${n},`))) return kind
  }
  return 'other'
}

/** The head whose column begins nearest to the cell's. */
function columnOf(heads: readonly Head[], cell: Cell): Column {
  let best = heads[0]
  for (const head of heads) if (best && Math.abs(head.column - cell.column) < Math.abs(best.column - cell.column)) best = head
  return best?.kind ?? 'other'
}

function cellsBy(heads: readonly Head[], line: Line): Map<Column, string> {
  const map = new Map<Column, string>()
  for (const cell of line.cells) {
    const kind = columnOf(heads, cell)
    map.set(kind, `${map.get(kind) ?? ''} ${cell.text}`.trim())
  }
  return map
}

function rowEntry(reading: RecordReading, row: OpenRow): Entry<PriorTreatment> {
  const name = row.cells.get('agent') ?? ''
  const mention = agentsIn(name, reading.vocabulary)[0]
  const dates = periodIn(`${row.cells.get('dates') ?? ''}`)
  const ended = periodIn(`until ${row.cells.get('end') ?? ''}`)
  const words = tidy(row.cells.get('outcome') ?? '')
  const told = outcomeOf(words, '', reading.vocabulary)
  const now = dates.ongoing || /present|current|ongoing/i.test(row.cells.get('end') ?? '')
  const value: PriorTreatment = {
    agent: tidy(mention?.written ?? name.replace(/\s*\d.*$/, '')),
    alsoKnownAs: mention?.alsoKnownAs ?? [tidy(name).toLowerCase()],
    dose: row.cells.get('dose') ?? doseIn(mention ? name.slice(mention.end) : name),
    start: dates.start,
    end: dates.end ?? ended.end,
    duration: dates.duration,
    outcome: told.outcome === 'not_stated' && now ? 'ongoing' : told.outcome,
    reason: words || null,
  }
  const end = row.last.end - row.unit.start
  const flat = row.unit.page.text.slice(row.unit.start, row.last.end).replace(/\s/g, ' ')
  return entryAt(reading, { ...row.unit, end: row.last.end, flat }, { start: 0, end }, value)
}
