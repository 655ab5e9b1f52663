/** Characters and critical tokens of recognised pages against the letter's own text. */
import { distance } from 'fastest-levenshtein'
import type { SourceDocument } from '../../src/reading/document.ts'
import { wordDoubt } from '../../src/reading/doubt.ts'

export interface Tally {
  letters: number
  pages: number
  seconds: number
  /** Seconds of all cores, without those of the system engine's processes. */
  coreSeconds: number
  characters: number
  characterErrors: number
  /** Tokens with a digit: identifiers, dates, amounts, codes. */
  tokens: number
  tokensExact: number
  /** Recognised tokens with a digit that the letter does not hold, and how many of them were asked about. */
  tokensWrong: number
  tokensWrongAsked: number
  tokensRight: number
  tokensRightAsked: number
  /** Values of critical fields against the reading of the letter's own text. */
  valuesRight: number
  valuesRightAsked: number
  valuesWrong: number
  valuesWrongAsked: number
  valuesMissed: number
}

export const tally = (): Tally => ({
  letters: 0,
  pages: 0,
  seconds: 0,
  coreSeconds: 0,
  characters: 0,
  characterErrors: 0,
  tokens: 0,
  tokensExact: 0,
  tokensWrong: 0,
  tokensWrongAsked: 0,
  tokensRight: 0,
  tokensRightAsked: 0,
  valuesRight: 0,
  valuesRightAsked: 0,
  valuesWrong: 0,
  valuesWrongAsked: 0,
  valuesMissed: 0,
})

/** Marks that print alike are one; blanks count once. */
const plain = (text: string) => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-').replace(/\s+/g, ' ').trim()

const textOf = (document: SourceDocument) => plain(document.pages.map((p) => p.text).join('\n'))

export function addCharacters(t: Tally, truth: SourceDocument, read: SourceDocument): void {
  t.characters += textOf(truth).length
  t.characterErrors += distance(textOf(truth), textOf(read))
}

const CRITICAL = /^(?=.*\d)[\p{L}\d$.,/()%:#-]{3,}$/u
const bare = (word: string) => plain(word).replace(/^[("'[]+|[)."',;:\]]+$/g, '')

/** Adds the tokens; returns those that are wrong, with what the engine thought of them. */
export function addTokens(t: Tally, truth: SourceDocument, read: SourceDocument): string[] {
  const left = new Map<string, number>()
  for (const token of textOf(truth)
    .split(' ')
    .map(bare)
    .filter((w) => CRITICAL.test(w))) {
    left.set(token, (left.get(token) ?? 0) + 1)
    t.tokens++
  }
  const wrong: string[] = []
  for (const page of read.pages)
    for (const word of page.words) {
      const text = page.text.slice(word.start, word.end)
      const token = bare(text)
      if (!CRITICAL.test(token)) continue
      const confidence = word.confidence ?? 1
      const asked = wordDoubt(text, confidence, 'plain') !== null
      const count = left.get(token) ?? 0
      if (count > 0) {
        left.set(token, count - 1)
        t.tokensExact++
        t.tokensRight++
        if (asked) t.tokensRightAsked++
        continue
      }
      t.tokensWrong++
      if (asked) t.tokensWrongAsked++
      wrong.push(`${token} ${Math.round(confidence * 100)}${asked ? ' asked' : ''}`)
    }
  return wrong
}
