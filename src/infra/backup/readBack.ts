import type { Kysely } from 'kysely'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import type { CaseId, Clock } from '../../usecases/cases/ports.ts'
import { type AuditVerdict, verifyAudit } from '../audit/verify.ts'
import { Fault } from '../database/fault.ts'
import type { Tables } from '../database/tables.ts'
import type { BlobStore } from '../store/blobs.ts'
import { makeCaseFiles } from '../store/caseFiles.ts'
import { makeCaseStore } from '../store/caseStore.ts'
import type { JobQueue } from '../store/parts.ts'
import type { Vault } from '../store/vault.ts'
import { unusable } from './folder.ts'

export interface ReadBack {
  readonly cases: number
  readonly events: number
  readonly files: number
  readonly audit: number
}

/** Opens every event, file and kept thing of every case, and the audit log to its end. */
export async function readBack(
  db: Kysely<Tables>,
  vault: Vault,
  blobs: BlobStore,
  head: AuditVerdict['head'],
): Promise<Outcome<ReadBack>> {
  const parts = { db, vault, blobs, clock: noClock, jobs: noJobs }
  const cases = makeCaseStore(parts)
  const files = makeCaseFiles(parts)
  const ids = await db.selectFrom('case_record').select('id').orderBy('id').execute()
  let events = 0
  let documents = 0
  for (const row of ids) {
    const id = row.id as CaseId
    try {
      events += (await cases.load(id))?.length ?? 0
      for (const { name } of await db.selectFrom('case_kept').select('name').where('case_id', '=', id).execute())
        await cases.kept(id, name)
      for (const { doc } of await db.selectFrom('case_file').select('doc').where('case_id', '=', id).execute()) {
        if ((await files.get(id, doc)) === null)
          return fail(unusable(`case ${id}`, 'A file of the case is missing.', 'Use another backup.'))
        documents++
      }
    } catch (error) {
      if (error instanceof Fault) return fail(unusable(`case ${id}`, 'The case can not be opened.', 'Use another backup.'))
      throw error
    }
  }
  const audit = await verifyAudit(db, vault, head ?? undefined)
  if (audit.broken !== null)
    return fail(unusable(`audit entry ${audit.broken}`, 'The audit log is broken.', 'Use another backup.'))
  return ok({ cases: ids.length, events, files: documents, audit: audit.entries })
}

const readOnly = (): never => {
  throw new Error('reading back writes nothing')
}
const noClock: Clock = { now: readOnly, today: readOnly }
const noJobs: JobQueue = { enqueue: readOnly, forget: readOnly }
