import { addDays, type CivilDate, firstOfMonth, sameDayInMonths } from '../base/date.ts'

export interface Counted {
  readonly end: CivilDate
  /** Where the law does not say which day counts, the later one it may mean. */
  readonly alternative: CivilDate | null
  /** True: the month reached has no such day. */
  readonly missing: boolean
}

/**
 * Calendar months from `start`. The month reached may have no such day (October 30 + 4 months):
 * then the first of the month after, where the rule says so, else the last of the month, which is earlier.
 */
export function addMonths(start: CivilDate, months: number, missingDay: 'first_of_next_month' | 'not_stated'): Counted {
  const same = sameDayInMonths(start, months)
  if (same) return { end: same, alternative: null, missing: false }
  const next = firstOfMonth(start, months + 1)
  return missingDay === 'first_of_next_month'
    ? { end: next, alternative: null, missing: true }
    : { end: addDays(next, -1), alternative: next, missing: true }
}
