import { z } from 'zod'
import { careKind, key, slug, texts, trust } from './care.ts'
import { bilingual, datum, ref, text } from './datum.ts'

/** The coarse labels that letters are sorted by; `reading` uses the same list. */
export const reasonCategory = z.enum([
  'bundling',
  'coding_or_billing_error',
  'conservative_treatment_not_tried',
  'duplicate_claim',
  'experimental_investigational',
  'insufficient_documentation',
  'non_formulary_or_tier',
  'not_covered_excluded',
  'not_medically_necessary',
  'out_of_network',
  'payment_reduced',
  'prior_authorization_missing',
  'quantity_or_frequency_limit',
  'step_therapy',
  'timely_filing',
])

/** A code a remittance or pharmacy reject carries for this reason; `label` in our own words. */
export const denialCode = z.strictObject({
  code: z.string().regex(/^[0-9A-Z]{1,5}$/),
  label: text,
  /** Only where it differs from `trust.x12` or `trust.ncpdp` of the record. */
  trust: trust.optional(),
})
export type DenialCode = z.infer<typeof denialCode>

/** A ground on which this reason is answered, and what proves it. */
export const ground = z.strictObject({ id: key, label: text, provedBy: z.array(text).min(1), cite: z.array(ref).default([]) })
export type Ground = z.infer<typeof ground>

export const reasonRecord = z.strictObject({
  /** Every reason is known well enough to be argued. */
  id: key,
  slug,
  liveSlug: slug.optional(),
  displayName: text,
  displayNameEs: text,
  /** After the treatment's name in a title: "denied for not completing step therapy". */
  headline: bilingual,
  /** In a link: "step-therapy denial". */
  relatedPhrase: bilingual,
  category: reasonCategory,
  /** Other labels under which a letter can give it. */
  otherCategories: z.array(reasonCategory).default([]),
  appliesToKinds: z.array(careKind).min(1),
  /** The label is odd for these kinds of care; the guide opens by saying so. */
  unusualForKinds: z.array(careKind).default([]),
  /** The reason to look at instead, for a kind in `unusualForKinds`. */
  siblings: z.partialRecord(careKind, key).default({}),
  subtypes: texts,
  /** Words by which letters give this reason: lower case, matched without punctuation. */
  letterCues: z.array(text).min(1),
  carc: z.array(denialCode).default([]),
  rarc: z.array(denialCode).default([]),
  ncpdp: z.array(denialCode).default([]),
  trust: z.strictObject({ record: trust, x12: trust.optional(), ncpdp: trust.optional() }),
  /** One sentence for the top of a guide: ours, specific to the reason, no rates and no promise. */
  tagline: bilingual,
  /** What to do before anything else. */
  firstMove: text,
  /** The order in which the letter argues. */
  argumentPattern: z.array(text).min(1),
  grounds: z.array(ground).min(1),
  requiredEvidence: z.array(text).min(1),
  /** Form of the criteria table; its rows come from the policy. */
  criteriaMapping: z.strictObject({
    columns: z.array(text).min(2),
    rowPer: text,
    exampleRows: z.array(z.array(text)).default([]),
  }),
  /** Role → what that person's part is. */
  whoWrites: z.record(key, text),
  commonMistakes: texts,
  externalReview: z.strictObject({
    /** Whether the reason turns on medical judgment, which federal external review asks for. */
    medicalJudgment: z.enum(['yes', 'no', 'depends']),
    federal: datum,
    medicareAdvantage: datum,
    medicaid: datum,
  }),
  /** Law that bears on the reason, each with what it is good for. */
  legalHooks: z.array(datum).default([]),
  urgency: text.optional(),
  notes: texts,
})

export type ReasonRecord = z.infer<typeof reasonRecord>
