import { EVENT_WORDS } from '../events.ts'
import { dayOf } from '../receipt.ts'
import type { Adjustment } from './tally.ts'

/** The period ends at the later of its own last day and another event's day. */
export const notBefore: Adjustment = (tally, { clock, timeline }) => {
  if (!clock.notBefore) return tally
  const words = EVENT_WORDS[clock.notBefore]
  const other = timeline.events[clock.notBefore]
  if (!other) return { ...tally, assumptions: [...tally.assumptions, `If ${words} is later than this, that day counts.`] }
  const day = dayOf(other)
  return day > dayOf(tally.due) ? { ...tally, due: day, safe: day, steps: [...tally.steps, `${words}, ${day}, is later`] } : tally
}
