import type { Finding } from '../../base/span.ts'
import { labelled } from '../text/labels.ts'
import { finding } from '../text/letter-text.ts'
import { rangeIn } from '../text/sentences.ts'
import type { ReadingContext } from './context.ts'

const LABEL = String.raw`(?:(?:physician|clinical|medical|peer|pharmacist|appeal)\s+)?reviewer(?:\s*(?:name|credentials|specialty))?|reviewed by|reviewing (?:physician|pharmacist|provider)|decision made by|medical director`
/** A point after a single capital is an initial's and ends nothing. */
const BY =
  /\b(?:(?:was|were|been)\s+(?:\w+\s+)?(?:reviewed|made|decided|upheld|denied|completed|conducted|determined)|review(?:ed)?|decision|determination)\s+(?:\w+\s+){0,4}?by\s+((?:an?|our|the|one of our|Dr\.?|[A-Z])(?:[^.;]|(?<=\b[A-Z])\.)*?)(?=,?\s+(?:who\s+(?:was|were|did)|and\s+(?:is|was|it|we|has)|to\s+|based|using|on\s+(?:\w+\s+\d|\d)|in\s+accordance|under|that\s|has\b|determined|found|we\b)|(?<!\b[A-Z])[.;]|$)/
const FOUND =
  /\b((?:our|one of our|the plan['’]s|an?)\s+(?:[\w-]+\s+){0,3}?(?:medical directors?|physician(?: reviewer)?|doctor|pharmacist|psychiatrist|psychologist|nurse reviewer|medical staff))\s+(?:has\s+|have\s+)?(?:found|determined|decided|reviewed|concluded|denied)\b/i
const MADE = /^([A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]*){1,3},\s[^.;]*?),?\s+(?:made|reviewed|decided|completed)\b/
const ROLE =
  /\b(?:physician|doctor|medical director|pharmacist|nurse|psychiatrist|psychologist|surgeon|specialist|M\.?D\.?\b|D\.?O\.?\b|Pharm\.?D|R\.?N\b|board|clinician|reviewer|panel|committee|dietitian|therapist|consultant|staff|\w+ologist|\w+iatrist|\w+ician|D\.?P\.?T|Ph\.?D|Psy\.?D|LCSW|N\.?P|P\.?A|OTR|BCBA|M\.?S\.?N|DDS|DMD)\b/i

/** Who decided, in the letter's words: name, profession, specialty, as far as it says. */
export function reviewer({ letter, sentences }: ReadingContext): Finding<string> | null {
  for (const l of labelled(letter, LABEL)) {
    const text = l.text.replace(/[.;]$/, '')
    if (/\p{L}{3}/u.test(text) && (ROLE.test(text) || ROLE.test(l.label)) && text.length < 140)
      return finding(letter, text, l.labelStart, l.end, 1)
  }
  for (const s of sentences) {
    if (
      s.section === 'external' ||
      s.section === 'appeal' ||
      s.section === 'expedited' ||
      /\b(?:will|may|can|if)\b/i.test(s.text)
    )
      continue
    const m = BY.exec(s.text) ?? FOUND.exec(s.text) ?? MADE.exec(s.text)
    const who = m?.[1]?.trim()
    if (!m || !who || !ROLE.test(who)) continue
    const from = s.text.indexOf(who, m.index)
    const range = rangeIn(letter, s, from, from + who.length)
    return finding(letter, who, range.start, range.end, 0.85)
  }
  return null
}
