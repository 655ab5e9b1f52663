import type { Clock, ClockUnit } from '../knowledge/source.ts'
import { sayAmount } from './count.ts'
import type { Timeline } from './events.ts'

/** How long the window is, once a State has had its say. */
export interface Amount {
  /** Null: only the State knows. */
  readonly amount: number | null
  readonly unit: ClockUnit
  /** Longest the window can be, where the exact length is not known. */
  readonly atMost: number | null
  readonly cite: string | null
  readonly assumptions: readonly string[]
}

/**
 * The window of a clock. Where the law leaves it to the State, the State's own length is used; without
 * one the federal least, and without a least none at all.
 */
export function amountOf(clock: Clock, timeline: Timeline): Amount {
  const plain = { amount: clock.amount, unit: clock.unit, atMost: null, cite: null, assumptions: [] }
  const bounds = clock.stateSets
  if (!bounds) return plain
  const state = timeline.stateWindow
  if (state) {
    const outside =
      state.unit === clock.unit &&
      ((bounds.atLeast !== undefined && state.amount < bounds.atLeast) ||
        (bounds.atMost !== undefined && state.amount > bounds.atMost))
    const said = `The State's window of ${sayAmount(state.amount, state.unit)} is used.`
    return {
      amount: state.amount,
      unit: state.unit,
      atMost: null,
      cite: state.cite,
      assumptions: outside ? [said, 'That window lies outside the bounds of federal law; check it against the notice.'] : [said],
    }
  }
  const least = bounds.atLeast ?? null
  const most = bounds.atMost ?? null
  if (least !== null && most === null) return { ...plain, amount: least }
  return {
    amount: least,
    unit: clock.unit,
    atMost: most,
    cite: null,
    assumptions: [
      least !== null
        ? `The State's own window is not known here; federal law sets at least ${sayAmount(least, clock.unit)}, and that is used.`
        : `The State sets the window${most === null ? '' : `, at most ${sayAmount(most, clock.unit)}`}; the State's own rule is not held here. The notice must state it.`,
    ],
  }
}
