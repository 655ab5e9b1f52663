import { dayOf } from '../receipt.ts'
import { isCertainWorkingDay, onOrBefore } from '../workingDays.ts'
import type { Adjustment } from './tally.ts'

/**
 * What filing takes. The post does not move on weekends: where the mail is the measure, the last
 * working day is the safe one. Where only receipt counts, that is said.
 */
export const filedBy: Adjustment = (tally, { clock, purpose }) => {
  if (purpose !== 'file') return tally
  if (clock.filedWhen === 'postmarked' || clock.from === 'date_mailed')
    return { ...tally, safe: onOrBefore(dayOf(tally.safe), isCertainWorkingDay) }
  if (clock.filedWhen !== 'received') return tally
  const note = 'The request counts as filed when it is received, so it must arrive by this day.'
  return { ...tally, assumptions: [...tally.assumptions, note] }
}
