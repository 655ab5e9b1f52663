import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Instant } from '../../src/casefile/event.ts'
import { type Database, openDatabase } from '../../src/infra/database/open.ts'
import { type Jobs, openJobs } from '../../src/infra/jobs/open.ts'
import { makeProgressBoard } from '../../src/infra/jobs/progressBoard.ts'
import type { CaseId, Enqueued } from '../../src/usecases/cases/ports.ts'
import { freshDatabase, SLOW_START, type TestDatabase } from './testDatabase.ts'
import { must } from './testStore.ts'

let base: TestDatabase
let database: Database
let jobs: Jobs
beforeEach(async () => {
  base = await freshDatabase()
  database = must(await openDatabase(base.settings))
  jobs = must(await openJobs(database))
}, SLOW_START)
afterEach(async () => {
  await jobs.stop(1000)
  await database.close()
  await base.drop()
})

const of = (id: string) => id as CaseId
const analyse = (id: string, more: Partial<Enqueued> = {}): Enqueued => ({
  job: { queue: 'analyse', data: { case: of(id) } },
  ...more,
})
const send = (id: string): Enqueued => ({ job: { queue: 'send', data: { case: of(id), sending: 's1' } } })

async function until(done: () => boolean | Promise<boolean>, ms = 25_000): Promise<number> {
  const begun = Date.now()
  while (!(await done())) {
    if (Date.now() - begun > ms) throw new Error('waited too long')
    await sleep(20)
  }
  return Date.now() - begun
}

describe('jobs', () => {
  it('are gone with the transaction that gave rise to them, and there with it', async () => {
    const seen: string[] = []
    await jobs.startWorkers({ analyse: async ({ case: id }) => void seen.push(id) })
    await expect(
      database.db.transaction().execute(async (trx) => {
        await jobs.enqueue(trx, [analyse('never')])
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    await database.db.transaction().execute((trx) => jobs.enqueue(trx, [analyse('a'), analyse('b')]))
    await until(() => seen.length === 2)
    expect(seen.sort()).toEqual(['a', 'b'])
  })

  it('of one key that still wait are one job; without a key each is its own', async () => {
    const later = '2030-01-01T00:00:00.000Z' as Instant
    await jobs.enqueueNow([1, 2, 3].map(() => analyse('a', { key: 'k', after: later })))
    await jobs.enqueueNow([
      analyse('b', { key: 'l', after: later }),
      analyse('c', { after: later }),
      analyse('c', { after: later }),
    ])
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from pgboss.job where name = 'analyse'`.execute(
      database.db,
    )
    expect(rows[0]?.n).toBe(4)
  })

  it('wait for their time, or for the earlier of two', async () => {
    const seen: string[] = []
    const soon = new Date(Date.now() + 60_000).toISOString() as Instant
    await jobs.enqueueNow([analyse('later', { key: 'later', after: soon }), analyse('hastened', { key: 'h', after: soon })])
    await jobs.startWorkers({ analyse: async ({ case: id }) => void seen.push(id) })
    await jobs.enqueueNow([analyse('hastened', { key: 'h' })])
    await until(() => seen.length > 0)
    expect(seen).toEqual(['hastened'])
  })

  it('joined by an open transaction are not begun before it is over', async () => {
    const seen: string[] = []
    await jobs.enqueueNow([analyse('a', { key: 'k' })])
    await database.db.transaction().execute(async (trx) => {
      await jobs.enqueue(trx, [analyse('a', { key: 'k' })])
      await jobs.startWorkers({ analyse: async ({ case: id }) => void seen.push(id) }, { pollSeconds: 1 })
      await sleep(1500)
      expect(seen).toEqual([])
    })
    await until(() => seen.length > 0)
    await sleep(200)
    expect(seen).toEqual(['a'])
  })

  it('that fail are tried again; what is given up on is shown by a code, and can be tried once more', async () => {
    const tries = { analyse: 0, typeset: 0 }
    await jobs.startWorkers({
      analyse: async () => {
        if (++tries.analyse === 1) throw new Error('Diagnosis: multiple sclerosis')
      },
      typeset: async () => {
        tries.typeset++
        throw new TypeError('to +1 555 0100')
      },
    })
    await jobs.enqueueNow([analyse('a'), { job: { queue: 'typeset', data: { case: 'b' as CaseId } } }])
    await until(() => tries.analyse === 2)
    await until(async () => (await jobs.failedJobs()).length === 1, 90_000)
    expect(await jobs.failedJobs()).toMatchObject([{ queue: 'typeset', data: { case: 'b' }, why: 'TypeError', tries: 4 }])
    const { rows } = await sql<{ all: string }>`select string_agg(j::text, '') as all from pgboss.job j`.execute(database.db)
    expect(rows[0]?.all).not.toMatch(/sclerosis|555/)

    const [failed] = await jobs.failedJobs()
    if (failed) await jobs.retry(failed)
    await until(() => tries.typeset === 5)
  }, 150_000)

  it('of a killed worker are given to another within 30 seconds, sendings too', async () => {
    const worker = spawn(process.execPath, [join(import.meta.dirname, 'working.ts'), base.url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const said: string[] = []
    createInterface({ input: worker.stdout }).on('line', (line) => said.push(line))
    await until(() => said.includes('ready'))
    await jobs.enqueueNow([analyse('a'), send('b')])
    await until(() => said.length === 3)
    worker.kill('SIGKILL')
    const seen: string[] = []
    await jobs.startWorkers({ analyse: async () => void seen.push('analyse'), send: async () => void seen.push('send') })
    const took = await until(() => seen.length === 2, 30_000)
    expect(seen.sort()).toEqual(['analyse', 'send'])
    expect(took).toBeLessThan(30_000)
  }, 60_000)

  it('that run when the program stops are waited for', async () => {
    let finished = false
    await jobs.startWorkers({
      analyse: async () => {
        await sleep(500)
        finished = true
      },
    })
    await jobs.enqueueNow([analyse('a')])
    await until(
      async () =>
        (await sql`select 1 from pgboss.job where name = 'analyse' and state = 'active'`.execute(database.db)).rows.length === 1,
    )
    await jobs.stop(5000)
    expect(finished).toBe(true)
  })
})

describe('the board', () => {
  it('tells how far work is, the latest only', async () => {
    const board = makeProgressBoard(database)
    expect(await board.of(of('a'), 'read denial-1')).toBeNull()
    await board.tell(of('a'), 'read denial-1', { step: 'preparing', done: 0, of: 3 })
    await board.tell(of('a'), 'read denial-1', { step: 'recognizing', done: 2, of: 3 })
    expect(await board.of(of('a'), 'read denial-1')).toEqual({ step: 'recognizing', done: 2, of: 3 })
    expect(await board.of(of('b'), 'read denial-1')).toBeNull()
  })
})
