/** Labels of identifying numbers, as sources of regular expressions, most telling first. */
const NUMBER = String.raw`(?:\s*(?:id|identification|identifier|number|no\.?|num\.?|#|número|núm\.?))`

export interface NumberLabel {
  readonly source: string
  readonly confidence: number
}

const label = (source: string, confidence: number): NumberLabel => ({ source, confidence })

export const MEMBER_ID_LABELS: readonly NumberLabel[] = [
  label(
    String.raw`(?:member|miembro|afiliado)(?:['’]s)?(?:\s*/\s*subscriber)?${NUMBER}{1,2}|(?:id|identificación|número)\s+(?:de|del)\s+(?:miembro|afiliado)|n[úu]mero de identificaci[óo]n(?: del? (?:miembro|afiliado))?`,
    1,
  ),
  label(
    String.raw`(?:subscriber|enrollee|beneficiary|insured|participant|recipient|cardholder|customer|policyholder|certificate|cert|contract holder|beneficiario)(?:['’]s)?${NUMBER}{1,2}`,
    0.95,
  ),
  label(
    String.raw`(?:medicaid|medicare|mbi|cin|medical assistance|health insurance claim|hicn?|umi|identification|dod benefits|sponsor)${NUMBER}{1,2}|mbi|cin|hicn?|identification`,
    0.9,
  ),
  label(
    String.raw`patient${NUMBER}{1,2}|(?<!(?:request|claim|case|auth|authorization|reference|provider|tax|group|payer|form|document|notice|transaction|file|service|appeal|review|plan|tracking)\s+)id${NUMBER}?|(?:health plan|insurance|plan)\s*id${NUMBER}?`,
    0.7,
  ),
  label(
    String.raw`(?<!medical |clinical |drug |coverage |payment |reimbursement )policy${NUMBER}{1,2}|contract${NUMBER}{1,2}`,
    0.6,
  ),
  // Health systems that are their own insurer number their members so.
  label(String.raw`(?:medical|health) record${NUMBER}{1,2}`, 0.5),
]

export const GROUP_LABELS: readonly NumberLabel[] = [
  label(
    String.raw`(?:employer\s+|plan\s*/\s*)?(?:group|grp|rxgrp)(?:\s*/\s*(?:policy|plan|account))?${NUMBER}{0,2}|n[úu]mero de grupo`,
    1,
  ),
]

const CASE_WORDS =
  'claim|clm|claim reference|claim control|reference|ref|case|authorization|auth|pre-?authorization|prior auth(?:orization)?|pre-?certification|precert|certification|referral|request|service request|coverage request|tracking|determination|decision|notice|denial|review|intake|event|appeal|grievance|complaint|internal control|document control|control|transaction|pa|file|encounter|um|prescription|rx'

export const REFERENCE_LABELS: readonly NumberLabel[] = [
  label(
    String.raw`(?:${CASE_WORDS})(?:\s+(?:case|request|reference|control|tracking|file))?(?:\s*/\s*(?:reference|claim|case|auth(?:orization)?))?${NUMBER}{1,2}|icn|dcn|n[úu]mero de (?:reclamo|referencia|caso|autorizaci[óo]n|apelaci[óo]n)`,
    1,
  ),
  label(String.raw`claim|clm|claim reference|reference|ref|case|authorization|auth|reclamo|referencia|caso`, 0.9),
]

/** Numbers that identify something else: kept apart so that none is taken for the claim. */
export const OTHER_NUMBER_LABELS: readonly NumberLabel[] = [
  label(String.raw`(?:patient\s+)?(?:account|acct|acnt|patient control)${NUMBER}{0,2}`, 0.9),
  label(
    String.raw`(?:tax|npi|provider|tin|federal tax|check|check/eft|eft|policy|plan|medical record|mrn)${NUMBER}{1,2}|npi|mrn|tin`,
    0.9,
  ),
]
