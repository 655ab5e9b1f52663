import type { Finding, Span } from '../../base/span.ts'
import type { AnswerReading } from '../../reading/answer/answer.ts'
import type { DenialReading } from '../../reading/denial.ts'
import type { SourceDocument } from '../../reading/document.ts'
import { spanAt, wholeText } from '../../reading/text/letter-text.ts'
import { rangeIn, sentencesOf } from '../../reading/text/sentences.ts'
import type { ArguedPoint } from './arguedPoints.ts'
import { pointWords } from './pointWords.ts'

/**
 * `answered`: a sentence of the decision shares at least two of the point's telling words. `answered_new`: it does,
 * and gives a reason that the denial did not. `touched`: single words occur; a person must read it. `not_mentioned`:
 * none of them occurs anywhere in the decision.
 */
export type PointStanding = 'answered' | 'answered_new' | 'touched' | 'not_mentioned'

export interface ComparedPoint {
  readonly point: ArguedPoint
  readonly standing: PointStanding
  /** The sentences of the decision that speak to it, most telling first. */
  readonly quotes: readonly Span[]
  /** The words it was found by. */
  readonly by: readonly string[]
}

export interface ComparedAnswer {
  readonly points: readonly ComparedPoint[]
  /** Reasons of the decision that the denial did not give. */
  readonly newReasons: readonly Finding<string>[]
  readonly repeatedReasons: readonly Finding<string>[]
}

const MOST_QUOTES = 3
const TELLING = 2
/** A reason is new when fewer than half of its telling words stand in the denial. */
const NEW_BELOW = 0.5
/** Words that stand in more than half of the points tell none from another. */
const SHARED_FROM = 4

/** The decision held against what was argued, point by point, by words alone; nothing is inferred from silence but silence. */
export function compareAnswer(
  answer: AnswerReading,
  document: SourceDocument,
  argued: readonly ArguedPoint[],
  denial: { readonly reading: Pick<DenialReading, 'denialReasons'>; readonly document: SourceDocument },
): ComparedAnswer {
  const letter = wholeText(document)
  const sentences = sentencesOf(letter)
    .filter((s) => s.kind !== 'heading')
    .map((s) => {
      const { start, end } = rangeIn(letter, s, 0, s.text.length)
      return { words: new Set(pointWords(s.text)), text: s.text, span: () => spanAt(letter, start, end) }
    })
  const said = new Set(sentences.flatMap((s) => [...s.words]))
  const before = new Set(denial.document.pages.flatMap((p) => pointWords(p.text)))
  const known = new Set(denial.reading.denialReasons.map((r) => r.value.category))
  const isNew = (reason: Finding<string>) => {
    const category = answer.categories.find((c) => reason.span.quote.includes(c.span.quote))?.value.category
    if (category) return !known.has(category) && known.size > 0
    const words = pointWords(reason.value)
    return words.length > 0 && words.filter((w) => before.has(w)).length < NEW_BELOW * words.length
  }
  const newReasons = answer.reasons.filter(isNew)
  const newQuotes = new Set(newReasons.map((r) => r.span.quote.replace(/\s+/g, ' ')))
  const shared = sharedWords(argued)

  const points = argued.map((point): ComparedPoint => {
    const telling = pointWords([point.title, ...point.says].join(' ')).filter((w) => !shared.has(w))
    const speaking = sentences
      .map((s) => ({ s, hits: telling.filter((w) => s.words.has(w)) }))
      .filter(({ hits }) => hits.length > 0)
      .sort((a, b) => b.hits.length - a.hits.length)
    const full = speaking.filter(({ hits }) => hits.length >= TELLING)
    const fresh = full.some(({ s }) => newQuotes.has(s.text))
    const standing = full.length
      ? fresh
        ? 'answered_new'
        : 'answered'
      : telling.some((w) => said.has(w))
        ? 'touched'
        : 'not_mentioned'
    const chosen = (full.length ? full : speaking).slice(0, MOST_QUOTES)
    return { point, standing, quotes: chosen.map(({ s }) => s.span()), by: [...new Set(chosen.flatMap(({ hits }) => hits))] }
  })
  return { points, newReasons, repeatedReasons: answer.reasons.filter((r) => !newReasons.includes(r)) }
}

function sharedWords(argued: readonly ArguedPoint[]): ReadonlySet<string> {
  if (argued.length < SHARED_FROM) return new Set()
  const counts = new Map<string, number>()
  for (const p of argued) for (const w of pointWords([p.title, ...p.says].join(' '))) counts.set(w, (counts.get(w) ?? 0) + 1)
  return new Set([...counts].flatMap(([w, n]) => (n > argued.length / 2 ? [w] : [])))
}
