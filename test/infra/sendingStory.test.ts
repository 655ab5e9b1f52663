import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sendingState } from '../../src/casefile/sending.ts'
import { SETTLE_MS } from '../../src/casefile/sendingTimes.ts'
import { openSendingChannels } from '../../src/infra/sending/open.ts'
import { readSendingSettings } from '../../src/infra/sending/settings.ts'
import { askSending } from '../../src/usecases/cases/send/ask.ts'
import { followSending } from '../../src/usecases/cases/send/follow.ts'
import { runSending } from '../../src/usecases/cases/send/run.ts'
import { CASE, FAX, makeProvider, makeWorld, PDF, PERSON, sha } from '../usecases/sendWorld.ts'
import { FAX_PROJECT, type FaxService, startFaxService } from './fakes/fax.ts'
import { type LetterService, scanned, startLetterService } from './fakes/letterMail.ts'

let fax: FaxService
let letters: LetterService
beforeEach(async () => {
  fax = await startFaxService()
  letters = await startLetterService()
})
afterEach(async () => {
  await fax.close()
  await letters.close()
})

const ID = 'snd-story0001'
const ready = async () => {
  const read = readSendingSettings({
    SENDING_NETWORK: 'loopback',
    FAX_PROVIDER: 'sinch',
    FAX_URL: fax.url,
    FAX_PROJECT,
    FAX_KEY: 'key-id',
    FAX_SECRET: 'key-secret',
    LETTER_PROVIDER: 'lob',
    LETTER_URL: letters.url,
    LETTER_KEY: 'test_letters',
  })
  const channels = read.ok ? openSendingChannels(read.value) : read
  if (!channels.ok) throw new Error(channels.problems[0].say)
  const world = makeWorld(makeProvider([], true).sender)
  Object.assign(world.ports, { channels: channels.value })
  return world
}
const POST = { ...FAX, channel: 'mail', to: 'Appeals Department\nP.O. Box 1000\nExample City, TX 75001' } as const
const ask = (world: Awaited<ReturnType<typeof ready>>, destination: typeof FAX = FAX) =>
  askSending(world.ports, CASE, PERSON, {
    sending: ID,
    doc: 'packet',
    sha256: sha(PDF),
    destination,
    confirmed: true,
    again: false,
  })

describe('from asking to proof, over the wire', () => {
  test('a fax whose answer was lost is there once, and followed to its confirmation', async () => {
    const world = await ready()
    await ask(world)
    fax.mishaps.push({ kind: 'cut_after' })
    await runSending(world.ports, CASE, ID)
    world.now += SETTLE_MS
    await runSending(world.ports, CASE, ID)
    expect(fax.faxes).toHaveLength(1)
    expect(sendingState(world.events, ID)).toMatchObject({ stage: 'accepted', provider: 'sinch', providerId: fax.faxes[0]?.id })
    Object.assign(fax.faxes[0] ?? {}, { status: 'COMPLETED', completedTime: '2026-11-22T12:20:00Z', pagesSentSuccessfully: 3 })
    await followSending(world.ports, CASE, ID)
    expect(sendingState(world.events, ID)).toMatchObject({ stage: 'delivered', delivery: { pages: 3, proof: `proof-${ID}` } })
    expect(new TextDecoder().decode(world.files.get(`proof-${ID}`))).toContain('Fax confirmation')
  })

  test('a service that is down while we look it up: nothing is sent blindly', async () => {
    const world = await ready()
    await ask(world)
    fax.mishaps.push({ kind: 'cut_after' }, { kind: 'status', status: 503 }, { kind: 'status', status: 503 })
    await runSending(world.ports, CASE, ID)
    expect(sendingState(world.events, ID)?.stage).toBe('begun')
    world.now += SETTLE_MS
    await runSending(world.ports, CASE, ID)
    expect(sendingState(world.events, ID)?.stage).toBe('begun')
    await runSending(world.ports, CASE, ID)
    expect(sendingState(world.events, ID)?.stage).toBe('accepted')
    expect(fax.faxes).toHaveLength(1)
  })

  test('a limit on requests is waited out', async () => {
    const world = await ready()
    await ask(world)
    fax.mishaps.push({ kind: 'status', status: 429 })
    await runSending(world.ports, CASE, ID)
    expect(sendingState(world.events, ID)).toMatchObject({ stage: 'failed', why: 'busy' })
    world.now += 60_000
    await runSending(world.ports, CASE, ID)
    expect([sendingState(world.events, ID)?.stage, fax.faxes.length]).toEqual(['accepted', 1])
  })

  test('a certified letter, to its tracking record', async () => {
    const world = await ready()
    await ask(world, POST)
    letters.mishaps.push({ kind: 'cut_after' })
    await runSending(world.ports, CASE, ID)
    expect(letters.letters).toHaveLength(1)
    const [letter] = letters.letters
    if (letter) letter.tracking_events = [scanned('Delivered', '2026-11-25T10:00:00Z')]
    await followSending(world.ports, CASE, ID)
    expect(sendingState(world.events, ID)).toMatchObject({
      stage: 'delivered',
      provider: 'lob',
      delivery: { on: '2026-11-25T10:00:00.000Z' },
    })
  })

  test('nothing of the case but its key reaches an address, a header or a title', async () => {
    const world = await ready()
    await ask(world, POST)
    await runSending(world.ports, CASE, ID)
    const [sent] = letters.asked
    expect(JSON.stringify([sent?.path, [...(sent?.query ?? [])], sent?.headers])).not.toMatch(/Sample|Alder|Appeals/)
    expect(String(sent?.body)).toMatch(/name="description"\r\n\r\nAppeal documents\r\n/)
  })
})
