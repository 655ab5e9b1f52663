import { describe, expect, test } from 'vitest'
import { standsWrapped } from '../../src/argument/wrappedCell.ts'

const PAGE = `Agent and dose                Start            Outcome
Glatiramer acetate 40         01/10/2022       Inadequate response. Two relapses on
mg SC three times                              treatment and 3 new T2 lesions. Did not
weekly                                         tolerate the injections.
Interferon beta               not started      Avoided.`

describe('standsWrapped', () => {
  test.each([
    ['Two relapses on treatment and 3 new T2 lesions. Did not tolerate the injections.', true],
    ['Two relapses on treatment and 3 new', true],
    ['Glatiramer acetate 40 mg SC three times weekly', true],
    ['Inadequate response. Two relapses on tolerate the injections.', false],
    ['Two relapses on treatment and 3 new T2 lesions. Did tolerate the injections.', false],
    ['Two relapses treatment', false],
    ['Glatiramer acetate 40 Two relapses', false],
    ['Avoided. Did not', false],
  ])('%s → %s', (quoted, expected) => expect(standsWrapped(quoted as string, PAGE)).toBe(expected))
})
