import { type CivilDate, longDate, parseDate } from '../base/date.ts'
import type { PartialDate } from '../facts/casefacts.ts'

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
