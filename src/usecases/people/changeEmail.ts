import { type Outcome, ok } from '../../base/outcome.ts'
import { limited } from './limits.ts'
import { changedMessage } from './messages.ts'
import type { PeoplePorts, Session } from './ports.ts'
import { formInvalid, linkGone, signInNeeded } from './problems.ts'
import { renew } from './signIn.ts'

/** For POST of a `changeEmail` link, in a session of the person who asked. All other sessions end. */
export async function changeEmail(
  ports: PeoplePorts,
  token: string,
  session: Session | null,
  from: string,
): Promise<Outcome<{ readonly token: string }>> {
  const tooMany = await limited(ports, 'linkTry', from)
  if (tooMany) return tooMany
  if (!session?.person.email) return signInNeeded()
  const { id } = session.person
  const now = ports.clock.now()
  if ((await ports.signInLinks.peek(token, 'changeEmail', now))?.askedBy !== id) return linkGone()
  const link = await ports.signInLinks.consume(token, 'changeEmail', now)
  if (!link) return linkGone()
  if (!(await ports.people.setEmail(id, link.email))) {
    return formInvalid('e-mail', 'This address already has an account of its own.', 'Sign in with that address instead.')
  }
  await ports.sessions.endAll(id)
  // Whoever loses an address in this way learns of it there; the change itself stands, mail or no mail.
  const { email, lang } = session.person
  await ports.mailer.send(changedMessage(email, lang), `email-changed.${id}.${now}`)
  return ok({ token: await renew(ports, null, id) })
}
