import { type Outcome, ok } from '../../base/outcome.ts'
import { mergeVisitor } from './bring.ts'
import { limited } from './limits.ts'
import type { Passkey, PeoplePorts, Session } from './ports.ts'
import { signInNeeded } from './problems.ts'
import { renew, type SignedIn } from './signIn.ts'

/** A passkey opens an account for good, so it is only made for one whose address is proven. */
export async function offerPasskey(ports: PeoplePorts, session: Session | null): Promise<Outcome<unknown>> {
  return session?.person.email ? ok(await ports.passkeys.registration(session.person, ports.clock.now())) : signInNeeded()
}

export async function addPasskey(
  ports: PeoplePorts,
  session: Session | null,
  answer: unknown,
  name: string,
): Promise<Outcome<Passkey>> {
  if (!session?.person.email) return signInNeeded()
  const label = name
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, 60)
  const made = await ports.passkeys.register(session.person, answer, label, ports.clock.now())
  if (made.ok) await ports.audit.record({ by: session.person.id, what: 'passkey.added', on: session.person.id, from: null })
  return made
}

export async function removePasskey(ports: PeoplePorts, session: Session | null, id: string): Promise<Outcome<boolean>> {
  if (!session?.person.email) return signInNeeded()
  const removed = await ports.passkeys.remove(session.person.id, id)
  if (removed) await ports.audit.record({ by: session.person.id, what: 'passkey.removed', on: session.person.id, from: null })
  return ok(removed)
}

export async function offerPasskeySignIn(ports: PeoplePorts, from: string): Promise<Outcome<unknown>> {
  return (await limited(ports, 'passkeyTry', from)) ?? ok(await ports.passkeys.authentication(ports.clock.now()))
}

/** The authenticator is in the person's own hand, so the visitor's cases in this browser are theirs. */
export async function signInByPasskey(
  ports: PeoplePorts,
  given: { readonly answer: unknown; readonly session: Session | null; readonly from: string; readonly next: string },
): Promise<Outcome<SignedIn>> {
  const tooMany = await limited(ports, 'passkeyTry', given.from)
  if (tooMany) return tooMany
  const known = await ports.passkeys.authenticate(given.answer, ports.clock.now())
  if (!known.ok) return known
  const person = known.value
  const visitor = given.session?.person
  if (visitor && visitor.email === null && visitor.id !== person) await mergeVisitor(ports, visitor.id, person)
  return ok({ person, token: await renew(ports, given.session, person), next: given.next })
}
