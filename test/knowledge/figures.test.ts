import { describe, expect, test } from 'vitest'
import { figureRecord } from '../../src/knowledge/figure.ts'
import { readRecord } from '../../src/knowledge/record.ts'
import { figuresFor } from '../../src/usecases/cases/track/figures.ts'
import { ladderOf } from '../casefile/track.ts'
import { knowledge } from '../web/site.ts'

const text = (over: Readonly<Record<string, string>> = {}) => {
  const fields: Readonly<Record<string, string>> = {
    id: 'f',
    coverage: '[part_d]',
    level: 'internal',
    period: '2024',
    of: '1,200',
    part: '31%',
    says: '{ en: "Of 1,200 appeals, 31% were changed.", es: "De 1,200 apelaciones, 31% cambiaron." }',
    leavesOut: '[{ en: Much., es: Mucho. }]',
    source: '{ title: T, publisher: P, url: "https://example.org/r" }',
    status: 'verified',
    checked: '2026-11-22',
    basis: 'the report',
    ...over,
  }
  return Object.entries(fields)
    .map(([k, v]) => `${k}: ${v}`)
    .join('\n')
}
const taken = (over: Readonly<Record<string, string>> = {}) =>
  readRecord({ path: 'figures/f.yaml', text: text(over) }, figureRecord).ok

describe('a figure', () => {
  test.each([
    ['as it should be', {}, true],
    ['from memory', { status: 'recalled' }, false],
    ['without how many', { of: '""' }, false],
    ['another figure in the sentence', { of: '1,201' }, false],
    ['the figure only as part of a longer one', { part: '1%' }, false],
    ['not as printed', { part: 'a third' }, false],
    ['the Spanish without it', { says: '{ en: "Of 1,200, 31% were changed.", es: "De 1,200, muchas." }' }, false],
    ['without saying what it leaves out', { leavesOut: '[]' }, false],
  ] as const)('%s', (_, over, ok) => {
    expect(taken(over)).toBe(ok)
  })
})

const known = <T>(value: T) => ({ state: 'known', value, origin: null }) as never
const caseIn = (coverage: string, state: string | null, over: object = {}) => ({
  ladder: ladderOf(coverage),
  coverage: { settled: coverage } as never,
  reason: 'medical_necessity',
  treatment: null,
  facts: {
    plan: { state: state ? known(state) : { state: 'unknown' }, payer: { state: 'unknown' } },
    treatment: { timing: known('pre_service') },
    ...over,
  } as never,
})
const shown = (...asked: Parameters<typeof caseIn>) => figuresFor(knowledge, caseIn(...asked)).map((f) => f.id)

describe('whose it is', () => {
  test.each([
    ['a State of HealthCare.gov', shown('aca_individual', 'TX'), ['kff-marketplace-2024']],
    ['a State with a marketplace of its own', shown('aca_individual', 'CA'), []],
    ['the State not known', shown('aca_individual', null), []],
    [
      'Oregon: the plan first, the outside review next',
      shown('aca_individual', 'OR'),
      ['kff-marketplace-2024', 'oregon-external-review-2022'],
    ],
    ['Medicare Advantage, asked beforehand', shown('medicare_advantage', null), ['kff-medicare-advantage-2024']],
    ['a self-funded plan of an employer', shown('erisa_self_funded', 'OR'), []],
    ['Medicaid', shown('medicaid_managed_care', 'OR'), []],
  ])('%s', (_, got, ids) => {
    expect(got).toEqual(ids)
  })

  test('a bill is not told the figure of approvals beforehand', () => {
    const bill = caseIn('medicare_advantage', null)
    const facts = { ...(bill.facts as object), treatment: { timing: known('post_service') } } as never
    expect(figuresFor(knowledge, { ...bill, facts })).toEqual([])
  })

  test('a coverage that is only likely shows none', () => {
    expect(figuresFor(knowledge, { ...caseIn('aca_individual', 'TX'), coverage: { settled: null } as never })).toEqual([])
  })
})
