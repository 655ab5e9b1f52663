import { type Kysely, type Selectable, sql } from 'kysely'
import type { CaseId } from '../../usecases/cases/ports.ts'
import type { CaseLink, CaseLinks } from '../../usecases/people/ports.ts'
import { after, instantOf, newId, newToken, tokenHash } from './secrets.ts'
import type { PeopleTables } from './tables.ts'

const COLUMNS = [
  'case_link.id',
  'case_link.case_id',
  'case_link.kind',
  'case_link.signing',
  'case_link.role',
  'case_link.made',
  'case_link.until',
] as const

const linkOf = (row: Omit<Selectable<PeopleTables['case_link']>, 'hash' | 'made_by'>): CaseLink => ({
  id: row.id,
  case: row.case_id as CaseId,
  kind: row.kind,
  signing: row.signing,
  role: row.role,
  made: instantOf(row.made),
  until: instantOf(row.until),
})

export function caseLinksIn(db: Kysely<PeopleTables>, seconds: number): CaseLinks {
  const holding = (now: string) =>
    db.selectFrom('case_link').select(COLUMNS).where('case_link.until', '>', sql<Date>`${now}::timestamptz`)
  return {
    async make(link, by, now) {
      const token = newToken()
      const id = newId()
      const { case: case_id, kind, signing, role } = link
      const until = after(now, seconds)
      await db
        .insertInto('case_link')
        .values({ id, hash: tokenHash(token), case_id, kind, signing, role, made_by: by, made: now, until })
        .execute()
      return { id, token }
    },

    async find(token, now) {
      const row = await holding(now).where('hash', '=', tokenHash(token)).executeTakeFirst()
      return row ? linkOf(row) : null
    },

    async admit(link, person, now) {
      await db
        .insertInto('case_link_taken')
        .values({ link, person, at: now })
        .onConflict((c) => c.doNothing())
        .execute()
    },

    async admitted(id, person, now) {
      const rows = await holding(now)
        .innerJoin('case_link_taken', 'case_link_taken.link', 'case_link.id')
        .where('case_link.case_id', '=', id)
        .where('case_link_taken.person', '=', person)
        .orderBy('case_link.made', 'desc')
        .execute()
      return rows.map(linkOf)
    },

    async list(id, now) {
      return (await holding(now).where('case_id', '=', id).orderBy('made').execute()).map(linkOf)
    },

    async revoke(id, link) {
      await db.deleteFrom('case_link').where('case_id', '=', id).where('id', '=', link).execute()
    },

    async revokeSigning(id, signing) {
      await db.deleteFrom('case_link').where('case_id', '=', id).where('signing', '=', signing).execute()
    },
  }
}
