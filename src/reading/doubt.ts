import type { Box, Finding, Span } from '../base/span.ts'
import type { DenialReading } from './denial.ts'
import type { SourceDocument, Word } from './document.ts'

/**
 * `unsure`: the recognition itself was not sure of it. `letter_or_digit`: letters and digits that look alike
 * (0 and O, 1, I and l, 5 and S, 8 and B) stand where either may be meant. `point_missing`: an amount without
 * the point that parts dollars from cents.
 */
export type DoubtReason = 'unsure' | 'letter_or_digit' | 'point_missing'

export interface DoubtfulWord {
  readonly text: string
  /** 0–1. */
  readonly confidence: number
  readonly box: Box
  readonly why: DoubtReason
}

export type DenialField = Exclude<keyof DenialReading, 'doc' | 'defects'>

/** A value that was read from a picture and that a person must compare with it. Nothing is ever corrected instead. */
export interface Doubt {
  readonly field: DenialField
  /** Which of a list of findings, from 0; null for a field that holds one. */
  readonly index: number | null
  readonly doubtful: true
  readonly span: Span
  readonly words: readonly [DoubtfulWord, ...DoubtfulWord[]]
}

/** Below this an identifier, amount or date is asked about: one in forty of those between 80 and 90 % was wrong. */
const ASK_EXACT = 0.9
/** From here on only what looks odd is asked about: none of 148 such values was wrong. */
const TRUST_EXACT = 0.95
/** Below this an ordinary word is asked about; the sense of a sentence bears a wrong letter, a number does not. */
const ASK_WORD = 0.6
/** Below this a word of a name or address is. */
const ASK_NAME = 0.85

/** Fields whose every character counts, letters too. */
const EXACT: ReadonlySet<DenialField> = new Set(['memberId', 'groupNumber', 'referenceNumber', 'otherNumbers', 'codes'])

/** Fields made of names, where no sentence bears a wrong letter. */
const NAMES: ReadonlySet<DenialField> = new Set([
  'payer',
  'administrator',
  'patient',
  'provider',
  'reviewer',
  'appealAddress',
  'appealPortal',
])

const LOOKS_ALIKE = /[0OoQD1IlL|5S8B2Z6G]/
/** A letter that looks like a digit between digits, or before a digit that nothing else explains. */
const LETTER_AMONG_DIGITS = /\d[OoIl|SBZ](?=\d|\b)|(?:^|[^\p{L}\d])[OoIl|](?=\d)/u
const DIGIT_AMONG_LETTERS = /\p{Ll}{2}[0158]\p{Ll}/u
const AMOUNT_WITHOUT_POINT = /^\(?-?\$\d{4,}\)?[.,;:]?$|^\(?-?\$\d[\d,]*[:;]\d\d\b/
/** A number that goes on in the next word. */
const TORN = /\d-$/
const BARE = /^[("'[]+|[)\]"'.,;:]+$/g

/** How much each letter of a word counts: in an identifier, in a name, in a sentence. Numbers count everywhere. */
export type Weight = 'exact' | 'name' | 'plain'

/** Why a recognised word should be compared with the picture; null: it need not be. */
export function wordDoubt(text: string, confidence: number, weight: Weight): DoubtReason | null {
  const bare = text.replace(BARE, '')
  if (weight !== 'exact' && !/\d/.test(bare)) {
    const least = weight === 'name' ? ASK_NAME : ASK_WORD
    return confidence < least && /\p{L}/u.test(bare) ? 'unsure' : null
  }
  if (AMOUNT_WITHOUT_POINT.test(text)) return 'point_missing'
  if (LETTER_AMONG_DIGITS.test(bare) || DIGIT_AMONG_LETTERS.test(bare)) return 'letter_or_digit'
  if (confidence < ASK_EXACT || TORN.test(text)) return 'unsure'
  const mixed = /\p{L}/u.test(bare) && /\d/.test(bare)
  return confidence < TRUST_EXACT && mixed && LOOKS_ALIKE.test(bare) ? 'letter_or_digit' : null
}

/** The words of a span that should be compared with the picture they were read from; none where the file holds text. */
export function doubtfulWords(span: Span, document: SourceDocument, weight: Weight): DoubtfulWord[] {
  const page = span.doc === document.id ? document.pages.find((p) => p.number === span.page) : undefined
  if (!page) return []
  const words = page.words.filter((word) => word.end > span.start && word.start < span.end)
  return words.flatMap((word) => doubtfulWord(word, page.text, weight))
}

/** The findings of a denial that were read from a picture and are not certain, in the order of the reading's fields. */
export function doubtsOf(denial: DenialReading, document: SourceDocument): Doubt[] {
  const doubts: Doubt[] = []
  const look = (field: DenialField, finding: Finding<unknown>, index: number | null) => {
    const [first, ...rest] = doubtfulWords(finding.span, document, weightOf(field))
    if (first) doubts.push({ field, index, doubtful: true, span: finding.span, words: [first, ...rest] })
  }
  for (const field of FIELDS) {
    const read = denial[field] as Finding<unknown> | readonly Finding<unknown>[] | null
    if (Array.isArray(read)) for (const [index, finding] of read.entries()) look(field, finding, index)
    else if (read) look(field, read as Finding<unknown>, null)
  }
  return doubts
}

const weightOf = (field: DenialField): Weight => (EXACT.has(field) ? 'exact' : NAMES.has(field) ? 'name' : 'plain')

function doubtfulWord(word: Word, pageText: string, weight: Weight): DoubtfulWord[] {
  // Text that the file itself holds is what its writer set.
  if (word.confidence === undefined) return []
  const text = pageText.slice(word.start, word.end)
  const why = wordDoubt(text, word.confidence, weight)
  return why ? [{ text, confidence: word.confidence, box: word.box, why }] : []
}

const FIELDS: readonly DenialField[] = [
  'payer',
  'administrator',
  'planType',
  'planCues',
  'patient',
  'memberId',
  'groupNumber',
  'referenceNumber',
  'otherNumbers',
  'provider',
  'service',
  'codes',
  'denialReasons',
  'reasonPassage',
  'policyNamed',
  'noticeDate',
  'serviceDates',
  'appealDeadline',
  'appealAddress',
  'appealFax',
  'appealPhone',
  'appealPortal',
  'appealLevel',
  'reviewer',
]
