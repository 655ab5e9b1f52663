import { z } from 'zod'
import { bool, id, int, isoDate, provenance, text } from './datum.ts'

/** One fact about a State's law. Absent where it is not known: never filled by guess. */
const fact = {
  /** The State's own citation of the section, as it is written there: "Cal. Ins. Code § 10169". */
  cite: text.optional(),
  /** The paragraph of it: "(c)(1)-(3)". A letter leaves it out where the fact is only recalled. */
  pin: z.string().regex(/^\(/, 'a paragraph in brackets; anything else belongs in `cite`').optional(),
  note: text.optional(),
  ...provenance,
}

export const stateDatum = z.strictObject({ says: text, ...fact })
export type StateDatum = z.infer<typeof stateDatum>

/** A fact that is a length of time; `says` only where more than the length must be said. */
export const statePeriod = z.strictObject({
  amount: int,
  unit: z.enum(['hours', 'days', 'business_days', 'months']),
  /** What starts it, where that is not what Federal law starts it with: "after the notice is issued". */
  from: z.enum(['receipt_of_notice', 'date_on_notice']).optional(),
  says: text.optional(),
  ...fact,
})
export type StatePeriod = z.infer<typeof statePeriod>

const exceptionGround = z.enum([
  'contraindicated_or_harm',
  'expected_ineffective',
  'tried_and_failed',
  'stable_on_drug',
  'not_in_best_interest',
])
export type ExceptionGround = z.infer<typeof exceptionGround>

/** Drugs only, and never against a self-funded ERISA plan. */
const stepTherapy = z.strictObject({
  /** `limited`: a rule for some drugs or repeats only. `none_found`: somebody looked. `unknown`: nobody did. */
  status: z.enum(['law', 'limited', 'ban', 'none', 'none_found', 'unknown']),
  /** The general exception law; for `limited` the narrow one. */
  statute: stateDatum.optional(),
  /** From when plans issued or renewed are under it. */
  effectiveFrom: isoDate.or(z.string().regex(/^\d{4}$/, 'a year or a date')).optional(),
  grounds: z.strictObject({ list: z.array(exceptionGround).min(1), ...fact }).optional(),
  decisionStandard: statePeriod.optional(),
  decisionUrgent: statePeriod.optional(),
  /** Whether a request that is not answered in time counts as granted. */
  deemedGranted: z.strictObject({ granted: bool, ...fact }).optional(),
  /** Whether it binds Medicaid managed care; `own_law`: another section does, and it is the one cited. */
  medicaid: z.strictObject({ reaches: z.enum(['yes', 'no', 'own_law']), ...fact }).optional(),
  /** Limits beside the exception: "no step therapy for stage four cancer". */
  special: z
    .array(
      stateDatum.extend({
        topic: z.enum(['cancer', 'mental_health', 'substance_use', 'hiv', 'no_repeat', 'duration', 'reach', 'other']),
      }),
    )
    .optional(),
})
export type StateStepTherapy = z.infer<typeof stepTherapy>

/** Digits in groups, as they are dialled: "800-252-3439". */
const phone = z.string().regex(/^\d{3}-\d{3}-\d{4}$/, 'a telephone number as 800-555-0100')
const url = z.string().regex(/^https?:\/\/[a-z0-9.-]+(\/\S*)?$/i, 'a web address')
const office = { name: text, phone: phone.optional(), url: url.optional() }

/** Who regulates insurers, and who helps a person for nothing. One datum: it is looked up in one place. */
const regulator = z.strictObject({
  ...office,
  complaintUrl: url.optional(),
  /** The consumer assistance program or the regulator's own consumer line. */
  help: z.strictObject(office).optional(),
  /** Others with a part of the work: a second regulator, an ombudsman. */
  others: z.array(z.strictObject({ ...office, does: text })).optional(),
  note: text.optional(),
  ...provenance,
})

const externalReview = z.strictObject({
  /** `federal_hhs_administered`: the State has no process that meets the Federal standard, so HHS runs it. */
  program: z.strictObject({ is: z.enum(['state_run', 'federal_hhs_administered', 'unknown']), says: text.optional(), ...fact }),
  fileWith: stateDatum
    .extend({ where: z.enum(['regulator', 'insurer', 'hhs', 'other_agency']), phone: phone.optional(), url: url.optional() })
    .optional(),
  /** Time to ask, from receipt of the plan's final denial. */
  window: statePeriod.optional(),
  decisionStandard: statePeriod.optional(),
  decisionExpedited: statePeriod.optional(),
  fee: z
    .strictObject({
      /** What the patient pays; 0: nothing. */
      dollars: int,
      yearlyCap: int.optional(),
      refundedIfWon: bool.optional(),
      waivable: bool.optional(),
      ...fact,
    })
    .optional(),
  statute: stateDatum.optional(),
})
export type StateExternalReview = z.infer<typeof externalReview>

const medicaid = z.strictObject({
  /** Time to ask for a State fair hearing after a managed care plan's decision, from the date on its notice. */
  hearingAfterPlan: statePeriod.optional(),
  /** Time to ask for a hearing in fee-for-service Medicaid, from the day the notice was mailed. */
  hearing: statePeriod.optional(),
  agency: stateDatum.optional(),
})

export const COVERAGE_LAWS = [
  'autism',
  'therapy',
  'biomarker',
  'gold_card',
  'continuity_of_care',
  'prior_authorization_reform',
  'ai_in_review',
] as const
export type CoverageLaw = (typeof COVERAGE_LAWS)[number]

export const stateRecord = z.strictObject({
  /** Two letters, lower case; the file's name. */
  id: id.regex(/^[a-z]{2}$/, 'two letters'),
  name: text,
  stepTherapy: stepTherapy.optional(),
  regulator: regulator.optional(),
  externalReview: externalReview.optional(),
  medicaid: medicaid.optional(),
  coverageLaws: z.partialRecord(z.enum(COVERAGE_LAWS), z.array(stateDatum).min(1)).optional(),
})
export type StateRecord = z.infer<typeof stateRecord>

/** What a citation names as its source: "state-ca". */
export const stateSource = (record: { readonly id: string }): string => `state-${record.id}`
