import type { LetterReading } from './denial.ts'
import { ENGLISH_WORDS, SPANISH_WORDS } from './lexicon/languages.ts'

/** The language most of the letter is in. Forms of few words count as English, the language of their labels. */
export function languageOf(text: string): LetterReading['language'] {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const share = (set: ReadonlySet<string>) => words.filter((w) => set.has(w)).length / Math.max(1, words.length)
  const english = share(ENGLISH_WORDS)
  const spanish = share(SPANISH_WORDS)
  if (spanish > 0.12 && spanish > english * 1.3) return 'es'
  const latin = words.filter((w) => /^[a-zà-ÿ]+$/.test(w)).length
  if (
    words.length > 40 &&
    (latin / words.length < 0.6 || (english < 0.04 && spanish < 0.08 && !/\b(?:claim|denial|denied|payer|member)\b/i.test(text)))
  )
    return 'other'
  return 'en'
}
