import { sql, type Transaction } from 'kysely'
import { problem } from '../../base/problem.ts'
import type { CaseRole, Instant } from '../../casefile/event.ts'
import type { CaseId, CaseStore, Clock, Enqueued, NewEvent, PersonId } from '../../usecases/cases/ports.ts'
import { Fault } from '../database/fault.ts'
import type { Tables } from '../database/tables.ts'
import { caseKey, makeCaseKey, unwrapKey } from './caseKey.ts'
import { destroyCase } from './destroy.ts'
import { loadEvents } from './loadEvents.ts'
import type { StoreParts } from './parts.ts'
import { bound, seal, unseal } from './seal.ts'
import { sealEvent } from './sealedEvent.ts'

/** Cases as lists of events in PostgreSQL, each sealed under the key of its case. */
export function makeCaseStore(parts: StoreParts): CaseStore {
  const { db, vault, clock, jobs } = parts
  return {
    async open(id, owner, role, events, asked = []) {
      const at = instant(clock)
      const { key, wrapped } = makeCaseKey(vault, id)
      await db.transaction().execute(async (trx) => {
        await trx.insertInto('case_record').values({ id, opened: at, changed: at, last: events.length }).execute()
        await trx.insertInto('case_key').values({ case_id: id, wrapped }).execute()
        await trx.insertInto('case_member').values({ case_id: id, person: owner, role, granted: at }).execute()
        await write(trx, key, id, 0, at, events)
        await jobs.enqueue(trx, asked)
      })
    },

    load: (id) => loadEvents(parts, id),

    append: (id, last, events, asked = []) => append(parts, id, last, events, asked),

    async keep(id, name, seq, json) {
      const key = (await caseKey(db, vault, id)) ?? gone()
      const sealed = seal(key, bound('kept', id, name, seq), Buffer.from(json))
      await db
        .insertInto('case_kept')
        .values({ case_id: id, name, seq, sealed })
        // What was made from fewer events never takes the place of what was made from more.
        .onConflict((on) => on.columns(['case_id', 'name']).doUpdateSet({ seq, sealed }).where('case_kept.seq', '<=', seq))
        .execute()
    },

    async kept(id, name) {
      const row = await db
        .selectFrom('case_kept')
        .innerJoin('case_key', 'case_key.case_id', 'case_kept.case_id')
        .select(['seq', 'sealed', 'wrapped'])
        .where('case_kept.case_id', '=', id)
        .where('name', '=', name)
        .executeTakeFirst()
      if (!row) return null
      const opened = unseal(unwrapKey(vault, id, row.wrapped), bound('kept', id, name, row.seq), row.sealed)
      return { seq: row.seq, json: opened.toString('utf8') }
    },

    async roleOf(id, person) {
      const row = await db
        .selectFrom('case_member')
        .select('role')
        .where('case_id', '=', id)
        .where('person', '=', person)
        .executeTakeFirst()
      return row ? (row.role as CaseRole) : null
    },

    async grant(id, person, role) {
      await db
        .insertInto('case_member')
        .values({ case_id: id, person, role, granted: instant(clock) })
        .onConflict((on) => on.columns(['case_id', 'person']).doUpdateSet({ role }))
        .execute()
    },

    async revoke(id, person) {
      await db.deleteFrom('case_member').where('case_id', '=', id).where('person', '=', person).execute()
    },

    async members(id) {
      const rows = await db
        .selectFrom('case_member')
        .select(['person', 'role'])
        .where('case_id', '=', id)
        .orderBy('granted')
        .orderBy('person')
        .execute()
      return rows.map(({ person, role }) => ({ person: person as PersonId, role: role as CaseRole }))
    },

    async casesOf(person) {
      const rows = await db
        .selectFrom('case_member')
        .innerJoin('case_record', 'case_record.id', 'case_member.case_id')
        .select(['id', 'role', 'opened', 'changed'])
        .where('person', '=', person)
        .orderBy('changed', 'desc')
        .orderBy('id')
        .execute()
      return rows.map(({ id, role, opened, changed }) => ({
        id: id as CaseId,
        role: role as CaseRole,
        opened: opened.toISOString() as Instant,
        changed: changed.toISOString() as Instant,
      }))
    },

    destroy: (id) => destroyCase(parts, id),

    async untouchedSince(before) {
      const rows = await db
        .selectFrom('case_record')
        .select('id')
        .where('changed', '<', new Date(before))
        .orderBy('changed')
        .execute()
      return rows.map(({ id }) => id as CaseId)
    },
  }
}

const instant = (clock: Clock): Date => new Date(clock.now())

const gone = (): never => {
  throw new Fault(problem('case-missing', 'case', 'There is no such case, or it was deleted.', 'Start a new one.'))
}

async function append(
  { db, vault, clock, jobs }: StoreParts,
  id: CaseId,
  last: number,
  events: readonly NewEvent[],
  asked: readonly Enqueued[],
) {
  return db.transaction().execute(async (trx) => {
    const at = instant(clock)
    // Locks the case: of two that name the same `last`, the second finds it passed.
    const { numUpdatedRows } = await trx
      .updateTable('case_record')
      .set({ last: last + events.length, changed: sql<Date>`greatest(changed, ${at})` })
      .where('id', '=', id)
      .where('last', '=', last)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    const key = (await caseKey(trx, vault, id)) ?? gone()
    await write(trx, key, id, last, at, events)
    await jobs.enqueue(trx, asked)
    return true
  })
}

async function write(trx: Transaction<Tables>, key: Uint8Array, id: CaseId, last: number, at: Date, events: readonly NewEvent[]) {
  if (events.length === 0) return
  const rows = events.map((event, i) => sealEvent(key, id, last + 1 + i, at, event))
  await trx.insertInto('case_event').values(rows).execute()
}
