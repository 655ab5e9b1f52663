import type { Finding } from '../../base/span.ts'
import { COVERAGE_CUES } from '../lexicon/coverage-cues.ts'
import { finding } from '../text/letter-text.ts'
import { rangeIn } from '../text/sentences.ts'
import type { ReadingContext } from './context.ts'

/** Conditions and general notices name plans that need not be the person's. */
const GENERAL =
  /\b(?:if (?:you|your)|whether|depending|some plans|other plans|not apply|does not include|may be|unless|www\.|visit|1-800-MEDICARE|eligib\w+ for|apply for|in addition to)\b/i

/** Every word of the letter that tells the kind of coverage, once per kind, settling cues first. */
export function planCues({ letter, sentences }: ReadingContext): Finding<string>[] {
  const found = COVERAGE_CUES.flatMap(({ coverage, settles, cue }) => {
    for (const s of sentences) {
      const m = cue.exec(s.text)
      if (!m || GENERAL.test(s.text)) continue
      const range = rangeIn(letter, s, m.index, m.index + m[0].length)
      return [{ ...finding(letter, coverage, range.start, range.end, settles ? 0.9 : 0.5) }]
    }
    return []
  })
  const settled = found.some((f) => f.confidence > 0.5)
  // "Medicare" beside "Medicare Advantage" tells nothing more.
  return settled ? found.filter((f) => f.value !== 'medicare' && f.value !== 'medicaid') : found
}

/** The kind of coverage where the letter's words settle it; null where they only hint. */
export const planType = (cues: readonly Finding<string>[]): Finding<string> | null => cues.find((c) => c.confidence > 0.5) ?? null
