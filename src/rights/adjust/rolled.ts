import { dayOf } from '../receipt.ts'
import { roll } from '../roll.ts'
import type { Adjustment } from './tally.ts'

/** The last day falls on a weekend or Federal holiday. */
export const rolled: Adjustment = (tally, { clock }) => {
  if (!clock.roll) return tally
  const { due, alternative } = roll(dayOf(tally.due))
  const step = `${tally.due} is a weekend day or Federal holiday, so the next day that is neither: ${due}`
  return {
    ...tally,
    due,
    safe: roll(dayOf(tally.safe)).safe,
    later: alternative ? [...tally.later, alternative] : tally.later,
    steps: due === tally.due ? tally.steps : [...tally.steps, step],
  }
}
