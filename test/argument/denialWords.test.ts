import { describe, expect, test } from 'vitest'
import { denialWords, wordsAnswered } from '../../src/argument/denialWords.ts'
import type { CaseFacts } from '../../src/facts/casefacts.ts'
import type { Origin } from '../../src/facts/fact.ts'

const origin: Origin = { kind: 'rule', rule: 'test', why: 'test', from: [] }
const facts = (passage: string, treatment = 'continuous glucose monitor'): CaseFacts =>
  ({
    treatment: { name: { state: 'known', value: treatment, origin } },
    denial: { reasons: [], reading: { service: null, reasonPassage: { span: { quote: passage } } } },
  }) as unknown as CaseFacts
const words = (passage: string, treatment?: string) => denialWords(facts(passage, treatment)).toSorted()

describe('what a notice says is lacking', () => {
  test('telling words of the sentence that says so', () =>
    expect(words('The records do not show that you use insulin several times or have had recurrent low blood sugar.')).toEqual([
      'blood',
      'insulin',
      'recurrent',
      'several',
      'sugar',
      'times',
    ]))
  test('not the words of a sentence that lacks nothing, nor those of the treatment', () => {
    expect(words('Dr. Halloway sent the pharmacy ledger.')).toEqual([])
    expect(words('No record of continuous glucose values.')).toEqual(['values'])
  })
  test('a cited policy gives none', () => expect(words('Policy: Not Otherwise Classified Orthotics.')).toEqual([]))
})

describe('a sentence that answers', () => {
  const lacking = ['insulin', 'blood', 'recurrent']
  test.each([
    ['Insulin lispro with meals; blood checked at night.', 2],
    ['Insulin and insulin again.', 1],
    ['Walks with a cane.', 0],
  ])('%s', (text, count) => expect(wordsAnswered(text, lacking)).toBe(count))
})
