import { assemble, type Knowledge } from '../../src/knowledge/assemble.ts'
import type { Codes } from '../../src/knowledge/codes.ts'
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
slug: need
displayName: Not needed
displayNameEs: No necesario
headline: { en: denied as not needed, es: negado por innecesario }
relatedPhrase: { en: need denial, es: negación por necesidad }
category: not_medically_necessary
appliesToKinds: [drug, therapy]
letterCues: [not needed]
tagline: { en: Show the need., es: Muestre la necesidad. }
firstMove: Ask for the criteria.
argumentPattern: [Show the need.]
grounds:
  - { id: needed, label: Needed, provedBy: [notes] }
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
hcpcs:
  - { code: J2350, status: recalled, checked: 2026-11-01 }
typicalCriteria:
  - { key: rust, requirement: The spring is rusty, provedBy: photograph, for: [rusty], cite: [spring-guideline#first] }
guidelines:
  - { source: spring-guideline, provisions: [first] }
usualReasons: [step_first, need]
trust:
  record: ${TRUST}
`,
  'classes/springs.yaml': `id: springs
name: { en: Springs, es: Resortes }
about: { en: Care of springs., es: Cuidado de los resortes. }
trust: ${TRUST}
`,
  'classes/levers.yaml': `id: levers
name: { en: Levers, es: Palancas }
about: { en: Care of levers., es: Cuidado de las palancas. }
trust: ${TRUST}
`,
  'arguments/need.yaml': `id: need
question: [{ say: Is it needed?, rests: [reasons.0.quote] }]
grounds: [rust]
documents: [{ say: The file., rests: [law.claim_file] }]
`,
  'grounds/rust.yaml': `id: rust
label: It is rusty
needs: [history.rust]
heading: { say: Rust, rests: [history.rust] }
paragraphs: [[{ say: It is rusty., rests: [history.rust] }]]
talkingPoints: [{ say: It is rusty., rests: [history.rust] }]
provedBy: [photograph]
`,
  'spanish/springs.yaml': `id: springs
about: springs
entries:
  - { en: Bend slowly., es: Doble despacio. }
  - { en: The spring is rusty, es: El resorte está oxidado }
`,
  'processes/call.yaml': `id: call
slug: call
name: { en: A call, es: Una llamada }
answer: { en: A call helps., es: Una llamada ayuda. }
when:
  - { en: Before the appeal., es: Antes de la apelación. }
steps:
  - { en: Ask for the call., es: Pida la llamada. }
  - { en: Take notes., es: Tome notas. }
coverages: [acme_cover]
reasons: [need]
trust: ${TRUST}
`,
  'scenarios/silence.yaml': `id: silence
slug: silence
question: { en: No answer came. What now?, es: No llegó respuesta. ¿Y ahora? }
answer: { en: Ask again., es: Pregunte otra vez. }
facts:
  - { en: The date it was sent., es: La fecha del envío. }
steps:
  - { en: Call., es: Llame. }
  - { en: Write., es: Escriba. }
processes: [call]
trust: ${TRUST}
`,
  'coverage/acme_cover.yaml': `id: acme_cover
family: commercial
name: { en: Acme cover, es: Cobertura Acme }
recognise: { en: Your card says Acme., es: Su tarjeta dice Acme. }
governing: [oilex-label]
levels:
  - id: appeal
    order: 1
    kind: internal
    name: { en: Appeal, es: Apelación }
    decider: { en: The plan, es: El plan }
rights: {}
defects: {}
representative: [oilex-label]
dayCounting: [oilex-label]
stateLaw: none
regulator: { en: The State, es: El estado }
`,
  'treatments/bending.yaml': `id: bending
displayName: Bending therapy
group: levers
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

/** Codes that exist in the small world. */
export const CODES: Codes = { icd10cm: new Map([['F82', true]]), hcpcs: new Set(['J2350']) }

/** What one rule finds. */
export function findings(rule: string, records: Readonly<Record<string, string>>, codes: Codes = CODES): readonly Finding[] {
  const found = RULES.find((r) => r.name === rule)
  if (!found) throw new Error(`no rule ${rule}`)
  return found.check({ knowledge: knowledgeOf(records), files: filesOf(records), codes })
}
