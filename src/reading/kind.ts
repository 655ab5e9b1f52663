import type { LetterReading } from './denial.ts'
import type { ReadingContext } from './findings/context.ts'
import type { Sentence } from './text/sentences.ts'

const EOB = /\bexplanation\s+of\s+(?:benefits|payment)|\bremittance\b|\bEOB\b|\bprovider\s+payment\s+advice/i
const THIS_IS_NOT_A_BILL = /\bthis is not a bill\b/i
const DENIES =
  /\bden(?:ied|y|ying|ial)\b|\bnot\s+(?:been\s+|be\s+)?(?:approved?|authori[sz]ed|certified|covered|medically\s+necessary|payable|paid|eligible\s+for\s+(?:coverage|payment))\b|\b(?:can(?:no|['’])t|unable to|not able to|will not|won['’]t)\s+(?:be\s+)?(?:approve[d]?|cover(?:ed)?|pay|authori[sz]e[d]?)|\b(?:are|is|am)\s+not\s+(?:approving|authorizing|covering|paying)\b|\bdeclin(?:e|ed|es|ing)\s+(?:to\s+|your\s+|the\s+|coverage)|\b(?:do|does|did)\s+not\s+(?:approve|authorize|certify|cover|pay)\b|\badverse\b|\buph(?:e|o)ld|\bnon-?coverage\b|\bwill\s+end\b|\bterminat|\bdisallow|\bnot\s+to\s+(?:approve|cover|pay|authorize)|\banswer\s+is\s+(?:still\s+)?no\b|\bnotice\s+of\s+appeal\s+(?:resolution|decision)|\breject|\bnot\s+meet\b|\bnotice\s+of\s+(?:adverse\s+)?(?:benefit\s+)?action\b|\bno\s+longer\s+(?:\w+\s+){0,2}(?:medically\s+)?(?:necessary|needs?|meets?)|\bwill\s+(?:reduce|stop|suspend)\b|\bdown-?coded\b|\b(?:will|to)\s+be\s+recouped\b|\bpayment\s+(?:is|was|has\s+been)\s+reduced\b|\bprocessed\s+as\s+(?:diagnostic|non-?preventive)\b|\bnegad[oa]|\bdenegad[oa]|\bnegamos|\bdenegamos/i
const APPROVES =
  /\b(?:has|have)\s+been\s+(?:approved|authorized|certified|overturned)\b|\b(?:is|are|was|were)\s+(?:hereby\s+)?(?:approved|authorized|certified)\b|\bwe\s+(?:have\s+)?(?:approved?|authorized?)\b|\bnotice\s+of\s+approval|\bapproval\s+(?:letter|notice)|\bdetermination:\s*approved|\bstatus:\s*approved|\bhemos aprobado/i
/** Sentences about what might happen or what the law allows decide nothing. */
const CONDITION = /\b(?:if|unless|should|whether|when|may|might|could|in case|not a guarantee|si)\b/i

/** In a letter that approves: what was decided before, and has now been changed. */
const EARLIER = /\b(?:first|original|initial|earlier|prior|previous)\s+(?:request|claim|decision|denial|determination|review)\b/i

/** What the letter is, told by the sentences that decide. */
export function kindOf({ letter, sentences }: ReadingContext): LetterReading['kind'] {
  const head = letter.text.slice(0, 1500).replace(/\s+/g, ' ')
  const salutation = letter.lines.some((l) => /^(?:Dear|Estimad)/i.test(l.cells[0]?.text ?? ''))
  const spread =
    /\bExplanation\b[\s\S]{0,200}\bOf\b[\s\S]{0,200}\bBenefits\b/.test(letter.text.slice(0, 900)) && /\bRemit/i.test(letter.text)
  const eob = spread || THIS_IS_NOT_A_BILL.test(letter.text) || (EOB.test(head) && !salutation)
  const decides = sentences.filter(speaks)
  const denies = decides.filter(
    (s) => DENIES.test(s.text) && !/\bnot\s+denied\b|\bprevious(?:ly)?\b[^.]*\bdenied|\boverturn/i.test(s.text),
  )
  const approved = decides.some(
    (s) => APPROVES.test(s.text) && !/\bnot\s+(?:been\s+)?(?:approved|authorized|certified)/i.test(s.text),
  )
  const denied = approved ? denies.some((s) => !EARLIER.test(s.text)) : denies.length > 0
  if (eob) return 'explanation_of_benefits'
  if (approved && !denied) return 'approval'
  return denied || sentences.some((s) => s.section !== 'contact' && DENIES.test(s.text)) ? 'denial' : 'other'
}

const speaks = (s: Sentence) =>
  (s.kind === 'heading' || !CONDITION.test(s.text)) &&
  s.section !== 'appeal' &&
  s.section !== 'external' &&
  s.section !== 'contact' &&
  s.section !== 'continuation' &&
  s.section !== 'submission' &&
  s.section !== 'expedited'
