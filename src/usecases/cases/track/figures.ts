import { factValue } from '../../../facts/fact.ts'
import type { Knowledge } from '../../../knowledge/assemble.ts'
import type { FigureRecord } from '../../../knowledge/figure.ts'
import type { Analysis } from '../analysis.ts'

/**
 * Published figures of what became of appeals like this one: the level that is open now first, then the one after
 * it. One that counted only some States, plans, reasons or treatments is left out where that of the case is not
 * known or another.
 */
export function figuresFor(
  knowledge: Knowledge,
  { ladder, facts, reason, treatment, coverage }: Pick<Analysis, 'ladder' | 'facts' | 'reason' | 'treatment' | 'coverage'>,
): readonly FigureRecord[] {
  // A type of coverage that is only likely is no ground for a figure.
  if (!ladder || !facts || coverage.settled !== ladder.coverage) return []
  const state = factValue(facts.plan.state)
  const timing = factValue(facts.treatment.timing)
  const payer = factValue(facts.plan.payer)?.payerId ?? null
  const among = (list: readonly string[], value: string | null) => !list.length || (value !== null && list.includes(value))
  const fits = (f: FigureRecord) =>
    f.coverage.includes(ladder.coverage) &&
    among(f.states, state) &&
    among(f.payers, payer) &&
    among(f.reasons, reason) &&
    among(f.treatments, treatment) &&
    (f.care === undefined || f.care === timing)
  const levels = [ladder.current, ladder.next].flatMap((l) => l?.kind ?? [])
  const latest = (a: FigureRecord, b: FigureRecord) => b.period.localeCompare(a.period)
  return [...new Set(levels)].flatMap((kind) =>
    [...knowledge.figures.values()].filter((f) => f.level === kind && fits(f)).toSorted(latest),
  )
}
