import { type Kysely, sql, type Transaction } from 'kysely'
import type { CaseId, PersonId } from '../../usecases/cases/ports.ts'
import type { Organisations } from '../../usecases/people/ports.ts'
import { newId } from './secrets.ts'
import type { PeopleTables } from './tables.ts'

export function organisationsIn(db: Kysely<PeopleTables>): Organisations {
  return {
    create: (name, admin, now) =>
      db.transaction().execute(async (tx) => {
        const id = newId()
        await tx.insertInto('organisation').values({ id, name, made: now }).execute()
        await tx.insertInto('organisation_member').values({ organisation: id, person: admin, role: 'admin' }).execute()
        return id
      }),

    of: (person) =>
      db
        .selectFrom('organisation_member')
        .innerJoin('organisation', 'organisation.id', 'organisation_member.organisation')
        .select(['organisation_member.organisation', 'organisation.name', 'organisation_member.role'])
        .where('organisation_member.person', '=', person)
        .orderBy('organisation.name')
        .execute(),

    async members(organisation) {
      const rows = await db
        .selectFrom('organisation_member')
        .select(['person', 'role'])
        .where('organisation', '=', organisation)
        .execute()
      return rows.map((row) => ({ person: row.person as PersonId, role: row.role }))
    },

    put: (organisation, person, role) =>
      db.transaction().execute(async (tx) => {
        if (role !== 'admin' && !(await anotherAdministers(tx, organisation, person))) return false
        await tx
          .insertInto('organisation_member')
          .values({ organisation, person, role })
          .onConflict((c) => c.columns(['organisation', 'person']).doUpdateSet({ role }))
          .execute()
        return true
      }),

    remove: (organisation, person) =>
      db.transaction().execute(async (tx) => {
        if (!(await anotherAdministers(tx, organisation, person))) return false
        await tx.deleteFrom('organisation_member').where('organisation', '=', organisation).where('person', '=', person).execute()
        return true
      }),

    async share(organisation, id, now) {
      await db
        .insertInto('organisation_case')
        .values({ organisation, case_id: id, shared: now })
        .onConflict((c) => c.doNothing())
        .execute()
    },

    async unshare(organisation, id) {
      await db.deleteFrom('organisation_case').where('organisation', '=', organisation).where('case_id', '=', id).execute()
    },

    sharing: (id) =>
      db
        .selectFrom('organisation_case')
        .innerJoin('organisation', 'organisation.id', 'organisation_case.organisation')
        .select(['organisation_case.organisation', 'organisation.name'])
        .where('case_id', '=', id)
        .orderBy('organisation.name')
        .execute(),

    async casesOf(organisation) {
      const rows = await db.selectFrom('organisation_case').select('case_id').where('organisation', '=', organisation).execute()
      return rows.map((row) => row.case_id as CaseId)
    },
  }
}

/** Locks the organisation first: two administrators who remove each other at once must not both succeed. */
async function anotherAdministers(tx: Transaction<PeopleTables>, organisation: string, person: PersonId): Promise<boolean> {
  await sql`select 1 from organisation where id = ${organisation} for update`.execute(tx)
  const other = await tx
    .selectFrom('organisation_member')
    .select('person')
    .where('organisation', '=', organisation)
    .where('role', '=', 'admin')
    .where('person', '<>', person)
    .executeTakeFirst()
  return other !== undefined
}
