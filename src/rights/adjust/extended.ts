import { addHours, type CivilMoment } from '../../base/date.ts'
import { citation } from '../../knowledge/citations.ts'
import { count, sayAmount } from '../count.ts'
import { dayOf } from '../receipt.ts'
import type { Adjustment } from './tally.ts'

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
  return { ...tally, due, safe: due, steps: [...tally.steps, step], citations: [...tally.citations, ...cited] }
}
