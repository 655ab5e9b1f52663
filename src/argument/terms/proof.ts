import type { Entry } from '../../facts/fact.ts'
import type { Passage } from '../../facts/record/passages.ts'
import type { Brief } from '../brief.ts'
import { supportOfEntry } from '../evidence.ts'
import { quotedPassages } from '../quotedPassages.ts'
import { type TermTree, term } from '../term.ts'
import { where } from './history.ts'
import { quotable } from './quote.ts'

/** {proof.<ground>}: the sentences of the records that are quoted for a ground. */
export const proofTerms = (brief: Brief): TermTree => ({
  proof: Object.fromEntries(
    [...quotedPassages(brief)].map(([id, passages]) => [id, passages.map((p) => passageTerms(p, brief))] as const),
  ),
})

function passageTerms(passage: Entry<Passage>, brief: Brief): TermTree {
  const support = supportOfEntry(passage)
  return { text: term(quotable(passage.value.text), support), where: where(support, brief) }
}
