import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import type { Actor, CaseEvent } from '../../casefile/event.ts'
import { type CaseState, caseState } from '../../casefile/state.ts'
import type { CaseId, CasePorts, Enqueued } from './ports.ts'

/** What a use case decides to do with a case; nothing to do is fine. */
export interface Decision<T> {
  readonly events: readonly CaseEvent[]
  readonly jobs?: readonly Enqueued[]
  readonly result: T
}

export const caseMissing = () =>
  problem(
    'case-missing',
    'case',
    'This case is not here, or it was deleted.',
    'Open it from the link you were given, or start a new one.',
  )

export async function caseOf(ports: Pick<CasePorts, 'cases'>, id: CaseId): Promise<Outcome<CaseState>> {
  const events = await ports.cases.load(id)
  return events ? ok(caseState(events)) : fail(caseMissing())
}

/** More than two people typing at once into one case. */
const TRIES = 8

/**
 * Loads the case, lets `decide` look at it, and appends what it decided; again from the start when
 * somebody else was faster. `decide` must be safe to run more than once.
 */
export async function changeCase<T>(
  ports: Pick<CasePorts, 'cases'>,
  id: CaseId,
  by: Actor,
  decide: (state: CaseState) => Outcome<Decision<T>> | Promise<Outcome<Decision<T>>>,
): Promise<Outcome<T>> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const loaded = await caseOf(ports, id)
    if (!loaded.ok) return loaded
    const decided = await decide(loaded.value)
    if (!decided.ok) return decided
    const { events, jobs = [], result } = decided.value
    if (!events.length && !jobs.length) return ok(result, decided.warnings)
    const kept = await ports.cases.append(
      id,
      loaded.value.seq,
      events.map((event) => ({ by, event })),
      jobs,
    )
    if (kept) return ok(result, decided.warnings)
  }
  return fail(problem('case-moved', 'case', 'The case was changed from several sides at once.', 'Try again in a moment.'))
}

/** One event, whatever the case is like. */
export const say = (ports: Pick<CasePorts, 'cases'>, id: CaseId, by: Actor, ...events: readonly CaseEvent[]) =>
  changeCase<void>(ports, id, by, () => ok({ events, result: undefined }))
