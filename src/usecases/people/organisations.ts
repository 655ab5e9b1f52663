import { type Outcome, ok } from '../../base/outcome.ts'
import type { CaseId, PersonId } from '../cases/ports.ts'
import { emailAddress } from './address.ts'
import type { MemberRole, PeoplePorts, Session } from './ports.ts'
import { formInvalid, notAllowed, signInNeeded } from './problems.ts'

const administers = async (ports: PeoplePorts, person: PersonId, organisation: string) =>
  (await ports.organisations.of(person)).some((m) => m.organisation === organisation && m.role === 'admin')

export async function createOrganisation(ports: PeoplePorts, session: Session | null, name: string): Promise<Outcome<string>> {
  if (!session?.person.email) return signInNeeded()
  const label = name.replace(/\p{Cc}/gu, '').trim()
  if (label === '' || label.length > 120) {
    return formInvalid(
      'name',
      'An organisation needs a name of at most 120 characters.',
      'Write the name your patients know you by.',
    )
  }
  const id = await ports.organisations.create(label, session.person.id, ports.clock.now())
  await ports.audit.record({ by: session.person.id, what: 'organisation.created', on: id, from: null })
  return ok(id)
}

/** Adds a colleague by address, or changes their role. The account is theirs once they sign in with it. */
export async function putMember(
  ports: PeoplePorts,
  session: Session | null,
  given: { readonly organisation: string; readonly email: string; readonly role: MemberRole },
): Promise<Outcome<PersonId>> {
  if (!session?.person.email) return signInNeeded()
  if (!(await administers(ports, session.person.id, given.organisation))) return notAllowed()
  const email = emailAddress(given.email)
  if (!email) return formInvalid('e-mail', 'This is not an e-mail address.', 'Write it like name@example.org.')
  const person = await ports.people.ofEmail(email, session.person.lang, ports.clock.now())
  if (!(await ports.organisations.put(given.organisation, person, given.role))) return needsAdministrator()
  await ports.audit.record({ by: session.person.id, what: `organisation.member.${given.role}`, on: person, from: null })
  return ok(person)
}

export async function removeMember(
  ports: PeoplePorts,
  session: Session | null,
  organisation: string,
  person: PersonId,
): Promise<Outcome<null>> {
  if (!session?.person.email) return signInNeeded()
  const self = session.person.id === person
  if (!self && !(await administers(ports, session.person.id, organisation))) return notAllowed()
  if (!(await ports.organisations.remove(organisation, person))) return needsAdministrator()
  await ports.audit.record({ by: session.person.id, what: 'organisation.member.removed', on: person, from: null })
  return ok(null)
}

const needsAdministrator = () =>
  formInvalid('role', 'Somebody has to administer the organisation.', 'Give the role of administrator to another member first.')

/** The caller has asked `may(…, 'share')` of the one who shares. */
export async function shareWith(ports: PeoplePorts, by: PersonId, id: CaseId, organisation: string): Promise<void> {
  await ports.organisations.share(organisation, id, ports.clock.now())
  await ports.audit.record({ by, what: 'case.shared', on: id, from: null })
}

export async function unshareWith(ports: PeoplePorts, by: PersonId, id: CaseId, organisation: string): Promise<void> {
  await ports.organisations.unshare(organisation, id)
  await ports.audit.record({ by, what: 'case.unshared', on: id, from: null })
}
