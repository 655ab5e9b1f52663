import type { Knowledge } from '../../knowledge/assemble.ts'
import { arguable, type FullReason, type ReasonRecord } from '../../knowledge/reason.ts'
import type { TreatmentRecord } from '../../knowledge/treatment.ts'
import type { GuideClaim, GuideLink } from './guide.ts'
import { addressOf, isUnusual, type Subject } from './subject.ts'
import { fullName, wordsOf } from './voice.ts'

/** The reason to argue in place of one whose label does not fit; null where no record can be argued from. */
export function siblingOf(knowledge: Knowledge, treatment: TreatmentRecord, reason: ReasonRecord): FullReason | null {
  const id = reason.siblings[treatment.kind]
  const record = id === undefined ? undefined : knowledge.reasons.get(id)
  return record ? arguable(record) : null
}

/** A guide exists for a reason that can be argued and that fits the care, itself or through its sibling. */
export const guideExists = (knowledge: Knowledge, treatment: TreatmentRecord, reason: ReasonRecord): boolean =>
  arguable(reason) !== null && (!isUnusual(reason, treatment) || siblingOf(knowledge, treatment, reason) !== null)

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
