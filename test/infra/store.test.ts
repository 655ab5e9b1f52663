import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Instant } from '../../src/casefile/event.ts'
import { Fault } from '../../src/infra/database/fault.ts'
import { MASTER_KEY_FILE, masterKey } from '../../src/infra/store/masterKey.ts'
import { openStore } from '../../src/infra/store/open.ts'
import type { CaseId, Enqueued, NewEvent } from '../../src/usecases/cases/ports.ts'
import { SLOW_START } from './testDatabase.ts'
import { caseId, must, opened, person, stated, type TestStore, testStore } from './testStore.ts'

let store: TestStore
beforeAll(async () => {
  store = await testStore()
}, SLOW_START)
afterAll(() => store?.close())

async function begun(...more: readonly NewEvent[]): Promise<CaseId> {
  const id = caseId()
  await store.cases.open(id, person('p1'), 'patient', [opened, ...more])
  return id
}

const waiting = async (id: CaseId): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from pgboss.job where data->>'case' = ${id}`.execute(
    store.database.db,
  )
  return rows[0]?.n ?? 0
}

describe('cases', () => {
  it('come back as they were put in, numbered from 1 without holes', async () => {
    const id = await begun(stated('Ana'))
    store.clock.set('2026-11-22T12:00:00.123Z')
    expect(await store.cases.append(id, 2, [stated('Ana B'), stated('Ana C')])).toBe(true)
    const events = await store.cases.load(id)
    expect(events?.map((e) => [e.seq, e.at, e.event])).toEqual([
      [1, '2026-11-22T12:00:00.000Z', opened.event],
      [2, '2026-11-22T12:00:00.000Z', stated('Ana').event],
      [3, '2026-11-22T12:00:00.123Z', stated('Ana B').event],
      [4, '2026-11-22T12:00:00.123Z', stated('Ana C').event],
    ])
    expect(await store.cases.load(caseId())).toBeNull()
  })

  it('of many appends at one place exactly one wins, and only its jobs are there', async () => {
    const id = await begun()
    const job = (i: number): Enqueued => ({ job: { queue: 'remind', data: { case: id, what: `w${i}`, days: i } } })
    const won = await Promise.all(Array.from({ length: 8 }, (_, i) => store.cases.append(id, 1, [stated(`v${i}`)], [job(i)])))
    expect(won.filter(Boolean)).toHaveLength(1)
    expect(await store.cases.load(id)).toHaveLength(2)
    expect(await waiting(id)).toBe(1)
  })

  it.each([
    [0, false],
    [1, true],
    [2, false],
  ])('take an append after event %i of 1: %s', async (last, taken) => {
    const id = await begun()
    expect(await store.cases.append(id, last, [stated('x')])).toBe(taken)
    expect(await store.cases.load(id)).toHaveLength(taken ? 2 : 1)
  })

  it('are begun with their member and jobs or not at all', async () => {
    const id = caseId()
    const bad = { job: { queue: 'no-such-queue', data: { case: id } } } as unknown as Enqueued
    await expect(store.cases.open(id, person('p1'), 'patient', [opened], [bad])).rejects.toThrow()
    expect(await store.cases.load(id)).toBeNull()
    expect(await store.cases.roleOf(id, person('p1'))).toBeNull()
  })

  it('know their members', async () => {
    const id = await begun()
    const doctor = person(`d-${id}`)
    expect(await store.cases.roleOf(id, doctor)).toBeNull()
    await store.cases.grant(id, doctor, 'staff')
    await store.cases.grant(id, doctor, 'prescriber')
    expect(await store.cases.roleOf(id, doctor)).toBe('prescriber')
    expect(await store.cases.members(id)).toEqual(
      expect.arrayContaining([
        { person: 'p1', role: 'patient' },
        { person: doctor, role: 'prescriber' },
      ]),
    )
    expect(await store.cases.casesOf(doctor)).toMatchObject([{ id, role: 'prescriber' }])
    await store.cases.revoke(id, doctor)
    expect(await store.cases.casesOf(doctor)).toEqual([])
  })

  it('keep what was made of them; the older never replaces the newer', async () => {
    const id = await begun()
    await store.cases.keep(id, 'analysis', 2, '{"a":2}')
    await store.cases.keep(id, 'analysis', 1, '{"a":1}')
    expect(await store.cases.kept(id, 'analysis')).toEqual({ seq: 2, json: '{"a":2}' })
    await store.cases.keep(id, 'analysis', 2, '{"a":"2 again"}')
    expect(await store.cases.kept(id, 'analysis')).toEqual({ seq: 2, json: '{"a":"2 again"}' })
    expect(await store.cases.kept(id, 'other')).toBeNull()
  })

  it('nothing happened to since a moment are found, exactly', async () => {
    store.clock.set('2025-01-01T00:00:00.000Z')
    const id = await begun()
    store.clock.set('2026-11-22T13:00:00.000Z')
    const since = (at: string) => store.cases.untouchedSince(at as Instant)
    expect(await since('2025-01-01T00:00:00.000Z')).not.toContain(id)
    expect(await since('2025-01-01T00:00:00.001Z')).toContain(id)
    await store.cases.append(id, 1, [stated('x')])
    expect(await since('2025-01-01T00:00:00.001Z')).not.toContain(id)
  })
})

describe('files', () => {
  it('come back byte by byte, can be replaced and removed', async () => {
    const id = await begun()
    const bytes = crypto.getRandomValues(new Uint8Array(40_000))
    await store.files.put(id, 'denial-1', new Uint8Array([1]))
    await store.files.put(id, 'denial-1', bytes)
    expect(await store.files.get(id, 'denial-1')).toEqual(Buffer.from(bytes))
    expect(await store.files.get(id, 'denial-2')).toBeNull()
    await store.files.remove(id, 'denial-1')
    expect(await store.files.get(id, 'denial-1')).toBeNull()
  })

  it('contents nobody needs are swept after an hour, the others stay', async () => {
    const id = await begun()
    await store.files.put(id, 'a', new Uint8Array([1]))
    await store.files.put(id, 'a', new Uint8Array([2]))
    await store.files.sweep(new Date(Date.now() + 59 * 60_000))
    const before = (await blobs()).length
    expect(await store.files.sweep(new Date(Date.now() + 61 * 60_000))).toBeGreaterThan(0)
    expect((await blobs()).length).toBeLessThan(before)
    expect(await store.files.get(id, 'a')).toEqual(Buffer.of(2))
  })

  it('of no case are refused', async () => {
    await expect(store.files.put(caseId(), 'a', new Uint8Array([1]))).rejects.toMatchObject({ problem: { code: 'case-missing' } })
  })
})

const blobs = async () => (await readdir(join(store.settings.dataDir, 'files'), { recursive: true })).filter((f) => f.length > 30)

describe('what was changed from outside', () => {
  const flip = (bytes: Uint8Array, at: number) => Buffer.from(bytes.map((b, i) => (i === at ? b ^ 1 : b)))
  const row = (id: CaseId, seq: number) =>
    store.database.db
      .selectFrom('case_event')
      .selectAll()
      .where('case_id', '=', id)
      .where('seq', '=', seq)
      .executeTakeFirstOrThrow()
  const put = (id: CaseId, seq: number, sealed: Uint8Array) =>
    store.database.db.updateTable('case_event').set({ sealed }).where('case_id', '=', id).where('seq', '=', seq).execute()

  it('is refused, whichever byte it was', async () => {
    const id = await begun(stated('Ana'))
    const { sealed } = await row(id, 2)
    for (const at of [0, 1, 12, 13, 40, sealed.length - 1]) {
      await put(id, 2, flip(sealed, at))
      await expect(store.cases.load(id), `byte ${at}`).rejects.toThrow(Fault)
    }
    await put(id, 2, sealed)
    expect(await store.cases.load(id)).toHaveLength(2)
  })

  it('is refused when two rows of a case were swapped, or rows of two cases', async () => {
    const id = await begun(stated('a'), stated('b'))
    const [two, three] = [await row(id, 2), await row(id, 3)]
    await put(id, 2, three.sealed)
    await put(id, 3, two.sealed)
    await expect(store.cases.load(id)).rejects.toThrow(Fault)
    const other = await begun(stated('c'))
    await put(other, 2, two.sealed)
    await expect(store.cases.load(other)).rejects.toThrow(Fault)
  })

  it('is refused when the key of another case is put in, a time is changed, or an event is taken out', async () => {
    const [id, other] = [await begun(stated('a')), await begun()]
    const { db } = store.database
    const key = await db.selectFrom('case_key').selectAll().where('case_id', '=', other).executeTakeFirstOrThrow()
    const own = await db.selectFrom('case_key').selectAll().where('case_id', '=', id).executeTakeFirstOrThrow()
    await db.updateTable('case_key').set({ wrapped: key.wrapped }).where('case_id', '=', id).execute()
    await expect(store.cases.load(id)).rejects.toThrow(Fault)
    await db.updateTable('case_key').set({ wrapped: own.wrapped }).where('case_id', '=', id).execute()
    await sql`update case_event set at = at + interval '1 day' where case_id = ${id} and seq = 2`.execute(db)
    await expect(store.cases.load(id)).rejects.toThrow(Fault)
    await sql`delete from case_event where case_id = ${id} and seq = 2`.execute(db)
    await expect(store.cases.load(id)).rejects.toThrow(Fault)
  })

  it('is refused in files: changed, or another document under this name', async () => {
    const id = await begun()
    await store.files.put(id, 'a', Buffer.from('of a'))
    await store.files.put(id, 'b', Buffer.from('of b'))
    const { db } = store.database
    const [a, b] = await db.selectFrom('case_file').selectAll().where('case_id', '=', id).orderBy('doc').execute()
    const path = (blob = '') => join(store.settings.dataDir, 'files', blob.slice(0, 2), blob)
    const whole = await readFile(path(a?.blob))
    await writeFile(path(a?.blob), await readFile(path(b?.blob)))
    await expect(store.files.get(id, 'a')).rejects.toThrow(Fault)
    await writeFile(path(a?.blob), flip(whole, 20))
    await expect(store.files.get(id, 'a')).rejects.toThrow(Fault)
    await writeFile(path(a?.blob), whole)
    expect(String(await store.files.get(id, 'a'))).toBe('of a')
  })
})

describe('what lies on the disk and in the database', () => {
  it('shows nothing of what was said', async () => {
    const secret = 'Zebrafinch-Diagnosis'
    const id = await begun(stated(secret))
    await store.cases.keep(id, 'analysis', 2, JSON.stringify({ secret }))
    await store.files.put(id, 'denial-1', Buffer.from(secret))
    const { rows } = await sql<{ all: string }>`
      select (select string_agg(encode(sealed, 'escape'), '') from case_event) || (select string_agg(encode(sealed, 'escape'), '') from case_kept) as all
      `.execute(store.database.db)
    expect(rows[0]?.all).not.toContain(secret)
    for (const file of await blobs())
      expect((await readFile(join(store.settings.dataDir, 'files', file))).includes(secret)).toBe(false)
  })
})

describe('destroying a case', () => {
  it('takes its events, files, members, jobs and key, and nobody else’s', async () => {
    const [id, other] = [await begun(stated('a')), await begun(stated('b'))]
    for (const of of [id, other]) {
      await store.files.put(of, 'denial-1', Buffer.from('x'))
      await store.cases.keep(of, 'analysis', 1, '{}')
      await store.jobs.enqueueNow([
        { job: { queue: 'analyse', data: { case: of } }, after: '2030-01-01T00:00:00.000Z' as Instant },
      ])
    }
    const { blob } = await store.database.db
      .selectFrom('case_file')
      .select('blob')
      .where('case_id', '=', id)
      .executeTakeFirstOrThrow()
    await store.cases.destroy(id)
    expect(await store.cases.load(id)).toBeNull()
    expect(await store.cases.append(id, 2, [stated('late')])).toBe(false)
    expect(await store.files.get(id, 'denial-1')).toBeNull()
    expect(await store.cases.kept(id, 'analysis')).toBeNull()
    expect(await store.cases.members(id)).toEqual([])
    expect(await waiting(id)).toBe(0)
    expect((await blobs()).some((path) => path.endsWith(blob))).toBe(false)
    await store.cases.destroy(id)

    expect(await store.cases.load(other)).toHaveLength(2)
    expect(String(await store.files.get(other, 'denial-1'))).toBe('x')
    expect(await waiting(other)).toBe(1)
  })
})

describe('the master key', () => {
  it('of another installation is refused before anything is written', async () => {
    const appKey = Buffer.alloc(32, 7).toString('base64')
    const other = await openStore({ ...store.settings, appKey }, store.database, store.jobs, store.clock)
    expect(other).toMatchObject({ ok: false, problems: [{ code: 'setting-invalid', where: 'master key' }] })
  })
  it.each(['', 'c2hvcnQ=', 'not base64 at all, though it is long enough'])('that is none is refused: %j', async (appKey) => {
    const other = await openStore({ ...store.settings, appKey }, store.database, store.jobs, store.clock)
    expect(other).toMatchObject({ ok: false, problems: [{ code: 'setting-invalid', where: 'APP_KEY' }] })
  })
  it('is a 0600 file where it is not set, one for all who start at once', async () => {
    const dir = join(store.settings.dataDir, 'new')
    const keys = await Promise.all(
      Array.from({ length: 6 }, async () => Buffer.from(must(await masterKey(dir, null))).toString('hex')),
    )
    expect(new Set(keys).size).toBe(1)
    expect((await stat(join(dir, MASTER_KEY_FILE))).mode & 0o777).toBe(0o600)
    expect(await readdir(dir)).toEqual([MASTER_KEY_FILE])
  })
})

describe('the vault', () => {
  it('opens only what was sealed for the same purpose and place', () => {
    const { vault } = store
    const sealed = vault.seal('person.email', 'p1', Buffer.from('ana@example.org'))
    expect(String(vault.open('person.email', 'p1', sealed))).toBe('ana@example.org')
    expect(() => vault.open('person.email', 'p2', sealed)).toThrow(Fault)
    expect(() => vault.open('person.phone', 'p1', sealed)).toThrow(Fault)
    expect(() => vault.open('person.email', 'p1', Buffer.alloc(3))).toThrow(Fault)
    expect(vault.fingerprint('person.email', 'a')).toBe(vault.fingerprint('person.email', 'a'))
    expect(vault.fingerprint('person.email', 'a')).not.toBe(vault.fingerprint('person.phone', 'a'))
  })
})
