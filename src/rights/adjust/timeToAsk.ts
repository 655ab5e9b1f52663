import { addDays, daysBetween } from '../../base/date.ts'
import { sayAmount } from '../count.ts'
import { known } from '../events.ts'
import { dayOf } from '../receipt.ts'
import type { Adjustment } from './tally.ts'

/** Days between a plan's answer and the request for a hearing are not counted. */
export const timeToAsk: Adjustment = (tally, { clock, timeline }) => {
  if (!clock.skipsTimeToAsk) return tally
  const answered = timeline.events.date_on_notice
  const asked = known(timeline, 'date_of_request')?.at
  if (!answered || !asked)
    return { ...tally, assumptions: [...tally.assumptions, 'Days taken to ask for the hearing are not known and are not added.'] }
  const days = daysBetween(dayOf(answered), dayOf(asked))
  const due = addDays(dayOf(tally.due), days)
  const step = `${dayOf(tally.due)} + ${sayAmount(days, 'days')} taken to ask for the hearing = ${due}`
  return { ...tally, due, safe: due, steps: [...tally.steps, step] }
}
