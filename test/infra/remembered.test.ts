import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdsOfThread, openHeldDocuments } from '../../src/apps/worker/heldDocuments.ts'
import { makeCaseMemory } from '../../src/infra/store/caseMemory.ts'
import { openStore } from '../../src/infra/store/open.ts'
import type { SourceDocument } from '../../src/reading/document.ts'
import type { AnalyseRequest } from '../../src/usecases/cases/analyse.ts'
import type { CaseId } from '../../src/usecases/cases/ports.ts'
import { SLOW_START } from './testDatabase.ts'
import { caseId, must, opened, person, stated, type TestStore, testStore } from './testStore.ts'

const A = 'a' as CaseId
const B = 'b' as CaseId

describe('what is remembered of cases', () => {
  it('goes when there is too much of it, the longest unused first', () => {
    const memory = makeCaseMemory(100)
    memory.put(A, 'x', 1, 40)
    memory.put(A, 'y', 2, 40)
    expect(memory.get(A, 'x')).toBe(1)
    memory.put(B, 'z', 3, 40)
    expect([memory.get(A, 'x'), memory.get(A, 'y'), memory.get(B, 'z')]).toEqual([1, undefined, 3])
    memory.stop()
  })
  it('counts a thing that was put anew once', () => {
    const memory = makeCaseMemory(100)
    for (let i = 0; i < 10; i++) memory.put(A, 'x', i, 60)
    memory.put(A, 'y', 1, 40)
    expect([memory.get(A, 'x'), memory.get(A, 'y')]).toEqual([9, 1])
    memory.stop()
  })
  it('goes after a time without use', () => {
    let now = 0
    const memory = makeCaseMemory(100, 1000, () => now)
    memory.put(A, 'x', 1, 1)
    now = 1001
    memory.put(B, 'z', 1, 1)
    expect(memory.get(A, 'x')).toBeUndefined()
    memory.stop()
  })
  it('goes with its case, and no other does', () => {
    const memory = makeCaseMemory()
    memory.put(A, 'x', 1, 1)
    memory.put('aa' as CaseId, 'x', 2, 1)
    memory.forget(A)
    expect([memory.get(A, 'x'), memory.get('aa' as CaseId, 'x')]).toEqual([undefined, 2])
    memory.stop()
  })
})

describe('events that are remembered', () => {
  let store: TestStore
  beforeAll(async () => {
    store = await testStore()
  }, SLOW_START)
  afterAll(() => store?.close())
  const begun = async () => {
    const id = caseId()
    await store.cases.open(id, person('p1'), 'patient', [opened])
    await store.cases.load(id)
    return id
  }
  const values = async (id: CaseId) =>
    (await store.cases.load(id))?.map(({ seq, event }) => [seq, event.kind === 'stated' ? event.value : event.kind])

  it('are followed by those another process appended', async () => {
    const id = await begun()
    const other = must(await openStore(store.settings, store.database, store.jobs, store.clock))
    expect(await other.cases.append(id, 1, [stated('x')])).toBe(true)
    expect(await values(id)).toEqual([
      [1, 'opened'],
      [2, 'x'],
    ])
    expect(await store.cases.append(id, 2, [stated('y')])).toBe(true)
    expect(await values(id)).toEqual([
      [1, 'opened'],
      [2, 'x'],
      [3, 'y'],
    ])
    expect(await other.cases.load(id)).toEqual(await store.cases.load(id))
  })
  it('are gone when another process destroys the case', async () => {
    const id = await begun()
    const other = must(await openStore(store.settings, store.database, store.jobs, store.clock))
    await other.cases.destroy(id)
    expect(await store.cases.load(id)).toBeNull()
  })
  it('are not believed where the data was put back to an earlier state', async () => {
    const id = await begun()
    await store.cases.append(id, 1, [stated('x')])
    await store.cases.load(id)
    await sql`delete from case_event where case_id = ${id} and seq = 2`.execute(store.database.db)
    await sql`update case_record set last = 1 where id = ${id}`.execute(store.database.db)
    expect(await values(id)).toEqual([[1, 'opened']])
  })
  it('show a hole behind them', async () => {
    const id = await begun()
    await store.cases.append(id, 1, [stated('x'), stated('y')])
    await sql`delete from case_event where case_id = ${id} and seq = 2`.execute(store.database.db)
    await expect(store.cases.load(id)).rejects.toThrow()
  })
})

const document = (id: string, length = 10): SourceDocument => ({
  id,
  name: id,
  media: 'text',
  sha256: id,
  pages: [{ number: 1, width: 0, height: 0, text: 'x'.repeat(length), words: [] }],
})
const asking = (denial: SourceDocument, records: readonly SourceDocument[] = []) =>
  ({ seq: 1, denial, policy: null, records }) as unknown as AnalyseRequest

describe('documents that a thread holds', () => {
  it('are sent once and put back in their places', () => {
    const [holds, restore] = [holdsOfThread(), openHeldDocuments()]
    const [letter, record] = [document('letter'), document('record')]
    const first = holds.send(asking(letter, [record]))
    expect([...first.documents.values()]).toEqual([letter, record])
    expect(restore(structuredClone(first)).records[0]?.id).toBe('record')
    const second = holds.send(asking(letter, [record, document('later')]))
    expect([...second.documents.values()].map((d) => d.id)).toEqual(['later'])
    const whole = restore(structuredClone(second))
    expect([whole.denial?.id, ...whole.records.map((d) => d.id)]).toEqual(['letter', 'record', 'later'])
  })
  it('are given up on both sides alike, never before the request that needs them', () => {
    const [holds, restore] = [holdsOfThread(25), openHeldDocuments()]
    const letters = Array.from({ length: 6 }, (_, i) => document(`letter-${i}`))
    for (const round of [0, 1, 2])
      for (const [i, letter] of letters.entries()) {
        const sent = holds.send(
          asking(letter, [letters[(i + round) % 6] as SourceDocument, letters[(i + 2) % 6] as SourceDocument]),
        )
        const whole = restore(structuredClone(sent))
        expect([whole.denial?.id, ...whole.records.map((d) => d.id)]).toEqual([
          letter.id,
          `letter-${(i + round) % 6}`,
          `letter-${(i + 2) % 6}`,
        ])
      }
  })
  it('are given up after a time without use', () => {
    let now = 0
    const holds = holdsOfThread(1000, 100, () => now)
    const [a, b] = [document('a'), document('b')]
    holds.send(asking(a))
    now = 101
    expect(holds.send(asking(b)).forget).toHaveLength(1)
    expect(holds.send(asking(a)).documents.size).toBe(1)
  })
})
