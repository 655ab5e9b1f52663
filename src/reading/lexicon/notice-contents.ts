import type { DenialReading } from '../denial.ts'

type Read = Omit<DenialReading, 'defects'>

export interface NoticeContent {
  /** Key used in coverage records. */
  readonly id: string
  readonly why: string
  /** Words (lower case) that show the notice has it. */
  readonly present: RegExp | null
  /** Findings that show it, or that make it needless in this notice. */
  readonly excused: (read: Read) => boolean
}

const judgesMedicine = (r: Read) =>
  r.denialReasons.some(
    ({ value }) =>
      value.category === 'not_medically_necessary' ||
      value.category === 'experimental_investigational' ||
      value.category === 'conservative_treatment_not_tried',
  )
const afterCare = (r: Read) => r.appealLevel?.value === 'initial_post_service'

/** What a complete notice of denial holds. Whether law asks for it depends on the coverage: see `rights`. */
export const NOTICE_CONTENTS: readonly NoticeContent[] = [
  {
    id: 'no_specific_reason',
    why: 'The notice gives no reason for the denial.',
    present: null,
    excused: (r) => r.denialReasons.length > 0,
  },
  {
    id: 'no_plan_provision',
    why: 'The notice names no plan provision, policy or criterion that the denial rests on.',
    present:
      /\b(?:section|article|page)\s+[\divx]+[\w.]*\b[^.]{0,80}\b(?:plan|certificate|handbook|coverage|booklet|policy|contract|brochure)|\b(?:plan|certificate|evidence of coverage|summary plan description)\b[^.]{0,60}\b(?:section|page|provision)\s+[\divx]/,
    excused: (r) => r.policyNamed.length > 0,
  },
  {
    id: 'no_criterion',
    why: 'The notice neither names the rule or criterion it applied nor offers a free copy of it.',
    present:
      /\b(?:criteri\w+|guidelines?|protocol|rule|policy|benefit provision)\b[^.]{0,120}\b(?:free|no (?:cost|charge)|upon request|on request|request a copy|copy of|copies of)|\b(?:copy|copies)\b[^.]{0,80}\b(?:criteri\w+|guidelines?|rule|protocol|policy)/,
    excused: (r) => r.policyNamed.length > 0,
  },
  {
    id: 'no_clinical_rationale',
    why: 'The notice calls the care unnecessary or unproven but neither explains the clinical judgment for this person nor offers the explanation free.',
    present:
      /\b(?:scientific|clinical|medical) (?:judgment|rationale|explanation|reason)\b|\b(?:your|the member['’]s|the patient['’]s) (?:medical )?(?:records?|condition|symptoms|notes|history|exam|mri|x-?ray|imaging|test)\b[^.]{0,120}\b(?:show|did|do|does|indicate|not)|\b(?:records?|documentation|notes|information)\b[^.]{0,60}\b(?:does|do|did) not (?:show|include|document|demonstrate|establish)|\bspecifically\b|\bbecause\b[^.]{50,}/,
    excused: (r) => !judgesMedicine(r),
  },
  {
    id: 'no_perfection_statement',
    why: 'The notice says that information is missing but not which information would complete the request.',
    present:
      /\b(?:following|did not receive|does not include|do not include|not received|need(?:ed)?|missing|please (?:send|submit|provide)|recent|require documentation|need the)\b/,
    excused: (r) => !r.denialReasons.some(({ value }) => value.category === 'insufficient_documentation'),
  },
  {
    id: 'no_review_procedure',
    why: 'The notice does not say how to appeal and by when.',
    present: /\b(?:no later than|within|before|by)\b[^.]{0,40}\b(?:noon|days?|months?)\b/,
    excused: (r) => r.appealDeadline !== null,
  },
  {
    id: 'no_expedited_description',
    why: 'The notice does not describe a faster review for urgent care.',
    present:
      /\bexpedit\w+|\bfast(?:er)? (?:appeal|decision|review|track)|\burgent (?:appeal|review|care appeal|request)|\b72[- ]hours?|apelaci[óo]n (?:r[áa]pida|acelerada)/,
    excused: afterCare,
  },
  {
    id: 'no_external_review_info',
    why: 'The notice does not mention review by anyone outside the plan.',
    present:
      /\bexternal (?:review|appeal)|\bindependent (?:external |medical )?review|\bfair hearing|\bstate hearing|\biro\b|\bire\b|\boffice of personnel management|\bopm\b|\badministrative law judge|\bquality improvement organization|\bqio\b|\bformal review\b|revisi[óo]n externa|audiencia/,
    excused: () => false,
  },
  {
    id: 'no_claim_file_statement',
    why: 'The notice does not offer free access to the claim file and documents.',
    present:
      /\b(?:copies|copy|access)\b[^.]{0,120}\b(?:documents?|records?|information|claim file|case file|file)\b|\b(?:claim|case) file\b|\b(?:documents?|records?|file)\b[^.]{0,60}\b(?:free|no (?:cost|charge))\b|copia/,
    excused: () => false,
  },
  {
    id: 'no_reviewer_credentials',
    why: 'The notice does not say who made the medical judgment and with what qualification.',
    present: null,
    excused: (r) => r.reviewer !== null || !judgesMedicine(r),
  },
  {
    id: 'no_codes_statement',
    why: 'The notice neither gives nor offers the diagnosis and treatment codes and their meanings.',
    present: /\b(?:diagnosis|treatment|procedure|billing) codes?\b/,
    excused: (r) => r.codes.some(({ value }) => value.system === 'ICD-10-CM'),
  },
  {
    id: 'no_consumer_assistance',
    why: 'The notice names no consumer assistance program, ombudsman or regulator that helps.',
    present:
      /\bconsumer (?:assistance|services|affairs)|\bombuds\w+|\bdepartment of (?:insurance|commerce|managed health care|financial services|labor|health)|\bemployee benefits security administration|\bebsa\b|\bshi[bp]\b|\b(?:division|bureau) of insurance|\bcommissioner of (?:\w+ and )?insurance|\binsurance (?:department|commissioner|administration)|\b1-800-medicare/,
    excused: () => false,
  },
]
