import { assemble, type Knowledge } from '../../src/knowledge/assemble.ts'
import { RULES } from '../../src/knowledge/lint/check.ts'
import type { Finding } from '../../src/knowledge/lint/rule.ts'
import type { RecordFile } from '../../src/knowledge/record.ts'

const TRUST = '{ status: recalled, checked: 2026-11-01 }'

/** A small registry in which every rule is content: each test plants one fault in it. */
export const RECORDS: Readonly<Record<string, string>> = {
  'sources/spring-guideline.yaml': `id: spring-guideline
cite: Spring 2024
title: Care of the spring
kind: guideline
publisher: Society of Springs
asOf: 2024-01-01
provisions:
  first: { says: Oil is offered first., status: secondary, checked: 2026-11-01, basis: a summary }
`,
  'sources/oilex-label.yaml': `id: oilex-label
cite: Oilex prescribing information
title: Oilex
kind: label
asOf: 2025-04-01
provisions:
  springs: { pin: section 1, says: Oilex is for springs., status: recalled, checked: 2026-11-01 }
`,
  'payers/acme.yaml': `id: acme
displayName: Acme Health
type: regional_carrier
aliases: [Acme Health Plan]
confusableWith: [apex]
delegates:
  - { payer: apex, scope: imaging }
trust:
  record: ${TRUST}
`,
  'payers/apex.yaml': `id: apex
displayName: Apex Review
type: utilization_reviewer
trust:
  record: ${TRUST}
`,
  'reasons/step_first.yaml': `id: step_first
depth: full
slug: step-first
displayName: Step first
displayNameEs: Paso primero
headline: { en: denied for a step, es: negado por un paso }
relatedPhrase: { en: step denial, es: negación por un paso }
category: step_therapy
appliesToKinds: [drug]
unusualForKinds: [therapy]
siblings: { therapy: need }
letterCues: [step first]
tagline: { en: Answer each step., es: Responda a cada paso. }
firstMove: Ask for the steps.
argumentPattern: [Sort the steps.]
grounds:
  - { id: tried, label: Tried, provedBy: [notes] }
requiredEvidence: [notes]
criteriaMapping:
  columns: [Step, Proof]
  rowPer: step
  exampleRows: [[Oil, Exhibit 1]]
whoWrites: { prescriber: letter }
externalReview:
  medicalJudgment: yes
  federal: { says: Within it., status: recalled, checked: 2026-11-01 }
  medicareAdvantage: { says: The plan first., status: recalled, checked: 2026-11-01 }
  medicaid: { says: The plan first., status: recalled, checked: 2026-11-01 }
trust:
  record: ${TRUST}
`,
  'reasons/need.yaml': `id: need
depth: identity
slug: need
displayName: Not needed
displayNameEs: No necesario
headline: { en: denied as not needed, es: negado por innecesario }
relatedPhrase: { en: need denial, es: negación por necesidad }
category: not_medically_necessary
appliesToKinds: [drug, therapy]
letterCues: [not needed]
trust:
  record: ${TRUST}
`,
  'treatments/oilex.yaml': `id: oilex
displayName: Oil of spring (Oilex)
brands: [Oilex]
generic: [oleospring]
group: springs
class: Oil
kind: drug
benefits: [pharmacy]
fdaLabelApplicable: true
regulatoryKind: prescribing_label
regulatoryAnchor: The label.
labelScope: single
labels: [oilex-label]
indications:
  - id: rusty
    name: Rusty spring
    onLabel: yes
    label: [oilex-label#springs]
    icd10cm:
      - { code: F82, name: Rust, billable: true }
typicalCriteria:
  - { key: rust, requirement: The spring is rusty, provedBy: photograph, for: [rusty], cite: [spring-guideline#first] }
guidelines:
  - { source: spring-guideline, provisions: [first] }
usualReasons: [step_first, need]
trust:
  record: ${TRUST}
`,
  'treatments/bending.yaml': `id: bending
displayName: Bending therapy
group: springs
class: Therapy
kind: therapy
benefits: [therapy]
fdaLabelApplicable: false
regulatoryKind: no_label_service
regulatoryAnchor: No FDA label exists for this service.
labelScope: none
cautions:
  - { says: Bend slowly., status: recalled, checked: 2026-11-01 }
usualReasons: [need]
unusualReasons: [step_first]
trust:
  record: ${TRUST}
`,
}

export const filesOf = (records: Readonly<Record<string, string>>): readonly RecordFile[] =>
  Object.entries(records).map(([path, text]) => ({ path, text }))

/** The small registry with `from` replaced by `to` in one file. */
export function planted(path: string, from: string, to: string): Readonly<Record<string, string>> {
  const text = RECORDS[path]
  if (!text?.includes(from)) throw new Error(`nothing to replace in ${path}`)
  return { ...RECORDS, [path]: text.replace(from, to) }
}

export function knowledgeOf(records: Readonly<Record<string, string>> = RECORDS): Knowledge {
  const result = assemble(filesOf(records))
  if (!result.ok) throw new Error(result.problems.map((p) => `${p.where} ${p.say}`).join('\n'))
  return result.value
}

/** What one rule finds. */
export function findings(
  rule: string,
  records: Readonly<Record<string, string>>,
  icd10cm: ReadonlyMap<string, boolean> | null = null,
): readonly Finding[] {
  const found = RULES.find((r) => r.name === rule)
  if (!found) throw new Error(`no rule ${rule}`)
  return found.check({ knowledge: knowledgeOf(records), files: filesOf(records), icd10cm })
}
