import type { CivilDate } from '../base/date.ts'
import { isCertainWorkingDay, isWorkingDay, onOrAfter, onOrBefore } from './workingDays.ts'

export interface Rolled {
  readonly due: CivilDate
  /** The later day if days of observance count as Federal holidays; null where both readings agree. */
  readonly alternative: CivilDate | null
  /** Last day on or before the unrolled one that is a working day on every reading. */
  readonly safe: CivilDate
}

/** The last day falls on a weekend or Federal holiday: the next day that is neither. */
export function roll(date: CivilDate): Rolled {
  const due = onOrAfter(date, isWorkingDay)
  const wide = onOrAfter(date, isCertainWorkingDay)
  return { due, alternative: wide === due ? null : wide, safe: onOrBefore(date, isCertainWorkingDay) }
}
