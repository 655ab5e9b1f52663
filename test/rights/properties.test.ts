import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addHours, type CivilDate, type CivilMoment, dateOf, daysBetween, isWeekend } from '../../src/base/date.ts'
import { federalHoliday, observedHoliday } from '../../src/base/holidays.ts'
import { count } from '../../src/rights/count.ts'
import { addMonths } from '../../src/rights/months.ts'
import { type DeadlineCase, reckonCase } from '../../src/rights/reckonCase.ts'
import { roll } from '../../src/rights/roll.ts'
import { addWorkingDays, isWorkingDay } from '../../src/rights/workingDays.ts'
import { knowledge } from './knowledge.ts'

const start = dateOf(2000, 1, 1) as CivilDate
const date = fc.integer({ min: 0, max: 365 * 60 }).map((n) => addDays(start, n))

describe('counting', () => {
  it('months never run backwards: a later start never ends earlier', () => {
    const rules = fc.constantFrom('first_of_next_month' as const, 'not_stated' as const)
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 24 }), rules, (d, gap, months, rule) => {
        expect(addMonths(d, months, rule).end <= addMonths(addDays(d, gap), months, rule).end).toBe(true)
      }),
    )
  })
  it('the month without such a day ends one day apart under the two rules', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 24 }), (d, months) => {
        const law = addMonths(d, months, 'first_of_next_month')
        const silent = addMonths(d, months, 'not_stated')
        expect(daysBetween(silent.end, law.end)).toBe(law.missing ? 1 : 0)
        expect(silent.alternative).toBe(law.missing ? law.end : null)
      }),
    )
  })
  it('a rolled day is never a weekend or Federal holiday, and its safe day never later', () => {
    fc.assert(
      fc.property(date, (d) => {
        const rolled = roll(d)
        expect(isWeekend(rolled.due) || federalHoliday(rolled.due) !== null).toBe(false)
        expect(rolled.due >= d).toBe(true)
        expect(rolled.safe <= d).toBe(true)
        expect(isWeekend(rolled.safe) || federalHoliday(rolled.safe) !== null || observedHoliday(rolled.safe) !== null).toBe(
          false,
        )
        if (rolled.alternative !== null) expect(rolled.alternative > rolled.due).toBe(true)
      }),
    )
  })
  it('between a day and n working days later lie exactly n working days', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 15 }), (d, n) => {
        const end = addWorkingDays(d, n, isWorkingDay)
        let counted = 0
        for (let x = addDays(d, 1); x <= end; x = addDays(x, 1)) if (isWorkingDay(x)) counted++
        expect(counted).toBe(n)
        expect(isWorkingDay(end)).toBe(true)
      }),
    )
  })
  it('hours are undone by as many hours back', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 400 }), (d, minute, hours) => {
        const hh = String(Math.floor(minute / 60)).padStart(2, '0')
        const at = `${d}T${hh}:${String(minute % 60).padStart(2, '0')}` as CivilMoment
        const end = count(at, hours, 'hours', {}).end as CivilMoment
        expect(addHours(end, -hours)).toBe(at)
      }),
    )
  })
})

describe('every deadline to file, of every level of every type', () => {
  const levels = [...knowledge().coverage.values()].flatMap((c) => c.levels.map((l) => [c.id, l.id] as const))
  const offsets = { receipt: 4, notice_sent: 0, date_mailed: 0, planned_discharge: 3, services_end: 6, date_of_service: -20 }
  const inputs = (d: CivilDate, receipt: number, proof: boolean | undefined) => ({
    date_on_notice: d,
    ...Object.fromEntries(Object.entries(offsets).map(([key, n]) => [key, addDays(d, key === 'receipt' ? receipt : n)])),
    intended_effective_date: addDays(d, 12),
    ...(proof === undefined ? {} : { receipt_proof: proof }),
    erisa: true,
    insured: true,
    no_surprises_dispute: true,
    cut_of_authorized_care: true,
  })
  const receipt = fc.integer({ min: 0, max: 20 })
  const proof = fc.constantFrom(true, false, undefined)

  it.each(levels)('%s %s: safe ≤ due, due not before the notice, the later reading later', (coverage_type, level) => {
    fc.assert(
      fc.property(date, receipt, proof, (d, r, p) => {
        const asked: DeadlineCase = { id: 'p', coverage_type, level, clock: 'file', urgency: 'standard', inputs: inputs(d, r, p) }
        const answer = reckonCase(knowledge(), asked)
        expect(answer.problem).toBeNull()
        if (answer.due === null) {
          expect(answer.safeDue).toBeNull()
          return
        }
        expect(answer.safeDue !== null && `${answer.safeDue}T24`.slice(0, 13) <= `${answer.due}T24`.slice(0, 13)).toBe(true)
        expect(answer.due.slice(0, 10) >= d).toBe(true)
        if (answer.alternative !== null) expect(answer.alternative > answer.due.slice(0, 10)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
  it('a proven later receipt never shortens the time, and never moves the safe date', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 6, max: 30 }), (d, r) => {
        const of = (extra: Record<string, unknown>) =>
          reckonCase(knowledge(), {
            id: 'p',
            coverage_type: 'medicare_advantage',
            level: 'reconsideration',
            clock: 'file',
            urgency: 'standard',
            inputs: { date_on_notice: d, ...extra },
          })
        const presumed = of({})
        const proven = of({ receipt: addDays(d, r), receipt_proof: true })
        expect(String(proven.due) > String(presumed.due)).toBe(true)
        expect(proven.safeDue).toBe(presumed.safeDue)
      }),
    )
  })
})
