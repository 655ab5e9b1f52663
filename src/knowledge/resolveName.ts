import { distance } from 'fastest-levenshtein'

/** Words as compared: no case, accents or punctuation, "&" as "and", the Blues and usual shortenings spelled out. */
export function foldName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’®™]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/\bblue ?cross( and)? blue ?shield\b|\bbcbs\b/g, 'blue cross blue shield')
    .replace(/\bbluecross\b/g, 'blue cross')
    .replace(/\bblueshield\b/g, 'blue shield')
    .replace(/\bins\b/g, 'insurance')
    .replace(/\bco\b/g, 'company')
}

/** "united healthcare" and "unitedhealthcare" are the same name. */
export const compact = (folded: string): string => folded.replace(/ /g, '')

const LEGAL_FORM = / (inc|incorporated|llc|llp|lp|corp|corporation|company|ltd|limited|pbc)$/
const TRADE_WORD = / (insurance|health insurance|health plans?|healthcare|health care|plans?|hmo|ppo|epo|services|of america)$/

const stripWhile = (words: string, pattern: RegExp): string => {
  const shorter = words.replace(pattern, '')
  return shorter === words ? words : stripWhile(shorter, pattern)
}

export const withoutLegalForm = (folded: string): string => stripWhile(folded, LEGAL_FORM)
export const withoutTradeWords = (folded: string): string => stripWhile(folded, TRADE_WORD)

/** Edits by which a name of this length may be misspelled: none for short names, which are too close to each other. */
export const typoBound = (length: number): number => (length < 8 ? 0 : length < 14 ? 1 : 2)

/** Whether two folded names differ by no more than a misspelling. A wrong first letter is another name. */
export const isTypoOf = (a: string, b: string): boolean =>
  a[0] === b[0] && Math.abs(a.length - b.length) <= 2 && distance(a, b) <= typoBound(Math.min(a.length, b.length))
