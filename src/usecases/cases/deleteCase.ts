import type { CaseId, CasePorts, PersonId } from './ports.ts'

/**
 * Deletes a case for good: its events and files, its links and shares with its own row, and the key without which its backups are
 * noise. What stays is that a case of this id was deleted, by whom and when.
 */
export async function deleteCase(ports: Pick<CasePorts, 'cases' | 'audit'>, id: CaseId, by: PersonId | 'program'): Promise<void> {
  await ports.cases.destroy(id)
  await ports.audit.record({ by, what: 'case.deleted', on: id, from: null })
}
