/**
 * Civil dates without clocks or time zones: ISO text "YYYY-MM-DD", proleptic Gregorian.
 * A date is a string so that it prints, compares and serialises as itself.
 */
export type CivilDate = string & { readonly __civil: unique symbol }

/** Local date and time to the minute, "YYYY-MM-DDTHH:MM"; for clocks that the law counts in hours. */
export type CivilMoment = string & { readonly __moment: unique symbol }

const MS_PER_DAY = 86_400_000
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
export type Weekday = (typeof WEEKDAYS)[number]

const pad = (n: number, width: number) => String(n).padStart(width, '0')

export const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days in a month, `month` 1–12. */
export const daysInMonth = (year: number, month: number) =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

/** The date, or null where no such day exists (month 13, February 30). Years 1600–9999. */
export function dateOf(year: number, month: number, day: number): CivilDate | null {
  if (![year, month, day].every(Number.isInteger)) return null
  if (year < 1600 || year > 9999 || month < 1 || month > 12) return null
  if (day < 1 || day > daysInMonth(year, month)) return null
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CivilDate
}

/** Parses exactly "YYYY-MM-DD"; null for anything else, so that a bad date is never repaired by guess. */
export function parseDate(text: string): CivilDate | null {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return m ? dateOf(Number(m[1]), Number(m[2]), Number(m[3])) : null
}

/** Parses exactly "YYYY-MM-DDTHH:MM". */
export function parseMoment(text: string): CivilMoment | null {
  const m = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})$/.exec(text)
  if (!m?.[1] || !parseDate(m[1]) || Number(m[2]) > 23 || Number(m[3]) > 59) return null
  return text as CivilMoment
}

export function dateParts(date: CivilDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

const dayNumber = (date: CivilDate) => Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10)) / MS_PER_DAY
const fromDayNumber = (n: number) => new Date(n * MS_PER_DAY).toISOString().slice(0, 10) as CivilDate

/** `date` is day 0: the day after the event is day 1. */
export const addDays = (date: CivilDate, days: number): CivilDate => fromDayNumber(dayNumber(date) + days)

export const daysBetween = (from: CivilDate, to: CivilDate): number => dayNumber(to) - dayNumber(from)

export const weekday = (date: CivilDate): Weekday => WEEKDAYS[(((dayNumber(date) + 4) % 7) + 7) % 7] as Weekday

export const isWeekend = (date: CivilDate) => weekday(date) === 'Saturday' || weekday(date) === 'Sunday'

/**
 * The corresponding date `months` later, or null where that month has no such day.
 * Which date counts instead is a rule of law, so the caller decides (see `rights`).
 */
export function sameDayInMonths(date: CivilDate, months: number): CivilDate | null {
  const { year, month, day } = dateParts(date)
  const index = year * 12 + (month - 1) + months
  return dateOf(Math.floor(index / 12), (index % 12) + 1, day)
}

/** First day of the month that lies `months` after the month of `date`. */
export function firstOfMonth(date: CivilDate, months: number): CivilDate {
  const { year, month } = dateParts(date)
  const index = year * 12 + (month - 1) + months
  return `${pad(Math.floor(index / 12), 4)}-${pad((index % 12) + 1, 2)}-01` as CivilDate
}

export const dateOfMoment = (moment: CivilMoment): CivilDate => moment.slice(0, 10) as CivilDate

/** Clock hours on the local clock; the golden convention ignores daylight-saving changes. */
export function addHours(moment: CivilMoment, hours: number): CivilMoment {
  const minutes = dayNumber(dateOfMoment(moment)) * 1440 + +moment.slice(11, 13) * 60 + +moment.slice(14, 16) + hours * 60
  const day = Math.floor(minutes / 1440)
  const rest = minutes - day * 1440
  return `${fromDayNumber(day)}T${pad(Math.floor(rest / 60), 2)}:${pad(rest % 60, 2)}` as CivilMoment
}

/** "March 4, 2026": the form used in letters. */
export function longDate(date: CivilDate): string {
  const { year, month, day } = dateParts(date)
  return `${MONTHS[month - 1]} ${day}, ${year}`
}

export const monthNumber = (name: string): number | null => {
  const key = name.toLowerCase().replace(/\.$/, '')
  if (key.length < 3) return null
  const i = MONTHS.findIndex((m) => m.toLowerCase() === key || m.toLowerCase().slice(0, 3) === key)
  return i >= 0 ? i + 1 : key === 'sept' ? 9 : null
}

export const earlier = <D extends CivilDate | CivilMoment>(a: D, b: D): D => (a <= b ? a : b)
export const later = <D extends CivilDate | CivilMoment>(a: D, b: D): D => (a >= b ? a : b)
