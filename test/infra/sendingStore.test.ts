import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CivilDate } from '../../src/base/date.ts'
import { sendingState } from '../../src/casefile/sending.ts'
import { SETTLE_MS } from '../../src/casefile/sendingTimes.ts'
import { askSending } from '../../src/usecases/cases/send/ask.ts'
import { followSending } from '../../src/usecases/cases/send/follow.ts'
import type { SendPorts } from '../../src/usecases/cases/send/ports.ts'
import { runSending } from '../../src/usecases/cases/send/run.ts'
import { FAX, makeProvider, makeWorld, PDF, PERSON, sha } from '../usecases/sendWorld.ts'
import { SLOW_START } from './testDatabase.ts'
import { caseId, event, opened, person, type TestStore, testStore } from './testStore.ts'

let store: TestStore
beforeAll(async () => {
  store = await testStore()
}, SLOW_START)
afterAll(() => store.close())

const ID = 'snd-realstore1'
const jobs = async () => {
  const query = sql<{ name: string; start_after: Date }>`
    select name, start_after from pgboss.job where data->>'sending' = ${ID} order by start_after`
  return (await query.execute(store.database.db)).rows
}

describe('on the real store and queue', () => {
  test('jobs come with their events, in one transaction; a job alone is taken too', async () => {
    const id = caseId()
    const packet = { doc: 'packet', sha256: sha(PDF), pages: 3 }
    const denial = {
      kind: 'documentAdded',
      doc: 'denial-1',
      role: 'denial',
      name: 'd.pdf',
      media: 'pdf',
      sha256: '00',
      bytes: 1,
    } as const
    const draft = { kind: 'drafted', knowledge: 'k', today: '2026-11-22' as CivilDate, documents: { packet } } as const
    await store.cases.open(id, person('p'), 'patient', [opened, event(denial), event(draft)])
    await store.files.put(id, 'packet', PDF)
    const provider = makeProvider(['answer_lost'], true)
    const world = makeWorld(provider.sender)
    const ports: SendPorts = { ...world.ports, store: store.cases, files: store.files, clock: store.clock }
    world.now = Date.parse(store.clock.now())

    const asked = { sending: ID, doc: 'packet', sha256: sha(PDF), destination: FAX, confirmed: true, again: false }
    expect(await askSending(ports, id, PERSON, asked)).toMatchObject({ ok: true })
    expect((await jobs()).map((j) => j.name)).toEqual(['send'])

    await Promise.all([runSending(ports, id, ID), runSending(ports, id, ID), runSending(ports, id, ID)])
    const events = (await store.cases.load(id)) ?? []
    expect(provider.taken).toHaveLength(1)
    expect(sendingState(events, ID)).toMatchObject({ stage: 'accepted', attempts: 1 })
    const look = new Date(Date.parse(store.clock.now()) + SETTLE_MS)
    const queued = await jobs()
    expect(queued.map((j) => j.name).sort()).toEqual(['follow', 'send', 'send'])
    expect(queued.some((j) => j.name === 'send' && j.start_after.getTime() === look.getTime())).toBe(true)

    // Still on its way: the next look is a job without an event.
    await sql`delete from pgboss.job where name = 'follow'`.execute(store.database.db)
    await followSending(ports, id, ID)
    expect((await jobs()).filter((j) => j.name === 'follow')).toHaveLength(1)
    expect(await store.cases.load(id)).toHaveLength(events.length)
  })
})
