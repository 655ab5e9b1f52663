import type { StoredEvent } from '../../../casefile/event.ts'
import type { CaseId, CaseStore, Enqueued, NewEvent } from '../ports.ts'

export interface Appending {
  readonly events: readonly NewEvent[]
  readonly jobs: readonly Enqueued[]
}

/** Others write to the same case; each time they were faster we look again. So often in a row is a fault. */
const TRIES = 50

/**
 * Decides on the events as they are and appends what was decided, anew whenever somebody was faster.
 * Null from `decide`: nothing to write. False: there is no such case.
 */
export async function appendAsDecided(
  store: CaseStore,
  id: CaseId,
  decide: (events: readonly StoredEvent[]) => Appending | null,
): Promise<boolean> {
  for (let i = 0; i < TRIES; i++) {
    const events = await store.load(id)
    if (!events) return false
    const decided = decide(events)
    if (!decided) return true
    if (await store.append(id, events.at(-1)?.seq ?? 0, decided.events, decided.jobs)) return true
  }
  throw new Error('a case changed faster than it could be written to')
}
