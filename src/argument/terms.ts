import { ageAt } from '../facts/partialDate.ts'
import type { Brief } from './brief.ts'
import { supportOf } from './evidence.ts'
import { isTerm, type Terms, type TermTree, term, termsOf } from './term.ts'
import { clinicalTerms } from './terms/clinical.ts'
import { criteriaTerms } from './terms/criteria.ts'
import { denialTerms } from './terms/denial.ts'
import { enclosedTerms } from './terms/enclosed.ts'
import { historyTerms } from './terms/history.ts'
import { lawTerm } from './terms/law.ts'
import { medicineTerms } from './terms/medicine.ts'
import { peopleTerms } from './terms/people.ts'
import { proofTerms } from './terms/proof.ts'
import { rightsTerms } from './terms/rights.ts'
import { statementTerms } from './terms/statements.ts'
import { subjectTerms } from './terms/subject.ts'
import { wantedTerms } from './terms/wanted.ts'

/** Everything the sentences of one letter may name, in the voice of whoever writes it. */
export function caseTerms(brief: Brief, voice: 'signer' | 'prescriber'): Terms {
  const people = peopleTerms(brief, voice)
  const clinical = clinicalTerms(brief)
  const medicine = medicineTerms(brief)
  const rights = rightsTerms(brief)
  const tree: TermTree = {
    ...people,
    ...denialTerms(brief),
    ...historyTerms(brief),
    ...clinical,
    ...criteriaTerms(brief),
    ...enclosedTerms(brief),
    ...proofTerms(brief),
    ...subjectTerms(brief),
    ...statementTerms(brief, voice),
    ...wantedTerms(brief),
    ...rights,
    guidelines: medicine.guidelines,
    labels: medicine.labels,
    indication: medicine.indication,
    plan: { ...asTree(people.plan), ...asTree(rights.plan) },
    patient: { ...asTree(people.patient), ...childTerms(brief) },
    treatment: {
      ...asTree(clinical.treatment),
      field: fieldOf(medicine.field, asTree(people.prescriber).field),
      drug: medicine.drug,
    },
    reason: reasonTerms(brief),
  }
  return termsOf(tree, (path) => lawTerm(brief, path))
}

/** What kind of reason it is: `step` asks for other drugs first, `medical` turns on medical judgment. */
function reasonTerms({ reason, facts }: Brief): TermTree {
  const stated = [reason.id, ...facts.denial.reasons.flatMap((r) => r.value.reasonId ?? [])]
  const judged = reason.externalReview.medicalJudgment
  const words = facts.denial.reasons.map((r) => (r.origin.kind === 'document' ? r.origin.span.quote : '')).join(' ')
  // Of denials for want of coverage only a rescission is reviewed outside the plan (45 CFR 147.136(d)).
  const enrollment = reason.id === 'eligibility_coverage' && !/\brescind|\brescission|\bretroactive/i.test(words)
  return {
    id: term(reason.id, []),
    /** Null where the letter's own reason has no argument yet and the record is answered on its merits. */
    stated: facts.denial.reasons.some(({ value: r }) => r.reasonId === reason.id || r.category === reason.category)
      ? term('stated', [])
      : null,
    step: stated.includes('step_therapy') ? term('step', []) : null,
    exception: stated.includes('step_therapy') || stated.includes('non_formulary') ? term('exception', []) : null,
    formulary: stated.includes('non_formulary') ? term('formulary', []) : null,
    medical: judged === 'yes' ? term('medical', []) : null,
    notMedical: judged === 'no' || enrollment ? term('not medical', []) : null,
  }
}

/** Fields that send a patient on to a specialist for most of what is denied. */
const GENERAL = /^(?:pediatrics|family (?:medicine|practice)|internal medicine|general practice|primary care|nursing)$/i

/** Whose judgment the case asks for: the field of the specialist who ordered the treatment, else the field that usually gives it. */
const fieldOf = (treatment: TermTree[string], prescriber: TermTree[string]): TermTree[string] =>
  isTerm(prescriber) && !GENERAL.test(prescriber.text) ? prescriber : (treatment ?? prescriber)

const asTree = (value: TermTree[string]): TermTree => (value ?? {}) as TermTree

function childTerms(brief: Brief): TermTree {
  const { birthDate } = brief.facts.patient
  if (birthDate.state !== 'known') return {}
  const age = ageAt(birthDate.value, brief.today)
  const support = [
    ...supportOf(birthDate.origin),
    { kind: 'reckoning' as const, source: 'age', pin: '', quote: `${birthDate.value} to ${brief.today}: ${age} years` },
  ]
  return {
    age: term(String(age), support),
    child: age < 21 ? term('child', support) : null,
    minor: age < 18 ? term('minor', support) : null,
  }
}
