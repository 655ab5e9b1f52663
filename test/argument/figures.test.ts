import { describe, expect, test } from 'vitest'
import { carriedBy, figuresOf } from '../../src/argument/figures.ts'

const values = (text: string) => figuresOf(text).map((f) => `${f.kind}:${f.value}`)

describe('figuresOf', () => {
  test.each([
    ['on March 4, 2026', ['date:2026-03-04']],
    ['on Sept. 4, 2026', ['date:2026-09-04']],
    ['4 March 2026', ['date:2026-03-04']],
    ['04-Mar-2026', ['date:2026-03-04']],
    ['3/4/26 and 03/04/2026', ['date:2026-03-04', 'date:2026-03-04']],
    ['2026-03-04', ['date:2026-03-04']],
    ['in March 2026', ['date:2026-03']],
    ['03/2026', ['date:2026-03']],
    ['2026-03', ['date:2026-03']],
    ['February 30, 2026', ['number:30', 'number:2026']],
    ['1,462.50 dollars, 07 days, 3.5', ['number:1462.50', 'number:7', 'number:3.5']],
    ['no figures', []],
  ])('%s', (text, expected) => expect(values(text as string)).toEqual(expected))
})

describe('carriedBy', () => {
  const source = figuresOf('Started 03/15/2021, 40 mg; EDSS 3.5')
  test.each([
    ['March 15, 2021', true],
    ['March 2021', true],
    ['March 16, 2021', false],
    ['April 2021', false],
    ['40', true],
    ['3.5', true],
    ['3', true],
    ['2021', true],
    ['41', false],
    ['5', false],
  ])('%s → %s', (text, expected) => {
    const [figure] = figuresOf(text as string)
    if (!figure) throw new Error('no figure')
    expect(carriedBy(figure, source)).toBe(expected)
  })
})
