import type { Clock, ClockUnit } from '../../knowledge/source.ts'
import type { Words } from './words/words.ts'

export const amountWords = (words: Words, amount: number, unit: ClockUnit): string =>
  `${amount} ${words.units[unit][Math.abs(amount) === 1 ? 0 : 1]}`

/** A window to act: "at least 180 days, counted from receipt of the notice". */
export function windowWords(words: Words, clock: Clock): string {
  const presumed = clock.presumedReceiptDays ? words.clock.presumed(amountWords(words, clock.presumedReceiptDays, 'days')) : ''
  const end = clock.endOfYear ? words.clock.toEndOfYear : ''
  return `${lengthWords(words, clock)}, ${words.clock.countedFrom(words.events[clock.from])}${end}${presumed}`
}

function lengthWords(words: Words, clock: Clock): string {
  const { stateSets, amount, unit, floor } = clock
  if (stateSets?.atLeast !== undefined && stateSets.atMost !== undefined)
    return words.clock.stateBetween(stateSets.atLeast, amountWords(words, stateSets.atMost, unit))
  if (stateSets?.atLeast !== undefined) return words.clock.stateAtLeast(amountWords(words, stateSets.atLeast, unit))
  if (stateSets?.atMost !== undefined) return words.clock.stateAtMost(amountWords(words, stateSets.atMost, unit))
  const length = amountWords(words, amount, unit)
  return floor ? words.clock.atLeast(length) : length
}

/** A decider's time: "72 hours". */
export const decisionWords = (words: Words, clock: Clock): string => amountWords(words, clock.amount, clock.unit)
