import type { Entry } from '../../facts/fact.ts'
import type { Passage } from '../../facts/record/passages.ts'
import type { Brief } from '../brief.ts'
import { supportOfEntry } from '../evidence.ts'
import { argumentsOf } from '../grounds.ts'
import { type TermTree, term } from '../term.ts'
import { where } from './history.ts'
import { quotable } from './quote.ts'

/** More quotations than this under one heading are a copy of the chart. */
const MOST = 4

/**
 * {proof.<ground>}: what the records themselves say to a ground: the best, in the order of the records and in their words. A sentence is quoted
 * under the first ground, in the order of the frames, that it proves; the letter says it once.
 */
export function proofTerms(brief: Brief): TermTree {
  const taken = new Set<string>()
  const grounds = [...new Set(argumentsOf(brief).flatMap((frame) => frame.grounds))]
  const proof = grounds.map((id) => {
    const own = brief.passages.filter((p) => p.value.topic === id && !taken.has(quotable(p.value.text)))
    const best = distinctTexts(own.toSorted((a, b) => b.value.hits - a.value.hits)).slice(0, MOST)
    const inOrder = own.filter((p) => best.includes(p))
    for (const p of best) taken.add(quotable(p.value.text))
    return [id, inOrder.map((p) => passageTerms(p, brief))] as const
  })
  return { proof: Object.fromEntries(proof) }
}

const distinctTexts = (passages: readonly Entry<Passage>[]): Entry<Passage>[] => [
  ...new Map(passages.map((p) => [quotable(p.value.text), p])).values(),
]

function passageTerms(passage: Entry<Passage>, brief: Brief): TermTree {
  const support = supportOfEntry(passage)
  return { text: term(quotable(passage.value.text), support), where: where(support, brief) }
}
