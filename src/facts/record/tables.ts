import type { Contraindication, PriorTreatment } from '../casefacts.ts'
import type { Entry } from '../fact.ts'
import { agentsIn } from './agents.ts'
import { doseIn } from './dose.ts'
import { type GridKind, type GridRow, gridsOf } from './grid.ts'
import type { Line } from './lines.ts'
import { outcomeOf } from './outcome.ts'
import { periodIn } from './period.ts'
import { entryAt, type RecordReading, tidy } from './reading.ts'
import type { Unit } from './units.ts'

type Column = 'agent' | 'dose' | 'dates' | 'end' | 'outcome' | 'other'

const LISTS: readonly (readonly [Column, string])[] = [
  ['agent', 'trial_heads'],
  ['dose', 'dose_heads'],
  ['dates', 'date_heads'],
  ['end', 'end_heads'],
  ['outcome', 'outcome_heads'],
]

export interface TrialTables {
  readonly tried: Entry<PriorTreatment>[]
  readonly against: Entry<Contraindication>[]
  /** The units that the tables account for. */
  readonly used: ReadonlySet<Unit>
}

/** Tables of treatments tried: a head row that names agents and at least dates or outcomes, then a row per agent. */
export function trialTables(reading: RecordReading): TrialTables {
  const tried: Entry<PriorTreatment>[] = []
  const against: Entry<Contraindication>[] = []
  const used = new Set<Unit>()
  const kind: GridKind = {
    dateColumns: (line) => dateColumns(reading, line),
    begins: (cell) => agentsIn(cell, reading.vocabulary).length > 0,
  }
  for (const grid of gridsOf(reading.units, kind)) {
    const heads = grid.heads.map((h) => headKind(reading, h))
    for (const unit of grid.units) used.add(unit)
    for (const row of grid.rows) {
      const cells = cellsBy(heads, row)
      const refused = NOT_TAKEN.test(cells.get('dates') ?? '') || NOT_TAKEN.test(cells.get('outcome') ?? '')
      if (!refused) tried.push(rowEntry(reading, row, trialOf(reading, cells)))
      else if (BARRED.test(cells.get('outcome') ?? '')) against.push(rowEntry(reading, row, againstOf(reading, cells)))
    }
  }
  return { tried, against, used }
}

/** A row for what was never taken is no trial, whatever its last column explains. */
const NOT_TAKEN =
  /^(?:(?:not|never)\s+(?:yet\s+)?(?:started|tried|taken|used|given|begun|initiated)\b|never\b|avoid(?:ed)?\b|declined\b|deferred\b|contraindicated\b|n\/?a\b|none\b)/i
const BARRED = /^contraindicated\b/i

function dateColumns(reading: RecordReading, line: Line): readonly number[] | null {
  const kinds = line.cells.map((cell) => headKind(reading, cell.text))
  const known = kinds.filter((k) => k !== 'other').length
  if (!kinds.includes('agent') || !(kinds.includes('dates') || kinds.includes('outcome')) || known * 2 <= kinds.length)
    return null
  return kinds.flatMap((k, i) => (k === 'dates' || k === 'end' ? [i] : []))
}

/** "Agent and dose" is a column of agents: the first part of a joined head decides. */
function headKind(reading: RecordReading, text: string): Column {
  const plain = text
    .toLowerCase()
    .replace(/[*:#]/g, '')
    .replace(/\(.*\)/, '')
    .trim()
  const [part = ''] = plain.split(/\s*(?:\band\b|\/|&|,)\s*/)
  for (const [kind, list] of LISTS) {
    const names = reading.vocabulary.words.get(list) ?? []
    if (names.includes(plain) || (part !== plain && names.includes(part))) return kind
  }
  return 'other'
}

function cellsBy(heads: readonly Column[], row: GridRow): Map<Column, string> {
  const map = new Map<Column, string>()
  row.cells.forEach((text, i) => {
    const kind = heads[i] ?? 'other'
    if (text) map.set(kind, `${map.get(kind) ?? ''} ${text}`.trim())
  })
  return map
}

function trialOf(reading: RecordReading, cells: ReadonlyMap<Column, string>): PriorTreatment {
  const name = cells.get('agent') ?? ''
  const named = agentsIn(name, reading.vocabulary)
  const mention = named[0]
  const last = named.at(-1)
  const dates = periodIn(cells.get('dates') ?? '')
  const ended = periodIn(`until ${cells.get('end') ?? ''}`)
  const words = tidy(cells.get('outcome') ?? '')
  const told = outcomeOf(words, '', reading.vocabulary)
  const now = dates.ongoing || /present|current|ongoing/i.test(cells.get('end') ?? '')
  return {
    agent: tidy(named.length > 1 ? combined(name, last?.end ?? name.length) : (mention?.written ?? name.replace(/\s*\d.*$/, ''))),
    alsoKnownAs: mention ? [...new Set(named.flatMap((m) => m.alsoKnownAs))] : [tidy(name).toLowerCase()],
    dose: cells.get('dose') ?? (named.length > 1 ? null : ownDose(mention ? name.slice(mention.end) : name)),
    start: dates.start,
    end: dates.end ?? ended.end,
    duration: dates.duration,
    outcome: told.outcome === 'not_stated' && now ? 'ongoing' : told.outcome,
    reason: words || null,
  }
}

/** "Vincristine and dactinomycin (VA)": a regimen is named whole. */
const combined = (name: string, end: number): string =>
  name.slice(0, end) + (/^\s*\([A-Z-]{2,8}\)/.exec(name.slice(end))?.[0] ?? '')

/** A cell that holds agent and dose gives the rest of the cell, steps included, when it begins with an amount. */
function ownDose(rest: string): string | null {
  const text = rest.replace(/\s+/g, ' ').trim()
  return doseIn(text) && /^[(]?\d/.test(text) && text.length <= 60 ? tidy(text) : doseIn(text)
}

const againstOf = (reading: RecordReading, cells: ReadonlyMap<Column, string>): Contraindication => {
  const name = cells.get('agent') ?? ''
  const mention = agentsIn(name, reading.vocabulary)[0]
  const reason = tidy((cells.get('outcome') ?? '').replace(BARRED, ''))
  return {
    agent: tidy(mention?.written ?? name),
    alsoKnownAs: mention?.alsoKnownAs ?? [tidy(name).toLowerCase()],
    reason: reason || 'contraindicated',
  }
}

function rowEntry<T>(reading: RecordReading, row: GridRow, value: T): Entry<T> {
  const flat = row.unit.page.text.slice(row.start, row.end).replace(/\s/g, ' ')
  return entryAt(reading, { ...row.unit, start: row.start, end: row.end, flat }, { start: 0, end: flat.length }, value)
}
