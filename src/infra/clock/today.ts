import { type CivilDate, dateOf } from '../../base/date.ts'

/** Today on this machine's calendar: the one place where the clock is asked. */
export function today(): CivilDate {
  const now = new Date()
  return dateOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) as CivilDate
}
