import type { Problem } from '../../base/problem.ts'
import type { PriorTreatment } from '../casefacts.ts'
import type { Entry } from '../fact.ts'
import { originsOf } from '../origins.ts'
import { bounds, comparePartial, compatible } from '../partialDate.ts'
import { mergeTrials, opposite, sameAgent } from '../record/merge.ts'
import { disagree } from './choose.ts'

export interface Weighed<T> {
  readonly entries: readonly Entry<T>[]
  readonly warnings: readonly Problem[]
}

/** Trials of all documents: the same trial once, with every place; contradictions resolved to the safer claim. */
export function weighTrials(entries: readonly Entry<PriorTreatment>[]): Weighed<PriorTreatment> {
  const warnings: Problem[] = []
  const out: Entry<PriorTreatment>[] = []
  for (const entry of mergeTrials(entries)) {
    const at = out.findIndex((o) => contradicts(o, entry))
    const other = out[at]
    if (!other) out.push(entry)
    else {
      const { value, about } = safer(other.value, entry.value)
      warnings.push(disagree(`the ${about} of a prior treatment`, [other, entry], 'the more cautious one is used'))
      out[at] = { value, origin: other.origin, also: [...originsOf(other).slice(1), ...originsOf(entry)] }
    }
  }
  return { entries: out.sort(byStart), warnings }
}

/** The same course told differently by two documents: dates that overlap but differ, lengths that differ, or opposite outcomes. */
function contradicts(a: Entry<PriorTreatment>, b: Entry<PriorTreatment>): boolean {
  if (!sameAgent(a.value, b.value) || !otherDocument(a, b)) return false
  const x = a.value
  const y = b.value
  if (!x.start || !y.start) return !x.start && !y.start && ((x.duration !== null && y.duration !== null) || opposite(x, y))
  if (compatible(x.start, y.start)) return (x.end === null) === (y.end === null) || opposite(x, y)
  const endX = x.end ? bounds(x.end).to : '9999-12-31'
  const endY = y.end ? bounds(y.end).to : '9999-12-31'
  return bounds(x.start).from <= endY && bounds(y.start).from <= endX && x.end !== null && y.end !== null
}

const otherDocument = (a: Entry<unknown>, b: Entry<unknown>): boolean =>
  a.origin.kind === 'document' && b.origin.kind === 'document' && a.origin.span.doc !== b.origin.span.doc

/** The shorter course, and no outcome where the documents say opposite things. */
function safer(a: PriorTreatment, b: PriorTreatment): { value: PriorTreatment; about: string } {
  const start = a.start && b.start ? (comparePartial(a.start, b.start) >= 0 ? a.start : b.start) : (a.start ?? b.start)
  const end = a.end && b.end ? (bounds(a.end).to <= bounds(b.end).to ? a.end : b.end) : (a.end ?? b.end)
  const duration =
    a.duration && b.duration ? (daysOf(a.duration) <= daysOf(b.duration) ? a.duration : b.duration) : (a.duration ?? b.duration)
  const told = a.outcome === 'not_stated' ? b : a
  const about = opposite(a, b) ? 'outcome' : a.duration !== b.duration && !a.start ? 'length' : 'dates'
  return {
    value: {
      ...a,
      alsoKnownAs: [...new Set([...a.alsoKnownAs, ...b.alsoKnownAs])],
      dose: a.dose ?? b.dose,
      start,
      end,
      duration,
      outcome: opposite(a, b) ? 'not_stated' : told.outcome,
      reason: opposite(a, b) ? null : (told.reason ?? a.reason ?? b.reason),
    },
    about,
  }
}

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** Rough days of "8 months", for comparing two statements of length only; infinite when it cannot be read. */
export function daysOf(duration: string): number {
  const m = /(\d+(?:\.\d+)?|[a-z]+)[\s-]*(day|week|wk|month|mo|year|yr)/i.exec(duration)
  const count = m?.[1]
    ? NUMBERS.indexOf(m[1].toLowerCase()) >= 0
      ? NUMBERS.indexOf(m[1].toLowerCase())
      : Number(m[1])
    : Number.NaN
  const unit = m?.[2]?.toLowerCase() ?? ''
  const days = unit === 'day' ? 1 : unit.startsWith('w') ? 7 : unit.startsWith('m') ? 30 : 365
  return Number.isNaN(count) ? Number.POSITIVE_INFINITY : count * days
}

const byStart = (a: Entry<PriorTreatment>, b: Entry<PriorTreatment>) => {
  if (a.value.start && b.value.start) return comparePartial(a.value.start, b.value.start)
  return (a.value.start ? 0 : 1) - (b.value.start ? 0 : 1)
}

/** A trial stated by hand replaces what documents say of it; what it leaves open is filled from them, and they stay as corroboration. */
export function withStated(
  stated: readonly Entry<PriorTreatment>[],
  read: readonly Entry<PriorTreatment>[],
): Entry<PriorTreatment>[] {
  const rest = [...read]
  const out = stated.map((s) => {
    const same = rest.filter((r) => sameAgent(s.value, r.value))
    const match = same.find((r) => meets(s.value, r.value)) ?? (same.length === 1 ? same[0] : undefined)
    if (!match) return s
    rest.splice(rest.indexOf(match), 1)
    return { value: filled(s.value, match.value), origin: s.origin, also: originsOf(match) }
  })
  return [...out, ...rest].sort(byStart)
}

const meets = (a: PriorTreatment, b: PriorTreatment) =>
  (!a.start || !b.start || compatible(a.start, b.start)) && (!a.end || !b.end || compatible(a.end, b.end))

function filled(a: PriorTreatment, b: PriorTreatment): PriorTreatment {
  const dated = a.start !== null || a.end !== null
  return {
    agent: a.agent,
    alsoKnownAs: [...new Set([...a.alsoKnownAs, ...b.alsoKnownAs])],
    dose: a.dose ?? b.dose,
    start: a.start ?? (dated && b.start && a.end && comparePartial(b.start, a.end) > 0 ? null : b.start),
    end: a.end ?? (a.outcome === 'ongoing' || (a.start && b.end && comparePartial(a.start, b.end) > 0) ? null : b.end),
    duration: a.duration ?? (dated ? null : b.duration),
    outcome: a.outcome === 'not_stated' ? b.outcome : a.outcome,
    reason: a.reason ?? (a.outcome === 'not_stated' || a.outcome === b.outcome ? b.reason : null),
  }
}
