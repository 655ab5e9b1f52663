import { addHours, type CivilMoment, daysBetween } from '../../base/date.ts'
import { citation } from '../../knowledge/citations.ts'
import { count, sayAmount } from '../count.ts'
import { dayOf } from '../receipt.ts'
import type { Adjustment, Tally } from './tally.ts'

/** The decider takes more time, where the law allows it and it said so before the time had run out. */
export const extended: Adjustment = (tally, { knowledge, clock, timeline, purpose }) => {
  if (purpose !== 'decide' || !timeline.extension) return tally
  const refused = (why: string) => ({ ...tally, assumptions: [...tally.assumptions, why] })
  if (clock.extension === undefined) return refused('The law allows no extension of this time.')
  const { noticedOn } = timeline.extension
  if (noticedOn && noticedOn > dayOf(tally.due))
    return refused(`The extension was announced on ${noticedOn}, after the time had run out, so it does not count.`)
  const unit = clock.extensionUnit ?? clock.unit
  const due =
    tally.due.length > 10 && unit === 'days'
      ? addHours(tally.due as CivilMoment, clock.extension * 24)
      : count(tally.due, clock.extension, unit, {}).end
  const step = `${tally.due} + ${sayAmount(clock.extension, unit)} (extension) = ${due}`
  const cited = clock.extensionRef ? [citation(knowledge, clock.extensionRef)] : []
  const longer = { ...tally, due, safe: due, steps: [...tally.steps, step], citations: [...tally.citations, ...cited] }
  const answered = timeline.events.receipt_of_information
  if (!clock.tolls || !noticedOn || !answered) return longer
  return tolled(longer, daysBetween(noticedOn, dayOf(answered)))
}

/** The clock stands still while the decider waits for what it asked for. */
function tolled(tally: Tally, days: number): Tally {
  if (days <= 0) return tally
  const due = count(tally.due, days, 'days', {}).end
  const step = `${tally.due} + ${sayAmount(days, 'days')} waiting for information = ${due}`
  return { ...tally, due, safe: due, steps: [...tally.steps, step] }
}
