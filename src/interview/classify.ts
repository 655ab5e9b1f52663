import type { Knowledge } from '../knowledge/assemble.ts'
import type { Bilingual } from '../knowledge/datum.ts'
import type { Answer, Question } from '../knowledge/interview.ts'
import { cuesIn, type LetterWords } from './cues.ts'
import { questionOf, ROOT, reaches } from './tree.ts'

/** Question id → answer id. */
export type Answers = Readonly<Record<string, string>>

/** The type is settled, with what settled it, or there is one more question to ask. */
export type Classified =
  | {
      readonly settled: string
      readonly because: readonly string[]
      /** What the answer took for granted, to be told to the person; null where nothing was. */
      readonly assumes: Bilingual | null
      readonly candidates: readonly string[]
      readonly ask: null
    }
  | {
      readonly settled: null
      readonly because: readonly string[]
      readonly candidates: readonly string[]
      readonly ask: Question
    }

/**
 * The coverage type from what the person answered and what the letter says. An answer outweighs a
 * letter's words; a letter's words pass over questions they already answer.
 */
export function classify(knowledge: Knowledge, answers: Answers, letter: readonly LetterWords[]): Classified {
  const words = narrowed(knowledge, letter)
  const only = words.sure[0]
  if (Object.keys(answers).length === 0 && words.sure.length === 1 && only)
    return { settled: only, because: words.because, assumes: null, candidates: words.sure, ask: null }
  return walk(knowledge, questionOf(knowledge, ROOT), answers, words, words.because)
}

/** What the letter's words leave possible. */
interface Narrowed {
  /** By words that only such letters use: enough to settle, and to pass over a question. */
  readonly sure: readonly string[]
  /** By words that other letters may use in passing as well: only to show what is likely. */
  readonly likely: readonly string[]
  readonly because: readonly string[]
}

/** A cue that would leave nothing is passed over. */
function narrowed(knowledge: Knowledge, letter: readonly LetterWords[]): Narrowed {
  const direct = letter.map((w) => w.value).find((v) => knowledge.coverage.has(v))
  if (direct) return { sure: [direct], likely: [direct], because: ['The letter names the type of coverage.'] }
  let likely = [...knowledge.coverage.keys()]
  let sure = likely
  const because: string[] = []
  for (const cue of cuesIn(knowledge, letter)) {
    const left = likely.filter((id) => cue.among.includes(id))
    if (left.length === 0) continue
    if (left.length < likely.length) because.push(cue.says)
    likely = left
    if (cue.strength === 'strong') sure = left
  }
  return { sure, likely, because }
}

function walk(
  knowledge: Knowledge,
  question: Question,
  answers: Answers,
  words: Narrowed,
  because: readonly string[],
): Classified {
  const given = question.answers.find((a) => a.id === answers[question.id])
  const chosen = given ?? onlyPossible(knowledge, question, words.sure)
  if (!chosen) return { settled: null, because, candidates: possible(knowledge, question, words.likely), ask: question }
  const why = given ? [...because, `${question.asks.en} ${given.says.en}`] : because
  if (chosen.settles)
    return { settled: chosen.settles, because: why, assumes: given?.assumes ?? null, candidates: [chosen.settles], ask: null }
  return walk(knowledge, questionOf(knowledge, chosen.next ?? ROOT), answers, words, why)
}

/** The one sure answer that leads to a type the letter leaves possible; null where several or none do. */
function onlyPossible(knowledge: Knowledge, question: Question, candidates: readonly string[]): Answer | null {
  const sure = question.answers.filter((a) => !a.unsure)
  const fits = sure.filter((a) => [...reaches(knowledge, a)].some((id) => candidates.includes(id)))
  return fits.length === 1 && fits.length < sure.length ? (fits[0] ?? null) : null
}

/** What can still come out: what the questions reach, less what the letter rules out, unless that is everything. */
function possible(knowledge: Knowledge, question: Question, candidates: readonly string[]): readonly string[] {
  const reached = new Set(question.answers.flatMap((a) => [...reaches(knowledge, a)]))
  const both = candidates.filter((id) => reached.has(id))
  return both.length ? both : [...reached].sort()
}
