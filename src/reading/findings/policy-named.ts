import type { Finding } from '../../base/span.ts'
import { POLICY_CUES } from '../lexicon/policy-cues.ts'
import { finding } from '../text/letter-text.ts'
import { rangeIn } from '../text/sentences.ts'
import type { ReadingContext } from './context.ts'

/** Policies, criteria and plan provisions the letter names as its basis; rights and instructions left out. */
export function policiesNamed({ letter, sentences }: ReadingContext): Finding<string>[] {
  const found: (Finding<string> & { start: number })[] = []
  for (const s of sentences) {
    if (s.section === 'external' || s.section === 'contact' || s.section === 'continuation' || s.section === 'representative')
      continue
    if (s.section === 'appeal' && !/\b(?:based on|relied|used|criteri)/i.test(s.text)) continue
    for (const cue of POLICY_CUES) {
      const m = cue.exec(s.text)
      const value = m?.[0].replace(/[\s,;:]+$/, '').trim()
      if (!m || !value || found.some((f) => f.value.includes(value) || value.includes(f.value))) continue
      const range = rangeIn(letter, s, m.index, m.index + value.length)
      found.push({ ...finding(letter, value, range.start, range.end, 0.85), start: range.start })
    }
  }
  return found.sort((a, b) => a.start - b.start).map(({ start: _, ...f }) => f)
}
