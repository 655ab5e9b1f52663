import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbedded } from '../../src/infra/database/embedded.ts'
import { databaseProblem } from '../../src/infra/database/fault.ts'
import { migrate, migrations } from '../../src/infra/database/migrate.ts'
import { type Database, openDatabase } from '../../src/infra/database/open.ts'
import { freshDatabase, SLOW_START, type TestDatabase } from './testDatabase.ts'
import { must } from './testStore.ts'

const pid = async (dir: string) => Number((await readFile(join(dir, 'postgres/pg/postmaster.pid'), 'utf8')).split('\n')[0])
const alive = (id: number) => {
  try {
    process.kill(id, 0)
    return true
  } catch {
    return false
  }
}

describe('the embedded server', () => {
  let root: string
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'appealwright-database-'))
    // The server runs as another user where the tests run as root.
    execFileSync('chmod', ['711', root])
  }, SLOW_START)
  afterAll(() => rm(root, { recursive: true, force: true }))

  it('starts in a folder whose path is longer than a socket may have, is shared, and stops with its last user', async () => {
    const dir = join(root, 'long-'.repeat(30))
    const [a, b] = (await Promise.all([openEmbedded(dir), openEmbedded(dir)])).map(must)
    const server = await pid(dir)
    const first = must(await openDatabase({ dataDir: dir, databaseUrl: null }))
    const second = must(await openDatabase({ dataDir: dir, databaseUrl: null }))
    expect(await pid(dir)).toBe(server)
    expect(a?.config).toEqual(b?.config)
    await first.close()
    expect(alive(server)).toBe(true)
    await sql`select 1`.execute(second.db)
    await second.close()
    await eventually(async () => expect(alive(server)).toBe(false))
  })

  it('is started again when it was killed, and keeps what was committed', async () => {
    const dir = join(root, 'killed')
    const { db, close } = must(await openDatabase({ dataDir: dir, databaseUrl: null }))
    try {
      for (let round = 0; round < 3; round++) {
        await db
          .insertInto('blob_loose')
          .values({ blob: `b${round}` })
          .execute()
        const before = await pid(dir)
        process.kill(before, 'SIGKILL')
        // The last of its processes may answer once more before they notice.
        await eventually(async () => expect(await pid(dir)).not.toBe(before))
        const count = await eventually(async () => (await db.selectFrom('blob_loose').select('blob').execute()).length)
        expect(count).toBe(round + 1)
      }
    } finally {
      await close()
    }
  })

  it('hands nothing of our settings on to the server, and lets nobody else in', async () => {
    const dir = join(root, 'killed')
    process.env.APP_KEY_OF_TEST = 'secret'
    const { close } = must(await openDatabase({ dataDir: dir, databaseUrl: null }))
    try {
      const environment = await readFile(`/proc/${await pid(dir)}/environ`, 'utf8').catch(() => '')
      expect(environment).not.toContain('APP_KEY_OF_TEST')
      expect((await stat(join(dir, 'postgres'))).mode & 0o777).toBe(0o700)
    } finally {
      delete process.env.APP_KEY_OF_TEST
      await close()
    }
  })

  it('can be left as soon as it was opened', async () => {
    for (let i = 0; i < 3; i++) {
      await must(await openDatabase({ dataDir: join(root, 'killed'), databaseUrl: null })).close()
      await expect(pid(join(root, 'killed'))).rejects.toThrow('ENOENT')
    }
  })

  it.skipIf(process.getuid?.() !== 0)(
    'starts as root in a folder that only root may enter, and finds its data again',
    async () => {
      const shut = await mkdtemp(join(root, 'shut-'))
      const dataDir = join(shut, 'data')
      for (const rows of [0, 1]) {
        const { db, close } = must(await openDatabase({ dataDir, databaseUrl: null }))
        expect(await db.selectFrom('blob_loose').select('blob').execute()).toHaveLength(rows)
        await db
          .insertInto('blob_loose')
          .values({ blob: `b${rows}` })
          .execute()
        await close()
      }
      await rm(await realpath(join(dataDir, 'postgres')), { recursive: true })
    },
  )

  it('is not misled by a lock file that names a process of somebody else', async () => {
    const dir = join(root, 'killed')
    await writeFile(join(dir, 'postgres/pg/postmaster.pid'), `${process.pid}\n/elsewhere\n0\n5432\n\n\n\n`)
    const { db, close } = must(await openDatabase({ dataDir: dir, databaseUrl: null }))
    expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
    await close()
  })

  it('says what to do with data of another major version', async () => {
    const dir = join(root, 'old')
    await mkdir(join(dir, 'postgres/pg'), { recursive: true })
    await writeFile(join(dir, 'postgres/pg/PG_VERSION'), '12\n')
    const opened = await openDatabase({ dataDir: dir, databaseUrl: null })
    expect(opened).toMatchObject({
      ok: false,
      problems: [{ code: 'database-unavailable', fix: expect.stringContaining('backup') }],
    })
  })
})

describe('a database elsewhere', () => {
  it.each([
    ['postgresql://user:hunter2@127.0.0.1:1/none', /runs and can be reached/],
    ['postgresql://user:hunter2@no-such-host.invalid/none', /runs and can be reached/],
  ])('that does not answer is a problem without its password: %s', async (databaseUrl, fix) => {
    const opened = await openDatabase({ dataDir: '/nowhere', databaseUrl })
    expect(opened).toMatchObject({ ok: false, problems: [{ code: 'database-unavailable', fix: expect.stringMatching(fix) }] })
    expect(JSON.stringify(opened)).not.toContain('hunter2')
  })
  it('that has no such database says so', async () => {
    const base = await freshDatabase()
    await base.drop()
    expect(await openDatabase(base.settings)).toMatchObject({
      ok: false,
      problems: [{ say: expect.stringContaining('does not exist') }],
    })
  })
  it('that is dropped under us becomes a problem to be told, not a crash', async () => {
    const base = await freshDatabase()
    const { db, close } = must(await openDatabase(base.settings))
    await base.drop()
    await sleep(50)
    const error = await sql`select 1`.execute(db).catch((e: unknown) => e)
    expect(databaseProblem(error) ?? String(error)).toBeTruthy()
    await close()
  })
})

describe('migrations', () => {
  let base: TestDatabase
  let database: Database
  beforeAll(async () => {
    base = await freshDatabase()
    database = must(await openDatabase(base.settings))
  }, SLOW_START)
  afterAll(async () => {
    await database.close()
    await base.drop()
  })

  it('are applied once, by whoever comes first', async () => {
    const other = await freshDatabase()
    const all = await migrations()
    const runs = (await Promise.all([1, 2, 3, 4].map(() => migrate(other.config, all)))).map(must)
    expect(runs.filter((applied) => applied.length > 0)).toEqual([all.map((m) => m.name)])
    await other.drop()
  })
  it('are refused when one that was applied reads otherwise now', async () => {
    const all = (await migrations()).map((m, i) => (i === 0 ? { ...m, sha256: 'other' } : m))
    expect(await migrate(base.config, all)).toMatchObject({
      ok: false,
      problems: [{ say: expect.stringContaining('0001-store') }],
    })
  })
  it('are refused by a program older than the data', async () => {
    const all = (await migrations()).slice(0, -1)
    expect(await migrate(base.config, all)).toMatchObject({
      ok: false,
      problems: [{ say: expect.stringContaining('newer version') }],
    })
  })
  it('leave nothing of one that fails', async () => {
    const bad = { name: '9999-bad', sql: 'create table half (a int); select 1 / 0;', sha256: 'x' }
    await expect(migrate(base.config, [...(await migrations()), bad])).rejects.toThrow()
    const { rows } = await sql<{ half: string | null }>`select to_regclass('half')::text as half`.execute(database.db)
    expect(rows).toEqual([{ half: null }])
  })
})

/** The first answer, once there is one again. */
async function eventually<T>(ask: () => Promise<T>): Promise<T> {
  for (let i = 0; ; i++) {
    try {
      return await ask()
    } catch (error) {
      if (i >= 200) throw error
      await sleep(50)
    }
  }
}
