import { fail, type Outcome, ok } from '../../../../base/outcome.ts'
import { problem } from '../../../../base/problem.ts'
import type { Access, Action } from '../../../../casefile/access.ts'
import { allowing } from '../../../../casefile/access.ts'
import type { StoredEvent } from '../../../../casefile/event.ts'
import { feeSettled } from '../../../../casefile/price.ts'
import type { CaseState } from '../../../../casefile/state.ts'
import { caseState } from '../../../../casefile/state.ts'
import type { CaseId, PersonId } from '../../../../usecases/cases/ports.ts'
import { accessesTo, type CaseStanding } from '../../../../usecases/people/accessTo.ts'
import type { Session } from '../../../../usecases/people/ports.ts'
import type { Application } from '../../../application.ts'
import type { Given } from './form.ts'

/** What a person may reach of one case, with the case itself. */
export interface Entered {
  readonly state: CaseState
  readonly accesses: readonly Access[]
  readonly access: Access
  /** Nothing is owed for the case. */
  readonly feeSettled: boolean
}

/** What a case's id looks like; anything else is not looked for. */
const CASE_ID = /^[\w-]{16,64}$/

/** Null: no such case for this person; they are not told which of the two it is. */
export async function enterCase(
  app: Application,
  session: Session | null,
  id: CaseId,
  action: Action,
  signing: string | null,
): Promise<Entered | null> {
  if (!session || !CASE_ID.test(id)) return null
  const events = await app.cases.cases.load(id)
  if (!events?.length) return null
  const accesses = await accessesTo(app.people, session.person.id, id, standingOf(events))
  const access = allowing(accesses, action, signing)
  return access ? { state: caseState(events), accesses, access, feeSettled: feeSettled(events, app.pay.mode) } : null
}

/** What the case's own events say of access. */
function standingOf(events: readonly StoredEvent[]): CaseStanding {
  const first = events[0]?.by
  const authorized = new Set(
    events.flatMap(({ event: e }) => (e.kind === 'documentAdded' && e.role === 'authorization' ? [e.doc] : [])),
  )
  for (const { event: e } of events) if (e.kind === 'documentRemoved') authorized.delete(e.doc)
  return { authorization: authorized.size > 0, opener: first?.kind === 'person' ? (first.id as PersonId) : null }
}

const foreign = () =>
  fail(
    problem(
      'not-allowed',
      'form',
      'This form was too old, or it came from another page.',
      'Open the page again and send it once more. What was kept before is still there.',
    ),
  )

/**
 * What changes something must come from our own page: the browser says so (Sec-Fetch-Site, Origin). Over https the
 * origin is the one that is set up; on this machine itself it is the host that was asked, whatever it is called.
 * "null" is what a browser says for a page that hides where it is from: it counts as ours only where
 * Sec-Fetch-Site says the same.
 */
export function ownPage(app: Application, request: Request): Outcome<void> {
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  if (site !== null && site !== 'same-origin') return foreign()
  if (origin === null || origin === 'null') return site === null ? foreign() : ok(undefined)
  if (origin === app.origin) return ok(undefined)
  const host = request.headers.get('host')
  return !app.origin.startsWith('https:') && hostOf(origin) === host ? ok(undefined) : foreign()
}

/** And it carries the session's token. Without a session there is nothing yet that a foreign page could act upon. */
export function ownForm(app: Application, request: Request, session: Session | null, given: Given): Outcome<void> {
  if (!session) return ok(undefined)
  const token = given.fields.get('csrf') ?? request.headers.get('x-csrf') ?? ''
  return app.forms.holds(session.id, token) ? ok(undefined) : foreign()
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null)
