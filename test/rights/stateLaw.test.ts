import { describe, expect, it } from 'vitest'
import { type CivilDate, parseDate } from '../../src/base/date.ts'
import type { Knowledge } from '../../src/knowledge/assemble.ts'
import { stateRecord } from '../../src/knowledge/state.ts'
import type { Conditions } from '../../src/rights/conditions.ts'
import { ladder } from '../../src/rights/ladder.ts'
import { type NoStepLaw, type StepQuestion, stateStep } from '../../src/rights/stateStep.ts'
import { knowledge } from './knowledge.ts'

const day = (s: string) => parseDate(s) as CivilDate
const external = (coverage: string, state: string | null, conditions: Conditions = {}, k: Knowledge = knowledge()) => {
  const made = ladder(k, coverage, {
    noticeDate: day('2026-10-06'),
    receivedDate: day('2026-10-10'),
    receiptProven: true,
    timing: 'pre_service',
    urgent: false,
    levelReached: 'internal_appeal',
    state,
    conditions,
  })
  if (!made.ok) throw new Error(made.problems[0].say)
  const level = made.value.levels.find((l) => l.kind === 'external' && l.standing === 'current')
  if (!level?.file) throw new Error('external review is not the current level')
  return { level, file: level.file }
}

describe('the window for external review', () => {
  // Notice of October 6, received October 10, 2026: four months of Federal law end on February 10, 2027.
  it.each([
    ['six months in the law: the legal day moves, the safe day does not', 'erisa_insured', 'CA', '2027-04-10', '2027-02-10'],
    ['four months: as Federal law', 'aca_individual', 'NY', '2027-02-10', '2027-02-10'],
    ['120 days: three days sooner', 'erisa_insured', 'CT', '2027-02-07', '2027-02-07'],
    ['60 days in the text: the earlier day is kept', 'erisa_insured', 'SC', '2026-12-09', '2026-12-09'],
    ['from the day the notice was issued, not received', 'erisa_insured', 'ID', '2027-02-06', '2027-02-06'],
    ['left to the Federal process', 'erisa_insured', 'TX', '2027-02-10', '2027-02-10'],
    ['180 days in the rules of the State', 'erisa_insured', 'WA', '2027-04-08', '2027-02-10'],
    ['a shorter one that is only remembered', 'erisa_insured', 'PR', '2027-02-07', '2027-02-07'],
    ['never for a self-funded plan', 'erisa_self_funded', 'CA', '2027-02-10', '2027-02-10'],
    ['nor a shorter one', 'erisa_self_funded', 'SC', '2027-02-10', '2027-02-10'],
    ['who carries the plan is not known: no longer day', 'nonfederal_governmental', 'CA', '2027-02-10', '2027-02-10'],
  ])('%s', (_, coverage, state, due, safe) => {
    const { file } = external(coverage, state)
    expect([file.due, file.safeDue]).toEqual([due, safe])
  })

  it('a plan of local government has the State’s window when an insurer carries it, and not when it does not', () => {
    expect(external('nonfederal_governmental', 'CA', { insured: true }).file.due).toBe('2027-04-10')
    expect(external('nonfederal_governmental', 'SC', { insured: false }).file.due).toBe('2027-02-10')
  })

  it('keeps the later day of Federal law beside a short State text, and says why', () => {
    const { file } = external('erisa_insured', 'SC')
    expect(file.alternative).toBe('2027-02-10')
    expect(file.assumptions.join(' ')).toMatch(/outside the bounds of federal law.*at least four months/)
    expect(file.citations.map((c) => c.cite)).toContain('S.C. Code § 38-71-1970')
  })

  it('does not count on a longer window that is only remembered, and says so', () => {
    const remembered = stateRecord.parse({
      id: 'zz',
      name: 'Test State',
      externalReview: {
        program: { is: 'state_run', status: 'recalled', checked: '2026-11-22' },
        window: { amount: '6', unit: 'months', cite: 'Z.S. 1', status: 'recalled', checked: '2026-11-22' },
      },
    })
    const { file } = external('erisa_insured', 'ZZ', {}, { ...knowledge(), states: new Map([['zz', remembered]]) })
    expect(file.due).toBe('2027-02-10')
    expect(file.citations.map((c) => c.cite)).not.toContain('Z.S. 1')
    expect(file.assumptions.join(' ')).toMatch(/\(ZZ\) may allow 6 months.*not checked/)
  })

  it('says where the Federal process applies, and where it is not certain who reviews', () => {
    expect(external('erisa_insured', 'FL').file.assumptions.join(' ')).toMatch(
      /Florida leaves this review to the Federal process/,
    )
    expect(external('erisa_insured', 'GA').file.assumptions.join(' ')).toMatch(/Sources differ/)
  })
})

describe('who reviews, where to file, what it costs', () => {
  it('for coverage that the State regulates', () => {
    const { state } = external('aca_individual', 'HI').level
    expect([state?.fee?.dollars, state?.fileWith?.where, state?.program.is]).toEqual([15, 'regulator', 'state_run'])
    expect(external('erisa_insured', 'AL').level.state?.fileWith?.where).toBe('hhs')
  })
  it('nothing of it for a self-funded plan, nor where nothing is known', () => {
    expect(external('erisa_self_funded', 'HI').level.state).toBeNull()
    expect(external('erisa_insured', null).level.state).toBeNull()
    expect(external('nonfederal_governmental', 'HI', { insured: false }).level.state).toBeNull()
  })
  it('the State’s own time to decide stands for the Federal one only where its law was looked up', () => {
    const clock = (state: string, coverage = 'erisa_insured') => {
      const { standard } = external(coverage, state).level.decide
      return [standard?.amount, standard?.citations[0]?.cite]
    }
    expect(clock('TN')).toEqual(['40 days', 'Tenn. Code § 56-61-116'])
    expect(clock('IN')).toEqual(['45 days', '45 CFR 147.136']) // 15 working days, only remembered
    expect(clock('NV')).toEqual(['45 days', '45 CFR 147.136']) // 15 days from a later event
    expect(clock('TN', 'erisa_self_funded')).toEqual(['45 days', '29 CFR 2590.715-2719'])
  })
})

describe('the right to an exception to step therapy', () => {
  const ask = (change: Partial<StepQuestion>, k: Knowledge = knowledge()) =>
    stateStep(k, { coverage: 'erisa_insured', state: 'TX', drug: true, on: day('2026-10-06'), ...change })

  it.each<[string, Partial<StepQuestion>, NoStepLaw | null]>([
    ['an insured employer plan, a drug', {}, null],
    ['a plan bought alone', { coverage: 'aca_individual' }, null],
    ['a self-funded employer plan', { coverage: 'erisa_self_funded' }, 'preempted'],
    ['Medicare Advantage', { coverage: 'medicare_advantage' }, 'preempted'],
    ['Part D', { coverage: 'part_d' }, 'preempted'],
    ['Federal employees', { coverage: 'fehb_pshb' }, 'preempted'],
    ['TRICARE', { coverage: 'tricare' }, 'preempted'],
    ['VA', { coverage: 'va' }, 'preempted'],
    ['a therapy', { drug: false }, 'not_a_drug'],
    ['drug or therapy not known', { drug: null }, 'not_a_drug'],
    ['no State', { state: null }, 'state_unknown'],
    ['a State that looked and has none', { state: 'RI' }, 'no_law'],
    ['a State where nobody looked', { state: 'MT' }, 'state_not_held'],
    ['a State with a law for cancer drugs only', { state: 'ND' }, 'narrow_law'],
    ['no such State', { state: 'ZZ' }, 'state_not_held'],
    ['a church plan, insured', { coverage: 'church', insured: true }, null],
    ['a church plan that pays itself', { coverage: 'church', insured: false }, 'preempted'],
    ['a church plan, not known', { coverage: 'church' }, 'not_known_insured'],
    ['a short-term policy', { coverage: 'stldi_limited_hcsm' }, 'not_known_insured'],
    ['Medicaid managed care, where the statute says so', { coverage: 'medicaid_managed_care', state: 'OK' }, null],
    ['Medicaid managed care, where it is left out', { coverage: 'medicaid_managed_care', state: 'VA' }, 'program_has_its_own'],
    ['Medicaid managed care, only remembered', { coverage: 'medicaid_managed_care', state: 'PA' }, 'program_has_its_own'],
    ['Medicaid fee-for-service', { coverage: 'medicaid_ffs', state: 'OK' }, 'program_has_its_own'],
    ['CHIP', { coverage: 'chip', state: 'OK' }, 'program_has_its_own'],
    ['the day before the law', { state: 'WA', on: day('2020-12-31') }, 'not_in_effect'],
    ['the first day of the law', { state: 'WA', on: day('2021-01-01') }, null],
    ['a law known by its year, in that year', { state: 'ME', on: day('2020-12-31') }, 'not_in_effect'],
    ['a law known by its year, in the next', { state: 'ME', on: day('2021-01-01') }, null],
    ['a law whose section was not read', { state: 'NJ' }, 'not_looked_up'],
  ])('%s', (_, change, why) => expect(ask(change).why).toBe(why))

  it('names the grounds and the clocks that were looked up, and no others', () => {
    const washington = ask({ state: 'WA' }).law
    expect(washington?.says).toMatch(
      /not in the patient’s best interest; a request must be answered within 3 working days, or 1 working day when urgent\.$/,
    )
    expect(washington?.citations.map((c) => c.cite + c.pin)).toEqual(['RCW 48.43.420(3)'])
    expect([washington?.deemedGranted, washington?.grounds.length]).toEqual([true, 5])
    // The times of Texas are only remembered.
    const texas = ask({}).law
    expect([texas?.standard, texas?.urgent, texas?.deemedGranted]).toEqual([null, null, null])
    expect(texas?.says).not.toMatch(/hours/)
    expect(texas?.citations.map((c) => c.cite + c.pin)).toEqual(['Tex. Ins. Code § 1369.0546(c)(1)-(3)'])
  })

  it('a ban is told as one', () => {
    expect(ask({ state: 'IL' }).law).toMatchObject({ kind: 'ban', grounds: [] })
    expect(ask({ state: 'IL', on: day('2025-12-31') }).why).toBe('not_in_effect')
  })

  it('a law that is only remembered gives no right', () => {
    const remembered = stateRecord.parse({
      id: 'zz',
      name: 'Test State',
      stepTherapy: {
        status: 'law',
        statute: { says: 'Insurers must.', cite: 'Z.S. 1', status: 'recalled', checked: '2026-11-22' },
      },
    })
    expect(ask({ state: 'ZZ' }, { ...knowledge(), states: new Map([['zz', remembered]]) }).why).toBe('not_looked_up')
  })
})

describe('the window for a Medicaid hearing', () => {
  const hearing = (coverage: string, state: string, levelReached: string) => {
    const made = ladder(knowledge(), coverage, {
      noticeDate: day('2026-10-06'),
      receivedDate: null,
      receiptProven: false,
      timing: 'pre_service',
      urgent: false,
      levelReached,
      state,
      conditions: {},
    })
    const level = made.ok ? made.value.levels.find((l) => l.kind === 'hearing') : null
    return [level?.file?.due ?? null, level?.file?.safeDue ?? null]
  }
  it.each([
    ['120 days after the plan, in the statute', 'medicaid_managed_care', 'NC', 'plan_appeal', '2027-02-03'],
    ['not held: the 90 days that Federal law gives at least', 'medicaid_managed_care', 'TN', 'plan_appeal', '2027-01-04'],
    ['fee-for-service, 60 days', 'medicaid_ffs', 'MA', 'initial', '2026-12-05'],
    ['fee-for-service, 30 days', 'medicaid_ffs', 'NC', 'initial', '2026-11-05'],
    ['fee-for-service, only remembered: no day is shown', 'medicaid_ffs', 'NY', 'initial', null],
  ])('%s', (_, coverage, state, reached, due) => expect(hearing(coverage, state, reached)[0]).toBe(due))
})
