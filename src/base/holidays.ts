import { addDays, type CivilDate, dateOf, dateParts, weekday } from './date.ts'

/**
 * Legal public holidays, 5 USC 6103(a). `observed` days (5 USC 6103(b), when a holiday falls on a
 * weekend) are for federal pay and leave; whether they extend a filing period is unsettled, so they
 * are kept apart and the caller shows the earlier date.
 */
export function federalHoliday(date: CivilDate): string | null {
  const { year } = dateParts(date)
  return holidaysOf(year).find((h) => h.date === date)?.name ?? null
}

/** The holiday whose observance falls on `date` though the holiday itself is on a weekend day. */
export function observedHoliday(date: CivilDate): string | null {
  const { year } = dateParts(date)
  for (const h of [...holidaysOf(year), ...holidaysOf(year + 1)]) {
    const day = weekday(h.date)
    if (day === 'Saturday' && addDays(h.date, -1) === date) return h.name
    if (day === 'Sunday' && addDays(h.date, 1) === date) return h.name
  }
  return null
}

function holidaysOf(year: number): { name: string; date: CivilDate }[] {
  const fixed = (month: number, day: number) => dateOf(year, month, day) as CivilDate
  const nth = (n: number, name: string, month: number) => {
    let d = fixed(month, 1)
    while (weekday(d) !== name) d = addDays(d, 1)
    return addDays(d, 7 * (n - 1))
  }
  const lastMonday = (month: number) => {
    let d = addDays(fixed(month + 1, 1), -1)
    while (weekday(d) !== 'Monday') d = addDays(d, -1)
    return d
  }
  return [
    { name: "New Year's Day", date: fixed(1, 1) },
    { name: 'Birthday of Martin Luther King, Jr.', date: nth(3, 'Monday', 1) },
    { name: "Washington's Birthday", date: nth(3, 'Monday', 2) },
    { name: 'Memorial Day', date: lastMonday(5) },
    ...(year >= 2021 ? [{ name: 'Juneteenth National Independence Day', date: fixed(6, 19) }] : []),
    { name: 'Independence Day', date: fixed(7, 4) },
    { name: 'Labor Day', date: nth(1, 'Monday', 9) },
    { name: 'Columbus Day', date: nth(2, 'Monday', 10) },
    { name: 'Veterans Day', date: fixed(11, 11) },
    { name: 'Thanksgiving Day', date: nth(4, 'Thursday', 11) },
    { name: 'Christmas Day', date: fixed(12, 25) },
  ]
}
