import type { CaseFacts } from '../../facts/casefacts.ts'
import type { Brief } from '../brief.ts'
import { factTerm, supportOf } from '../evidence.ts'
import { type Term, type TermTree, term } from '../term.ts'
import { prescriberNamed } from './people.ts'
import { quotable } from './quote.ts'

type Stated = CaseFacts['statements'][number]

/** What persons state in their own words: all of the prescriber's, and each under the ground it is for. */
export function statementTerms(brief: Brief, voice: 'signer' | 'prescriber'): TermTree {
  const { facts } = brief
  const terms = (pick: (s: Stated['value']) => boolean) =>
    facts.statements
      .filter((s) => pick(s.value))
      .map((s): TermTree => ({ text: term(quotable(s.value.text), supportOf(s.origin)), said: said(s, brief, voice) }))
  const grounds = new Set(facts.statements.flatMap((s) => (s.value.ground ? [s.value.ground] : [])))
  return {
    statements: {
      prescriber: terms((s) => s.who === 'prescriber' && !s.ground),
      patient: terms((s) => s.who === 'patient' && !s.ground),
      ...Object.fromEntries([...grounds].map((ground) => [ground, terms((s) => s.ground === ground)])),
    },
  }
}

/** The statement as a sentence of this letter: the writer's own words as they are, another's quoted as theirs. */
function said({ value, origin }: Stated, brief: Brief, voice: 'signer' | 'prescriber'): Term | null {
  const words = term(quotable(value.text), supportOf(origin))
  const own = value.who === 'prescriber' ? voice === 'prescriber' : voice === 'signer' && brief.signer.role !== 'representative'
  if (own) return words
  const speaker = value.who === 'prescriber' ? prescriberNamed(brief) : family(brief)
  return speaker && term(`${speaker.text} states: “${words.text}”`, [...speaker.support, ...words.support])
}

/** Who speaks for the patient's side: the patient, or for a child the parent. */
function family({ signer, facts }: Brief): Term | null {
  const name = factTerm(facts.patient.name)
  return name && (signer.role === 'parent' ? term(`The parent of ${name.text}`, name.support) : name)
}
