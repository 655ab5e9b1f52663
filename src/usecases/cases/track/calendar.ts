import { type Outcome, ok } from '../../../base/outcome.ts'
import type { Actor } from '../../../casefile/event.ts'
import { type CaseState, caseState } from '../../../casefile/state.ts'
import { changeCase } from '../change.ts'
import type { CaseId, CasePorts } from '../ports.ts'

/** A new private address for calendars, in place of the one there was. The token is told once; only its hash is kept. */
export async function shareCalendar(ports: CasePorts, id: CaseId, by: Actor): Promise<Outcome<string>> {
  const token = ports.chance.token(24)
  const hash = ports.digest(token)
  return changeCase(ports, id, by, () => ok({ events: [{ kind: 'calendarShared', hash }], result: token }))
}

export const unshareCalendar = (ports: CasePorts, id: CaseId, by: Actor): Promise<Outcome<void>> =>
  changeCase<void>(ports, id, by, ({ calendar }) =>
    ok({ events: calendar === null ? [] : [{ kind: 'calendarShared', hash: null }], result: undefined }),
  )

/** The case whose calendar this token opens; null: no such case, or no such token any more. Which of the two is not told. */
export async function calendarCase(ports: CasePorts, id: CaseId, token: string): Promise<CaseState | null> {
  const events = await ports.cases.load(id)
  if (!events?.length) return null
  const state = caseState(events)
  return state.calendar !== null && state.calendar === ports.digest(token) ? state : null
}
