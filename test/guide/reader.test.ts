import { describe, expect, test } from 'vitest'
import { misfit } from '../../src/document/guide/fit.ts'
import type { Guide, GuideRequest } from '../../src/document/guide/guide.ts'
import { isSameThing } from '../../src/document/guide/sameThing.ts'
import { guideOf, knowledge, section, sentences, words } from './five.ts'

/** What a lawyer, a nurse and a frightened parent objected to when they read forty guides. */

const of = (payer: string, treatment: string, reason: string, more: Partial<GuideRequest> = {}): Guide =>
  guideOf({ payer, treatment, reason, ...more })
const has = (guide: Guide, id: string) => guide.sections.some((s) => s.id === id)

describe('with one evening', () => {
  test('the answer, the time and the first three moves stand first', () => {
    const guide = of('unitedhealthcare', 'dupilumab', 'medical-necessity')
    expect(guide.sections.slice(0, 3).map((s) => s.id)).toEqual(['answer', 'deadline', 'first'])
    expect(section(guide, 'deadline')).toMatch(/at least 180 days.*60 days/)
    expect(guide.sections.find((s) => s.id === 'first')?.blocks).toMatchObject([{ kind: 'list', ordered: true }])
    expect(section(guide, 'process')).not.toContain('within the plan’s time for it')
  })
  test('a page for one type gives that time alone and asks for the date only', () => {
    const guide = of('humana', 'cgm', 'medical-necessity', { coverage: 'medicare_advantage' })
    expect(section(guide, 'deadline')).toMatch(/^Reconsideration by the plan: you have 60 days.*Give the date of the notice, and/)
    expect(section(guide, 'deadline')).not.toContain('type of coverage')
  })
  test('care that is ending in Medicare has its hours before its days', () => {
    const nursing = of('humana', 'snf', 'custodial', { coverage: 'medicare_advantage' })
    expect(section(nursing, 'deadline')).toMatch(/^In Medicare, care that is about to end.*noon of the next day.*60 days/)
    const hospital = of('humana', 'irf-ltach', 'concurrent-review-stop', { coverage: 'medicare_advantage' })
    expect(section(hospital, 'deadline')).toMatch(/^In Medicare, a hospital stay.*no later than the day of discharge/)
    expect(section(of('humana', 'snf', 'custodial', { coverage: 'erisa_insured' }), 'deadline')).not.toMatch(/Medicare/)
  })
})

describe('of the coverage in question', () => {
  test.each([
    'medicare_advantage',
    'part_d',
    'medicaid_managed_care',
    'fehb_pshb',
    'tricare',
    'original_medicare',
    'medicaid_ffs',
  ])('%s cites no employer law and sends nobody to a summary plan description', (coverage) => {
    const said = words(of('unitedhealthcare', 'adalimumab', 'medical-necessity', { coverage }))
    expect(said).not.toMatch(/2560\.503|2590\.715|29 USC|summary plan description/)
  })
  test('grounds of another program are left out, and those of its own stay', () => {
    const advantage = of('humana', 'cgm', 'dme-least-costly-convenience', { coverage: 'medicare_advantage' })
    expect(section(advantage, 'angle')).not.toMatch(/Medicaid/)
    const medicaid = of('sunshine-health', 'cgm', 'dme-least-costly-convenience', { coverage: 'medicaid_managed_care' })
    expect(section(medicaid, 'angle')).toMatch(/A child on Medicaid needs it/)
    expect(section(medicaid, 'framework')).toMatch(/\(EPSDT\)/)
  })
  test('parity is argued for mental health care alone', () => {
    expect(words(of('molina', 'home-health-pdn', 'visit-frequency-limit'))).not.toMatch(/Mental health care: the limit/)
    expect(words(of('molina', 'aba', 'visit-frequency-limit'))).toMatch(/Mental health care: the limit/)
  })
  test('a manager of drugs for all plans is not taken for its military contract', () => {
    const rows = of('express-scripts', 'etanercept', 'step-therapy').sections.flatMap((s) =>
      s.blocks.flatMap((b) => (b.kind === 'rights' ? b.rows.flatMap((r) => r.coverages) : [])),
    )
    expect(rows).toEqual(expect.arrayContaining(['erisa_self_funded', 'part_d', 'tricare']))
  })
  test('a State that sets its own time for a Medicaid hearing is quoted', () => {
    const request = { coverage: 'medicaid_managed_care', state: 'CA' }
    expect(section(of('iehp', 'aba', 'medical-necessity', request), 'state')).toMatch(/hearing after .*: 120 days \(Cal\. Welf/)
    expect(has(of('iehp', 'aba', 'medical-necessity', { ...request, coverage: 'medicare_advantage' }), 'state')).toBe(false)
  })
  test('law known from memory is marked, and a rule for another disease is not told', () => {
    const state = section(of('anthem-bcbs', 'adalimumab', 'step-therapy', { state: 'NY' }), 'state')
    expect(state).toMatch(/within 24 hours if urgent \(N\.Y\. Ins\. Law § 4903\)\. From memory/)
    expect(state).not.toMatch(/HIV/)
    expect(section(of('anthem-bcbs', 'hiv-art', 'step-therapy', { state: 'NY' }), 'state')).toMatch(/HIV/)
  })
})

describe('of the care in question', () => {
  test('steps are said with their diseases, in one sentence', () => {
    const why = section(of('anthem-bcbs', 'adalimumab', 'step-therapy'), 'angle')
    expect(why).toMatch(/anti-inflammatory drugs \(for ankylosing spondylitis\); a preferred adalimumab biosimilar/)
  })
  test('no orphan disease for an operation, no emergency for a weekly injection', () => {
    expect(words(of('evicore', 'lumbar-fusion', 'experimental-investigational'))).not.toMatch(/too rare|approved trial/)
    expect(words(of('florida-blue', 'scd-gene-therapy', 'experimental-investigational'))).toMatch(/too rare for large trials/)
    expect(words(of('aetna', 'tirzepatide-obesity', 'prior-auth-absent'))).not.toMatch(/Emergency service/)
  })
  test('a call between doctors is set out only where a doctor can settle something', () => {
    expect(has(of('aetna', 'dupilumab', 'medical-necessity'), 'peer')).toBe(true)
    expect(has(of('aetna', 'dupilumab', 'benefit-exclusion'), 'peer')).toBe(false)
    expect(has(of('medicare-ffs', 'power-wheelchair', 'medical-necessity', { coverage: 'original_medicare' }), 'peer')).toBe(
      false,
    )
  })
  test('in the call each ground comes with a page', () =>
    expect(section(of('aetna', 'cgm', 'dme-least-costly-convenience'), 'peer')).toMatch(
      /A lesser item does not do\. Page in hand: evaluation with measures/,
    ))
  test('a reviewer of care does not decide about networks', () => {
    const judged = (reason: string) => {
      const [payer, treatment] = [knowledge.payers.get('evicore'), knowledge.treatments.get('lumbar-fusion')]
      const record = knowledge.reasons.get(reason)
      if (!payer || !treatment || !record) throw new Error('no such records')
      return misfit(payer, treatment, record)
    }
    expect(judged('out_of_network')).toBe('not_its_decision')
    expect(judged('medical_necessity')).toBeNull()
  })
  test('an operation that treats a diagnosis is not defended by lost function', () => {
    const guide = of('medica', 'gender-affirming-surgery', 'cosmetic')
    expect(section(guide, 'first')).toMatch(/^Ask for the plan’s policy on gender-affirming care/)
    expect(`${section(guide, 'first')} ${section(guide, 'angle')} ${section(guide, 'documents')}`).not.toMatch(
      /have the function measured|A function is impaired|not looks\./,
    )
  })
  test('a payer’s note about therapy is not told of a gene therapy', () => {
    expect(section(of('cigna', 'onasemnogene', 'age-gender-limit'), 'payer')).not.toMatch(/CPG 155|asked of a therapy/)
    expect(section(of('cigna', 'pt-pediatric', 'medical-necessity'), 'payer')).toMatch(/CPG 155/)
  })
})

describe('said once', () => {
  test.each([
    ['Photographs with dates', 'Photographs', true],
    ['The record of earlier treatment', 'Notes of earlier treatment', true],
    [
      'Check that the diagnosis and drug codes are right',
      'Check the diagnosis and drug codes first, then the current label',
      true,
    ],
    ['Guideline pages', 'Dietitian plan with calories', false],
    ['Proof of the diagnosis', 'Text of the policy', false],
  ])('%s beside %s: %s', (text, other, same) => expect(isSameThing(text, other)).toBe(same))
  test('no sentence stands twice among the documents or the steps', () => {
    for (const reason of ['cosmetic', 'medical-necessity', 'prior-auth-absent']) {
      const guide = of('aetna', 'breast-reduction', reason)
      for (const id of ['documents', 'process'] as const) {
        const all = sentences({ ...guide, sections: guide.sections.filter((s) => s.id === id) }).slice(1)
        expect(new Set(all).size).toBe(all.length)
      }
    }
  })
})
