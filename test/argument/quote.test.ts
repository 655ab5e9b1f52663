import { describe, expect, test } from 'vitest'
import { namesInSentence } from '../../src/argument/terms/agent.ts'
import { quotable } from '../../src/argument/terms/quote.ts'

describe('quotable', () => {
  test.each([
    ['Reason: The service is not\n  medically necessary.', 'The service is not medically necessary'],
    ['Reason for denial: duplicate therapy.', 'duplicate therapy'],
    ['2. Quantity limit: once every 8 weeks.', 'Quantity limit: once every 8 weeks'],
    ['2.5 mg was too little', '2.5 mg was too little'],
    ['disabling relapse (EDSS 2.0 to 3.5', 'disabling relapse'],
    ['kidney stone (06/2020).', 'kidney stone (06/2020)'],
    ['No reason to change', 'No reason to change'],
    ['see “Prior Authorization,” page 61', 'see ‘Prior Authorization,’ page 61'],
    ['he "gives up" in the 24" chair', 'he ‘gives up’ in the 24" chair'],
  ])('%j → %j', (given, said) => expect(quotable(given)).toBe(said))

  test('what it keeps is the source’s own words, in their order', () => {
    const source = 'Reason: (1) Not shown; see policy (page 4'
    expect(source.replace(/\s+/g, ' ')).toContain(quotable(source))
  })
})

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%j → %j', (names, said) => expect(namesInSentence(names)).toBe(said))
