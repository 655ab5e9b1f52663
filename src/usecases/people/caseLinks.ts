import { type Outcome, ok } from '../../base/outcome.ts'
import { CASE_ROLES, type CaseRole } from '../../casefile/event.ts'
import type { CaseId, PersonId } from '../cases/ports.ts'
import { limited } from './limits.ts'
import type { CaseLink, CaseLinkKind, Lang, PeoplePorts, Session } from './ports.ts'
import { formInvalid, linkGone, notAllowed } from './problems.ts'
import { startVisit } from './visit.ts'

/** As with sign-in links, the token is in the path. */
export const caseLinkUrl = (origin: string, kind: CaseLinkKind, token: string) =>
  `${origin}/${kind === 'resume' ? 'resume' : 'signing'}/${token}`

export interface MadeLink {
  readonly id: string
  /** Shown once: it can not be read again. */
  readonly url: string
}

async function make(
  ports: PeoplePorts,
  by: PersonId,
  link: Pick<CaseLink, 'case' | 'kind' | 'signing' | 'role'>,
): Promise<MadeLink> {
  const { id, token } = await ports.caseLinks.make(link, by, ports.clock.now())
  await ports.audit.record({ by, what: `link.${link.kind}`, on: link.case, from: null })
  return { id, url: caseLinkUrl(ports.origin, link.kind, token) }
}

/**
 * The case on another device, or for somebody it is shared with. The caller has asked `may(…, 'resume.link')` or
 * `may(…, 'share')`. Nobody gives a stronger role than their own: a representative can not make themselves the patient.
 */
export async function makeResumeLink(ports: PeoplePorts, id: CaseId, by: PersonId, role: CaseRole): Promise<Outcome<MadeLink>> {
  const own = await ports.cases.roleOf(id, by)
  if (own === null || CASE_ROLES.indexOf(role) < CASE_ROLES.indexOf(own)) return notAllowed()
  return ok(await make(ports, by, { case: id, kind: 'resume', signing: null, role }))
}

/** One letter, for the one who signs it. The caller has asked `may(…, 'signing.ask')`. */
export const makeSigningLink = (ports: PeoplePorts, id: CaseId, by: PersonId, signing: string) =>
  make(ports, by, { case: id, kind: 'signing', signing, role: 'prescriber' })

/** The same letter for the office, everything but the signature. The caller has asked `may(…, 'signing.delegate')`. */
export const makePreparationLink = (ports: PeoplePorts, id: CaseId, by: PersonId, signing: string) =>
  make(ports, by, { case: id, kind: 'preparation', signing, role: 'staff' })

/** For GET: does the link hold? It is not used. */
export async function offerCaseLink(ports: PeoplePorts, token: string, from: string): Promise<Outcome<CaseLink>> {
  const tooMany = await limited(ports, 'linkTry', from)
  if (tooMany) return tooMany
  const link = await ports.caseLinks.find(token, ports.clock.now())
  return link ? ok(link) : linkGone()
}

export interface Admitted {
  readonly link: CaseLink
  readonly person: PersonId
  /** For the cookie; null: the browser keeps the session it has. */
  readonly token: string | null
}

/**
 * For POST: lets this browser in. Without a session it gets one of its own; with one, the case is added to that person.
 * Whoever is a member of the case already can not take the signer's place by opening the signer's link.
 */
export async function takeCaseLink(
  ports: PeoplePorts,
  given: { readonly token: string; readonly session: Session | null; readonly lang: Lang; readonly from: string },
): Promise<Outcome<Admitted>> {
  const tooMany = await limited(ports, 'linkTry', given.from)
  if (tooMany) return tooMany
  const now = ports.clock.now()
  const link = await ports.caseLinks.find(given.token, now)
  if (!link) return linkGone()
  const held = given.session ? await ports.cases.roleOf(link.case, given.session.person.id) : null
  if (link.kind === 'signing' && held !== null && held !== 'prescriber') {
    return formInvalid(
      'this link',
      'This link is for the prescriber, and this browser already has the case open as somebody else.',
      'Send the link to the prescriber, to be opened on their own device.',
    )
  }
  const visit = given.session ? null : await startVisit(ports, given.lang)
  const person = visit?.person ?? given.session?.person.id
  if (!person) return notAllowed()
  if (link.kind !== 'resume') await ports.caseLinks.admit(link.id, person, now)
  else if (held === null) await ports.cases.grant(link.case, person, link.role)
  await ports.audit.record({ by: person, what: `link.${link.kind}.taken`, on: link.case, from: null })
  return ok({ link, person, token: visit?.token ?? null })
}

/** Revoking a signing or preparation link shuts out those it let in; a resume link's devices are members by then and are removed as members. */
export async function revokeCaseLink(ports: PeoplePorts, id: CaseId, by: PersonId, link: string): Promise<void> {
  await ports.caseLinks.revoke(id, link)
  await ports.audit.record({ by, what: 'link.revoked', on: id, from: null })
}
