import { type Access, type Action, allowing, may } from '../../casefile/access.ts'
import type { CaseId, PersonId } from '../cases/ports.ts'
import type { MemberRole, PeoplePorts, Person } from './ports.ts'

/** What the case itself says of access: read from its events by the caller. */
export interface CaseStanding {
  readonly authorization: boolean
  /** Who opened it. */
  readonly opener: PersonId | null
}

type Needs = Pick<PeoplePorts, 'cases' | 'caseLinks' | 'organisations' | 'clock'>

const ROLE_OF_MEMBER: Readonly<Record<MemberRole, 'staff' | 'prescriber'>> = {
  staff: 'staff',
  admin: 'staff',
  prescriber: 'prescriber',
}

/** Every way in which a person has access to a case, the strongest first; none: no access. */
export async function accessesTo(ports: Needs, person: PersonId, id: CaseId, standing: CaseStanding): Promise<readonly Access[]> {
  const circumstances = { authorization: standing.authorization, opener: standing.opener === person, administrator: false }
  const [role, links, memberships, sharing] = await Promise.all([
    ports.cases.roleOf(id, person),
    ports.caseLinks.admitted(id, person, ports.clock.now()),
    ports.organisations.of(person),
    ports.organisations.sharing(id),
  ])
  const shared = new Set(sharing.map((s) => s.organisation))
  return [
    ...(role ? [{ role, signing: null, circumstances }] : []),
    ...memberships
      .filter((m) => shared.has(m.organisation))
      .map((m) => ({
        role: ROLE_OF_MEMBER[m.role],
        signing: null,
        circumstances: { ...circumstances, administrator: m.role === 'admin' },
      })),
    ...links.map((l) => ({ role: l.role, signing: l.signing, circumstances })),
  ]
}

/** The access under which a person may act, for the event's actor; null: they may not. */
export async function accessFor(
  ports: Needs,
  person: PersonId,
  id: CaseId,
  standing: CaseStanding,
  action: Action,
  signing: string | null = null,
): Promise<Access | null> {
  return allowing(await accessesTo(ports, person, id, standing), action, signing)
}

/** Acts upon the service rather than a case. */
export const mayServe = (person: Person | null, action: Action): boolean =>
  may('visitor', action) || (person?.duties.some((duty) => may(duty, action)) ?? false)
