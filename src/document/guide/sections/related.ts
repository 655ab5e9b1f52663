import type { Knowledge } from '../../../knowledge/assemble.ts'
import type { ReasonRecord } from '../../../knowledge/reason.ts'
import type { TreatmentRecord } from '../../../knowledge/treatment.ts'
import { section } from '../blocks.ts'
import { fieldSupport } from '../fields.ts'
import type { GuideClaim, GuideSection } from '../guide.ts'
import { guideExists, linkTo } from '../links.ts'
import { isUnusual, type Subject } from '../subject.ts'
import { recordSupport } from '../support.ts'
import { lower, tell, treatmentInSentence, wordsOf } from '../voice.ts'

/** A guide worth linking to, for any payer that has it: other reasons of the care, agents of a group, others of the class. */
export interface Candidate {
  readonly treatment: TreatmentRecord
  readonly reason: ReasonRecord
  readonly tie: 'same_treatment' | 'member' | 'same_class'
}

const MOST_REASONS = 3

/** Nearest first, never by alphabet; which of them a payer publishes is asked later. */
export function candidates(
  knowledge: Knowledge,
  treatment: TreatmentRecord,
  reason: ReasonRecord,
  sibling: ReasonRecord | null,
): readonly Candidate[] {
  const usual = treatment.usualReasons.flatMap((id) => knowledge.reasons.get(id) ?? [])
  const reasons: ReasonRecord[] = [...new Set([...(sibling ? [sibling] : []), ...usual])]
  const fitting = (t: TreatmentRecord): ReasonRecord => (isUnusual(reason, t) && sibling ? sibling : reason)
  const others = [...knowledge.treatments.values()]
  const ofClass = others.filter((t) => t.group === treatment.group && t.id !== treatment.id && !treatment.members.includes(t.id))
  return [
    ...reasons
      .filter((r) => r.id !== reason.id && !isUnusual(r, treatment))
      .slice(0, MOST_REASONS)
      .map((r): Candidate => ({ treatment, reason: r, tie: 'same_treatment' })),
    ...treatment.members.flatMap((id): Candidate[] => {
      const member = knowledge.treatments.get(id)
      return member ? [{ treatment: member, reason: fitting(member), tie: 'member' }] : []
    }),
    ...nearest(treatment, ofClass).map((t): Candidate => ({ treatment: t, reason: fitting(t), tie: 'same_class' })),
  ].filter((c) => guideExists(knowledge, c.treatment, c.reason))
}

/** Those that share most conditions with it first. */
function nearest(treatment: TreatmentRecord, others: readonly TreatmentRecord[]): TreatmentRecord[] {
  const codes = (t: TreatmentRecord, length: number) =>
    new Set(t.indications.flatMap((i) => i.icd10cm.map((c) => c.code.slice(0, length))))
  const shared = (t: TreatmentRecord, length: number) => {
    const mine = codes(treatment, length)
    return [...codes(t, length)].filter((c) => mine.has(c)).length
  }
  return others
    .map((t) => ({ t, score: shared(t, 3) * 2 + shared(t, 8) + (t.kind === treatment.kind ? 1 : 0) }))
    .sort((a, b) => b.score - a.score)
    .map(({ t }) => t)
}

/** The chosen candidates as links of the guide's payer. */
export function related(subject: Subject, chosen: readonly Candidate[]): GuideSection[] {
  const links = chosen.flatMap((c) => linkTo(subject, c.treatment, c.reason, why(subject, c)) ?? [])
  return links.length ? section('related', wordsOf(subject).headings.related, [{ kind: 'links', links }]) : []
}

function why(subject: Subject, { treatment: t, reason, tie }: Candidate): GuideClaim {
  if (tie === 'same_treatment')
    return tell(subject, (v) => v.words.sameTreatment(treatmentInSentence(subject, t)), [
      fieldSupport(subject, reason.id === subject.sibling?.id ? 'sibling' : 'treatment.usualReasons'),
    ])
  if (tie === 'member') return tell(subject, (v) => v.words.member, [fieldSupport(subject, 'treatment.members')])
  const ofClass = subject.knowledge.classes.get(subject.treatment.group)
  return tell(subject, (v) => v.words.sameClass(lower(ofClass ? v.two(ofClass.name) : v.of(t.class))), [
    fieldSupport(subject, 'treatment.class'),
    recordSupport('treatment', t.id, 'class', ofClass?.name.en ?? t.class, t.trust.record.status),
  ])
}
