import { sql } from 'kysely'
import type { FakeFax } from '../../test/infra/fakes/fax.ts'
import type { Acknowledged } from './acknowledged.ts'
import type { Checked, Opened } from './check.ts'

/** A loss that the check must see: done, looked for, and undone. */
export interface Planted {
  readonly name: string
  readonly caught: boolean
}

export async function plantAll(
  data: Opened,
  all: readonly Acknowledged[],
  faxes: FakeFax[],
  look: () => Promise<Checked>,
): Promise<readonly Planted[]> {
  const one = all.find((a) => a.stated.length > 0 && a.sendings.length > 0)
  if (!one) throw new Error('no case came far enough to plant a fault in')
  const { db } = data.database
  const caught = async (name: string, plant: () => Promise<unknown>, undo: () => Promise<unknown>): Promise<Planted> => {
    await plant()
    const { wrong } = await look()
    await undo()
    return { name, caught: wrong.length > 0 }
  }
  const last = (
    await db.selectFrom('case_event').selectAll().where('case_id', '=', one.case).orderBy('seq', 'desc').limit(1).execute()
  )[0]
  const file = (await db.selectFrom('case_file').selectAll().where('case_id', '=', one.case).limit(1).execute())[0]
  const fax = faxes[0]
  if (!last || !file || !fax) throw new Error('nothing to plant a fault in')
  const setLast = (to: number) => db.updateTable('case_record').set({ last: to }).where('id', '=', one.case).execute()
  return [
    await caught(
      'an event is dropped',
      () => db.deleteFrom('case_event').where('case_id', '=', one.case).where('seq', '=', last.seq).execute(),
      () => db.insertInto('case_event').values(last).execute(),
    ),
    await caught(
      'the case is cut back to its opening',
      () =>
        setLast(1)
          .then(() => sql`create table planted as select * from case_event where case_id = ${one.case} and seq > 1`.execute(db))
          .then(() => db.deleteFrom('case_event').where('case_id', '=', one.case).where('seq', '>', 1).execute()),
      () =>
        sql`insert into case_event select * from planted`
          .execute(db)
          .then(() => sql`drop table planted`.execute(db))
          .then(() => setLast(last.seq)),
    ),
    await caught(
      'a file is lost',
      () => db.deleteFrom('case_file').where('case_id', '=', one.case).where('doc', '=', file.doc).execute(),
      () => db.insertInto('case_file').values(file).execute(),
    ),
    await caught(
      'a fax is sent twice',
      async () => faxes.push({ ...fax, id: 'twice' }),
      async () => faxes.pop(),
    ),
    await caught(
      'a line of the audit log is changed',
      () => audit(data, () => sql`update audit set text = text || ' ' where seq = 1`.execute(db)),
      () => audit(data, () => sql`update audit set text = left(text, -1) where seq = 1`.execute(db)),
    ),
  ]
}

/** The log refuses changes; whoever owns the database can switch that off. */
async function audit({ database: { db } }: Opened, change: () => Promise<unknown>): Promise<void> {
  await sql`alter table audit disable trigger user`.execute(db)
  await change()
  await sql`alter table audit enable trigger user`.execute(db)
}
