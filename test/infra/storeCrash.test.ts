import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../src/infra/database/open.ts'
import { openJobs } from '../../src/infra/jobs/open.ts'
import { openStore } from '../../src/infra/store/open.ts'
import type { CaseId } from '../../src/usecases/cases/ports.ts'
import { freshDatabase } from './testDatabase.ts'
import { caseId, must, testClock } from './testStore.ts'

const appKey = randomBytes(32).toString('base64')
let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'appealwright-crash-'))
  await chmod(root, 0o711)
})
afterAll(() => rm(root, { recursive: true, force: true }))

interface Writer {
  readonly child: ChildProcess
  readonly acknowledged: number[]
}

function startWriter(dataDir: string, url: string, id: CaseId): Writer {
  const script = join(import.meta.dirname, 'appending.ts')
  const child = spawn(process.execPath, [script, dataDir, url, appKey, id], { stdio: ['ignore', 'pipe', 'inherit'] })
  const acknowledged: number[] = []
  if (child.stdout) createInterface({ input: child.stdout }).on('line', (line) => acknowledged.push(Number(line)))
  return { child, acknowledged }
}

async function until(done: () => boolean): Promise<void> {
  for (let i = 0; !done(); i++) {
    if (i > 4500) throw new Error('waited too long')
    await sleep(10)
  }
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.on('close', resolve))
  child.kill('SIGKILL')
  await gone
}

/** Every acknowledged append is there; every event has its job and no job is without its event. */
async function expectWhole(dataDir: string, database: Database, id: CaseId, acknowledged: readonly number[]): Promise<number> {
  const jobs = must(await openJobs(database))
  const { cases } = must(await openStore({ dataDir, appKey, s3: null }, database, jobs, testClock()))
  const events = (await cases.load(id)) ?? []
  const { rows } = await sql<{ seq: number }>`
    select (data->>'days')::int as seq from pgboss.job where name = 'remind' and data->>'case' = ${id} order by 1`.execute(
    database.db,
  )
  await jobs.stop(0)
  expect(rows.map((row) => row.seq)).toEqual(events.slice(1).map((event) => event.seq))
  expect(events.length).toBeGreaterThanOrEqual(Math.max(...acknowledged))
  return events.length
}

describe('nothing acknowledged is lost', () => {
  it('when the program is killed in the middle of writing', async () => {
    const base = await freshDatabase()
    const id = caseId()
    const database = must(await openDatabase(base.settings))
    for (let round = 1; round <= 2; round++) {
      const { child, acknowledged } = startWriter(root, base.url, id)
      await until(() => acknowledged.length > 20 * round)
      await sleep(round * 7)
      await kill(child)
      // At most the one that was being written may be there unacknowledged.
      expect(await expectWhole(root, database, id, acknowledged)).toBeLessThanOrEqual(Math.max(...acknowledged) + 1)
    }
    await database.close()
    await base.drop()
  }, 60_000)

  it('when PostgreSQL is killed, and the program goes on by itself', async () => {
    const dataDir = join(root, 'own')
    const id = caseId()
    const { child, acknowledged } = startWriter(dataDir, '', id)
    const server = async () => Number((await readFile(join(dataDir, 'postgres/pg/postmaster.pid'), 'utf8')).split('\n')[0])
    for (let round = 1; round <= 2; round++) {
      const before = acknowledged.length
      await until(() => acknowledged.length > before + 20)
      process.kill(await server(), 'SIGKILL')
    }
    const before = acknowledged.length
    await until(() => acknowledged.length > before + 20)
    await kill(child)
    const database = must(await openDatabase({ dataDir, databaseUrl: null }))
    await expectWhole(dataDir, database, id, acknowledged)
    await database.close()
  }, 60_000)

  it('and jobs go on when PostgreSQL was killed under a running one', async () => {
    const dataDir = join(root, 'own')
    const database = must(await openDatabase({ dataDir, databaseUrl: null }))
    const jobs = must(await openJobs(database))
    const begun: string[] = []
    const analyse = (id: string) => ({ job: { queue: 'analyse', data: { case: id as CaseId } } }) as const
    await jobs.startWorkers({
      analyse: async ({ case: id }) => {
        begun.push(id)
        await sleep(300)
      },
    })
    await jobs.enqueueNow([analyse('a')])
    await until(() => begun.length === 1)
    process.kill(Number((await readFile(join(dataDir, 'postgres/pg/postmaster.pid'), 'utf8')).split('\n')[0]), 'SIGKILL')
    for (let i = 0; i < 100; i++) {
      const put = await jobs.enqueueNow([analyse('b')]).then(
        () => true,
        () => false,
      )
      if (put) break
      await sleep(100)
    }
    await until(() => begun.includes('b'))
    const unfinished = () =>
      sql`select id from pgboss.job where name = 'analyse' and state <> 'completed'`
        .execute(database.db)
        .then(({ rows }) => rows.length)
    for (let i = 0; i < 200 && (await unfinished()) > 0; i++) await sleep(150)
    expect(await unfinished()).toBe(0)
    await jobs.stop(1000)
    await database.close()
  }, 60_000)
})
