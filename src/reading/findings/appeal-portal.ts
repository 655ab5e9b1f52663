import type { Finding } from '../../base/span.ts'
import { FOR_APPEALS } from '../lexicon/appeal-routes.ts'
import { finding } from '../text/letter-text.ts'
import { rangeIn } from '../text/sentences.ts'
import type { ReadingContext } from './context.ts'

const ADDRESS =
  /\b(?:https?:\/\/)?(?:[a-z\d-]+\.)+(?:com|org|net|gov|health|us|mil|edu|care|example)(?:\/[\w./#?=&%-]*)?\b|\b[\w.-]+@[\w-]+(?:\.[\w-]+)+\b/i
const NOT_OURS =
  /medicare\.gov|hhs\.gov|dol\.gov|cms\.gov|externalappeal|opm\.gov|healthcare\.gov|ocrportal|insurance\.\w{2}\.gov/i

/** A web or mail address at which the letter says an appeal can be filed. */
export function appealPortal({ letter, sentences }: ReadingContext): Finding<string> | null {
  for (const s of sentences) {
    const lower = s.text.toLowerCase()
    const m = ADDRESS.exec(s.text)
    if (!m || NOT_OURS.test(s.text) || s.section === 'external') continue
    const files =
      FOR_APPEALS.test(lower) ||
      (s.section === 'appeal' && /\b(?:online|file|submit|web|portal|e-?mail|internet|upload|en l[íi]nea)\b/.test(lower))
    if (!files || /\b(?:questions|copy|criteria|policy|policies|find|provider directory|learn more)\b/.test(lower)) continue
    const range = rangeIn(letter, s, m.index, m.index + m[0].length)
    return finding(letter, m[0], range.start, range.end, 0.85)
  }
  return null
}
