import type { Span } from '../../base/span.ts'
import type { ClinicalEvent, Contraindication, Diagnosis, Measure, PriorTreatment, ResultFinding } from '../../facts/casefacts.ts'
import type { CaseFile } from '../../facts/casefile/casefile.ts'
import type { Entry, Origin } from '../../facts/fact.ts'
import { withoutRejected } from '../../facts/gather/reject.ts'
import type { ProposedFacts } from '../../facts/record/proposed.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'
import type { SourceDocument } from '../../reading/document.ts'
import { proposedBy, vocabularyOf } from '../understood.ts'

/** What a record says, by kind. */
export type ProposedValue =
  | { readonly kind: 'diagnosis'; readonly value: Diagnosis }
  | { readonly kind: 'treatment'; readonly value: PriorTreatment }
  | { readonly kind: 'contraindication'; readonly value: Contraindication }
  | { readonly kind: 'measure'; readonly value: Measure }
  | { readonly kind: 'result'; readonly value: ResultFinding }
  | { readonly kind: 'event'; readonly value: ClinicalEvent }
  | { readonly kind: 'name' | 'birthDate' | 'prescriber'; readonly value: string }

/** A fact as one place of one record states it, whether or not it was set aside as not true. */
export type ShownProposal = ProposedValue & {
  /** By which a rejection names it (docs/casefile.md, `notTrue`). */
  readonly what: string
  readonly doc: string
  readonly span: Span
  readonly rejected: boolean
}

/** Everything the records say of the patient, in the order of the records; what was rejected is among it, marked. */
export function shownProposals(
  knowledge: Knowledge,
  records: readonly SourceDocument[],
  caseFile: CaseFile,
): readonly ShownProposal[] {
  const vocabulary = vocabularyOf(knowledge)
  const all = records.map((document) => proposedBy(document, vocabulary))
  const kept = withoutRejected(all, caseFile).proposals
  return all.flatMap((p, i) => proposalsOf(p, entriesOf(kept[i] ?? p)))
}

/** The entries that stand; `withoutRejected` hands on the very same objects. */
function entriesOf(p: ProposedFacts): ReadonlySet<Entry<unknown> | null> {
  return new Set<Entry<unknown> | null>([
    p.patient.name,
    p.patient.birthDate,
    p.prescriber.name,
    ...p.diagnoses,
    ...p.priorTreatments,
    ...p.contraindications,
    ...p.measures,
    ...p.results,
    ...p.events,
  ])
}

function proposalsOf(p: ProposedFacts, standing: ReadonlySet<Entry<unknown> | null>): ShownProposal[] {
  const shown = <T>(entry: Entry<T> | null, make: (value: T) => ProposedValue & { readonly what: string }): ShownProposal[] => {
    const span = entry && placeOf(entry.origin)
    return entry && span ? [{ ...make(entry.value), doc: p.doc, span, rejected: !standing.has(entry) }] : []
  }
  return [
    ...shown(p.patient.name, (value) => ({ kind: 'name', value, what: value })),
    ...shown(p.patient.birthDate, (value) => ({ kind: 'birthDate', value, what: value })),
    ...shown(p.prescriber.name, (value) => ({ kind: 'prescriber', value, what: value })),
    ...p.diagnoses.flatMap((e) => shown(e, (value) => ({ kind: 'diagnosis', value, what: value.name }))),
    ...p.priorTreatments.flatMap((e) => shown(e, (value) => ({ kind: 'treatment', value, what: value.agent }))),
    ...p.contraindications.flatMap((e) => shown(e, (value) => ({ kind: 'contraindication', value, what: value.agent }))),
    ...p.measures.flatMap((e) => shown(e, (value) => ({ kind: 'measure', value, what: `${value.label} ${value.value}` }))),
    ...p.results.flatMap((e) => shown(e, (value) => ({ kind: 'result', value, what: value.finding }))),
    ...p.events.flatMap((e) => shown(e, (value) => ({ kind: 'event', value, what: value.what }))),
  ]
}

/** The words a value was read from; a rule's are those it was drawn from. */
function placeOf(origin: Origin): Span | null {
  if (origin.kind === 'document') return origin.span
  if (origin.kind === 'person') return null
  return origin.from.map(placeOf).find((s) => s !== null) ?? null
}
