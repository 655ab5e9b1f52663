import type { Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import type { PersonId } from '../../usecases/cases/ports.ts'
import type { Duty, Lang, PeopleStore, Person } from '../../usecases/people/ports.ts'
import type { Vault } from '../store/vault.ts'
import { newId } from './secrets.ts'
import type { PeopleTables } from './tables.ts'

export interface PersonRow {
  readonly id: string
  readonly lang: Lang
  readonly email_sealed: Uint8Array | null
  readonly email_print: string | null
}
export type PersonOf = (row: PersonRow) => Person

const PURPOSE = 'person.email'

/** Turns rows into people; duties are those the settings give to their address at this moment. */
export function readerOf(vault: Vault, duties: Readonly<Record<Duty, readonly string[]>>): PersonOf {
  const prints = (['editor', 'operator'] as const).map((duty) => ({
    duty,
    prints: new Set(duties[duty].map((email) => vault.fingerprint(PURPOSE, email))),
  }))
  return (row) => {
    const print = row.email_print ?? ''
    return {
      id: row.id as PersonId,
      email: row.email_sealed ? vault.open(PURPOSE, row.id, row.email_sealed).toString() : null,
      lang: row.lang,
      duties: prints.filter((d) => d.prints.has(print)).map((d) => d.duty),
    }
  }
}

const COLUMNS = ['id', 'lang', 'email_sealed', 'email_print'] as const

export function peopleIn(db: Kysely<PeopleTables>, vault: Vault, personOf: PersonOf): PeopleStore {
  const print = (email: string) => vault.fingerprint(PURPOSE, email)
  const sealed = (id: string, email: string) => vault.seal(PURPOSE, id, Buffer.from(email))
  const byEmail = async (email: string) => {
    const row = await db.selectFrom('person').select(COLUMNS).where('email_print', '=', print(email)).executeTakeFirst()
    return row ? personOf(row) : null
  }
  return {
    byEmail,

    async create(lang, now) {
      const id = newId()
      await db.insertInto('person').values({ id, made: now, lang, email_sealed: null, email_print: null }).execute()
      return id as PersonId
    },

    async get(id) {
      const row = await db.selectFrom('person').select(COLUMNS).where('id', '=', id).executeTakeFirst()
      return row ? personOf(row) : null
    },

    async ofEmail(email, lang, now) {
      const id = newId()
      const row = await db
        .insertInto('person')
        .values({ id, made: now, lang, email_sealed: sealed(id, email), email_print: print(email) })
        // Not "do nothing": only a row that is touched is returned.
        .onConflict((c) => c.column('email_print').doUpdateSet({ lang: (e) => e.ref('person.lang') }))
        .returning('id')
        .executeTakeFirstOrThrow()
      return row.id as PersonId
    },

    async setEmail(id, email) {
      const mark = print(email)
      try {
        const done = await db
          .updateTable('person')
          .set({ email_sealed: sealed(id, email), email_print: mark })
          .where('id', '=', id)
          .executeTakeFirst()
        return done.numUpdatedRows === 1n
      } catch (error) {
        if (isTaken(error)) return false
        throw error
      }
    },

    absorb: (visitor, into) => db.transaction().execute((tx) => absorb(tx, visitor, into)),

    async forget(id) {
      await db.deleteFrom('person').where('id', '=', id).execute()
    },
  }
}

const UNIQUE_VIOLATION = '23505'
const isTaken = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === UNIQUE_VIOLATION

/** The visitor's row stays, empty, until it is swept: cases may still name it in their history. */
async function absorb(tx: Transaction<PeopleTables>, visitor: PersonId, into: PersonId): Promise<void> {
  await sql`insert into case_link_taken (link, person, at) select link, ${into}, at from case_link_taken where person = ${visitor}
    on conflict do nothing`.execute(tx)
  await sql`delete from case_link_taken where person = ${visitor}`.execute(tx)
  await sql`insert into organisation_member (organisation, person, role) select organisation, ${into}, role from organisation_member
    where person = ${visitor} on conflict do nothing`.execute(tx)
  await sql`delete from organisation_member where person = ${visitor}`.execute(tx)
  await sql`update payment set person = ${into} where person = ${visitor}`.execute(tx)
  await sql`delete from session where person = ${visitor}`.execute(tx)
}
