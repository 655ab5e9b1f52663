import type { PartialDate, PriorTreatment } from '../casefacts.ts'
import type { Entry } from '../fact.ts'
import { comparePartial } from '../partialDate.ts'
import { agentsIn } from './agents.ts'
import { timesIn } from './dates.ts'
import { doseIn } from './dose.ts'
import { type GridKind, gridsOf } from './grid.ts'
import { entryAt, type RecordReading, tidy } from './reading.ts'
import type { Unit } from './units.ts'

/**
 * Pharmacy fills: rows with a fill date, an agent and a quantity or days' supply. The first fill
 * is the start; a last fill is not an end, so it is told in words.
 */
export function fillsOf(reading: RecordReading): { tried: Entry<PriorTreatment>[]; used: ReadonlySet<Unit> } {
  const byAgent = new Map<string, { entry: Entry<PriorTreatment>; date: PartialDate; words: string }[]>()
  const used = new Set<Unit>()
  const rows = new Set(gridsOf(reading.units, FILLED).flatMap((g) => g.rows.map((r) => r.unit)))
  for (const unit of reading.units) {
    if (unit.kind !== 'row' || !(rows.has(unit) || isFill(unit))) continue
    const mention = agentsIn(unit.flat, reading.vocabulary)[0]
    const date = timesIn(unit.flat).find((t) => t.kind === 'date' && t.from?.length === 10)
    if (!mention || !date?.from) continue
    used.add(unit)
    const value: PriorTreatment = {
      agent: tidy(mention.written),
      alsoKnownAs: mention.alsoKnownAs,
      dose: doseIn(unit.flat.slice(mention.end)),
      start: date.from,
      end: null,
      duration: null,
      outcome: 'not_stated',
      reason: null,
    }
    const entry = entryAt(reading, unit, { start: 0, end: unit.flat.length }, value)
    byAgent.set(mention.agent, [...(byAgent.get(mention.agent) ?? []), { entry, date: date.from, words: date.words }])
  }
  return { tried: [...byAgent.values()].map(joined), used }
}

/** "Filled | Rx number | Medication | Qty | Days": the head of a dispensing history. */
const FILLED: GridKind = {
  dateColumns: (line) => {
    const at = line.cells.findIndex((c) =>
      /^(?:(?:date\s+)?(?:filled|dispensed)|(?:fill|dispense|service)\s+date)$/i.test(c.text),
    )
    return at >= 0 && line.cells.some((c) => /\b(?:medication|drug|product|prescription)\b/i.test(c.text)) ? [at] : null
  },
  begins: () => true,
}

const isFill = (unit: Unit): boolean =>
  unit.section === 'fills' ||
  (/\b(?:qty|quantity|days?\s+supply|DS|refills?)\b/i.test(unit.flat) && /\d/.test(unit.flat)) ||
  unit.leads.some((l) => /fill|dispens/i.test(l.text))

function joined(fills: readonly { entry: Entry<PriorTreatment>; date: PartialDate; words: string }[]): Entry<PriorTreatment> {
  const sorted = [...fills].sort((a, b) => comparePartial(a.date, b.date))
  const first = sorted[0] as (typeof sorted)[number]
  const last = sorted.at(-1) as (typeof sorted)[number]
  const duration = sorted.length > 1 ? `last filled ${last.words}` : null
  const also = sorted.slice(1).map((f) => f.entry.origin)
  return { value: { ...first.entry.value, duration }, origin: first.entry.origin, ...(also.length ? { also } : {}) }
}
