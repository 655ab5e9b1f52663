import { describe, expect, test } from 'vitest'
import { holds } from '../../src/argument/sentences.ts'
import { term, termsOf } from '../../src/argument/term.ts'

const terms = termsOf({
  plan: { coverage: term('part_d', []) },
  proof: { skilled_need: [{ text: term('words', []) }], other: [] },
})

describe('holds', () => {
  test.each([
    ['proof.skilled_need', true],
    ['proof.other', false],
    ['!proof.other', true],
    ['plan.coverage=part_d', true],
    ['plan.coverage=chip|part_d', true],
    ['plan.coverage=chip|va', false],
    ['!plan.coverage=part_d', false],
    ['proof.other|proof.skilled_need', true],
    ['proof.other|statements.other', false],
    ['!proof.other|statements.other', true],
    ['proof.other|!statements.other', true],
  ])('%s → %s', (condition, expected) => expect(holds(condition as string, terms)).toBe(expected))
})
