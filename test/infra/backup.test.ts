import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Instant } from '../../src/casefile/event.ts'
import { makeAuditLog } from '../../src/infra/audit/auditLog.ts'
import { backup } from '../../src/infra/backup/backup.ts'
import { refreshKeys } from '../../src/infra/backup/keys.ts'
import { checkLines, readLines, writeLines } from '../../src/infra/backup/lines.ts'
import { pruneBackups } from '../../src/infra/backup/prune.ts'
import { restore } from '../../src/infra/backup/restore.ts'
import { openDatabase } from '../../src/infra/database/open.ts'
import { openJobs } from '../../src/infra/jobs/open.ts'
import { openStore, type Store } from '../../src/infra/store/open.ts'
import type { CaseId } from '../../src/usecases/cases/ports.ts'
import { freshDatabase, SLOW_START, type TestDatabase } from './testDatabase.ts'
import { caseId, must, opened, person, stated, type TestStore, testStore } from './testStore.ts'

const later = '2030-01-01T00:00:00.000Z' as Instant
let store: TestStore
let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'appealwright-backup-'))
  store = await testStore()
}, SLOW_START)
afterAll(async () => {
  await store?.close()
  await rm(root, { recursive: true, force: true })
})

let folders = 0
const folder = () => join(root, `backups-${++folders}`)
const backedUp = async (to: string) => must(await backup(store.database, store.blobs, to, store.clock.now()))

async function begun(name: string, withJobs = false): Promise<CaseId> {
  const id = caseId()
  const jobs = [
    { job: { queue: 'remind', data: { case: id, what: 'deadline', days: 7 } }, after: later, key: `r-${id}` },
    { job: { queue: 'send', data: { case: id, sending: 's1' } }, after: later },
  ] as const
  await store.cases.open(id, person('p1'), 'patient', [opened, stated(name)], withJobs ? jobs : [])
  await store.files.put(id, 'denial-1', Buffer.from(`file of ${name}`))
  await store.cases.keep(id, 'analysis', 2, JSON.stringify({ name }))
  return id
}

/** A new installation with the same master key, and what was restored in it. */
async function restored(from: string, name: string | null = null) {
  const base = await freshDatabase()
  const dataDir = await mkdtemp(join(root, 'restored-'))
  const settings = { ...base.settings, ...store.settings, dataDir }
  return { base, settings, outcome: await restore(from, name, settings) }
}

async function withStore(
  base: TestDatabase,
  settings: TestStore['settings'],
  look: (store: Store, waiting: () => Promise<number>) => Promise<void>,
) {
  const database = must(await openDatabase(base.settings))
  const jobs = must(await openJobs(database))
  try {
    const waiting = async () => {
      const { rows } = await sql<{
        n: number
      }>`select count(*)::int as n from pgboss.job where name = 'remind' and state = 'created'`.execute(database.db)
      return rows[0]?.n ?? 0
    }
    await look(must(await openStore(settings, database, jobs, store.clock)), waiting)
    expect((await jobs.failedJobs()).every((job) => job.queue === 'send' && job.why === 'restored')).toBe(true)
  } finally {
    await jobs.stop(0)
    await database.close()
    await base.drop()
  }
}

describe('a backup', () => {
  it('restored into an empty database is the same, and a sending that waited is held', async () => {
    const id = await begun('Ana', true)
    await makeAuditLog(store.database.db, store.vault, store.clock).record({ by: 'p1', what: 'case.opened', on: id, from: null })
    const to = folder()
    await backedUp(to)
    const { base, settings, outcome } = await restored(to)
    expect(outcome).toMatchObject({
      ok: true,
      value: { cases: 1, events: 2, files: 1, leftOut: 0, audit: 1, jobs: 2, heldSendings: 1 },
    })
    await withStore(base, settings, async ({ cases, files }, waiting) => {
      expect(await cases.load(id)).toEqual(await store.cases.load(id))
      expect(String(await files.get(id, 'denial-1'))).toBe('file of Ana')
      expect((await cases.kept(id, 'analysis'))?.json).toBe('{"name":"Ana"}')
      expect(await cases.roleOf(id, person('p1'))).toBe('patient')
      expect(await waiting()).toBe(1)
      expect(await cases.append(id, 2, [stated('goes on')])).toBe(true)
    })
  })

  it('is of one moment, while cases are written', async () => {
    const id = await begun('Busy')
    const to = folder()
    let going = true
    let last = 2
    const writing = (async () => {
      while (going) if (await store.cases.append(id, last, [stated(`v${last}`)])) last++
    })()
    for (let i = 0; i < 3; i++) await backedUp(to)
    going = false
    await writing
    const { base, settings, outcome } = await restored(to)
    must(outcome)
    await withStore(base, settings, async ({ cases }) => {
      const [then, now] = [await cases.load(id), await store.cases.load(id)]
      expect(then).toEqual(now?.slice(0, then?.length))
    })
  })

  it('does not bring back a case deleted since, once the file of keys was written anew', async () => {
    const [kept, gone] = [await begun('Kept'), await begun('Gone')]
    const to = folder()
    await backedUp(to)
    const copied = folder()
    await cp(to, copied, { recursive: true })
    await store.cases.destroy(gone)
    must(await refreshKeys(store.database.db, to))

    const { base, settings, outcome } = await restored(to)
    expect(outcome).toMatchObject({ ok: true, value: { leftOut: 1 } })
    await withStore(base, settings, async ({ cases, files }) => {
      expect(await cases.load(gone)).toBeNull()
      expect(await files.get(gone, 'denial-1')).toBeNull()
      expect(await cases.load(kept)).toHaveLength(2)
    })
    expect(await readFile(join(to, 'keys'), 'utf8')).not.toContain(gone)

    // The very same backup beside the former keys does open it: it was the keys that made the difference.
    const before = await restored(copied)
    expect(before.outcome).toMatchObject({ ok: true, value: { leftOut: 0 } })
    await before.base.drop()
  })

  it('holds neither the master key nor a word of a case', async () => {
    await begun('Zebrafinch')
    const to = folder()
    await backedUp(to)
    const key = Buffer.from(store.settings.appKey ?? '', 'base64')
    for (const entry of await readdir(to, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const bytes = await readFile(join(entry.parentPath, entry.name))
      const plain = entry.name.endsWith('.gz') ? gunzipSync(bytes) : bytes
      expect(plain.includes('Zebrafinch'), entry.name).toBe(false)
      for (const form of [key, key.toString('base64'), key.toString('hex')]) expect(plain.includes(form), entry.name).toBe(false)
    }
  })

  it('copies each file once; pruning keeps what the rest needs', async () => {
    const to = folder()
    const first = await backedUp(to)
    const id = await begun('More')
    const second = await backedUp(to)
    expect(second).toMatchObject({ copied: 1, files: first.files + 1 })
    await store.cases.destroy(id)
    await backedUp(to)
    const contents = async () => (await readdir(join(to, 'files'), { recursive: true })).filter((f) => f.length > 30).length
    expect(await contents()).toBe(second.files)
    expect(await pruneBackups(to, 1)).toBe(2)
    expect(await contents()).toBe(first.files)
    const { base, outcome } = await restored(to)
    must(outcome)
    await base.drop()
  })
})

describe('the lines of a table', () => {
  async function* of(lines: readonly string[]) {
    yield* lines
  }
  async function all(lines: AsyncIterable<string>): Promise<string[]> {
    const read: string[] = []
    for await (const line of lines) read.push(line)
    return read
  }
  it('come back whole, short, long, empty or not of ASCII', async () => {
    const lines = ['', 'a', 'é'.repeat(70_000), '', '"\\n"', 'x'.repeat(3_000_000), 'Ω']
    const path = join(root, 'lines.gz')
    const written = await writeLines(path, of(lines))
    expect(written.rows).toBe(7)
    expect(await all(readLines(path))).toEqual(lines)
    expect((await checkLines(path, written)).ok).toBe(true)
    expect((await checkLines(path, { ...written, rows: 6 })).ok).toBe(false)
    await writeFile(path, (await readFile(path)).subarray(0, 100))
    await expect(all(readLines(path))).rejects.toThrow()
    expect((await checkLines(path, written)).ok).toBe(false)
    expect((await checkLines(join(root, 'no-such.gz'), written)).ok).toBe(false)
  })
  it.skipIf(!existsSync('/dev/full'))('that find the disk full are an error to be caught', async () => {
    const noise = Array.from({ length: 2000 }, () => randomBytes(300).toString('hex'))
    await expect(writeLines('/dev/full', of(noise))).rejects.toThrow('ENOSPC')
  })
  it('that have no place to go are a problem', async () => {
    await writeFile(join(root, 'a-file'), '')
    const outcome = await backup(store.database, store.blobs, join(root, 'a-file'), store.clock.now())
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: 'output-unwritable' }] })
  })
})

describe('a restore is refused', () => {
  let to: string
  beforeAll(async () => {
    to = folder()
    await begun('Whole')
    await backedUp(to)
  }, SLOW_START)
  const problems = async (name: string | null = null, from = to) => {
    const { base, outcome } = await restored(from, name)
    await base.drop()
    return outcome.ok ? [] : outcome.problems.map((p) => `${p.code} ${p.say}`)
  }
  const spoiled = async (spoil: (dir: string, name: string) => Promise<void>) => {
    const copy = folder()
    await cp(to, copy, { recursive: true })
    const name = (await readdir(copy)).find((n) => n.startsWith('20')) ?? ''
    await spoil(copy, name)
    return problems(null, copy)
  }

  it('when there is no backup, or none of that name', async () => {
    expect(await problems(null, join(root, 'nothing'))).toEqual([expect.stringContaining('no backup in this folder')])
    expect(await problems('2020-01-01T00-00-00Z')).toEqual([expect.stringContaining('no backup named')])
  })
  it('when a table was cut short, changed or is missing', async () => {
    const table = (dir: string, name: string) => join(dir, name, 'tables/case_event.jsonl.gz')
    expect(
      await spoiled(async (dir, name) => writeFile(table(dir, name), (await readFile(table(dir, name))).subarray(0, 60))),
    ).toEqual([expect.stringContaining('cut short')])
    expect(await spoiled((dir, name) => rm(table(dir, name)))).toEqual([expect.stringContaining('missing')])
    expect(await spoiled((dir, name) => cp(table(dir, name).replace('case_event', 'audit'), table(dir, name)))).toHaveLength(1)
  })
  it('when a file or the keys are missing', async () => {
    expect(await spoiled((dir) => rm(join(dir, 'files'), { recursive: true }))).toEqual([
      expect.stringContaining('missing in the backup'),
    ])
    expect(await spoiled((dir) => rm(join(dir, 'keys')))).toEqual([expect.stringContaining('file of keys is missing')])
  })
  it('with another master key', async () => {
    const base = await freshDatabase()
    const settings = { ...base.settings, ...store.settings, appKey: Buffer.alloc(32, 3).toString('base64') }
    expect(await restore(to, null, settings)).toMatchObject({
      ok: false,
      problems: [{ say: expect.stringContaining('another master key') }],
    })
    await base.drop()
  })
  it('into a database that is not empty, which stays as it was', async () => {
    const before = await store.cases.casesOf(person('p1'))
    const outcome = await restore(to, null, { ...store.settings, ...store.base.settings, dataDir: store.settings.dataDir })
    expect(outcome).toMatchObject({ ok: false, problems: [{ say: 'The database is not empty.' }] })
    expect(await store.cases.casesOf(person('p1'))).toEqual(before)
  })
  it('and so is a backup of other data into this folder, whose keys it would destroy', async () => {
    const other = await testStore()
    const outcome = await backup(other.database, other.blobs, to, other.clock.now())
    await other.close()
    expect(outcome).toMatchObject({
      ok: false,
      problems: [{ code: 'backup-unusable', say: expect.stringContaining('another database') }],
    })
  })
})
