import type {
  ClinicalEvent,
  Contraindication,
  Diagnosis,
  Measure,
  PartialDate,
  PriorTreatment,
  ResultFinding,
} from '../casefacts.ts'
import type { Entry, Origin } from '../fact.ts'
import { originsOf } from '../origins.ts'
import { bounds, comparePartial, compatible } from '../partialDate.ts'
import type { ProposedFacts } from './proposed.ts'

/** Joins entries that say the same: the better-told value stays, every place is kept. `prefer` chooses among several. */
export function mergeEntries<T>(
  entries: readonly Entry<T>[],
  same: (a: T, b: T) => boolean,
  join: (a: T, b: T) => T,
  prefer?: (candidate: T) => boolean,
): Entry<T>[] {
  const out: Entry<T>[] = []
  for (const entry of entries) {
    const places = out.flatMap((o, i) => (same(o.value, entry.value) ? [i] : []))
    const at = places.find((i) => prefer?.((out[i] as Entry<T>).value)) ?? places[0] ?? -1
    const other = out[at]
    if (!other) out.push(entry)
    else out[at] = withAlso(join(other.value, entry.value), [...originsOf(other), ...originsOf(entry)], other.value, entry)
  }
  return out
}

/** The place that carries the winning value comes first. */
function withAlso<T>(value: T, origins: readonly Origin[], first: T, second: Entry<T>): Entry<T> {
  const ordered = told(second.value) > told(first) ? [second.origin, ...origins.filter((o) => o !== second.origin)] : origins
  const unique = ordered.filter((o, i) => ordered.findIndex((x) => samePlace(x, o)) === i)
  const [origin, ...also] = unique
  return { value, origin: origin as Origin, ...(also.length ? { also } : {}) }
}

const told = (value: unknown): number =>
  typeof value === 'object' && value !== null ? Object.values(value).filter((v) => v !== null && v !== 'not_stated').length : 0

const samePlace = (a: Origin, b: Origin): boolean =>
  a.kind === 'document' &&
  b.kind === 'document' &&
  a.span.doc === b.span.doc &&
  a.span.page === b.span.page &&
  a.span.start === b.span.start &&
  a.span.end === b.span.end

export function mergeWithin(p: ProposedFacts): ProposedFacts {
  return {
    ...p,
    requested: mergeEntries(
      p.requested,
      (a, b) => sameAgent(a, b),
      (a, b) => ({ ...a, dose: a.dose ?? b.dose }),
    ),
    diagnoses: mergeDiagnoses(p.diagnoses),
    priorTreatments: mergeTrials(p.priorTreatments),
    contraindications: mergeEntries(p.contraindications, (a, b) => sameAgent(a, b), pickReason),
    measures: mergeMeasures(p.measures),
    results: mergeEntries(
      p.results,
      (a, b) => a.finding === b.finding,
      (a) => a,
    ),
    events: mergeEvents(p.events),
  }
}

const pickReason = (a: Contraindication, b: Contraindication) =>
  b.reason.length > a.reason.length && !/^allergy/.test(a.reason) ? b : a

interface Agent {
  readonly agent: string
  readonly alsoKnownAs: readonly string[]
}

/** The same agent under any of its own names (the first two: generic and as written), not merely the same class. */
export const sameAgent = (a: Agent, b: Agent): boolean => {
  const x = [a.agent.toLowerCase(), ...a.alsoKnownAs.slice(0, 1)]
  const y = [b.agent.toLowerCase(), ...b.alsoKnownAs.slice(0, 1)]
  return x.some((n) => y.includes(n))
}

const meets = (a: PartialDate | null, b: PartialDate | null) => !a || !b || compatible(a, b)

/** One says that it worked, the other that it failed or harmed. */
export const opposite = (a: PriorTreatment, b: PriorTreatment): boolean =>
  (BAD.includes(a.outcome) && b.outcome === 'response') || (BAD.includes(b.outcome) && a.outcome === 'response')
const BAD: readonly string[] = ['inadequate_response', 'intolerance']

/** One trial: same agent, no date in conflict, no opposite outcome. */
const sameTrial = (a: PriorTreatment, b: PriorTreatment): boolean =>
  sameAgent(a, b) &&
  !(a.duration && b.duration && a.duration !== b.duration && !(a.start && b.start)) &&
  meets(a.start, b.start) &&
  meets(a.end, b.end) &&
  !(a.outcome === 'ongoing' && b.end) &&
  !(b.outcome === 'ongoing' && a.end) &&
  !opposite(a, b)

export const mergeTrials = (entries: readonly Entry<PriorTreatment>[]): Entry<PriorTreatment>[] =>
  withoutBareClasses(withoutEchoes(mergeEntries(byTold(entries), sameTrial, joinTrials, (t) => t.end === null)))

/** Best-told first, so that a bare mention joins the dated trial and not the other way round. */
const byTold = (entries: readonly Entry<PriorTreatment>[]) =>
  entries
    .map((e, i) => ({ e, i, n: told(e.value) }))
    .sort((a, b) => b.n - a.n || a.i - b.i)
    .map((x) => x.e)

/** Told with its own beginning and end, or with its beginning and as going on. */
const isWhole = (t: PriorTreatment): boolean => t.start !== null && (t.end !== null || t.outcome === 'ongoing')

/**
 * Where a course of an agent is known whole, a mention that lacks a beginning or an end of its own is
 * that course told again: it corroborates where it agrees, and is nothing where it does not.
 */
function withoutEchoes(entries: readonly Entry<PriorTreatment>[]): Entry<PriorTreatment>[] {
  const whole = entries.filter((e) => isWhole(e.value))
  const echoed = new Map<Entry<PriorTreatment>, Entry<PriorTreatment>[]>()
  const left = entries.filter((e) => {
    if (isWhole(e.value)) return true
    const same = whole.filter((w) => sameAgent(w.value, e.value))
    const of = same.find((w) => within(e.value, w.value)) ?? same.at(-1)
    if (!of || same.every((w) => apart(e.value, w.value))) return true
    echoed.set(of, [...(echoed.get(of) ?? []), e])
    return false
  })
  return left.map((e) => {
    const agreeing = (echoed.get(e) ?? []).filter((o) => agrees(o.value.outcome, e.value.outcome))
    if (agreeing.length === 0) return e
    let value = e.value
    for (const o of agreeing) value = { ...value, ...pick(joinTrials(value, o.value)) }
    return { ...e, value, also: [...(e.also ?? []), ...agreeing.flatMap(originsOf)] }
  })
}

/** What an echo may add: the outcome and its reason where the course had none, the dose, the names. Never dates. */
const pick = ({ agent, alsoKnownAs, dose, outcome, reason }: PriorTreatment) => ({ agent, alsoKnownAs, dose, outcome, reason })

const within = (e: PriorTreatment, w: PriorTreatment): boolean => {
  const at = e.start ?? e.end
  return at !== null && w.start !== null && comparePartial(w.start, at) <= 0 && (w.end === null || comparePartial(at, w.end) <= 0)
}

/** Begun after the course ended, or ended before it began: another course, though told by halves. */
const apart = (e: PriorTreatment, w: PriorTreatment): boolean =>
  (e.start !== null && w.end !== null && bounds(e.start).from > bounds(w.end).to) ||
  (e.end !== null && w.start !== null && bounds(e.end).to < bounds(w.start).from)

const agrees = (said: PriorTreatment['outcome'], known: PriorTreatment['outcome']): boolean =>
  said === known ||
  said === 'not_stated' ||
  said === 'ongoing' ||
  known === 'not_stated' ||
  (FAILED.includes(said) && FAILED.includes(known))

const FAILED = ['inadequate_response', 'intolerance', 'partial_response']

/** "Inadequate response to one CGRP antibody" beside the dated trial of one: the summary corroborates, it is no further trial. */
function withoutBareClasses(entries: readonly Entry<PriorTreatment>[]): Entry<PriorTreatment>[] {
  const summaryOf = (bare: Entry<PriorTreatment>, other: Entry<PriorTreatment>) => {
    const { agent, alsoKnownAs, start, end, dose, outcome } = bare.value
    const names = [agent.toLowerCase(), alsoKnownAs[0] ?? '']
    const agrees =
      outcome === other.value.outcome ||
      outcome === 'not_stated' ||
      outcome === 'ongoing' ||
      (FAILED.includes(outcome) && FAILED.includes(other.value.outcome))
    return (
      !start &&
      !end &&
      !dose &&
      agrees &&
      !sameAgent(bare.value, other.value) &&
      names.some((n) => other.value.alsoKnownAs.slice(2).includes(n))
    )
  }
  const bare = entries.filter((e) => entries.some((o) => o !== e && summaryOf(e, o)))
  return entries
    .filter((e) => !bare.includes(e))
    .map((e) => {
      const also = bare.filter((b) => summaryOf(b, e)).flatMap(originsOf)
      return also.length ? { ...e, also: [...(e.also ?? []), ...also] } : e
    })
}

const finer = (a: PartialDate | null, b: PartialDate | null) => (a && b ? (b.length > a.length ? b : a) : (a ?? b))
const WEIGHT = {
  intolerance: 5,
  inadequate_response: 4,
  contraindicated: 4,
  partial_response: 3,
  response: 2,
  ongoing: 1,
  not_stated: 0,
} as const

function joinTrials(a: PriorTreatment, b: PriorTreatment): PriorTreatment {
  const outcome = WEIGHT[b.outcome] > WEIGHT[a.outcome] && (a.outcome === 'not_stated' || a.outcome === 'ongoing') ? b : a
  return {
    agent: a.agent.length >= b.agent.length ? a.agent : b.agent,
    alsoKnownAs: [...new Set([...a.alsoKnownAs, ...b.alsoKnownAs])],
    dose: a.dose ?? b.dose,
    start: finer(a.start, b.start),
    end: finer(a.end, b.end),
    duration: finer(a.start, b.start) && finer(a.end, b.end) ? a.duration : (a.duration ?? b.duration),
    outcome: outcome.outcome,
    reason: outcome.reason ?? a.reason ?? b.reason,
  }
}

export const mergeDiagnoses = (entries: readonly Entry<Diagnosis>[]): Entry<Diagnosis>[] =>
  mergeEntries(
    entries,
    (a, b) => (a.code !== null && a.code === b.code) || (sameName(a.name, b.name) && (!a.code || !b.code)),
    (a, b) => ({ name: nameOf(a, b), code: a.code ?? b.code, since: finer(a.since, b.since) }),
  )

const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/[’']s\b|[^a-z0-9]+/g, ' ')
    .trim()

/** The name beside the code, unless it is only the code again. */
const nameOf = (a: Diagnosis, b: Diagnosis): string => {
  const [first, second] = a.code || !b.code ? [a, b] : [b, a]
  return first.name === first.code ? second.name : first.name
}

/** The same words, or one with a short form of the other's: "relapsing-remitting MS". */
function sameName(a: string, b: string): boolean {
  const x = plain(a).split(' ')
  const y = plain(b).split(' ')
  return x.join(' ') === y.join(' ') || shortened(x, y) || shortened(y, x)
}

function shortened(short: readonly string[], long: readonly string[]): boolean {
  let at = 0
  for (const word of short) {
    if (word === long[at]) at += 1
    else if (
      word.length > 1 &&
      word.length <= 5 &&
      long
        .slice(at, at + word.length)
        .map((w) => w[0])
        .join('') === word
    )
      at += word.length
    else return false
  }
  return at === long.length
}

/** The same kind on the same day once; an undated mention of what other entries date is a summary of them. */
export function mergeEvents(entries: readonly Entry<ClinicalEvent>[]): Entry<ClinicalEvent>[] {
  const merged = mergeEntries(
    entries,
    (a, b) => a.kind === b.kind && (a.date && b.date ? compatible(a.date, b.date) : a.date === b.date && a.what === b.what),
    (a, b) => ({ ...a, date: finer(a.date, b.date) }),
  )
  return merged.filter(
    (e) => e.value.date !== null || !merged.some((o) => o.value.kind === e.value.kind && o.value.date !== null),
  )
}

export const mergeMeasures = (entries: readonly Entry<Measure>[]): Entry<Measure>[] =>
  mergeEntries(
    entries,
    (a, b) => a.measure === b.measure && a.value === b.value && meets(a.date, b.date),
    (a, b) => ({ ...a, unit: a.unit ?? b.unit, date: finer(a.date, b.date) }),
  )

export const mergeResults = (entries: readonly Entry<ResultFinding>[]): Entry<ResultFinding>[] =>
  mergeEntries(
    entries,
    (a, b) => a.finding === b.finding && a.date === b.date,
    (a) => a,
  )
