import { describe, expect, test } from 'vitest'
import type { CivilDate } from '../../src/base/date.ts'
import { countsAsSent, nextMove, sendingState } from '../../src/casefile/sending.ts'
import { followWait, LOOK_LIMIT_MS, MAX_ATTEMPTS, SETTLE_MS } from '../../src/casefile/sendingTimes.ts'
import { recordByHand } from '../../src/usecases/cases/send/byHand.ts'
import { followSending } from '../../src/usecases/cases/send/follow.ts'
import { jobsOfUnfinished } from '../../src/usecases/cases/send/jobs.ts'
import { parcelKey, parseParcelKey } from '../../src/usecases/cases/send/key.ts'
import { heardNews } from '../../src/usecases/cases/send/news.ts'
import { resolveUncertain } from '../../src/usecases/cases/send/resolve.ts'
import { runSending } from '../../src/usecases/cases/send/run.ts'
import { SENDING_WARNINGS, SENDING_WHYS } from '../../src/usecases/cases/send/words.ts'
import { ask, ID, stage, state, step, world } from './sendCase.ts'
import { CASE, failing, type Manner, PERSON, START, type World } from './sendWorld.ts'

describe('running', () => {
  const run = (w: World) => runSending(w.ports, CASE, ID)

  test('"begun" and the look-up job are written before the provider is called', async () => {
    const { w } = world()
    await ask(w)
    const seen: unknown[] = []
    Object.assign(w.ports, {
      channels: {
        fax: {
          limits: { pages: 9, bytes: 999 },
          sender: {
            name: 'fake',
            send: async () => {
              seen.push(w.events.at(-1)?.event, w.jobs.at(-1)?.after)
              return failing('provider-refused')
            },
          },
        },
      },
    })
    await run(w)
    expect(seen).toEqual([
      { kind: 'sending', sending: ID, step: { step: 'begun', provider: 'fake' } },
      new Date(w.now + SETTLE_MS).toISOString(),
    ])
    expect(state(w)).toMatchObject({ stage: 'failed', why: 'refused' })
  })

  test('a busy provider is tried again, with pauses, and given up in the end', async () => {
    const { w, provider } = world(Array<Manner>(20).fill('busy'))
    await ask(w)
    for (let i = 0; i < MAX_ATTEMPTS; i++) {
      await run(w)
      if (i < MAX_ATTEMPTS - 1) expect(state(w)).toMatchObject({ stage: 'failed', why: 'busy', attempts: i + 1 })
      // Before its time nothing happens.
      await run(w)
      expect(state(w)?.attempts).toBe(i + 1)
      const next = state(w)
      const move = next && nextMove(next)
      w.now = move?.move === 'begin' && move.notBefore ? Date.parse(move.notBefore) : w.now
    }
    expect(state(w)).toMatchObject({ stage: 'failed', why: 'gave_up', attempts: MAX_ATTEMPTS })
    expect(provider.taken).toHaveLength(0)
  })

  test('an answer that was lost is looked up at once; found, it is accepted', async () => {
    const { w, provider } = world(['answer_lost'])
    await ask(w)
    await run(w)
    expect([stage(w), provider.taken.length]).toEqual(['accepted', 1])
  })

  test('one that can not be looked up is for a person', async () => {
    const { w, provider } = world(['answer_lost'], false)
    await ask(w)
    await run(w)
    expect(state(w)).toMatchObject({ stage: 'uncertain', why: 'can_not_tell' })
    w.now += LOOK_LIMIT_MS * 2
    await run(w)
    expect(provider.taken).toHaveLength(1)
  })

  test('"nothing" is believed after the pause, and no longer after a day', async () => {
    const { w, provider } = world(['never_arrived'])
    await ask(w)
    await run(w)
    w.now += SETTLE_MS - 1
    await run(w)
    expect([stage(w), provider.taken.length]).toEqual(['begun', 0])
    w.now += 1
    await run(w)
    expect([stage(w), provider.taken.length]).toEqual(['accepted', 1])

    const late = world(['never_arrived'])
    await ask(late.w)
    await run(late.w)
    late.w.now += LOOK_LIMIT_MS + 1
    await run(late.w)
    expect(state(late.w)).toMatchObject({ stage: 'uncertain', why: 'can_not_look' })
    expect(late.provider.taken).toHaveLength(0)
  })

  test('a worker that was held up after "begun" does not call any more', async () => {
    const { w, provider } = world()
    await ask(w)
    const { append } = w.ports.store
    Object.assign(w.ports.store, {
      append: async (...a: Parameters<typeof append>) => {
        const done = await append(...a)
        w.now += 61_000
        return done
      },
    })
    await run(w)
    expect([stage(w), provider.taken.length]).toEqual(['begun', 0])
  })

  test('another provider than the one that was called knows nothing of it', async () => {
    const { w } = world()
    await ask(w)
    step(w, { step: 'begun', provider: 'former' })
    w.now += SETTLE_MS
    await run(w)
    expect(state(w)).toMatchObject({ stage: 'uncertain', why: 'provider_changed' })
  })

  test.each([
    ['missing', (w: World) => w.files.delete('packet'), 'file_missing'],
    ['changed', (w: World) => w.files.set('packet', new Uint8Array(9)), 'file_changed'],
    ['channel off', (w: World) => Object.assign(w.ports, { channels: {} }), 'not_set_up'],
  ])('file or channel gone since it was asked: %s', async (_, spoil, why) => {
    const { w, provider } = world()
    await ask(w)
    spoil(w)
    await run(w)
    expect([state(w)?.why, provider.taken.length]).toEqual([why, 0])
  })

  test('a worker that fails does not speak against one that has sent', async () => {
    const { w, provider } = world()
    await ask(w)
    const get = async () => {
      await runSending(w.ports, CASE, ID)
      return null
    }
    const slow = { ...w.ports, files: { ...w.ports.files, get } }
    await runSending(slow, CASE, ID)
    expect([stage(w), provider.taken.length]).toEqual(['accepted', 1])
  })
})

describe('following', () => {
  const accepted = async (manners: Manner[] = []) => {
    const made = world(manners)
    await ask(made.w)
    await runSending(made.w.ports, CASE, ID)
    return made
  }

  test('keeps the proof of delivery among the documents', async () => {
    const { w } = await accepted()
    w.now += 90_000
    await followSending(w.ports, CASE, ID)
    expect(state(w)).toMatchObject({ stage: 'delivered', delivery: { pages: 3, proof: `proof-${ID}` } })
    expect(w.events.at(-2)?.event).toMatchObject({ kind: 'documentAdded', role: 'proof', media: 'text', doc: `proof-${ID}` })
    expect(w.files.has(`proof-${ID}`)).toBe(true)
  })

  test('comes back later while it is on its way, and gives up in the end', async () => {
    const { w } = await accepted()
    const jobs = w.jobs.splice(0)
    expect(jobs.some((j) => j.job.queue === 'follow')).toBe(true)
    await followSending(w.ports, CASE, ID)
    expect(w.jobs).toMatchObject([{ job: { queue: 'follow' }, after: new Date(w.now + 60_000).toISOString() }])
    Object.assign(w.ports.channels.fax?.sender ?? {}, { status: async () => failing('provider-busy') })
    w.now += 25 * 3_600_000
    await followSending(w.ports, CASE, ID)
    expect(state(w)).toMatchObject({ stage: 'uncertain', why: 'no_news' })
  })

  test('a failure is written as the provider names it', async () => {
    const { w } = await accepted()
    Object.assign(w.ports.channels.fax?.sender ?? {}, {
      status: async () => ({ ok: true, value: { state: 'failed', providerId: 'id1', why: 'no_answer' }, warnings: [] }),
    })
    await followSending(w.ports, CASE, ID)
    expect(state(w)).toMatchObject({ stage: 'failed', why: 'no_answer' })
    // It reached the end of its road: the same key is not used again.
    await runSending(w.ports, CASE, ID)
    expect(stage(w)).toBe('failed')
  })

  test('pauses grow, and end', () => {
    expect([0, 600_000, 3_600_000, 86_400_000].map((ms) => followWait('fax', ms))).toEqual([60_000, 300_000, 1_800_000, null])
    expect(followWait('mail', 44 * 86_400_000)).toBe(86_400_000)
    expect(followWait('mail', 45 * 86_400_000)).toBeNull()
    expect(followWait('email', 0)).toBeNull()
  })
})

describe('by the person', () => {
  const sent = {
    sending: 'snd-byhand001',
    destination: { channel: 'portal', to: 'Member portal', recipient: 'Example Plan', source: 'stated by the patient' } as const,
    on: '2026-11-22' as CivilDate,
    confirmation: ' 9400 1000 ',
    proof: null,
  }
  const record = (w: World, change = {}) => recordByHand(w.ports, CASE, PERSON, { ...sent, ...change })

  test('what was sent by hand is written down once', async () => {
    const { w } = world()
    await record(w)
    expect(await record(w)).toMatchObject({ ok: true })
    expect(w.events.at(-1)?.event).toMatchObject({ kind: 'sentByHand', confirmation: '9400 1000', proof: null })
    expect(w.events.filter((e) => e.event.kind === 'sentByHand')).toHaveLength(1)
    const made = sendingState(w.events, sent.sending)
    expect(made && nextMove(made)).toEqual({ move: 'rest' })
  })

  test.each([
    ['a day to come', { on: '2026-11-23' as CivilDate }, 'date'],
    ['a receipt that is not there', { proof: 'proof-9' }, 'proof'],
    ['a confirmation of several lines', { confirmation: 'a\nb' }, 'confirmation number'],
    ['no recipient', { destination: { ...sent.destination, recipient: '' } }, 'destination'],
  ])('%s is refused', async (_, change, where) => {
    const { w } = world()
    expect(await record(w, change)).toMatchObject({ ok: false, problems: [{ where }] })
  })

  test('only a doubt is resolved, and only once', async () => {
    const { w } = world()
    await ask(w)
    expect(await resolveUncertain(w.ports, CASE, PERSON, ID, { found: 'not_arrived' })).toMatchObject({ ok: false })
    step(w, { step: 'begun', provider: 'fake' })
    step(w, { step: 'uncertain', why: 'can_not_tell' })
    expect(await resolveUncertain(w.ports, CASE, PERSON, ID, { found: 'arrived', proof: 'none' })).toMatchObject({ ok: false })
    expect(await resolveUncertain(w.ports, CASE, PERSON, ID, { found: 'not_arrived' })).toMatchObject({ ok: true })
    expect(state(w)).toMatchObject({ stage: 'failed', why: 'not_sent' })
    expect(await resolveUncertain(w.ports, CASE, PERSON, ID, { found: 'arrived', proof: null })).toMatchObject({ ok: false })
    await runSending(w.ports, CASE, ID)
    expect(stage(w)).toBe('failed')
    // Sent anew under a new id, without the question of "again": it is settled that it did not arrive.
    expect(await ask(w, { sending: 'snd-another1' })).toMatchObject({ ok: true })
  })
})

describe('the state of a sending', () => {
  test("a provider's word outweighs an earlier doubt, and nothing outweighs a delivery", async () => {
    const { w } = world()
    await ask(w)
    step(w, { step: 'begun' })
    step(w, { step: 'uncertain', why: 'can_not_tell' })
    step(w, { step: 'accepted', provider: 'fake', providerId: 'id1' })
    expect(state(w)).toMatchObject({ stage: 'accepted', why: null })
    step(w, { step: 'delivered', on: START, pages: 3, proof: null })
    step(w, { step: 'failed', why: 'no_answer' })
    expect(stage(w)).toBe('delivered')
  })

  test('what is on its way counts as sent; what failed for good does not', async () => {
    const { w } = world()
    await ask(w)
    const counts = () => {
      const now = state(w)
      return now ? countsAsSent(now) : null
    }
    expect(counts()).toBe(true)
    step(w, { step: 'begun' })
    step(w, { step: 'failed', why: 'busy' })
    expect(counts()).toBe(true)
    step(w, { step: 'failed', why: 'refused' })
    expect(counts()).toBe(false)
  })

  test('a lost queue is filled again from the events', async () => {
    const { w } = world()
    await ask(w)
    const now = START
    expect(jobsOfUnfinished(CASE, w.events, now)).toMatchObject([{ job: { queue: 'send' }, after: now }])
    step(w, { step: 'begun', provider: 'fake' })
    expect(jobsOfUnfinished(CASE, w.events, now)).toMatchObject([{ after: new Date(w.now + SETTLE_MS).toISOString() }])
    step(w, { step: 'accepted', provider: 'fake', providerId: 'id1' })
    expect(jobsOfUnfinished(CASE, w.events, now)).toMatchObject([{ job: { queue: 'follow' } }])
    step(w, { step: 'delivered', on: START, pages: null, proof: null })
    expect(jobsOfUnfinished(CASE, w.events, now)).toEqual([])
  })

  test('news of a parcel on its way has it asked for now; of any other, nothing', async () => {
    const { w } = world()
    await ask(w)
    w.jobs.length = 0
    await heardNews(w.ports, parcelKey(CASE, ID))
    expect(w.jobs).toEqual([])
    step(w, { step: 'accepted', provider: 'fake', providerId: 'id1' })
    for (const key of ['nonsense', parcelKey(CASE, 'snd-other001'), parcelKey(CASE, ID)]) await heardNews(w.ports, key)
    expect(w.jobs).toEqual([{ job: { queue: 'follow', data: { case: CASE, sending: ID } }, key: expect.any(String) }])
  })

  test('the key leads back to case and sending', () => {
    expect(parseParcelKey(parcelKey(CASE, ID))).toEqual({ id: CASE, sending: ID })
    expect(parseParcelKey('nonsense')).toBeNull()
    expect(parseParcelKey('a.b.c')).toBeNull()
  })

  test('every code has words in both languages', () => {
    for (const words of [...Object.values(SENDING_WHYS), ...Object.values(SENDING_WARNINGS)]) {
      expect(words.en.length).toBeGreaterThan(20)
      expect(words.es.length).toBeGreaterThan(20)
    }
  })
})
