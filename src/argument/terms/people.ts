import { longDate } from '../../base/date.ts'
import type { Support } from '../../base/support.ts'
import type { Brief } from '../brief.ts'
import { factTerm, supportOf } from '../evidence.ts'
import { type Term, type TermTree, term } from '../term.ts'
import { fieldName } from './medicine.ts'

/** Who the letter is about, who writes it, to whom. `voice` is whose "I" it is. */
export function peopleTerms(brief: Brief, voice: 'signer' | 'prescriber'): TermTree {
  const { patient, plan, prescriber } = brief.facts
  // Written as "I" only where it is known who the patient is to themselves: an adult who signs.
  const self = voice === 'signer' && brief.signer.role === 'patient' && patient.birthDate.state === 'known'
  const name = factTerm(patient.name)
  const called = name && calledBy(brief, voice, name.text)
  const pronoun = (first: string, other: (name: string) => string): Term | null =>
    name === null || called === null ? null : self ? term(first, name.support) : term(other(called), name.support)
  const payer = factTerm(plan.payer, (p) => p.name)
  const named = prescriberNamed(brief)
  const others =
    voice === 'prescriber' ? 'my patient' : brief.signer.role === 'representative' ? (name?.text ?? 'the member') : null
  return {
    voice: {
      self: self ? term('self', []) : null,
      prescriber: voice === 'prescriber' ? term('prescriber', []) : null,
      /** Rights after the appeal are the patient's, whoever writes it. */
      keeps: term(others ? `${others} keeps` : 'I keep', others ? (name?.support ?? []) : []),
      may: term(others ? `${others} may` : 'I may', others ? (name?.support ?? []) : []),
    },
    patient: {
      name,
      subject: pronoun('I', (n) => n),
      object: pronoun('me', (n) => n),
      possessive: pronoun('my', (n) => `${n}’s`),
      birthDate: factTerm(patient.birthDate, longDate),
      address: factTerm(patient.address),
      phone: factTerm(patient.phone),
      /** How the writer stands to the patient: "my patient Dana Whitfield", "my child …". */
      introduced: name && self ? term('me', name.support) : name && term(`${relation(brief, voice)}${name.text}`, name.support),
    },
    payer: { name: payer },
    plan: {
      memberId: factTerm(plan.memberId),
      group: factTerm(plan.group),
      state: factTerm(plan.state),
      coverage: factTerm(plan.coverage),
    },
    prescriber: {
      name: factTerm(prescriber.name),
      named,
      /** In the prescriber's own letter: "which I prescribed". */
      subject: named && voice === 'prescriber' ? term('I', named.support) : named,
      object: named && voice === 'prescriber' ? term('me', named.support) : named,
      credentials: factTerm(prescriber.credentials),
      specialty: factTerm(prescriber.specialty),
      /** The specialty as named inside a sentence. */
      field: factTerm(prescriber.specialty, fieldName),
      npi: factTerm(prescriber.npi),
      practice: factTerm(prescriber.practice),
      address: factTerm(prescriber.address),
      phone: factTerm(prescriber.phone),
      fax: factTerm(prescriber.fax),
    },
    signer: { role: term(brief.signer.role, []), name: brief.signer.name ? term(brief.signer.name, name?.support ?? []) : name },
  }
}

/** How the writer calls the patient after naming them once: "my patient"; a parent the child's first name. */
const calledBy = (brief: Brief, voice: 'signer' | 'prescriber', name: string): string =>
  voice === 'prescriber' ? 'my patient' : brief.signer.role === 'parent' ? (name.split(' ')[0] ?? name) : name

const relation = (brief: Brief, voice: 'signer' | 'prescriber') =>
  voice === 'prescriber' ? 'my patient ' : brief.signer.role === 'parent' ? 'my child ' : ''

export function prescriberNamed(brief: Brief): Term | null {
  const { name, credentials } = brief.facts.prescriber
  if (name.state !== 'known') return null
  const support: Support[] = [...supportOf(name.origin), ...(credentials.state === 'known' ? supportOf(credentials.origin) : [])]
  const bare = name.value.replace(/^Dr\.?\s+/, '').replace(/,.*$/, '')
  return term(credentials.state === 'known' ? `${bare}, ${credentials.value}` : name.value, support)
}
