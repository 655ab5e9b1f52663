import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { CaseId } from '../../usecases/cases/ports.ts'
import type { Tables } from '../database/tables.ts'
import { bound } from './seal.ts'
import type { Vault } from './vault.ts'

const PURPOSE = 'case.key'

export const unwrapKey = (vault: Vault, id: string, wrapped: Uint8Array): Uint8Array => vault.open(PURPOSE, bound(id), wrapped)

/** A fresh data key for one case, and how it is kept: wrapped by the master key, bound to the case. */
export function makeCaseKey(vault: Vault, id: CaseId): { readonly key: Uint8Array; readonly wrapped: Buffer } {
  const key = randomBytes(32)
  return { key, wrapped: vault.seal(PURPOSE, bound(id), key) }
}

/** Read anew each time: once a key is destroyed no process goes on using it. Null: destroyed, or no such case. */
export async function caseKey(db: Kysely<Tables>, vault: Vault, id: CaseId): Promise<Uint8Array | null> {
  const row = await db.selectFrom('case_key').select('wrapped').where('case_id', '=', id).executeTakeFirst()
  return row ? unwrapKey(vault, id, row.wrapped) : null
}
