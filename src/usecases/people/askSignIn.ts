import { type Outcome, ok } from '../../base/outcome.ts'
import { emailAddress, localPath } from './address.ts'
import { limited } from './limits.ts'
import { signInMessage } from './messages.ts'
import type { Lang, LinkPurpose, PeoplePorts, Session } from './ports.ts'
import { formInvalid, signInNeeded } from './problems.ts'

export interface SignInAsked {
  readonly email: string
  readonly purpose: LinkPurpose
  readonly session: Session | null
  /** Network address, for the limit. */
  readonly from: string
  readonly lang: Lang
  readonly next: string
}

/**
 * Sends a link. Whether the address is known is not even looked up: the answer, the work and the mail are the same for
 * all, and the account is made when the link is used.
 */
export async function askSignIn(ports: PeoplePorts, asked: SignInAsked): Promise<Outcome<{ readonly sentTo: string }>> {
  const email = emailAddress(asked.email)
  if (!email) return formInvalid('e-mail', 'This is not an e-mail address.', 'Write it like name@example.org.')
  if (asked.purpose === 'changeEmail' && !asked.session?.person.email) return signInNeeded()
  const tooMany = (await limited(ports, 'signInMail', asked.from)) ?? (await limited(ports, 'signInAddress', email))
  if (tooMany) return tooMany
  const token = await ports.signInLinks.make(
    { purpose: asked.purpose, email, askedBy: asked.session?.person.id ?? null, lang: asked.lang, next: localPath(asked.next) },
    ports.clock.now(),
  )
  const message = signInMessage(email, asked.purpose, signInUrl(ports.origin, asked.purpose, token), asked.lang)
  const sent = await ports.mailer.send(message, `link-${ports.chance.token(12)}`)
  return sent.ok ? ok({ sentTo: email }) : sent
}

/** Pages of these paths must not be logged, cached or named to other sites: the token is in them. */
export const signInUrl = (origin: string, purpose: LinkPurpose, token: string) =>
  `${origin}/${purpose === 'signIn' ? 'sign-in' : 'change-email'}/${token}`
