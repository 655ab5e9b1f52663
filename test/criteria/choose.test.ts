import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { chooseSection } from '../../src/criteria/choose.ts'
import { criteriaGaps, matchCriteria } from '../../src/criteria/match/matchCriteria.ts'
import { parsePolicy } from '../../src/criteria/policy/parse.ts'
import { typicalCriteria } from '../../src/criteria/typical.ts'
import type { CaseFacts } from '../../src/facts/casefacts.ts'
import { treatmentRecord } from '../../src/knowledge/treatment.ts'
import { born, caseOf, ground, hasDiagnosis, partial, requested, resulted, specialist, tried } from './case.ts'
import { policyText, textDocument } from './document.ts'
import { treeOf } from './outline.ts'

const policyOf = (file: string) => {
  const policy = parsePolicy(textDocument(policyText(file)))
  if (!policy.ok) throw new Error('unparsed')
  return policy.value
}

describe('the section for a case', () => {
  it.each([
    ['atopic dermatitis, new', 'Atopic dermatitis', false, 'Atopic Dermatitis – Initial criteria'],
    ['atopic dermatitis, continuing', 'Atopic dermatitis', true, 'Atopic Dermatitis – Continuation criteria'],
    ['asthma, new', 'Severe persistent asthma', false, 'Asthma – Initial criteria (all must be met)'],
  ])('%s', (_, name, current, title) => {
    const choice = chooseSection(
      policyOf('dupilumab.txt'),
      caseOf({ diagnoses: [hasDiagnosis(name)], treatment: requested('dupilumab', current) }),
    )
    expect(choice.clear?.title ?? choice.why).toBe(title)
    expect(choice.ranked[0]?.section.title).toBe(title)
  })

  it('is left open where two fit alike, and says so', () => {
    const choice = chooseSection(policyOf('dupilumab.txt'), caseOf({ treatment: requested('dupilumab', false) }))
    expect(choice.clear).toBeNull()
    expect(choice.why).toContain('about equally well')
  })

  it('is never an exclusion', () => {
    const choice = chooseSection(policyOf('ocrelizumab.txt'), caseOf())
    expect(choice.ranked.map((r) => r.section.kind)).not.toContain('exclusion')
  })
})

const WHOLE: Partial<CaseFacts> = {
  patient: born('1990-05-04'),
  prescriber: specialist('Neurology'),
  treatment: requested('ocrelizumab', false),
  diagnoses: [hasDiagnosis('Relapsing-remitting multiple sclerosis', 'G35')],
  priorTreatments: [
    tried('glatiramer acetate', { start: partial('2021-03'), end: partial('2022-01'), reason: 'two relapses' }),
    tried('Tecfidera', { start: partial('2022-02'), end: partial('2023-05'), outcome: 'intolerance', reason: 'flushing' }),
  ],
  results: [resulted('Hepatitis B surface antigen', 'hepatitis B negative', '2026-01-02')],
}

describe('a whole policy against a case', () => {
  const [initial] = policyOf('ocrelizumab.txt').sections
  if (!initial) throw new Error('no section')
  const match = matchCriteria(initial, ground(WHOLE))
  const at = (label: string) => match.children.find((c) => c.requirement.label === label)

  it.each([
    ['1.A', 'met'],
    ['1.B', 'met'],
    ['1.C', 'exception'],
    ['1.D', 'met'],
    ['1.E', 'met'],
    ['1.F', 'noEvidence'],
  ])('%s is %s', (label, status) => expect([at(label)?.status, at(label)?.because]).toEqual([status, at(label)?.because]))

  it('leaves one gap, with what, from whom and why', () => {
    const gaps = criteriaGaps(match)
    expect(gaps).toHaveLength(1)
    expect(gaps[0]?.from).toBe('the prescriber')
  })

  it('never calls a leaf met, excepted or unmet without evidence', () => {
    const walk = (m: typeof match): (typeof match)[] => [m, ...m.children.flatMap(walk)]
    for (const m of [...walk(match), ...walk(matchCriteria(initial, ground()))])
      if (m.status !== 'noEvidence') expect(m.evidence.length).toBeGreaterThan(0)
      else if (!m.children.length) expect(m.gap).not.toBeNull()
  })
})

describe('typical criteria', () => {
  const text = readFileSync(new URL('../../knowledge/treatments/ocrelizumab.yaml', import.meta.url), 'utf8')
  const record = treatmentRecord.parse(parse(text, { schema: 'failsafe' }))

  it('carry no clause of a policy', () => {
    for (const part of ['initial', 'continuation'] as const)
      for (const node of treeOf(typicalCriteria(record, part).requirement)) expect(node.clause.kind).toBe('typical')
  })

  it('keep initial and renewal apart, and what is asked for another indication out', () => {
    const words = (part: 'initial' | 'continuation', indication: string | null) =>
      treeOf(typicalCriteria(record, part, indication).requirement).map((r) => r.id)
    expect(words('initial', null)).not.toContain('typical-ocrelizumab-response')
    expect(words('continuation', null)).toContain('typical-ocrelizumab-response')
    expect(words('initial', 'relapsing')).toContain('typical-ocrelizumab-prior_therapy')
    expect(words('initial', 'primary_progressive')).not.toContain('typical-ocrelizumab-prior_therapy')
  })

  it('are matched as a policy is', () => {
    const match = matchCriteria(typicalCriteria(record, 'initial', 'relapsing'), ground(WHOLE))
    const status = Object.fromEntries(match.children.map((m) => [m.requirement.id.replace('typical-ocrelizumab-', ''), m.status]))
    expect(status).toMatchObject({ adult: 'met', no_combination: 'noEvidence', site: 'noEvidence' })
  })
})
