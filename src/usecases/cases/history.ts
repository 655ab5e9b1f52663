import { type CivilDate, daysBetween } from '../../base/date.ts'
import type { PriorTreatment } from '../../facts/casefacts.ts'
import type { Entry } from '../../facts/fact.ts'
import { bounds } from '../../facts/partialDate.ts'

/** One course of treatment on the line of time. */
export interface TrialBar {
  readonly entry: Entry<PriorTreatment>
  readonly from: CivilDate
  readonly to: CivilDate
  /** The day it began is not known; `from` is only where the picture begins. */
  readonly openStart: boolean
  readonly openEnd: boolean
  /** Still taken: it runs up to today. */
  readonly ongoing: boolean
}

export interface TreatmentHistory {
  /** First and last day of the picture; null where no course has a date. */
  readonly span: { readonly from: CivilDate; readonly to: CivilDate } | null
  readonly bars: readonly TrialBar[]
  /** Courses without any date. */
  readonly undated: readonly Entry<PriorTreatment>[]
}

/** The courses of treatment as bars, earliest first. An end that is not known stays open: it is never guessed. */
export function treatmentHistory(trials: readonly Entry<PriorTreatment>[], today: CivilDate): TreatmentHistory {
  const dated = trials.filter((t) => t.value.start ?? t.value.end)
  const undated = trials.filter((t) => !t.value.start && !t.value.end)
  const ends = dated.flatMap(({ value: t }) => [
    ...(t.start ? [bounds(t.start).from, bounds(t.start).to] : []),
    ...(t.end ? [bounds(t.end).from, bounds(t.end).to] : []),
    ...(!t.end && t.outcome === 'ongoing' ? [today] : []),
  ])
  const [from, to] = [ends.toSorted()[0], ends.toSorted().at(-1)]
  if (!from || !to) return { span: null, bars: [], undated }
  const bars = dated.map((entry): TrialBar => {
    const { start, end, outcome } = entry.value
    const ongoing = !end && outcome === 'ongoing'
    return {
      entry,
      from: start ? bounds(start).from : from,
      to: end ? bounds(end).to : ongoing ? today : to,
      openStart: !start,
      openEnd: !end && !ongoing,
      ongoing,
    }
  })
  return { span: { from, to }, bars: bars.toSorted((a, b) => a.from.localeCompare(b.from)), undated }
}

/** Where a day lies between the ends of a span, from 0 to 1. */
export function placeIn(span: { readonly from: CivilDate; readonly to: CivilDate }, day: CivilDate): number {
  const whole = Math.max(1, daysBetween(span.from, span.to))
  return Math.min(1, Math.max(0, daysBetween(span.from, day) / whole))
}

/** Days on which a year begins within a span, thinned to a few. */
export function yearsIn(span: { readonly from: CivilDate; readonly to: CivilDate }, most = 6): readonly CivilDate[] {
  const [first, last] = [Number(span.from.slice(0, 4)), Number(span.to.slice(0, 4))]
  const step = Math.max(1, Math.ceil((last - first) / most))
  const years = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => first + i * step)
  return years.map((y) => `${y}-01-01` as CivilDate).filter((d) => d >= span.from)
}
