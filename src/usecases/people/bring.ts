import { CASE_ROLES } from '../../casefile/event.ts'
import type { PersonId } from '../cases/ports.ts'
import type { PeoplePorts } from './ports.ts'

type Needs = Pick<PeoplePorts, 'cases' | 'people'>

/**
 * Gives a person the cases of a visitor, in the stronger of the two roles. Each step may be repeated: after a
 * crash the next sign-in ends what this one began.
 */
export async function bringCases(ports: Needs, from: PersonId, to: PersonId): Promise<void> {
  for (const { id, role } of await ports.cases.casesOf(from)) {
    const held = await ports.cases.roleOf(id, to)
    if (held === null || CASE_ROLES.indexOf(role) < CASE_ROLES.indexOf(held)) await ports.cases.grant(id, to, role)
  }
}

/** The visitor becomes the person: cases first, then the rest, then the visitor has nothing. */
export async function mergeVisitor(ports: Needs, visitor: PersonId, into: PersonId): Promise<void> {
  await bringCases(ports, visitor, into)
  await ports.people.absorb(visitor, into)
  for (const { id } of await ports.cases.casesOf(visitor)) await ports.cases.revoke(id, visitor)
}
