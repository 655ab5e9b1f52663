import type { Contraindication, Diagnosis, Measure, PartialDate, PriorTreatment, ResultFinding } from '../casefacts.ts'
import type { Entry, Origin } from '../fact.ts'
import { originsOf } from '../origins.ts'
import { compatible } from '../partialDate.ts'
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
    events: mergeEntries(
      p.events,
      (a, b) => a.kind === b.kind && a.date === b.date && (a.date !== null || a.what === b.what),
      (a) => a,
    ),
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
  withoutBareClasses(mergeEntries(byTold(entries), sameTrial, joinTrials, (t) => t.end === null))

/** Best-told first, so that a bare mention joins the dated trial and not the other way round. */
const byTold = (entries: readonly Entry<PriorTreatment>[]) =>
  entries
    .map((e, i) => ({ e, i, n: told(e.value) }))
    .sort((a, b) => b.n - a.n || a.i - b.i)
    .map((x) => x.e)

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
    (a, b) => (a.code !== null && a.code === b.code) || (plain(a.name) === plain(b.name) && (!a.code || !b.code)),
    (a, b) => ({ name: a.code || !b.code ? a.name : b.name, code: a.code ?? b.code, since: finer(a.since, b.since) }),
  )

const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/[’']s\b|[^a-z0-9]+/g, ' ')
    .trim()

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
