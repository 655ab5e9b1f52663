import type { Knowledge } from '../../knowledge/assemble.ts'
import type { ReasonRecord } from '../../knowledge/reason.ts'
import type { TreatmentRecord } from '../../knowledge/treatment.ts'
import type { GuideClaim, GuideLink } from './guide.ts'
import { addressOf, isUnusual, type Subject } from './subject.ts'
import { fullName, wordsOf } from './voice.ts'

/** The reason to argue in place of one whose label does not fit; null where there is none. */
export function siblingOf(knowledge: Knowledge, treatment: TreatmentRecord, reason: ReasonRecord): ReasonRecord | null {
  const id = reason.siblings[treatment.kind]
  return (id === undefined ? undefined : knowledge.reasons.get(id)) ?? null
}

/** A guide exists for a reason that fits the care, itself or through its sibling. */
export const guideExists = (knowledge: Knowledge, treatment: TreatmentRecord, reason: ReasonRecord): boolean =>
  !isUnusual(reason, treatment) || siblingOf(knowledge, treatment, reason) !== null

/** To another guide of the same payer; null where there is none. A treatment that carries a warning is linked with it. */
export function linkTo(subject: Subject, treatment: TreatmentRecord, reason: ReasonRecord, why: GuideClaim): GuideLink | null {
  const { payer, knowledge, lang } = subject
  if (!guideExists(knowledge, treatment, reason)) return null
  return {
    key: { payer: payer.id, treatment: treatment.id, reason: reason.id },
    address: addressOf(payer, treatment, reason),
    title: wordsOf(subject).linkTitle(
      fullName(subject, treatment),
      reason.relatedPhrase[lang],
      payer.displayName,
      treatment.warnings.length > 0,
    ),
    why,
  }
}
