import { z } from 'zod'
import { slug, texts, trust } from './care.ts'
import { bilingual, datum, id, refs, text } from './datum.ts'

/** What the company is to the member: who decides, who only administers, who only reviews. */
export const payerType = z.enum([
  'national_carrier',
  'regional_carrier',
  'blue_licensee',
  'medicaid_plan',
  'medicare_advantage_carrier',
  'marketplace_carrier',
  'integrated_hmo',
  'brand',
  'parent_group',
  'third_party_administrator',
  'pharmacy_benefit_manager',
  'utilization_reviewer',
  'federal_employee_plan',
  'government_program',
  'not_insurance',
  'family_of_companies',
])
export type PayerType = z.infer<typeof payerType>

export const lineOfBusiness = z.enum([
  'commercial_insured',
  'self_funded_administration',
  'marketplace',
  'ichra',
  'essential_plan',
  'medicare_advantage',
  'part_d',
  'medicare_supplement',
  'dual_eligible',
  'medicaid',
  'chip',
  'fehb',
  'pshb',
  'fep_local_administration',
  'tricare',
  'tricare_pharmacy',
  'veterans',
  'original_medicare',
  'medicaid_fee_for_service',
  'pharmacy_benefits',
  'medical_drug_management',
  'utilization_review',
])

/** Where the payer prints its coverage rules. The rules themselves are held only when a case brings them. */
export const policyPublication = z.strictObject({
  kind: z.enum(['policy_library', 'drug_criteria', 'reviewer_guidelines', 'manual', 'coverage_database', 'criteria_page']),
  name: text,
  notes: texts,
})

/** Another company that decides for the payer: in the registry (`payer`) or only by name. */
export const delegate = z
  .strictObject({ payer: id.optional(), name: text.optional(), scope: text.optional() })
  .refine((d) => (d.payer === undefined) !== (d.name === undefined), 'either payer (an id) or name, not both')

export const payerRecord = z.strictObject({
  id,
  /** The company's own spelling. Never built from a slug. */
  displayName: text,
  type: payerType,
  /** Full names it goes by in letters. Matched without case, punctuation or corporate suffix. */
  aliases: texts,
  /** Underwriting and administering companies that sign for it. Matched as aliases. */
  legalNames: texts,
  /** Names it no longer uses but older letters do. Matched as aliases. */
  formerNames: texts,
  /** Products and local brands that name the payer without its own name. Matched as aliases. */
  products: texts,
  /** Short forms and everyday words ("ASH", "Prime"): match only a whole name, never words inside a sentence. */
  abbreviations: texts,
  parent: text.optional(),
  /** The parent's own record, where it has one. */
  parentId: id.optional(),
  lines: z.array(lineOfBusiness).default([]),
  linesNote: text.optional(),
  /** For a reviewer: the kinds of care it reviews, in plain words. */
  reviews: texts,
  /** Two-letter codes, or US alone for everywhere. */
  states: z.array(z.string().regex(/^[A-Z]{2}$/, 'a two-letter code')).default([]),
  areaNote: text.optional(),
  policies: policyPublication.optional(),
  /** Criteria it is known to use, as its letters name them. */
  criteriaSets: texts,
  delegates: z.array(delegate).default([]),
  /** What to know before appealing to it. */
  appealNotes: z.array(datum).default([]),
  /** State agencies that take complaints or run its external review, where they differ from the state's record. */
  regulators: texts,
  /** Payers that share part of its name but are other companies. */
  confusableWith: z.array(id).default([]),
  /** Blue plans: three-character member-id prefixes known to be its own. */
  idPrefixes: z.array(z.string().regex(/^[A-Z0-9]{3}$/)).default([]),
  /** For a family of companies: the question that settles which company it is. */
  ask: bilingual.optional(),
  liveSlug: slug.optional(),
  /** How earlier guides named it, to be understood but never printed. */
  seedName: text.optional(),
  /** Provisions on the role it plays, shared by all payers of its type. */
  roleNotes: refs.optional(),
  trust: z.strictObject({
    record: trust,
    parent: trust.optional(),
    policies: trust.optional(),
    criteria: trust.optional(),
    delegates: trust.optional(),
  }),
})
export type PayerRecord = z.infer<typeof payerRecord>
