import { describe, expect, test } from 'vitest'
import { makeGuide } from '../../src/document/guide/makeGuide.ts'
import { findPayer, findReason, findTreatment } from '../../src/document/guide/resolve.ts'
import { guideOf, knowledge } from './five.ts'

const idOf = (found: ReturnType<typeof findPayer> | ReturnType<typeof findTreatment> | ReturnType<typeof findReason>) =>
  found.ok ? found.value.id : `problem: ${found.problems[0].code}`

describe('keys', () => {
  test.each([
    ['bcbs', 'blue-cross-blue-shield'],
    ['Blue Cross Blue Shield', 'blue-cross-blue-shield'],
    ['Blue Cross and Blue Shield', 'blue-cross-blue-shield'],
    ['Anthem (BCBS)', 'anthem-bcbs'],
    ['anthem', 'anthem-bcbs'],
    ['Anthem Blue Cross', 'anthem-blue-cross-ca'],
    ['BCBS of Texas', 'bcbs-texas'],
    ['cigna', 'cigna'],
    ['Cigna Healthcare', 'cigna'],
    ['evicore-healthcare', 'evicore'],
    ['', 'problem: record-unknown'],
    ['cignna insurance of mars', 'problem: record-unknown'],
  ])('payer %s', (key, id) => expect(idOf(findPayer(knowledge, key))).toBe(id))

  test.each([
    ['anti-cd20-ocrevus', 'ocrelizumab'],
    ['Ocrevus (ocrelizumab)', 'ocrelizumab'],
    ['Ocrevus Zunovo', 'ocrelizumab'],
    ['ocrelizumab', 'ocrelizumab'],
    ['CIMT', 'cimt'],
    ['cimt', 'cimt'],
    ['pediatric OT', 'ot-pediatric'],
    ['pediatric targeted therapy', 'pediatric-targeted-therapy'],
    ['ocrelimab', 'problem: record-unknown'],
  ])('treatment %s', (key, id) => expect(idOf(findTreatment(knowledge, key))).toBe(id))

  test.each([
    ['step-therapy', 'step_therapy'],
    ['step_therapy', 'step_therapy'],
    ['Step therapy', 'step_therapy'],
    ['medical necessity', 'medical_necessity'],
    ['experimental', 'experimental_investigational'],
    ['stepp', 'problem: record-unknown'],
  ])('reason %s', (key, id) => expect(idOf(findReason(knowledge, key))).toBe(id))
})

describe('what cannot be made is a problem that says what can', () => {
  const made = (payer: string, treatment: string, reason: string, more = {}) =>
    makeGuide(knowledge, { payer, treatment, reason, ...more })
  test('three unknown keys are three problems, each with close matches', () => {
    const result = made('cigma', 'ocrelimab', 'stepp')
    expect(result.ok).toBe(false)
    if (result.ok) return
    expect(result.problems.map((p) => p.code)).toEqual(['record-unknown', 'record-unknown', 'record-unknown'])
    expect(result.problems[0].fix).toContain('(cigna)')
    expect(result.problems[1]?.fix).toContain('(ocrelizumab)')
    expect(result.problems[2]?.fix).toContain('(step_therapy)')
  })
  const withReason = (id: string, change: object) => {
    const record = knowledge.reasons.get(id)
    if (!record) throw new Error(`no reason ${id}`)
    return { ...knowledge, reasons: new Map([...knowledge.reasons, [id, { ...record, ...change } as typeof record]]) }
  }
  test('a drug reason for a service, with no reason to put in its place', () => {
    const from = withReason('non_formulary', { siblings: {}, unusualForKinds: ['therapy'] })
    const result = makeGuide(from, { payer: 'cigna', treatment: 'cimt', reason: 'non-formulary' })
    expect(result.ok ? '' : result.problems[0].fix).toContain('Not medically necessary')
  })
  test.each([
    ['coverage', { coverage: 'hmo' }, 'coverage-unknown'],
    ['state', { state: 'Texas' }, 'usage'],
  ])('a bad %s', (_, more, code) => {
    const result = made('cigna', 'cimt', 'step-therapy', more)
    expect(result.ok ? 'made' : result.problems[0].code).toBe(code)
  })
  test('names and keys mean the same guide', () => {
    expect(guideOf({ payer: 'Blue Cross Blue Shield', treatment: 'Ocrevus', reason: 'Step therapy' })).toEqual(
      guideOf({ payer: 'bcbs', treatment: 'anti-cd20-ocrevus', reason: 'step-therapy' }),
    )
  })
})
