import type { PayerRecord } from '../../knowledge/payer.ts'
import type { ReasonRecord } from '../../knowledge/reason.ts'
import type { TreatmentRecord } from '../../knowledge/treatment.ts'
import { isForChildren } from './coverages.ts'

/** Why a payer's letter about this care and reason is not to be expected; null where it is. */
export type Misfit = 'not_a_pharmacy_drug' | 'not_reviewed_there' | 'children_in_medicare' | 'not_its_decision'

/**
 * Whether such a denial can come from this payer at all: a pharmacy benefit manager decides drugs that
 * a pharmacy dispenses, and with reject codes; a reviewer decides the care it reviews, on medical
 * grounds; Medicare insures no children.
 */
export function misfit(payer: PayerRecord, treatment: TreatmentRecord, reason: ReasonRecord): Misfit | null {
  if (isPharmacyOnly(payer)) {
    if (!isPharmacyDrug(treatment)) return 'not_a_pharmacy_drug'
    if (!reason.ncpdp.length) return 'not_its_decision'
  }
  if (payer.type === 'utilization_reviewer') {
    if (!reviewsCare(payer, treatment)) return 'not_reviewed_there'
    if (reason.externalReview.medicalJudgment === 'no' || PLANS_OWN.includes(reason.id)) return 'not_its_decision'
  }
  if (isForChildren(treatment) && isMedicareOnly(payer)) return 'children_in_medicare'
  return null
}

/** Questions of network, contract, enrollment and payment, which a plan does not hand to a reviewer of the care. */
const PLANS_OWN: readonly string[] = [
  'benefit_exclusion',
  'eligibility_coverage',
  'network_channel_provider_type',
  'out_of_network',
  'payment_audit_downgrade',
  'preventive_cost_sharing',
]

const PHARMACY_LINES: readonly string[] = ['pharmacy_benefits', 'tricare_pharmacy', 'part_d']

const isPharmacyOnly = (p: PayerRecord): boolean =>
  p.type === 'pharmacy_benefit_manager' || (p.lines.length > 0 && p.lines.every((line) => PHARMACY_LINES.includes(line)))

const isPharmacyDrug = (t: TreatmentRecord): boolean =>
  (t.kind === 'drug' || t.kind === 'biologic') && t.benefits.some((b) => b === 'pharmacy' || b === 'any')

const MEDICARE_LINES: readonly string[] = ['medicare_advantage', 'part_d', 'medicare_supplement', 'original_medicare']

const isMedicareOnly = (p: PayerRecord): boolean =>
  p.type === 'medicare_advantage_carrier' || (p.lines.length > 0 && p.lines.every((line) => MEDICARE_LINES.includes(line)))

const words = (t: TreatmentRecord): string => `${t.class} ${t.displayName} ${t.specialty ?? ''}`
export const isImaging = (t: TreatmentRecord): boolean => /imaging|\bMRI\b|\bPET\b|\bCT\b|scan|ultrasound/i.test(words(t))
const isCancerCare = (t: TreatmentRecord): boolean =>
  /oncolog|cancer|tumou?r|leuk|lymphoma|myeloma|carcinoma|melanoma|amyloid/i.test(words(t))
const isDone = (t: TreatmentRecord): boolean => t.kind === 'procedure' || t.kind === 'device' || t.kind === 'test'

/** Words of a reviewer's `reviews`, and the care they mean. */
const REVIEWS: readonly (readonly [RegExp, (t: TreatmentRecord) => boolean])[] = [
  [/behavioral/, (t) => t.benefits.includes('behavioral')],
  [/imaging/, (t) => isDone(t) && isImaging(t)],
  [/laborator|genetic/, (t) => t.kind === 'test' && !isImaging(t)],
  [/radiation/, (t) => /radiat|proton|brachy/i.test(words(t))],
  [/^oncology/, (t) => isCancerCare(t) && t.kind !== 'level_of_care'],
  [/musculoskeletal|spine/, (t) => isDone(t) && /spin|joint|orthop|arthr|knee|hip\b|musculo|fusion|disc\b/i.test(words(t))],
  [/pain/, (t) => isDone(t) && /\bpain\b|epidural|nerve|stimulat/i.test(words(t))],
  [/cardi/, (t) => isDone(t) && /cardi|heart|valve|defib|coronary|arrhythm/i.test(words(t))],
  [/sleep/, (t) => /sleep|apnea|CPAP/i.test(words(t))],
  [/therapy|rehabilitation|chiropractic/, (t) => t.kind === 'therapy' && t.benefits.includes('therapy')],
  [/equipment/, (t) => t.kind === 'device' && t.benefits.includes('dme')],
  [/home health/, (t) => /home health|private duty|home nursing|home infusion/i.test(words(t))],
  [/post-acute|skilled nursing/, (t) => t.kind === 'level_of_care' && !t.benefits.includes('behavioral')],
]

const reviewed = new WeakMap<PayerRecord, Map<TreatmentRecord, boolean>>()

function reviewsCare(payer: PayerRecord, t: TreatmentRecord): boolean {
  let known = reviewed.get(payer)
  if (!known) {
    known = new Map()
    reviewed.set(payer, known)
  }
  const found = known.get(t)
  if (found !== undefined) return found
  const made = payer.reviews.some((r) => REVIEWS.some(([pattern, means]) => pattern.test(r) && means(t)))
  known.set(t, made)
  return made
}
