import type { Citation } from '../base/citation.ts'
import type { Clock, ClockUnit } from '../knowledge/source.ts'
import { sayAmount } from './count.ts'
import type { StateWindow, Timeline } from './events.ts'

/** How long the window is, once a State has had its say. */
export interface Amount {
  /** Null: only the State knows. */
  readonly amount: number | null
  readonly unit: ClockUnit
  /** Longest the window can be, where the exact length is not known. */
  readonly atMost: number | null
  /** The State's own law, where its window is used and cited. */
  readonly citation: Citation | null
  readonly assumptions: readonly string[]
}

/**
 * The window of a clock. Where the law leaves it to the State, the State's own length is used; without
 * one the federal least, and without a least none at all.
 */
export function amountOf(clock: Clock, timeline: Timeline): Amount {
  const plain = { amount: clock.amount, unit: clock.unit, atMost: null, citation: null, assumptions: [] }
  const bounds = clock.stateSets
  if (!bounds) return plain
  const state = timeline.stateWindow
  if (state) {
    const length = inDays(state.amount, state.unit)
    const outside =
      (bounds.atLeast !== undefined && length < inDays(bounds.atLeast, clock.unit)) ||
      (bounds.atMost !== undefined && length > inDays(bounds.atMost, clock.unit))
    const said = `The State's window of ${sayAmount(state.amount, state.unit)} is used.`
    return {
      amount: state.amount,
      unit: state.unit,
      atMost: null,
      citation: stateCitation(state),
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
    citation: null,
    assumptions: [
      least !== null
        ? `The State's own window is not known here; federal law sets at least ${sayAmount(least, clock.unit)}, and that is used.`
        : `The State sets the window${most === null ? '' : `, at most ${sayAmount(most, clock.unit)}`}; the State's own rule is not held here. The notice must state it.`,
    ],
  }
}

const DAYS: Readonly<Record<ClockUnit, number>> = { hours: 1 / 24, days: 1, business_days: 1.4, months: 30, years: 365 }

/** Roughly, to compare lengths in different units: 120 days are as good as four months. */
export const inDays = (amount: number, unit: ClockUnit): number => amount * DAYS[unit]

/** Null where the window is stated without its law. */
export const stateCitation = (state: StateWindow | null): Citation | null =>
  state?.cite
    ? { source: state.source ?? 'state', cite: state.cite, pin: state.pin ?? '', status: state.status ?? 'secondary' }
    : null
