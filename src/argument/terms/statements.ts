import type { CaseFacts } from '../../facts/casefacts.ts'
import { supportOf } from '../evidence.ts'
import { type TermTree, term } from '../term.ts'
import { quotable } from './quote.ts'

/** What persons state in their own words: all of the prescriber's, and each under the ground it is for. */
export function statementTerms(facts: CaseFacts): TermTree {
  const terms = (pick: (s: CaseFacts['statements'][number]['value']) => boolean) =>
    facts.statements
      .filter((s) => pick(s.value))
      .map((s): TermTree => ({ text: term(quotable(s.value.text), supportOf(s.origin)) }))
  const grounds = new Set(facts.statements.flatMap((s) => (s.value.ground ? [s.value.ground] : [])))
  return {
    statements: {
      prescriber: terms((s) => s.who === 'prescriber' && !s.ground),
      patient: terms((s) => s.who === 'patient' && !s.ground),
      ...Object.fromEntries([...grounds].map((ground) => [ground, terms((s) => s.ground === ground)])),
    },
  }
}
