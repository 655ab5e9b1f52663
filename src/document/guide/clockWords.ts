import type { Clock } from '../../knowledge/source.ts'
import { sayAmount } from '../../rights/count.ts'
import { EVENT_WORDS } from '../../rights/events.ts'

/** A window to act: "at least 180 days, counted from receipt of the notice". */
export function windowWords(clock: Clock): string {
  const from = `counted from ${EVENT_WORDS[clock.from]}`
  const presumed = clock.presumedReceiptDays
    ? `, which is presumed ${sayAmount(clock.presumedReceiptDays, 'days')} after the date on it unless shown otherwise`
    : ''
  return `${lengthWords(clock)}, ${from}${presumed}`
}

function lengthWords(clock: Clock): string {
  const { stateSets, amount, unit, floor } = clock
  if (stateSets?.atLeast !== undefined && stateSets.atMost !== undefined)
    return `what the State sets, from ${stateSets.atLeast} to ${sayAmount(stateSets.atMost, unit)}`
  if (stateSets?.atLeast !== undefined) return `what the State sets, at least ${sayAmount(stateSets.atLeast, unit)}`
  if (stateSets?.atMost !== undefined) return `what the State sets, at most ${sayAmount(stateSets.atMost, unit)}`
  return `${floor ? 'at least ' : ''}${sayAmount(amount, unit)}`
}

/** A decider's time: "72 hours". */
export const decisionWords = (clock: Clock): string => sayAmount(clock.amount, clock.unit)
