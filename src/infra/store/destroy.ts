import { sql } from 'kysely'
import type { CaseId } from '../../usecases/cases/ports.ts'
import type { StoreParts } from './parts.ts'

/**
 * Everything of a case and its key: first out of the database, in one transaction, then its contents. A
 * crash between the two leaves contents no key opens; the sweep takes them.
 */
export async function destroyCase({ db, blobs, jobs }: StoreParts, id: CaseId): Promise<void> {
  const loose = await db.transaction().execute(async (trx) => {
    // Locked first, so that no append or upload slips in between.
    await trx.selectFrom('case_record').select('id').where('id', '=', id).forUpdate().execute()
    const rows = await trx.selectFrom('case_file').select('blob').where('case_id', '=', id).execute()
    if (rows.length > 0)
      await trx
        .insertInto('blob_loose')
        .values(rows)
        .onConflict((on) => on.doNothing())
        .execute()
    await trx.deleteFrom('case_progress').where('case_id', '=', id).execute()
    await jobs.forget(trx, id)
    await trx.deleteFrom('case_record').where('id', '=', id).execute()
    return rows
  })
  for (const { blob } of loose) {
    await blobs.remove(blob)
    await db.deleteFrom('blob_loose').where('blob', '=', blob).execute()
  }
  // Takes the deleted key out of the table's pages at once.
  await sql`vacuum case_key`.execute(db)
}
