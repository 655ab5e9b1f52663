import type { CaseId } from '../cases/ports.ts'
import type { PeoplePorts, Session } from './ports.ts'

/**
 * Deletes an account. Cases that nobody else is a member of go with it, since nobody could ever reach them again;
 * others lose this member. Links and shares of a case go with the case's own record.
 */
export async function forgetPerson(ports: PeoplePorts, session: Session): Promise<readonly CaseId[]> {
  const { id } = session.person
  const destroyed: CaseId[] = []
  for (const held of await ports.cases.casesOf(id)) {
    if ((await ports.cases.members(held.id)).some((m) => m.person !== id)) await ports.cases.revoke(held.id, id)
    else {
      await ports.cases.destroy(held.id)
      destroyed.push(held.id)
    }
  }
  await ports.people.forget(id)
  await ports.audit.record({ by: id, what: 'person.forgotten', on: id, from: null })
  return destroyed
}
