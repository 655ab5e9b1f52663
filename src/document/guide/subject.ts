import type { CivilDate } from '../../base/date.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'
import type { CoverageRecord } from '../../knowledge/coverage.ts'
import type { GuideRecord } from '../../knowledge/guide.ts'
import type { PayerRecord } from '../../knowledge/payer.ts'
import type { ReasonRecord } from '../../knowledge/reason.ts'
import { payerSlug, reasonSlug, treatmentSlug } from '../../knowledge/resolveSlug.ts'
import type { StateRecord } from '../../knowledge/state.ts'
import type { TreatmentRecord } from '../../knowledge/treatment.ts'
import type { GuideLang } from './guide.ts'
import { PAYER_NAME, PAYER_SLUG } from './slots.ts'

/** Everything one guide is made from. */
export interface Subject {
  readonly knowledge: Knowledge
  readonly lang: GuideLang
  /** In parts that all payers share: with slots in place of its names. */
  readonly payer: PayerRecord
  readonly treatment: TreatmentRecord
  readonly reason: ReasonRecord
  /** The reason to argue, where the letter's label does not fit this kind of care. */
  readonly sibling: ReasonRecord | null
  /** Records of `knowledge/guides` that match, the most specific first. */
  readonly records: readonly GuideRecord[]
  /** Coverage types shown: the one asked about, or those this payer and treatment can meet. */
  readonly coverages: readonly CoverageRecord[]
  /** Indexes of the treatment's cautions that may be said to members of this payer. */
  readonly cautions: readonly number[]
  /** Two capital letters. */
  readonly state: string | null
  readonly noticeDate: CivilDate | null
}

const UNKNOWN = { status: 'recalled', checked: '' } as const

/** The payer as all payers' parts name it. What a part says beyond the name must be in the part's key. */
export const slotted = (payer: PayerRecord): PayerRecord => ({
  ...payer,
  id: PAYER_SLUG,
  displayName: PAYER_NAME,
  trust: { record: UNKNOWN },
})

export const isUnusual = (reason: ReasonRecord, treatment: TreatmentRecord): boolean =>
  reason.unusualForKinds.includes(treatment.kind) || treatment.unusualReasons.includes(reason.id)

/** The reason whose law, grounds and evidence carry the appeal. */
export const argued = (subject: Subject): ReasonRecord => subject.sibling ?? subject.reason

/** Its root in the paths of `fieldSupport`. */
export const arguedRoot = (subject: Subject): 'reason' | 'sibling' => (subject.sibling ? 'sibling' : 'reason')

/** Whether the reason is argued criterion by criterion, so that the treatment's own criteria are the matter in dispute. */
export const isByCriterion = (reason: ReasonRecord): boolean => /\bcriterion\b/.test(reason.criteriaMapping.rowPer)

/** Whether medicine can come into it at all: not with a claim line, a filing date or another payer. */
export const isMedical = (reason: ReasonRecord): boolean => reason.externalReview.medicalJudgment !== 'no'

export const stateOf = (subject: Subject): StateRecord | undefined =>
  subject.state ? subject.knowledge.states.get(subject.state.toLowerCase()) : undefined

/** Where the guide stands in the library. */
export const addressOf = (payer: PayerRecord, treatment: TreatmentRecord, reason: ReasonRecord): string =>
  `/help/${payerSlug(payer)}/${treatmentSlug(treatment)}/${reasonSlug(reason)}`
