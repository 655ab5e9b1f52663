import { type Outcome, ok } from '../../base/outcome.ts'
import { CASE_ROLES } from '../../casefile/event.ts'
import type { CaseId, PersonId } from '../cases/ports.ts'
import type { PeoplePorts } from './ports.ts'
import { formInvalid, notAllowed } from './problems.ts'

/**
 * Takes a person out of a case. The caller has asked `may(…, 'share.withdraw')`, or it is the person's own wish. Nobody takes
 * out a stronger role than their own: a helper can not shut out the patient.
 */
export async function removeFromCase(ports: PeoplePorts, id: CaseId, by: PersonId, person: PersonId): Promise<Outcome<null>> {
  const members = await ports.cases.members(id)
  const target = members.find((m) => m.person === person)
  if (!target) return ok(null)
  const own = members.find((m) => m.person === by)
  if (by !== person && (!own || CASE_ROLES.indexOf(target.role) < CASE_ROLES.indexOf(own.role))) return notAllowed()
  if (members.length === 1)
    return formInvalid('person', 'Nobody else is part of this case.', 'Delete the case instead, or share it with somebody first.')
  await ports.cases.revoke(id, person)
  await ports.audit.record({ by, what: 'case.member.removed', on: id, from: null })
  return ok(null)
}
