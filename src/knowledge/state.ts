import { z } from 'zod'
import { id, int, isoDate, provenance, text } from './datum.ts'

/** One fact about a State's law. Absent where it is not known: never filled by guess. */
export const stateDatum = z.strictObject({
  says: text,
  /** The State's own citation, as it is written there: "Cal. Ins. Code § 10169". */
  cite: text.optional(),
  note: text.optional(),
  ...provenance,
})
export type StateDatum = z.infer<typeof stateDatum>

/** A fact that is a length of time. */
export const statePeriod = stateDatum.extend({
  amount: int,
  unit: z.enum(['hours', 'days', 'business_days', 'months']),
})
export type StatePeriod = z.infer<typeof statePeriod>

const ground = z.enum([
  'contraindicated_or_harm',
  'expected_ineffective',
  'tried_and_failed',
  'stable_on_drug',
  'not_in_best_interest',
])

/** Drugs only unless the text says more, and never against a self-funded ERISA plan. */
const stepTherapy = z.strictObject({
  status: z.enum(['law', 'limited', 'ban', 'none', 'none_found', 'unknown']),
  statute: stateDatum.optional(),
  effectiveFrom: isoDate.or(z.string().regex(/^\d{4}$/, 'a year or a date')).optional(),
  grounds: stateDatum.extend({ list: z.array(ground).min(1) }).optional(),
  decisionStandard: statePeriod.optional(),
  decisionUrgent: statePeriod.optional(),
  deemedGrantedIfLate: stateDatum.optional(),
  medicaidManagedCare: stateDatum.optional(),
  special: z.array(stateDatum).optional(),
})

const regulator = z.strictObject({
  name: stateDatum,
  url: stateDatum.optional(),
  phone: stateDatum.optional(),
  complaintUrl: stateDatum.optional(),
  helpAgency: stateDatum.optional(),
  others: z.array(stateDatum).optional(),
})

const externalReview = z.strictObject({
  program: z.enum(['state_run', 'federal_hhs_administered', 'federal_iro', 'unknown']),
  fileWith: stateDatum.optional(),
  window: statePeriod.optional(),
  decisionStandard: statePeriod.optional(),
  decisionExpedited: statePeriod.optional(),
  fee: stateDatum.optional(),
  statute: stateDatum.optional(),
})

const medicaid = z.strictObject({
  /** Time to ask for a State fair hearing after a managed care plan's decision. */
  hearingAfterPlan: statePeriod.optional(),
  /** Time to ask for a hearing in fee-for-service Medicaid. */
  hearing: statePeriod.optional(),
  agency: stateDatum.optional(),
})

export const stateRecord = z.strictObject({
  /** Two letters, lower case; the file's name. */
  id: id.regex(/^[a-z]{2}$/, 'two letters'),
  name: text,
  stepTherapy: stepTherapy.optional(),
  regulator: regulator.optional(),
  externalReview: externalReview.optional(),
  medicaid: medicaid.optional(),
  /** Autism, biomarker, gold card, continuity of care, prior-authorization reform, therapy mandates … */
  coverageLaws: z.record(z.string().regex(/^[a-z0-9_]+$/), z.array(stateDatum).min(1)).optional(),
})
export type StateRecord = z.infer<typeof stateRecord>
