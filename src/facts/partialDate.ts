import { type CivilDate, dateOf, dateParts, daysInMonth, longDate, monthNumber, parseDate } from '../base/date.ts'
import type { PartialDate } from './casefacts.ts'

const pad = (n: number, width = 2) => String(n).padStart(width, '0')

/** "2024", "2024-03" or "2024-03-08"; null where no such month or day exists. */
export function partialDate(year: number, month: number | null = null, day: number | null = null): PartialDate | null {
  if (year < 1900 || year > 2100) return null
  if (month === null) return pad(year, 4) as PartialDate
  if (month < 1 || month > 12) return null
  if (day === null) return `${pad(year, 4)}-${pad(month)}` as PartialDate
  return dateOf(year, month, day) as PartialDate | null
}

/** First and last day that a partial date may mean. */
export function bounds(date: PartialDate): { from: CivilDate; to: CivilDate } {
  if (date.length === 10) return { from: date as string as CivilDate, to: date as string as CivilDate }
  const year = Number(date.slice(0, 4))
  const month = date.length === 7 ? Number(date.slice(5, 7)) : null
  const to = month === null ? dateOf(year, 12, 31) : dateOf(year, month, daysInMonth(year, month))
  return { from: dateOf(year, month ?? 1, 1) as CivilDate, to: to as CivilDate }
}

/** Two-digit years: no clinical record is from before 1950. */
export const fullYear = (digits: string): number =>
  digits.length === 4 ? Number(digits) : Number(digits) < 50 ? 2000 + Number(digits) : 1900 + Number(digits)

/** "5", "05", "May", "May." → 5. */
export const monthOf = (text: string): number | null => (/^\d{1,2}$/.test(text) ? Number(text) : monthNumber(text))

/** Whether two partial dates can mean the same day. */
export function compatible(a: PartialDate, b: PartialDate): boolean {
  const x = bounds(a)
  const y = bounds(b)
  return x.from <= y.to && y.from <= x.to
}

/** As a person wrote it in a case file: ISO text, or US month/day/year, month/year, "March 2023", "March 8, 2023". */
export function parsePartial(text: string): PartialDate | null {
  const t = text.trim()
  const iso = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(t)
  if (iso?.[1]) return partialDate(Number(iso[1]), iso[2] ? Number(iso[2]) : null, iso[3] ? Number(iso[3]) : null)
  const us = /^(\d{1,2})\/(?:(\d{1,2})\/)?(\d{4})$/.exec(t)
  if (us?.[1] && us[3]) return partialDate(Number(us[3]), Number(us[1]), us[2] ? Number(us[2]) : null)
  const words = /^([A-Za-z]+\.?)\s+(?:(\d{1,2}),\s*)?(\d{4})$/.exec(t)
  const month = words?.[1] ? monthNumber(words[1]) : null
  if (words?.[3] && month) return partialDate(Number(words[3]), month, words[2] ? Number(words[2]) : null)
  return null
}

/** Orders by first possible day; the vaguer of two dates that begin together comes first. */
export const comparePartial = (a: PartialDate, b: PartialDate): number => {
  const x = bounds(a).from
  const y = bounds(b).from
  return x < y ? -1 : x > y ? 1 : a.length - b.length
}

/** Years between a birth date and a later day, for ages printed beside a birth date. */
export function ageAt(birth: CivilDate, on: CivilDate): number {
  const b = dateParts(birth)
  const o = dateParts(on)
  return o.year - b.year - (o.month < b.month || (o.month === b.month && o.day < b.day) ? 1 : 0)
}

/** "March 8, 2024", "March 2024" or "2024": as precise as the record is, no more. */
export function sayPartialDate(date: PartialDate): string {
  const whole = parseDate(date)
  if (whole) return longDate(whole)
  const month = /^(\d{4})-(\d{2})$/.exec(date)
  const first = month && parseDate(`${date}-01`)
  return first ? longDate(first as CivilDate).replace(' 1,', '') : date
}

/** "from March 2021 to January 2022", "since March 2021", "until 2022", or null. */
export function sayPeriod(start: PartialDate | null, end: PartialDate | null): string | null {
  if (start && end)
    return start === end ? `in ${sayPartialDate(start)}` : `from ${sayPartialDate(start)} to ${sayPartialDate(end)}`
  if (start) return `from ${sayPartialDate(start)}`
  return end ? `until ${sayPartialDate(end)}` : null
}
