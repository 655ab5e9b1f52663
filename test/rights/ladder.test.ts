import { describe, expect, it } from 'vitest'
import { type CivilDate, parseDate } from '../../src/base/date.ts'
import type { Knowledge } from '../../src/knowledge/assemble.ts'
import { stateRecord } from '../../src/knowledge/state.ts'
import { type Ladder, ladder, type Situation } from '../../src/rights/ladder.ts'
import { knowledge } from './knowledge.ts'

const day = (s: string) => parseDate(s) as CivilDate
const plain: Situation = {
  noticeDate: day('2026-09-01'),
  receivedDate: null,
  receiptProven: false,
  timing: 'pre_service',
  urgent: false,
  levelReached: 'initial',
  state: null,
  conditions: {},
}

function made(id: string, change: Partial<Situation> = {}, k: Knowledge = knowledge()): Ladder {
  const result = ladder(k, id, { ...plain, ...change })
  if (!result.ok) throw new Error(result.problems[0].say)
  return result.value
}
const steps = (l: Ladder) => [
  l.current?.id ?? null,
  l.next?.id ?? null,
  l.current?.file?.due ?? null,
  l.current?.file?.safeDue ?? null,
]

describe('the level to use now', () => {
  it.each([
    ['erisa_self_funded', 'initial', ['internal_appeal', 'external_review', '2027-02-28', '2027-02-28']],
    ['erisa_self_funded', 'internal_appeal_upheld_final_for_level', ['external_review', 'court', '2027-01-04', '2026-12-31']],
    ['erisa_self_funded', 'external_review', ['court', null, null, null]],
    ['medicare_advantage', 'initial_pre_service', ['reconsideration', 'ire_reconsideration', '2026-11-05', '2026-11-05']],
    ['medicare_advantage', 'reconsideration', ['ire_reconsideration', 'alj', null, null]],
    ['medicare_advantage', 'ire_reconsideration', ['alj', 'council', '2026-11-05', '2026-11-05']],
    ['part_d', 'redetermination', ['ire_reconsideration', 'alj', '2026-11-05', '2026-11-05']],
    ['medicaid_managed_care', null, ['plan_appeal', 'state_fair_hearing', '2026-10-31', '2026-10-31']],
    ['tricare', 'reconsideration', ['second_reconsideration', 'hearing', '2026-11-30', '2026-11-30']],
    ['stldi_limited_hcsm', 'initial', ['contract_and_state_law', null, null, null]],
    ['grandfathered', 'internal_appeal', ['court', null, null, null]],
  ])('%s after %s', (id, levelReached, expected) => expect(steps(made(id, { levelReached }))).toEqual(expected))

  it('a surprise bill opens external review to a grandfathered plan', () => {
    expect(
      made('grandfathered', { levelReached: 'internal_appeal', conditions: { no_surprises_dispute: true } }).current?.id,
    ).toBe('external_review')
  })

  it('a self-funded student plan has no Federal level before the courts, and says why', () => {
    const l = made('student', { conditions: { insured: false } })
    expect(l.levels.filter((x) => x.standing === 'absent').map((x) => x.id)).toEqual([
      'initial_claim',
      'internal_appeal',
      'external_review',
    ])
    expect(l.levels[1]?.file?.rule).toMatch(/school’s own procedure/)
  })

  it('an unknown type is a question', () => {
    const result = ladder(knowledge(), 'ppo', plain)
    expect(result.ok ? null : [result.problems[0].code, result.problems[0].fix.includes('?')]).toEqual(['coverage-unknown', true])
  })

  it('without any date the rule is shown, and the date is asked for', () => {
    const result = ladder(knowledge(), 'erisa_insured', { ...plain, noticeDate: null })
    expect(result.ok && result.warnings[0]?.code).toBe('date-invalid')
    expect(result.ok && [result.value.current?.file?.due, result.value.current?.file?.rule]).toEqual([
      null,
      expect.stringContaining('180 days'),
    ])
  })
})

describe('dates', () => {
  it('an unproven day of receipt moves the safe date, not the legal one', () => {
    const file = made('erisa_insured', { receivedDate: day('2026-09-05') }).current?.file
    expect([file?.due, file?.safeDue]).toEqual(['2027-03-04', '2027-02-28'])
    expect(file?.assumptions.join()).toMatch(/not proven/)
  })
  it('a clock that has not started has a rule and no date', () => {
    const ahead = made('erisa_insured').levels.find((l) => l.id === 'external_review')
    expect(ahead).toMatchObject({ standing: 'ahead', file: { due: null, trigger: { date: null } } })
    expect(ahead?.file?.rule).toMatch(/four months/)
  })
  it('names the clocks of the decider, and the one that this denial picks', () => {
    const level = made('erisa_self_funded', { urgent: true }).current
    expect([level?.clock, level?.decide.urgent?.amount, level?.decide.pre_service?.amount]).toEqual([
      'urgent',
      '72 hours',
      '30 days',
    ])
    expect(level?.decide.pre_service?.citations[0]).toMatchObject({ cite: '29 CFR 2560.503-1', pin: '(i)(2)(ii)' })
  })
  it('an upheld Medicare Advantage denial goes on by itself', () => {
    expect(made('medicare_advantage', { levelReached: 'reconsideration' }).current?.automatic?.says).toMatch(
      /must itself send the case/,
    )
  })
  it('services go on only where care was cut', () => {
    const continuation = (s: Partial<Situation>) => made('medicaid_managed_care', s).levels.find((l) => l.id === 'continuation')
    expect(continuation({ timing: 'pre_service' })?.standing).toBe('absent')
    expect(continuation({ timing: 'pre_service' })?.file?.rule).toMatch(/denial of a new service/)
    const cut = continuation({ timing: 'concurrent', effectiveDateOfChange: day('2026-09-20') })
    expect([cut?.standing, cut?.file?.due]).toEqual(['current', '2026-09-20'])
  })
})

describe('State law', () => {
  const base = { status: 'verified', checked: '2026-11-22', basis: 'the statute' }
  const record = stateRecord.parse({
    id: 'zz',
    name: 'Test State',
    externalReview: {
      program: { is: 'state_run', ...base },
      window: { says: 'Six months.', cite: 'Z.S. 1-1', amount: '6', unit: 'months', ...base },
    },
    medicaid: { hearingAfterPlan: { says: '120 days.', cite: 'Z.A.C. 2-2', amount: '120', unit: 'days', ...base } },
  })
  const withState: Knowledge = { ...knowledge(), states: new Map([['zz', record]]) }
  const file = (id: string, levelReached: string, k: Knowledge, state: string | null) =>
    made(id, { levelReached, state }, k).current?.file

  it('lengthens an insured plan’s external review and keeps the Federal day as the safe one', () => {
    const f = file('erisa_insured', 'internal_appeal', withState, 'ZZ')
    expect([f?.due, f?.safeDue]).toEqual(['2027-03-01', '2026-12-31'])
    expect(f?.citations.map((c) => c.cite)).toContain('Z.S. 1-1')
  })
  it('never reaches a self-funded plan', () => {
    const f = file('erisa_self_funded', 'internal_appeal', withState, 'ZZ')
    expect(f?.due).toBe('2027-01-04')
    expect(f?.citations.map((c) => c.cite)).not.toContain('Z.S. 1-1')
  })
  it('sets the Medicaid hearing window', () => {
    expect(file('medicaid_managed_care', 'plan_appeal', withState, 'zz')?.due).toBe('2026-12-30')
  })
  it('is said to be missing where it is', () => {
    const f = file('medicaid_managed_care', 'plan_appeal', knowledge(), 'ZZ')
    expect([f?.due, f?.alternative]).toEqual(['2026-11-30', '2026-12-30'])
    expect(f?.assumptions.join()).toMatch(/\(ZZ\).*not held/)
  })
})
