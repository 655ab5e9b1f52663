import { describe, expect, test } from 'vitest'
import { fromLetter } from '../../src/usecases/find/fromLetter.ts'
import { whole } from './whole.ts'

describe('the words of a denial lead to its guide', () => {
  test.each([
    [
      'Aetna: Your request for Ocrevus is denied because you have not tried and failed two preferred drugs.',
      'aetna/ocrelizumab/step_therapy',
    ],
    [
      'Cigna has determined that the requested occupational therapy for your child is not medically necessary.',
      'cigna/ot-pediatric/medical_necessity',
    ],
    [
      'Coverage for Humira is denied. The quantity exceeds the plan limit. Express Scripts',
      'express-scripts/adalimumab/quantity_limit',
    ],
    [
      'Constraint-induced movement therapy is considered experimental and investigational. UnitedHealthcare',
      'unitedhealthcare/cimt/experimental_investigational',
    ],
  ])('%s', (words, guide) => {
    expect(fromLetter(whole, words).guides.map((g) => `${g.payer}/${g.treatment}/${g.reason}`)).toContain(guide)
  })
})

test('what the words do not say stays open', () => {
  expect(fromLetter(whole, 'This service is not a covered benefit under your plan.')).toEqual({
    payer: null,
    treatment: null,
    reasons: ['benefit_exclusion'],
    coverage: null,
    guides: [],
    approval: false,
  })
})

test('occupational therapy is a child’s only where the letter speaks of a child', () => {
  const words = 'The requested occupational therapy is not medically necessary.'
  expect(fromLetter(whole, words).treatment).not.toBe('ot-pediatric')
  expect(fromLetter(whole, `${words} Your son has met his goals.`).treatment).toBe('ot-pediatric')
})

test('an approval is told from a denial', () => {
  expect(fromLetter(whole, 'Your request for Emgality has been approved.')).toMatchObject({ approval: true, guides: [] })
})

test('words that are no letter lead nowhere', () => {
  expect(fromLetter(whole, 'The cat sat on the mat.')).toMatchObject({ payer: null, treatment: null, reasons: [], guides: [] })
})
