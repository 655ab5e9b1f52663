import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openClient } from '../../src/infra/http/client.ts'
import { lobChannel } from '../../src/infra/sending/lob.ts'
import { lobNews } from '../../src/infra/sending/lobNews.ts'
import type { Parcel } from '../../src/usecases/cases/ports.ts'
import { type LetterService, letterWebhook, scanned, startLetterService } from './fakes/letterMail.ts'

let service: LetterService
beforeAll(async () => {
  service = await startLetterService()
})
afterAll(() => service.close())
beforeEach(() => {
  service.letters.length = 0
  service.asked.length = 0
})

const channel = (key = 'test_letters', timeoutMs = 10_000) => {
  const client = openClient({ origin: service.url, timeoutMs, maxBytes: 1_000_000, allowLoopback: true })
  if (!client.ok) throw new Error(client.problems[0].say)
  return lobChannel(client.value, { origin: service.url, key, service: 'certified', webhookSecret: null })
}
let keys = 0
const parcel = (change: Partial<Parcel> = {}): Parcel => ({
  key: `case1.snd-${keys++}`,
  destination: {
    channel: 'mail',
    to: 'Appeals Department\nP.O. Box 1000\nExample City, TX 75001',
    recipient: 'Example Plan',
    source: 'denial-1',
  },
  subject: 'Appeal documents',
  pdf: new TextEncoder().encode('%PDF-1.7 packet'),
  pages: 3,
  from: ['Maria Sample', '410 Alder Street, Apt 2', 'Austin, TX 78704'],
  ...change,
})
const code = (code: string) => ({ ok: false, problems: [{ code }] })

describe('handing a letter over', () => {
  test('as certified mail, with both addresses, the key twice and the file whole', async () => {
    const one = parcel()
    expect(await channel().sender.send(one)).toMatchObject({ ok: true, value: { providerId: service.letters[0]?.id } })
    expect(service.letters).toMatchObject([
      {
        to: {
          name: 'Appeals Department',
          address_line1: 'P.O. Box 1000',
          address_city: 'Example City',
          address_state: 'TX',
          address_zip: '75001',
        },
        from: { name: 'Maria Sample', address_line1: '410 Alder Street, Apt 2' },
        metadata: { sending: one.key },
        extra_service: 'certified',
        bytes: 15,
      },
    ])
    expect(service.asked[0]?.headers['idempotency-key']).toBe(one.key)
  })
  test('twice under one key is one letter', async () => {
    const one = parcel()
    const { sender } = channel()
    expect(await sender.send(one)).toEqual(await sender.send(one))
    expect(service.letters).toHaveLength(1)
  })
  test.each([
    [422, 'provider-refused'],
    [401, 'provider-off'],
    [403, 'provider-off'],
    [429, 'provider-busy'],
    [408, 'provider-uncertain'],
    [500, 'provider-uncertain'],
  ])('status %i means %s', async (status, meaning) => {
    service.mishaps.push({ kind: 'status', status })
    expect(await channel().sender.send(parcel())).toMatchObject(code(meaning))
  })
  test('wrong credentials', async () =>
    expect(await channel('test_other').sender.send(parcel())).toMatchObject(code('provider-off')))
  test('larger than the service takes', async () => {
    const pdf = new Uint8Array(5_000_001)
    pdf.set(new TextEncoder().encode('%PDF'))
    expect(await channel().sender.send(parcel({ pdf }))).toMatchObject(code('provider-refused'))
  })
  test('an address that does not split never leaves', async () => {
    const destination = { ...parcel().destination, to: 'nowhere' }
    expect(await channel().sender.send(parcel({ destination }))).toMatchObject(code('form-invalid'))
    expect(await channel().sender.send(parcel({ from: [] }))).toMatchObject(code('form-invalid'))
    expect(service.asked).toHaveLength(0)
  })
  test.each([{ kind: 'cut_after' } as const, { kind: 'silent_after' } as const])(
    'an answer lost ($kind) is found by the key',
    async (mishap) => {
      service.mishaps.push(mishap)
      const one = parcel()
      const { sender } = channel('test_letters', 1500)
      expect(await sender.send(one)).toMatchObject(code('provider-uncertain'))
      expect(await sender.find(one.key)).toMatchObject({ ok: true, value: { providerId: service.letters[0]?.id } })
      expect(await sender.find(`${one.key}0`)).toMatchObject({ ok: true, value: null })
    },
  )
  test('a filter that was not understood tells nothing', async () => {
    await channel().sender.send(parcel())
    service.mishaps.push({ kind: 'status', status: 200, body: { data: service.letters } })
    expect(await channel().sender.find('other')).toMatchObject({ ok: true, value: undefined })
    service.mishaps.push({ kind: 'status', status: 500 })
    expect(await channel().sender.find('other')).toMatchObject(code('provider-busy'))
  })
})

describe('what became of it', () => {
  const tracked = async (...names: string[]) => {
    const { sender } = channel()
    await sender.send(parcel())
    const [letter] = service.letters
    if (!letter) throw new Error('no letter')
    letter.tracking_events = names.map((n, i) =>
      scanned(n, `2026-11-2${i + 3}T10:00:00Z`, n === 'Delivered' ? 'Front Desk/Mail Room' : ''),
    )
    return sender.status(letter.id)
  }
  test.each([[[]], [['Mailed']], [['Mailed', 'In Transit', 'Processed for Delivery']], [['Issue']]])(
    '%j: waiting',
    async (names) => expect(await tracked(...names)).toMatchObject({ ok: true, value: { state: 'waiting' } }),
  )
  test('delivered, with the tracking record', async () => {
    const told = await tracked('Mailed', 'In Transit', 'Delivered')
    expect(told).toMatchObject({ ok: true, value: { state: 'delivered', on: '2026-11-25T10:00:00.000Z', pages: null } })
    const text = told.ok && told.value.state === 'delivered' && told.value.proof ? new TextDecoder().decode(told.value.proof) : ''
    expect(text).toContain('92071902358909000011275538')
    expect(text).toMatch(/2026-11-25T10:00:00Z +Delivered, Front Desk\/Mail Room, 75001\n/)
  })
  test('returned', async () =>
    expect(await tracked('Mailed', 'Returned to Sender')).toMatchObject({ value: { state: 'failed', why: 'returned' } }))
  test('not printable', async () => {
    const { sender } = channel()
    await sender.send(parcel())
    const [letter] = service.letters
    if (letter) letter.status = 'failed'
    expect(await sender.status(letter?.id ?? '')).toMatchObject({ value: { state: 'failed', why: 'document_rejected' } })
  })
})

describe('webhooks', () => {
  const NOW = Date.parse('2026-11-25T10:00:00Z')
  const posted = async (event: string, at = NOW) => {
    service.letters.length = 0
    await channel().sender.send(parcel({ key: `case1.snd-hook${keys++}` }))
    const [letter] = service.letters
    if (!letter) throw new Error('no letter')
    return letterWebhook(letter, event, 'hook-secret', at)
  }
  const read = (w: { body: string; signature?: string; timestamp?: string }, secret = 'hook-secret') =>
    lobNews(w.body, w.signature, w.timestamp, secret, NOW)

  test('a genuine one names the sending', async () =>
    expect(read(await posted('letter.certified.delivered'))).toMatchObject({
      ok: true,
      value: { key: expect.stringMatching(/^case1\.snd-hook\d+$/) },
    }))
  test('other matters are nothing', async () =>
    expect(read(await posted('postcard.delivered'))).toMatchObject({ ok: true, value: null }))
  test('forged, stale, or without a signature', async () => {
    const good = await posted('letter.mailed')
    for (const bad of [
      { ...good, body: good.body.replace('snd-hook', 'snd-evil') },
      { ...good, timestamp: String(NOW + 1) },
      { ...good, signature: '' },
      { ...good, signature: `${good.signature.slice(0, -2)}zz` },
      { body: good.body },
      await posted('letter.mailed', NOW - 5 * 60_000 - 1),
    ])
      expect(read(bad)).toMatchObject(code('not-allowed'))
    expect(read(good, 'other')).toMatchObject(code('not-allowed'))
    expect(read(await posted('letter.mailed', NOW - 5 * 60_000))).toMatchObject({ ok: true })
  })
})
