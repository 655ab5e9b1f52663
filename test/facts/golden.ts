import type { CaseFacts } from '../../src/facts/casefacts.ts'
import type { Entry } from '../../src/facts/fact.ts'
import { originsOf } from '../../src/facts/origins.ts'
import type { ProposedFacts } from '../../src/facts/record/proposed.ts'

const quote = (e: Entry<unknown>): string =>
  originsOf(e)
    .map((o) => (o.kind === 'document' ? `      “${o.span.quote.replace(/\s+/g, ' ').trim()}”` : `      ${o.kind}`))
    .join('\n')

const parts = (list: readonly (string | null)[]) => list.filter((p) => p !== null).join(' | ')

export type Lists = Pick<CaseFacts, 'diagnoses' | 'priorTreatments' | 'contraindications' | 'measures' | 'results' | 'events'>

/** The facts of a document as a nurse would check them against the paper. */
export function outlineOf(p: ProposedFacts): string {
  const person = (label: string, e: Entry<string> | null) => (e ? [`${label}: ${e.value}`] : [])
  const lines = [
    ...person('patient', p.patient.name),
    ...person('born', p.patient.birthDate),
    ...person('document date', p.documentDate),
    ...Object.entries(p.prescriber).flatMap(([k, e]) => person(`prescriber ${k}`, e)),
    ...p.requested.map((e) => `requested: ${parts([e.value.agent, e.value.dose])}`),
  ]
  const section = <T>(title: string, entries: readonly Entry<T>[], say: (v: T) => string) =>
    entries.length ? [`\n${title}`, ...entries.flatMap((e) => [`  ${say(e.value)}`, quote(e)])] : []
  lines.push(
    ...section('diagnoses', p.diagnoses, (d) => parts([d.name, d.code, d.since && `since ${d.since}`])),
    ...section('prior treatments', p.priorTreatments, (t) =>
      parts([t.agent, t.dose, `${t.start ?? '?'} to ${t.end ?? '?'}`, t.duration, t.outcome, t.reason]),
    ),
    ...section('against', p.contraindications, (c) => parts([c.agent, c.reason])),
    ...section('measures', p.measures, (m) => parts([m.measure, m.written ?? String(m.value), m.unit, m.date])),
    ...section('results', p.results, (r) => parts([r.test, r.date, r.finding])),
    ...section('events', p.events, (e) => parts([e.kind, e.date])),
  )
  return `${lines.join('\n')}\n`
}

/** Every entry of a document, for checks that hold of all. */
export const entriesOf = (p: ProposedFacts): readonly Entry<unknown>[] => [
  ...[p.patient.name, p.patient.birthDate, p.documentDate, ...Object.values(p.prescriber)].flatMap((e) => (e ? [e] : [])),
  ...p.requested,
  ...p.diagnoses,
  ...p.priorTreatments,
  ...p.contraindications,
  ...p.measures,
  ...p.results,
  ...p.events,
]
