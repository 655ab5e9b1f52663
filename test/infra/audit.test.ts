import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeAuditLog } from '../../src/infra/audit/auditLog.ts'
import { verifyAudit } from '../../src/infra/audit/verify.ts'
import { type Database, openDatabase } from '../../src/infra/database/open.ts'
import { makeVault } from '../../src/infra/store/vault.ts'
import { freshDatabase, SLOW_START, type TestDatabase } from './testDatabase.ts'
import { must, testClock } from './testStore.ts'

const vault = makeVault(Buffer.alloc(32, 1))
let base: TestDatabase
let database: Database
beforeAll(async () => {
  base = await freshDatabase()
  database = must(await openDatabase(base.settings))
  const log = makeAuditLog(database.db, vault, testClock())
  await Promise.all(Array.from({ length: 20 }, (_, i) => log.record({ by: 'p1', what: 'case.opened', on: `c${i}`, from: null })))
}, SLOW_START)
afterAll(async () => {
  await database.close()
  await base.drop()
})

/** Does what only the owner of the database can: past the trigger. */
async function tampered(statement: string, check: () => Promise<void>): Promise<void> {
  const { db } = database
  await sql.raw(`create table kept as table audit; alter table audit disable trigger all; ${statement}`).execute(db)
  try {
    await check()
  } finally {
    await sql
      .raw('delete from audit; insert into audit table kept; drop table kept; alter table audit enable trigger all')
      .execute(db)
  }
}

describe('the audit log', () => {
  it('written by many at once is one whole chain', async () => {
    expect(await verifyAudit(database.db, vault)).toMatchObject({ entries: 20, broken: null, head: { seq: 20 } })
  })
  it.each([`update audit set text = 'x'`, 'delete from audit', 'truncate audit'])('refuses: %s', async (statement) => {
    await expect(sql.raw(statement).execute(database.db)).rejects.toThrow('append-only')
  })
  it.each([
    ['a text', `update audit set text = replace(text, 'opened', 'closed') where seq = 7`, 7],
    ['a time', `update audit set at = 'x' where seq = 8`, 8],
    ['a hash', `update audit set hash = 'x' where seq = 9`, 9],
    ['an entry taken out', `delete from audit where seq = 10`, 10],
    ['the first taken out', `delete from audit where seq = 1`, 1],
    ['two swapped', `update audit a set text = b.text, at = b.at from audit b where (a.seq, b.seq) in ((3, 4), (4, 3))`, 3],
    ['one added', `insert into audit select 21, at, text, hash from audit where seq = 20`, 21],
  ])('names the first entry after %s was tampered with', async (_, statement, broken) => {
    await tampered(statement, async () => {
      expect(await verifyAudit(database.db, vault)).toMatchObject({ broken, entries: broken - 1 })
    })
  })
  it('cut off at its end is found by a head noted before', async () => {
    const { head } = await verifyAudit(database.db, vault)
    await tampered('delete from audit where seq > 15', async () => {
      expect(await verifyAudit(database.db, vault)).toMatchObject({ broken: null, entries: 15 })
      expect(await verifyAudit(database.db, vault, head)).toMatchObject({ broken: 16 })
    })
    expect(await verifyAudit(database.db, vault, head)).toMatchObject({ broken: null })
  })
  it('can not be written anew without the master key', async () => {
    expect(await verifyAudit(database.db, makeVault(Buffer.alloc(32, 2)))).toMatchObject({ broken: 1 })
  })
})
