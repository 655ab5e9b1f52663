import { type Kysely, sql } from 'kysely'
import type { PersonId } from '../../usecases/cases/ports.ts'
import type { SignInLink, SignInLinks } from '../../usecases/people/ports.ts'
import type { Vault } from '../store/vault.ts'
import { after, newToken, tokenHash } from './secrets.ts'
import type { PeopleTables } from './tables.ts'

const PURPOSE = 'signInLink.email'
const COLUMNS = ['hash', 'purpose', 'email_sealed', 'asked_by', 'lang', 'next'] as const
type Row = Pick<PeopleTables['sign_in_link'], (typeof COLUMNS)[number]>

const place = (hash: Uint8Array) => Buffer.from(hash).toString('hex')

export function signInLinksIn(db: Kysely<PeopleTables>, vault: Vault, seconds: number): SignInLinks {
  const linkOf = (row: Row | undefined): SignInLink | null =>
    row
      ? {
          purpose: row.purpose,
          email: vault.open(PURPOSE, place(row.hash), row.email_sealed).toString(),
          askedBy: row.asked_by as PersonId | null,
          lang: row.lang,
          next: row.next,
        }
      : null
  return {
    async make(link, now) {
      const token = newToken()
      const hash = tokenHash(token)
      const email_sealed = vault.seal(PURPOSE, place(hash), Buffer.from(link.email))
      const { purpose, askedBy: asked_by, lang, next } = link
      await db
        .insertInto('sign_in_link')
        .values({ hash, purpose, email_sealed, asked_by, lang, next, until: after(now, seconds) })
        .execute()
      return token
    },

    async peek(token, purpose, now) {
      return linkOf(
        await db
          .selectFrom('sign_in_link')
          .select(COLUMNS)
          .where('hash', '=', tokenHash(token))
          .where('purpose', '=', purpose)
          .where('until', '>', sql<Date>`${now}::timestamptz`)
          .executeTakeFirst(),
      )
    },

    // The row is deleted and read by one statement: a second taker waits for its lock and then finds nothing.
    async consume(token, purpose, now) {
      return linkOf(
        await db
          .deleteFrom('sign_in_link')
          .where('hash', '=', tokenHash(token))
          .where('purpose', '=', purpose)
          .where('until', '>', sql<Date>`${now}::timestamptz`)
          .returning(COLUMNS)
          .executeTakeFirst(),
      )
    },
  }
}
