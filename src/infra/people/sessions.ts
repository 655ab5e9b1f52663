import { type Kysely, sql } from 'kysely'
import type { PersonId } from '../../usecases/cases/ports.ts'
import type { Sessions } from '../../usecases/people/ports.ts'
import type { PersonOf } from './peopleStore.ts'
import { after, instantOf, newToken, tokenHash } from './secrets.ts'
import type { PeopleTables } from './tables.ts'

export interface SessionLife {
  /** Unused for so long, it ends. */
  readonly idleSeconds: number
  /** However much used, it ends. */
  readonly wholeSeconds: number
}

/** Use is noted at most once in so long: a page view should not cost a durable write. */
const NOTED_EVERY = 60

export function sessionsIn(db: Kysely<PeopleTables>, life: SessionLife, personOf: PersonOf): Sessions {
  return {
    async start(person, now) {
      const token = newToken()
      await db
        .insertInto('session')
        .values({ hash: tokenHash(token), person, started: now, used: now })
        .execute()
      return token
    },

    async find(token, now) {
      const hash = tokenHash(token)
      const row = await db
        .selectFrom('session')
        .innerJoin('person', 'person.id', 'session.person')
        .select(['session.started', 'session.used', 'person.id', 'person.lang', 'person.email_sealed', 'person.email_print'])
        .where('session.hash', '=', hash)
        .where('session.started', '>', sql<Date>`${after(now, -life.wholeSeconds)}::timestamptz`)
        .where('session.used', '>', sql<Date>`${after(now, -life.idleSeconds)}::timestamptz`)
        .executeTakeFirst()
      if (!row) return null
      if (Date.parse(now) - row.used.getTime() >= NOTED_EVERY * 1000) {
        await db.updateTable('session').set({ used: now }).where('hash', '=', hash).execute()
      }
      return { id: hash.toString('hex'), person: personOf(row), started: instantOf(row.started) }
    },

    async end(id) {
      await db.deleteFrom('session').where('hash', '=', Buffer.from(id, 'hex')).execute()
    },

    async endAll(person: PersonId) {
      await db.deleteFrom('session').where('person', '=', person).execute()
    },
  }
}
