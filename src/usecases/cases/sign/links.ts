import { makePreparationLink, makeSigningLink } from '../../people/caseLinks.ts'
import type { CaseId, CasePorts, PersonId } from '../ports.ts'
import type { SigningPorts } from './ports.ts'

const nameOf = (signing: string): string => `handed:${signing}`

/** A link to one signing for whoever asked, to be handed on. That it was is kept: the certificate says how a signer was reached. */
export async function handOver(ports: SigningPorts, id: CaseId, by: PersonId, signing: string): Promise<string> {
  await ports.cases.keep(id, nameOf(signing), 0, 'true')
  return (await makeSigningLink(ports.people, id, by, signing)).url
}

export const wasHanded = async (ports: Pick<CasePorts, 'cases'>, id: CaseId, signing: string): Promise<boolean> =>
  (await ports.cases.kept(id, nameOf(signing))) !== null

/** For the office: everything but the signature. */
export const officeLink = async (ports: SigningPorts, id: CaseId, by: PersonId, signing: string): Promise<string> =>
  (await makePreparationLink(ports.people, id, by, signing)).url
