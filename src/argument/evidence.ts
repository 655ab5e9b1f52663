import type { Support } from '../base/support.ts'
import type { Entry, Fact } from '../facts/fact.ts'
import { supportOf } from '../facts/support.ts'
import { type Term, term } from './term.ts'

export { supportOf }

/** Best origin first, then whatever else says the same. */
export const supportOfEntry = (entry: Entry<unknown>): Support[] => [entry.origin, ...(entry.also ?? [])].flatMap(supportOf)

/** A term for a known fact; assumed facts never become words of a letter. */
export function factTerm<T>(fact: Fact<T>, say: (value: T) => string | null = String): Term | null {
  if (fact.state !== 'known') return null
  const text = say(fact.value)
  return text ? term(text, supportOf(fact.origin)) : null
}
