import { problem } from '../../base/problem.ts'
import type { CaseFiles } from '../../usecases/cases/ports.ts'
import { Fault } from '../database/fault.ts'
import { blobName } from './blobs.ts'
import { caseKey, unwrapKey } from './caseKey.ts'
import type { StoreParts } from './parts.ts'
import { bound, seal, unseal } from './seal.ts'

const place = (id: string, doc: string): string => bound('file', id, doc)

/** How long a content without a file stays: longer than any upload and any backup takes. */
const LOOSE_MS = 60 * 60_000

export interface SweptFiles extends CaseFiles {
  /** Deletes the contents that no file has needed for an hour; to be called now and then. Returns how many. */
  sweep(now?: Date): Promise<number>
}

/** Files sealed under the key of their case, as blobs of random names. */
export function makeCaseFiles({ db, vault, blobs }: StoreParts): SweptFiles {
  return {
    async put(id, doc, bytes) {
      const key = (await caseKey(db, vault, id)) ?? gone()
      const blob = blobName()
      // Known before it is written: a crash in between leaves nothing that is not swept.
      await db.insertInto('blob_loose').values({ blob }).execute()
      await blobs.put(blob, seal(key, place(id, doc), bytes))
      await db.transaction().execute(async (trx) => {
        // The case before its files, as in destroying it: neither waits for the other then.
        const held = await trx.selectFrom('case_record').select('id').where('id', '=', id).forKeyShare().executeTakeFirst()
        if (!held) gone()
        const former = await trx
          .selectFrom('case_file')
          .select('blob')
          .where('case_id', '=', id)
          .where('doc', '=', doc)
          .forUpdate()
          .executeTakeFirst()
        await trx
          .insertInto('case_file')
          .values({ case_id: id, doc, blob, bytes: bytes.length })
          .onConflict((on) => on.columns(['case_id', 'doc']).doUpdateSet({ blob, bytes: bytes.length }))
          .execute()
        await trx.deleteFrom('blob_loose').where('blob', '=', blob).execute()
        if (former) await trx.insertInto('blob_loose').values({ blob: former.blob }).execute()
      })
    },

    async get(id, doc) {
      const row = await db
        .selectFrom('case_file')
        .innerJoin('case_key', 'case_key.case_id', 'case_file.case_id')
        .select(['blob', 'wrapped'])
        .where('case_file.case_id', '=', id)
        .where('doc', '=', doc)
        .executeTakeFirst()
      const sealed = row && (await blobs.get(row.blob))
      return row && sealed ? unseal(unwrapKey(vault, id, row.wrapped), place(id, doc), sealed) : null
    },

    async remove(id, doc) {
      await db.transaction().execute(async (trx) => {
        const rows = await trx
          .deleteFrom('case_file')
          .where('case_id', '=', id)
          .where('doc', '=', doc)
          .returning('blob')
          .execute()
        if (rows.length > 0)
          await trx
            .insertInto('blob_loose')
            .values(rows)
            .onConflict((on) => on.doNothing())
            .execute()
      })
    },

    async sweep(now = new Date()) {
      const old = new Date(now.getTime() - LOOSE_MS)
      const rows = await db.selectFrom('blob_loose').select('blob').where('since', '<', old).execute()
      for (const { blob } of rows) {
        await blobs.remove(blob)
        await db.deleteFrom('blob_loose').where('blob', '=', blob).execute()
      }
      return rows.length
    },
  }
}

const gone = (): never => {
  throw new Fault(problem('case-missing', 'case', 'There is no such case, or it was deleted.', 'Start a new one.'))
}
