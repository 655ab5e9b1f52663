import type { z } from 'zod'
import type { Knowledge } from '../../knowledge/assemble.ts'
import type { CoverageRecord } from '../../knowledge/coverage.ts'
import type { lineOfBusiness, PayerRecord } from '../../knowledge/payer.ts'
import type { TreatmentRecord } from '../../knowledge/treatment.ts'

type Line = z.infer<typeof lineOfBusiness>

/** Which coverage types a line of business can be; the plan document says which one it is. */
const TYPES: Readonly<Record<Line, readonly string[]>> = {
  commercial_insured: ['erisa_insured', 'nonfederal_governmental', 'church', 'grandfathered', 'student'],
  self_funded_administration: ['erisa_self_funded', 'nonfederal_governmental', 'church', 'grandfathered'],
  marketplace: ['aca_individual'],
  ichra: ['aca_individual'],
  essential_plan: [],
  medicare_advantage: ['medicare_advantage'],
  part_d: ['part_d'],
  medicare_supplement: [],
  dual_eligible: ['medicare_advantage', 'medicaid_managed_care'],
  medicaid: ['medicaid_managed_care'],
  chip: ['chip'],
  fehb: ['fehb_pshb'],
  pshb: ['fehb_pshb'],
  fep_local_administration: ['fehb_pshb'],
  tricare: ['tricare'],
  tricare_pharmacy: ['tricare'],
  veterans: ['va'],
  original_medicare: ['original_medicare'],
  medicaid_fee_for_service: ['medicaid_ffs'],
  pharmacy_benefits: [],
  medical_drug_management: [],
  utilization_review: [],
}

/** A parent’s job may cover the child, or these programs may, often under another of the payer’s names. */
const CHILDREN: readonly Line[] = ['medicaid', 'chip']

/** Care for people under 21, to whom Medicare belongs only in rare cases. */
export const isForChildren = (t: TreatmentRecord): boolean => t.ages?.to !== undefined && t.ages.to <= 20

const MEDICARE = ['medicare_advantage', 'part_d', 'original_medicare']

/** Lines the payer has; for a family of companies, those of any company in it; for a reviewer, commercial ones. */
function linesOf(knowledge: Knowledge, payer: PayerRecord): readonly Line[] {
  if (payer.type === 'family_of_companies')
    return [...knowledge.payers.values()].filter((p) => p.type === 'blue_licensee').flatMap((p) => p.lines)
  const parent = payer.lines.length || !payer.parentId ? payer : (knowledge.payers.get(payer.parentId) ?? payer)
  const real = parent.lines.filter((l) => TYPES[l].length)
  // What it does for plans of its own comes beside what it does for all other plans.
  if (payer.type === 'pharmacy_benefit_manager' && payer.lines.includes('pharmacy_benefits')) return [...OF_ANY_PLAN, ...real]
  return real.length ? real : OF_ANY_PLAN
}

const OF_ANY_PLAN: readonly Line[] = [
  'commercial_insured',
  'self_funded_administration',
  'marketplace',
  'medicare_advantage',
  'medicaid',
]

/**
 * Coverage types this payer and treatment can meet, in the registry's order. Children's care brings
 * Medicaid and CHIP in and leaves Medicare out; Part D needs a drug that a pharmacy can dispense.
 */
export function coveragesFor(
  knowledge: Knowledge,
  payer: PayerRecord,
  treatment: TreatmentRecord,
  forChildren: boolean,
): readonly CoverageRecord[] {
  if (payer.type === 'not_insurance') return [knowledge.coverage.get('stldi_limited_hcsm')].filter((c) => c !== undefined)
  const children = isForChildren(treatment) || forChildren
  const lines = [...linesOf(knowledge, payer), ...(children ? CHILDREN : [])]
  const ids = new Set(lines.flatMap((line) => TYPES[line]))
  const pharmacy = isPharmacy(treatment)
  if (pharmacy && ids.has('medicare_advantage')) ids.add('part_d')
  if (!pharmacy) ids.delete('part_d')
  if (children) for (const id of MEDICARE) ids.delete(id)
  return [...ids].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)).flatMap((id) => knowledge.coverage.get(id) ?? [])
}

/** What of a treatment the choice depends on, beside whether the guide is for children. */
export const isPharmacy = (t: TreatmentRecord): boolean => t.benefits.some((b) => b === 'pharmacy' || b === 'any')

/** Commonest first. */
const ORDER = [
  'erisa_self_funded',
  'erisa_insured',
  'aca_individual',
  'nonfederal_governmental',
  'church',
  'student',
  'grandfathered',
  'fehb_pshb',
  'medicare_advantage',
  'part_d',
  'original_medicare',
  'medicaid_managed_care',
  'medicaid_ffs',
  'chip',
  'tricare',
  'va',
]

/** Coverage types any member of this payer can have, in the registry's order. */
export function coverageTypesOf(knowledge: Knowledge, payer: PayerRecord): readonly string[] {
  if (payer.type === 'not_insurance') return ['stldi_limited_hcsm']
  const ids = new Set(linesOf(knowledge, payer).flatMap((line) => TYPES[line]))
  return [...ids].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))
}
