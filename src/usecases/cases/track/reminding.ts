import type { CaseEventKind, Instant } from '../../../casefile/event.ts'
import type { CaseId, CaseStore, Clock, Enqueued, NewEvent } from '../ports.ts'

/** What the `remind` job is asked when it is to look at the dates anew. */
export const PLAN = 'plan'

/** Events after which something is due on another day, or nothing any more. */
const MOVES: ReadonlySet<CaseEventKind> = new Set([
  'drafted',
  'sentByHand',
  'sending',
  'answered',
  'decisionExtended',
  'levelReached',
  'closed',
  'reopened',
])
/** The same, but often several in a row: the dates are looked at when a minute has gone by. */
const MOVES_SOON: ReadonlySet<CaseEventKind> = new Set(['readingConfirmed', 'coverageAnswered', 'denialChosen', 'stated'])
const SOON_MS = 60_000

/**
 * The store, with one thing more: where events move the dates of a case, the job that plans its reminders is
 * enqueued in the same transaction. Whoever writes to a case need not think of it, and none is forgotten.
 */
export function remindingStore(store: CaseStore, clock: Pick<Clock, 'now'>): CaseStore {
  return {
    ...store,
    append: (id, last, events, jobs = []) => store.append(id, last, events, [...jobs, ...planJob(id, events, clock)]),
  }
}

function planJob(id: CaseId, events: readonly NewEvent[], clock: Pick<Clock, 'now'>): readonly Enqueued[] {
  const at = events.some((e) => MOVES.has(e.event.kind))
  if (!at && !events.some((e) => MOVES_SOON.has(e.event.kind))) return []
  const after = at ? {} : { after: new Date(Date.parse(clock.now()) + SOON_MS).toISOString() as Instant }
  return [{ job: { queue: 'remind', data: { case: id, what: PLAN, days: 0 } }, key: `${id}:${PLAN}`, ...after }]
}
