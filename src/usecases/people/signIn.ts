import { type Outcome, ok } from '../../base/outcome.ts'
import type { PersonId } from '../cases/ports.ts'
import { hintOf } from './address.ts'
import { bringCases, mergeVisitor } from './bring.ts'
import { limited } from './limits.ts'
import type { PeoplePorts, Session, SignInLink } from './ports.ts'
import { linkGone } from './problems.ts'

export interface SignedIn {
  readonly person: PersonId
  /** For the cookie, in place of the former one. */
  readonly token: string
  readonly next: string
}

/** What the page behind the link shows before the button is pressed. */
export interface SignInOffer {
  readonly emailHint: string
  /** This browser holds cases of a visitor who did not ask for the link: the page asks whether they go along. */
  readonly asksToBring: boolean
}

const isVisitor = (session: Session | null): session is Session => session !== null && session.person.email === null

/** For GET: looks, and changes nothing, since mail scanners and previews open links too. */
export async function offerSignIn(
  ports: PeoplePorts,
  token: string,
  session: Session | null,
  from: string,
): Promise<Outcome<SignInOffer>> {
  const tooMany = await limited(ports, 'linkTry', from)
  if (tooMany) return tooMany
  const link = await ports.signInLinks.peek(token, 'signIn', ports.clock.now())
  if (!link) return linkGone()
  const other = isVisitor(session) && session.person.id !== link.askedBy
  return ok({ emailHint: hintOf(link.email), asksToBring: other && (await ports.cases.casesOf(session.person.id)).length > 0 })
}

/**
 * For POST. Cases go along, sessions never do: whoever asked for the link on another device keeps only what they had,
 * so neither a link sent to a stranger nor a link from a stranger opens anybody's account.
 * `bring`: the person said that the cases in this browser are theirs.
 */
export async function signIn(
  ports: PeoplePorts,
  given: { readonly token: string; readonly session: Session | null; readonly bring: boolean; readonly from: string },
): Promise<Outcome<SignedIn>> {
  const tooMany = await limited(ports, 'linkTry', given.from)
  if (tooMany) return tooMany
  const now = ports.clock.now()
  const link = await ports.signInLinks.consume(given.token, 'signIn', now)
  if (!link) return linkGone()
  const here = isVisitor(given.session) ? given.session.person.id : null
  const mine = here !== null && (here === link.askedBy || given.bring)
  const person = mine ? await accountOfVisitor(ports, here, link) : await ports.people.ofEmail(link.email, link.lang, now)
  if (!mine && link.askedBy && (await ports.people.get(link.askedBy))?.email === null)
    await bringCases(ports, link.askedBy, person)
  return ok({ person, token: await renew(ports, given.session, person), next: link.next })
}

/** A visitor with a new address becomes the account; with a known one they merge into it. */
async function accountOfVisitor(ports: PeoplePorts, visitor: PersonId, link: SignInLink): Promise<PersonId> {
  const now = ports.clock.now()
  const known = await ports.people.byEmail(link.email)
  if (!known && (await ports.people.setEmail(visitor, link.email))) {
    // What was opened before the address was proven is not trusted with the account.
    await ports.sessions.endAll(visitor)
    return visitor
  }
  const account = known?.id ?? (await ports.people.ofEmail(link.email, link.lang, now))
  await mergeVisitor(ports, visitor, account)
  return account
}

/** A new session for the browser; the former one ends, so that a planted cookie is worth nothing. */
export async function renew(ports: PeoplePorts, former: Session | null, person: PersonId): Promise<string> {
  const token = await ports.sessions.start(person, ports.clock.now())
  if (former) await ports.sessions.end(former.id)
  await ports.audit.record({ by: person, what: 'person.signedIn', on: person, from: null })
  return token
}
