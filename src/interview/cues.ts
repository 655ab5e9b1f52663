import type { Knowledge } from '../knowledge/assemble.ts'
import type { Cue } from '../knowledge/interview.ts'

/** Words from a letter: a plan cue's value and the sentence it was read from, or any text. */
export interface LetterWords {
  readonly value: string
  readonly quote: string
}

/** Every cue whose words stand in the letter, strong ones first, each once. */
export function cuesIn(knowledge: Knowledge, letter: readonly LetterWords[]): Cue[] {
  const text = letter.flatMap((w) => [w.value, w.quote]).map(plain)
  const cues = [...knowledge.interview.values()].filter((r): r is Cue => r.kind === 'cue')
  const found = cues.filter((c) => c.phrases.some((phrase) => text.some((t) => holds(t, plain(phrase)))))
  return found.sort((a, b) => Number(a.strength === 'hint') - Number(b.strength === 'hint') || (a.id < b.id ? -1 : 1))
}

/** Lower case, one space between words, typographic marks made plain. */
const plain = (s: string): string =>
  s
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[‐‑–—_]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()

/** The phrase stands in the text as whole words. */
function holds(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const before = text[at - 1] ?? ' '
    const after = text[at + phrase.length] ?? ' '
    if (!isWord(before) && !isWord(after) && !CONDITIONAL.test(text.slice(0, at))) return true
  }
  return false
}

/** "If your plan is governed by …" says nothing of this plan. */
const CONDITIONAL = /\bif (you|your|the|this|it)\b[^.;]{0,250}$/

const isWord = (c: string): boolean => /[\p{L}\p{N}]/u.test(c)
