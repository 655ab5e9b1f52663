import type { Kysely } from 'kysely'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import type { Tables } from '../database/tables.ts'
import type { Vault } from './vault.ts'

/** Refuses to go on with another master key than the one this database was begun with. */
export async function checkVault(db: Kysely<Tables>, vault: Vault): Promise<Outcome<null>> {
  const mark = vault.fingerprint('vault.check', 'appealwright')
  await db
    .insertInto('vault_check')
    .values({ mark })
    .onConflict((on) => on.doNothing())
    .execute()
  const kept = await db.selectFrom('vault_check').select('mark').executeTakeFirst()
  if (kept?.mark === mark) return ok(null)
  return fail(
    problem(
      'setting-invalid',
      'master key',
      'The database was sealed with another master key than the one given.',
      'Put back the former APP_KEY or key file. Without it the data can not be read by anyone.',
    ),
  )
}
