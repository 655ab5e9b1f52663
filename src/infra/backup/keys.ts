import { randomBytes } from 'node:crypto'
import { readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import type { Tables } from '../database/tables.ts'
import { syncFolder, writeSynced } from '../store/diskBlobs.ts'
import { KEYS, unusable } from './folder.ts'

const Keys = z.object({ format: z.literal(1), lineage: z.string(), keys: z.record(z.string(), z.string()) })
export type Keys = z.infer<typeof Keys>

/**
 * Writes the keys of the cases there are now over the file of all backups in `root`: cases deleted since
 * can then be read in none of them. Refuses a folder of other data's backups, whose keys it would destroy.
 */
export async function refreshKeys(db: Kysely<Tables>, root: string): Promise<Outcome<number>> {
  const check = await db.selectFrom('vault_check').select('lineage').executeTakeFirst()
  const former = await readKeys(root)
  if (!former.ok) return former
  if (!check || (former.value && former.value.lineage !== check.lineage))
    return fail(
      unusable(root, 'The folder holds backups of another database.', 'Choose another folder, or restore those backups first.'),
    )
  const rows = await db.selectFrom('case_key').select(['case_id', 'wrapped']).orderBy('case_id').execute()
  const keys = Object.fromEntries(rows.map((row) => [row.case_id, Buffer.from(row.wrapped).toString('base64')]))
  const part = join(root, `${KEYS}.${randomBytes(4).toString('hex')}.part`)
  await writeSynced(part, JSON.stringify({ format: 1, lineage: check.lineage, keys } satisfies Keys))
  await rename(part, join(root, KEYS))
  await syncFolder(root)
  return ok(rows.length)
}

/** Null: none were written yet. */
export async function readKeys(root: string): Promise<Outcome<Keys | null>> {
  const text = await readFile(join(root, KEYS), 'utf8').catch(() => null)
  if (text === null) return ok(null)
  try {
    return ok(Keys.parse(JSON.parse(text)))
  } catch {
    return fail(unusable(join(root, KEYS), 'The file of keys can not be read.', 'Put back a whole copy of it.'))
  }
}
