import type { Claim } from '../../argument/claim.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'
import type { PayerRecord } from '../../knowledge/payer.ts'
import { arguable, type FullReason, type ReasonRecord } from '../../knowledge/reason.ts'
import type { TreatmentRecord } from '../../knowledge/treatment.ts'
import type { GuideLink } from './guide.ts'
import { addressOf, isUnusual, type Subject } from './subject.ts'

/** The reason to argue in place of one whose label does not fit; null where no record can be argued from. */
export function siblingOf(knowledge: Knowledge, treatment: TreatmentRecord, reason: ReasonRecord): FullReason | null {
  const id = reason.siblings[treatment.kind]
  const record = id === undefined ? undefined : knowledge.reasons.get(id)
  return record ? arguable(record) : null
}

/** A guide exists for a reason that can be argued and that fits the care, itself or through its sibling. */
export const guideExists = (knowledge: Knowledge, treatment: TreatmentRecord, reason: ReasonRecord): boolean =>
  arguable(reason) !== null && (!isUnusual(reason, treatment) || siblingOf(knowledge, treatment, reason) !== null)

/** Null where there is no such guide. A treatment that carries a warning is linked with it. */
export function linkTo(
  subject: Subject,
  payer: PayerRecord,
  treatment: TreatmentRecord,
  reason: ReasonRecord,
  why: Claim,
): GuideLink | null {
  if (!guideExists(subject.knowledge, treatment, reason)) return null
  return {
    key: { payer: payer.id, treatment: treatment.id, reason: reason.id },
    address: addressOf(payer, treatment, reason),
    title: `${treatment.displayName}: ${reason.relatedPhrase.en} by ${payer.displayName}${treatment.warnings.length ? ' (carries a warning)' : ''}`,
    why,
  }
}
