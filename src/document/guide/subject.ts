import type { CivilDate } from '../../base/date.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'
import type { CoverageRecord } from '../../knowledge/coverage.ts'
import type { GuideRecord } from '../../knowledge/guide.ts'
import type { PayerRecord } from '../../knowledge/payer.ts'
import type { FullReason, ReasonRecord } from '../../knowledge/reason.ts'
import { payerSlug, reasonSlug, treatmentSlug } from '../../knowledge/resolveSlug.ts'
import type { TreatmentRecord } from '../../knowledge/treatment.ts'

/** Everything one guide is made from. */
export interface Subject {
  readonly knowledge: Knowledge
  readonly payer: PayerRecord
  readonly treatment: TreatmentRecord
  readonly reason: FullReason
  /** The reason to argue, where the letter's label does not fit this kind of care. */
  readonly sibling: FullReason | null
  /** Records of `knowledge/guides` that match, the most specific first. */
  readonly records: readonly GuideRecord[]
  /** Coverage types shown: the one asked about, or those this payer and treatment can meet. */
  readonly coverages: readonly CoverageRecord[]
  readonly state: string | null
  readonly noticeDate: CivilDate | null
}

export const isUnusual = (reason: ReasonRecord, treatment: TreatmentRecord): boolean =>
  reason.unusualForKinds.includes(treatment.kind) || treatment.unusualReasons.includes(reason.id)

/** As named inside a sentence. */
export const treatmentName = (t: TreatmentRecord): string => t.shortName ?? t.displayName

/** Where the guide stands in the library. */
export const addressOf = (payer: PayerRecord, treatment: TreatmentRecord, reason: ReasonRecord): string =>
  `/help/${payerSlug(payer)}/${treatmentSlug(treatment)}/${reasonSlug(reason)}`
