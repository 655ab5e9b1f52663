import type { Citation } from '../base/citation.ts'
import type { CivilDate } from '../base/date.ts'
import type { Knowledge } from '../knowledge/assemble.ts'
import type { Clock } from '../knowledge/source.ts'
import { extended } from './adjust/extended.ts'
import { filedBy } from './adjust/filedBy.ts'
import { notBefore } from './adjust/notBefore.ts'
import { rolled } from './adjust/rolled.ts'
import type { Adjustment, Purpose, Tally } from './adjust/tally.ts'
import { timeToAsk } from './adjust/timeToAsk.ts'
import { amountOf } from './amount.ts'
import { count } from './count.ts'
import { known, type Timeline, type When } from './events.ts'
import { dayOf, receipt, type Start } from './receipt.ts'

/** One clock, run. */
export interface Run {
  readonly start: Start
  /** Null: only the State knows the window. */
  readonly due: When | null
  /** Never later than `due`; equal to it where the deadline is the decider's. */
  readonly safe: When | null
  readonly alternative: CivilDate | null
  readonly steps: readonly string[]
  readonly citations: readonly Citation[]
  readonly assumptions: readonly string[]
}

/** In the order in which they act. */
const ADJUSTMENTS: readonly Adjustment[] = [rolled, notBefore, timeToAsk, extended, filedBy]

/** The earlier of two; a bare day ends at its midnight, so it is later than any hour of it. Null never wins. */
export function sooner(a: When | null, b: When | null): When | null {
  if (a === null || b === null) return a ?? b
  const end = (w: When) => (w.length > 10 ? w : `${w}T24:00`)
  return end(a) <= end(b) ? a : b
}

/** A State that sets the window may also start it with another event than Federal law does. */
export const startedByState = (clock: Clock, timeline: Timeline): Clock =>
  clock.stateSets && timeline.stateWindow?.from ? { ...clock, from: timeline.stateWindow.from } : clock

/** Null: the event that starts the clock is not known. */
export function run(knowledge: Knowledge, clock: Clock, timeline: Timeline, purpose: Purpose): Run | null {
  const start = startOf(clock, timeline)
  if (!start) return null
  const window = amountOf(clock, timeline)
  const steps = start.step ? [start.step] : []
  const assumptions = [...start.assumptions, ...window.assumptions]
  const outermost = window.atMost === null ? null : dayOf(count(start.at, window.atMost, window.unit, clock).end)
  if (window.amount === null) return { start, due: null, safe: null, alternative: outermost, steps, citations: [], assumptions }

  const from = (when: When) => count(when, window.amount ?? 0, window.unit, clock)
  const counted = from(start.at)
  const later = [counted.alternative, outermost, start.alternative && dayOf(from(start.alternative).end)]
  const tally: Tally = {
    due: counted.end,
    safe: from(start.safe).end,
    later: later.filter((d) => d !== null),
    steps: [...steps, counted.step],
    citations: window.citation ? [window.citation] : [],
    assumptions: [...assumptions, ...counted.assumptions],
  }
  const done = ADJUSTMENTS.reduce((t, adjust) => adjust(t, { knowledge, clock, timeline, purpose }), tally)
  const latest = done.later.filter((d) => d > dayOf(done.due)).sort()
  return { ...done, start, safe: purpose === 'file' ? sooner(done.safe, done.due) : done.due, alternative: latest.at(-1) ?? null }
}

function startOf(clock: Clock, timeline: Timeline): Start | null {
  if (clock.from === 'receipt_of_notice') return receipt(timeline, clock.presumedReceiptDays)
  const event = known(timeline, clock.from)
  if (!event) return null
  const assumptions = event.assumption ? [event.assumption] : []
  return { at: event.at, safe: event.at, alternative: null, presumed: false, step: null, assumptions }
}
