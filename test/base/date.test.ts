import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addHours,
  type CivilDate,
  type CivilMoment,
  dateOf,
  daysBetween,
  daysInMonth,
  firstOfMonth,
  isLeapYear,
  longDate,
  monthNumber,
  parseDate,
  parseMoment,
  sameDayInMonths,
  weekday,
} from '../../src/base/date.ts'
import { federalHoliday, observedHoliday } from '../../src/base/holidays.ts'

const day = (s: string) => parseDate(s) as CivilDate
const date = fc.integer({ min: 0, max: 365 * 300 }).map((n) => addDays(day('1800-01-01'), n))

describe('dates', () => {
  it('adding days is undone by taking them away, and counts what it added', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -4000, max: 4000 }), (d, n) => {
        expect(addDays(addDays(d, n), -n)).toBe(d)
        expect(daysBetween(d, addDays(d, n))).toBe(n)
      }),
    )
  })
  it('the weekday comes round every seven days and moves on by one', () => {
    fc.assert(
      fc.property(date, (d) => {
        expect(weekday(addDays(d, 7))).toBe(weekday(d))
        expect(weekday(addDays(d, 1))).not.toBe(weekday(d))
      }),
    )
  })
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2028-02-29', 1, '2028-03-01'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2000-02-28', 1, '2000-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-01-31', 180, '2026-07-30'],
  ])('%s + %i = %s', (from, n, to) => expect(addDays(day(from), n)).toBe(to))
  it.each([
    ['2026-11-22', 'Sunday'],
    ['2028-02-29', 'Tuesday'],
    ['1999-12-31', 'Friday'],
  ])('%s is a %s', (d, name) => expect(weekday(day(d))).toBe(name))
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-04-30', '2026-4-3', '1599-01-01', ''])(
    '%j is no date',
    (s) => expect(parseDate(s)).toBeNull(),
  )
  it.each(['2026-04-30T24:00', '2026-04-30T12:60', '2026-04-31T12:00', '2026-04-30 12:00', '2026-04-30'])(
    '%j is no moment',
    (s) => expect(parseMoment(s)).toBeNull(),
  )
  it('leap years', () => {
    expect([1900, 2000, 2026, 2028, 2100].filter(isLeapYear)).toEqual([2000, 2028])
    expect(daysInMonth(2028, 2)).toBe(29)
  })
  it.each([
    ['2026-10-30', 4, null],
    ['2027-10-29', 4, '2028-02-29'],
    ['2026-01-31', 4, '2026-05-31'],
    ['2026-08-31', 1, null],
    ['2026-12-15', 1, '2027-01-15'],
  ])('%s in %i months: %s', (d, n, to) => expect(sameDayInMonths(day(d), n)).toBe(to))
  it('first of a month ahead', () => expect(firstOfMonth(day('2026-10-30'), 5)).toBe('2027-03-01'))
  it.each([
    ['2026-04-10T16:30', 72, '2026-04-13T16:30'],
    ['2026-12-31T23:30', 1, '2027-01-01T00:30'],
    ['2026-01-01T00:15', -1, '2025-12-31T23:15'],
  ])('%s + %i hours = %s', (m, h, to) => expect(addHours(parseMoment(m) as CivilMoment, h)).toBe(to))
  it('names', () => {
    expect(longDate(day('2026-03-04'))).toBe('March 4, 2026')
    expect(['Sept.', 'sep', 'March', 'mar', 'ma', 'xyz'].map(monthNumber)).toEqual([9, 9, 3, 3, null, null])
    expect(dateOf(2026, 2.5, 1)).toBeNull()
  })
})

describe('Federal holidays', () => {
  it.each([
    ['2026-01-01', "New Year's Day"],
    ['2026-01-19', 'Birthday of Martin Luther King, Jr.'],
    ['2026-02-16', "Washington's Birthday"],
    ['2026-05-25', 'Memorial Day'],
    ['2027-05-31', 'Memorial Day'],
    ['2026-06-19', 'Juneteenth National Independence Day'],
    ['2026-07-04', 'Independence Day'],
    ['2026-09-07', 'Labor Day'],
    ['2026-10-12', 'Columbus Day'],
    ['2026-11-11', 'Veterans Day'],
    ['2026-11-26', 'Thanksgiving Day'],
    ['2026-12-25', 'Christmas Day'],
    ['2026-11-27', null],
    ['2020-06-19', null],
  ])('%s: %s', (d, name) => expect(federalHoliday(day(d))).toBe(name))
  it.each([
    ['2026-07-03', 'Independence Day'],
    ['2027-07-05', 'Independence Day'],
    ['2027-12-31', "New Year's Day"],
    ['2028-01-03', null],
    ['2026-07-06', null],
    ['2026-07-04', null],
  ])('observed on %s: %s', (d, name) => expect(observedHoliday(day(d))).toBe(name))
  it('there are eleven a year, each on its own day', () => {
    for (const year of [2021, 2024, 2026, 2028]) {
      let n = 0
      for (let d = day(`${year}-01-01`); d <= day(`${year}-12-31`); d = addDays(d, 1)) if (federalHoliday(d)) n++
      expect(n).toBe(11)
    }
  })
})
