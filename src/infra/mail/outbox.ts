import type { Kysely, Transaction } from 'kysely'
import { type Outcome, ok } from '../../base/outcome.ts'
import type { Instant } from '../../casefile/event.ts'
import type { AuditLog, Clock, Enqueued, Mailer, Message } from '../../usecases/cases/ports.ts'
import type { Tables } from '../database/tables.ts'
import type { Vault } from '../store/vault.ts'

/** Table of migration 0004. */
type MailTables = { mail_message: { id: string; sealed: Uint8Array | null; made: Date | string } }

export interface OutboxParts {
  readonly db: Kysely<Tables>
  readonly vault: Vault
  readonly clock: Clock
  readonly audit: AuditLog
  readonly jobs: { enqueue(trx: Transaction<Tables>, jobs: readonly Enqueued[]): Promise<void> }
}

export interface Outbox {
  /** Keeps a message and its job together; a key that was given before adds nothing. */
  readonly mailer: Mailer
  /** What the job does. Safe to run again: the mail server sees the same Message-ID. */
  deliver(id: string): Promise<Outcome<void>>
  /** Forgets messages of former weeks; how many. */
  sweep(now: Instant): Promise<number>
}

const PURPOSE = 'mail.message'
const KEPT_MS = 60 * 86_400_000

/** Messages wait here, sealed, so that a mail server that is away holds nobody up and no job carries an address. */
export function openOutbox({ db, vault, clock, audit, jobs }: OutboxParts, post: Mailer): Outbox {
  const mail = db.$extendTables<MailTables>()
  return {
    mailer: {
      async send(message, key) {
        const id = vault.fingerprint('mail.key', key)
        const sealed = vault.seal(PURPOSE, id, Buffer.from(JSON.stringify({ message, key })))
        await db.transaction().execute(async (trx) => {
          const kept = await trx
            .$extendTables<MailTables>()
            .insertInto('mail_message')
            .values({ id, sealed, made: clock.now() })
            .onConflict((c) => c.doNothing())
            .returning('id')
            .executeTakeFirst()
          if (kept) await jobs.enqueue(trx, [{ job: { queue: 'mail', data: { message: id } }, key: id }])
        })
        return ok(undefined)
      },
    },

    async deliver(id) {
      const row = await mail.selectFrom('mail_message').select('sealed').where('id', '=', id).executeTakeFirst()
      if (!row?.sealed) return ok(undefined)
      const { message, key } = JSON.parse(vault.open(PURPOSE, id, row.sealed).toString()) as { message: Message; key: string }
      const sent = await post.send(message, key)
      const refused = !sent.ok && sent.problems[0].code === 'provider-refused'
      if (!sent.ok && !refused) return sent
      await mail.updateTable('mail_message').set({ sealed: null }).where('id', '=', id).execute()
      // An address that does not exist: trying again would change nothing.
      if (refused) await audit.record({ by: 'mail', what: 'mail.refused', on: id, from: null })
      return ok(undefined)
    },

    async sweep(now) {
      const old = new Date(Date.parse(now) - KEPT_MS)
      const gone = await mail.deleteFrom('mail_message').where('made', '<', old).executeTakeFirst()
      return Number(gone.numDeletedRows)
    },
  }
}
