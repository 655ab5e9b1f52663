import { addDays, type CivilDate, isWeekend } from '../base/date.ts'
import { federalHoliday, observedHoliday } from '../base/holidays.ts'

/** Neither weekend nor legal Federal holiday (5 USC 6103(a)). */
export const isWorkingDay = (date: CivilDate): boolean => !isWeekend(date) && !federalHoliday(date)

/** A working day that is no day of observance (5 USC 6103(b)) either: safe on both readings of "Federal holiday". */
export const isCertainWorkingDay = (date: CivilDate): boolean => isWorkingDay(date) && !observedHoliday(date)

/** `date` itself, or the nearest later day that passes. */
export function onOrAfter(date: CivilDate, passes: (d: CivilDate) => boolean): CivilDate {
  let day = date
  while (!passes(day)) day = addDays(day, 1)
  return day
}

/** `date` itself, or the nearest earlier day that passes. */
export function onOrBefore(date: CivilDate, passes: (d: CivilDate) => boolean): CivilDate {
  let day = date
  while (!passes(day)) day = addDays(day, -1)
  return day
}

/** `count` working days after `date`, which is day 0. */
export function addWorkingDays(date: CivilDate, count: number, passes: (d: CivilDate) => boolean): CivilDate {
  let day = date
  for (let left = count; left > 0; left--) day = onOrAfter(addDays(day, 1), passes)
  return day
}
