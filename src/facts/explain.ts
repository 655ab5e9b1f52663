import type { Entry, Fact, Origin } from './fact.ts'
import { originsOf } from './origins.ts'

/** Why a fact is held, in words for the person: where it was read, who said it, or which rule drew it from what. */
export function explain(fact: Fact<unknown> | Entry<unknown>): string {
  if (!('state' in fact)) return originsOf(fact).map(explainOrigin).join('; also ')
  if (fact.state === 'unknown') return `Not known yet. Question: ${fact.ask}.`
  if (fact.state === 'assumed') return `Assumed: ${fact.why}`
  return explainOrigin(fact.origin)
}

function explainOrigin(origin: Origin): string {
  if (origin.kind === 'document')
    return `read in ${origin.span.doc}, page ${origin.span.page}: “${origin.span.quote.replace(/\s+/g, ' ').trim()}”`
  if (origin.kind === 'person')
    return `stated by the ${origin.who === 'case file' ? 'case file' : origin.who} (${origin.path}): “${origin.words}”`
  const from = origin.from.map(explainOrigin).join('; ')
  return `${origin.why} (rule ${origin.rule})${from ? `, from: ${from}` : ''}`
}
