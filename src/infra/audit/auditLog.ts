import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { AuditLog, Clock } from '../../usecases/cases/ports.ts'
import type { Tables } from '../database/tables.ts'
import type { Vault } from '../store/vault.ts'

/** Any number that nothing else locks: entries are written one after another. */
const LOCK = 4_711_002

/** Stands before the first entry. */
export const FIRST = ''

/** The hash of an entry, over its text and the hash before it; keyed, so that nobody with only the database can forge a chain. */
export const chained = (vault: Vault, before: string, seq: number, text: string): string =>
  vault.fingerprint('audit', JSON.stringify([before, seq, text]))

export function makeAuditLog(db: Kysely<Tables>, vault: Vault, clock: Clock): AuditLog {
  return {
    async record({ by, what, on, from }) {
      await db.transaction().execute(async (trx) => {
        await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx)
        const last = await trx.selectFrom('audit').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
        const seq = Number(last?.seq ?? 0) + 1
        const at = clock.now()
        // Kept as the text that was hashed: a column type that rewrites what it is given would break the chain.
        const text = JSON.stringify({ at, by, what, on, from })
        await trx
          .insertInto('audit')
          .values({ seq, at, text, hash: chained(vault, last?.hash ?? FIRST, seq, text) })
          .execute()
      })
    },
  }
}
