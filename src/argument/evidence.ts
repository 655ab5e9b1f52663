import type { Support } from '../base/support.ts'
import type { Entry, Fact, Origin } from '../facts/fact.ts'
import { type Term, term } from './term.ts'

/** What a fact's origin gives a sentence to rest on. */
export function supportOf(origin: Origin): Support[] {
  switch (origin.kind) {
    case 'document':
      return [{ kind: origin.role, source: origin.span.doc, span: origin.span, quote: origin.span.quote }]
    case 'person':
      return [{ kind: 'statement', source: origin.who, pin: origin.path, quote: origin.words }]
    case 'rule':
      return [{ kind: 'reckoning', source: origin.rule, pin: '', quote: origin.why }, ...origin.from.flatMap(supportOf)]
  }
}

/** Best origin first, then whatever else says the same. */
export const supportOfEntry = (entry: Entry<unknown>): Support[] => [entry.origin, ...(entry.also ?? [])].flatMap(supportOf)

/** A term for a known fact; assumed facts never become words of a letter. */
export function factTerm<T>(fact: Fact<T>, say: (value: T) => string | null = String): Term | null {
  if (fact.state !== 'known') return null
  const text = say(fact.value)
  return text ? term(text, supportOf(fact.origin)) : null
}
