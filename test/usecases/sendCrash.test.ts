import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextMove, sendingState } from '../../src/casefile/sending.ts'
import { askSending } from '../../src/usecases/cases/send/ask.ts'
import { followSending } from '../../src/usecases/cases/send/follow.ts'
import { runSending } from '../../src/usecases/cases/send/run.ts'
import { CASE, Crash, FAX, type Manner, makeProvider, makeWorld, PDF, PERSON, sha, type World } from './sendWorld.ts'

const ID = 'snd-property1'
const ask = (world: World) =>
  askSending(world.ports, CASE, PERSON, {
    sending: ID,
    doc: 'packet',
    sha256: sha(PDF),
    destination: FAX,
    confirmed: true,
    again: false,
  })

/** Crashes the worker the `at`-th time it passes a point; counts on, over restarts. */
function crashAt(world: World, points: readonly number[]): void {
  let passed = 0
  const left = new Set(points)
  world.point = () => {
    if (left.delete(passed++)) throw new Crash()
  }
}

/** A worker that takes due jobs one after the other. A job leaves the queue only when it was done: at least once. */
async function work(world: World, rounds = 400): Promise<void> {
  for (let i = 0; i < rounds && world.jobs.length > 0; i++) {
    const [job] = [...world.jobs].sort((a, b) => (a.after ?? '').localeCompare(b.after ?? ''))
    if (!job) return
    world.now = Math.max(world.now, job.after ? Date.parse(job.after) : 0)
    // Taken: a new one with the same key may wait beside it.
    const taken = { ...job, key: `${job.key}#${i}` }
    world.jobs.splice(world.jobs.indexOf(job), 1, taken)
    try {
      if (job.job.queue === 'send') await runSending(world.ports, CASE, ID)
      if (job.job.queue === 'follow') await followSending(world.ports, CASE, ID)
      world.jobs.splice(world.jobs.indexOf(taken), 1)
    } catch (error) {
      if (!(error instanceof Crash)) throw error
      world.now += 30_000
    }
  }
}

const manner = fc.constantFrom<Manner>('good', 'answer_lost', 'never_arrived', 'busy', 'refused')
const plan = fc.record({
  manners: fc.array(manner, { maxLength: 4 }),
  crashes: fc.uniqueArray(fc.nat(120), { maxLength: 12 }),
  tells: fc.boolean(),
  lag: fc.constantFrom(0, 60_000, 9 * 60_000),
})

describe('however often the worker is killed', () => {
  test('a provider gets one parcel per key at most, and nothing that was acknowledged is lost', async () => {
    const ends = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(plan, async ({ manners, crashes, tells, lag }) => {
        const provider = makeProvider([...manners], tells, lag)
        const world = makeWorld(provider.sender)
        expect(await ask(world)).toMatchObject({ ok: true })
        crashAt(world, crashes)
        await work(world)

        expect(provider.taken.length).toBeLessThanOrEqual(1)
        expect(world.events.slice(3).map((e) => JSON.stringify(e.event))).toEqual(world.acknowledged)
        const state = sendingState(world.events, ID)
        expect(state && nextMove(state).move).toMatch(/rest|person/)
        // What left is never called failed; what never left is never called delivered.
        expect(state?.stage).toMatch(provider.taken.length === 1 ? /delivered|uncertain/ : /failed|uncertain/)
        if (tells) expect(state?.stage).not.toBe('uncertain')
        if (state?.stage === 'delivered') expect(world.files.has(state.delivery?.proof ?? '')).toBe(true)
        ends.set(`${state?.stage}`, (ends.get(`${state?.stage}`) ?? 0) + 1)
      }),
      { numRuns: 1500 },
    )
    // The property walks all ends, not only the happy one.
    expect([...ends.keys()].sort()).toEqual(['delivered', 'failed', 'uncertain'])
  })

  test('a crash at each single point, one after the other', async () => {
    for (let point = 0; point < 60; point++)
      for (const tells of [true, false]) {
        const provider = makeProvider([], tells)
        const world = makeWorld(provider.sender)
        await ask(world)
        crashAt(world, [point])
        await work(world)
        const stage = sendingState(world.events, ID)?.stage
        expect(provider.taken.length, `point ${point}`).toBeLessThanOrEqual(1)
        expect(stage, `point ${point}`).toMatch(tells ? /delivered/ : /delivered|uncertain/)
      }
  })

  test('the property sees a plan that sends twice: a lookup that is believed at once', async () => {
    // The provider lists a parcel only after eleven minutes, one more than we wait: the planted fault.
    const provider = makeProvider(['answer_lost'], true, 11 * 60_000)
    const world = makeWorld(provider.sender)
    await ask(world)
    await work(world)
    expect(provider.taken.length).toBe(2)
  })
})

describe('several workers at once on one sending', () => {
  test('send it once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 4 }), async (scheduler, workers) => {
        const provider = makeProvider([], true)
        const world = makeWorld(provider.sender)
        await ask(world)
        const { load, append } = world.ports.store
        Object.assign(world.ports.store, {
          load: (...a: Parameters<typeof load>) => scheduler.schedule(Promise.resolve()).then(() => load(...a)),
          append: (...a: Parameters<typeof append>) => scheduler.schedule(Promise.resolve()).then(() => append(...a)),
        })
        const all = Promise.all(Array.from({ length: workers }, () => runSending(world.ports, CASE, ID)))
        await scheduler.waitFor(all)
        expect(provider.taken.length).toBe(1)
        expect(sendingState(world.events, ID)).toMatchObject({ stage: 'accepted', attempts: 1 })
      }),
      { numRuns: 150 },
    )
  })
})
