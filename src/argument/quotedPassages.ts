import type { Entry } from '../facts/fact.ts'
import type { Passage } from '../facts/record/passages.ts'
import type { Brief } from './brief.ts'
import { DENIAL_ANSWERED, denialWords, wordsAnswered } from './denialWords.ts'
import { fitToSay } from './fitToSay.ts'
import { argumentsOf } from './grounds.ts'
import { quotable } from './terms/quote.ts'

/** More quotations than this under one heading are a copy of the chart. */
const MOST = 4

/**
 * What the records themselves say to each ground: the best, in the order of the records and in their words. A sentence
 * is quoted under the first ground, in the order of the frames, that it proves; the letter says it once.
 */
export function quotedPassages(brief: Brief): ReadonlyMap<string, readonly Entry<Passage>[]> {
  const taken = new Set<string>()
  const grounds = [...new Set(argumentsOf(brief).flatMap((frame) => frame.grounds))]
  return new Map(
    grounds.map((id) => {
      const own = brief.passages.filter((p) => p.value.topic === id && !taken.has(quotable(p.value.text)) && apt(p.value, brief))
      const best = distinctTexts(own.toSorted((a, b) => b.value.hits - a.value.hits)).slice(0, MOST)
      for (const p of best) taken.add(quotable(p.value.text))
      return [id, own.filter((p) => best.includes(p))] as const
    }),
  )
}

/** "BILLINGS TRAUMA CENTER H&P 07/18/2026 …": the head of a page names who wrote, and proves nothing. */
const PAGE_HEAD = /^(?:[A-Z][A-Z&'’.-]+\s+){2}[^a-z]*\d{1,2}\/\d{1,2}\/\d{2,4}/

/** "GOALS (met = M, in progress = P)": the key of a table. */
const LEGEND = /\w = \w/

/** A chance word of the notice answers nothing; what is told of the condition keeps to what this denial is about. */
function apt({ topic, text }: Passage, brief: Brief): boolean {
  if (PAGE_HEAD.test(text) || LEGEND.test(text)) return false
  if (topic === DENIAL_ANSWERED) return wordsAnswered(text, denialWords(brief.facts)) >= 2 && fitToSay(text, brief)
  return topic !== 'severity' || fitToSay(text, brief)
}

const distinctTexts = (passages: readonly Entry<Passage>[]): Entry<Passage>[] => [
  ...new Map(passages.map((p) => [quotable(p.value.text), p])).values(),
]

/** Grounds that tell of the condition, as its measures, results and events do. */
const OF_THE_CONDITION: readonly string[] = [DENIAL_ANSWERED, 'severity']

/** Whether a sentence that the letter quotes of the condition holds this entry: then it is not told again. */
export function toldInPassage({ origin }: Entry<unknown>, quoted: ReturnType<typeof quotedPassages>): boolean {
  if (origin.kind !== 'document') return false
  const { doc, page, start, end } = origin.span
  return OF_THE_CONDITION.flatMap((id) => quoted.get(id) ?? []).some(
    ({ origin: o }) =>
      o.kind === 'document' && o.span.doc === doc && o.span.page === page && o.span.start <= start && o.span.end >= end,
  )
}
