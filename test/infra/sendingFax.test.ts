import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openClient } from '../../src/infra/http/client.ts'
import { sinchChannel } from '../../src/infra/sending/sinch.ts'
import type { Parcel } from '../../src/usecases/cases/ports.ts'
import { FAX_PROJECT, type FaxService, startFaxService } from './fakes/fax.ts'

let service: FaxService
beforeAll(async () => {
  service = await startFaxService()
})
afterAll(() => service.close())
beforeEach(() => {
  service.faxes.length = 0
  service.asked.length = 0
})

const channel = (secret = 'key-secret', origin = service.url, timeoutMs = 10_000) => {
  const client = openClient({ origin, timeoutMs, maxBytes: 8_000_000, allowLoopback: true })
  if (!client.ok) throw new Error(client.problems[0].say)
  return sinchChannel(client.value, { origin, project: FAX_PROJECT, key: 'key-id', secret, from: '+15125550199' })
}
const parcel = (change: Partial<Parcel> = {}): Parcel => ({
  key: 'case1.snd-1',
  destination: { channel: 'fax', to: '+15125550100', recipient: 'Appeals', source: 'denial-1' },
  subject: 'Appeal documents',
  pdf: new TextEncoder().encode('%PDF-1.7 packet'),
  pages: 3,
  from: [],
  ...change,
})
const code = (code: string) => ({ ok: false, problems: [{ code }] })

describe('handing a fax over', () => {
  test('with its label, header and number', async () => {
    const { sender } = channel()
    const sent = await sender.send(parcel())
    expect(sent).toMatchObject({ ok: true, value: { providerId: service.faxes[0]?.id } })
    expect(service.faxes).toMatchObject([
      { to: '+15125550100', from: '+15125550199', labels: { sending: 'case1.snd-1' }, bytes: 15 },
    ])
    expect(JSON.parse(String(service.asked[0]?.body))).toMatchObject({ headerText: 'Appeal documents', maxRetries: 3 })
    // Neither address nor query names anybody.
    expect(service.asked[0]?.path).toBe(`/v3/projects/${FAX_PROJECT}/faxes`)
  })

  test.each([
    [400, 'provider-refused'],
    [404, 'provider-refused'],
    [413, 'provider-refused'],
    [422, 'provider-refused'],
    [401, 'provider-off'],
    [402, 'provider-off'],
    [403, 'provider-off'],
    [429, 'provider-busy'],
    [408, 'provider-uncertain'],
    [500, 'provider-uncertain'],
    [502, 'provider-uncertain'],
    [503, 'provider-uncertain'],
  ])('status %i means %s', async (status, meaning) => {
    service.mishaps.push({ kind: 'status', status, body: { error: { message: 'to +15125550100 is bad' } } })
    const sent = await channel().sender.send(parcel())
    expect(sent).toMatchObject(code(meaning))
    expect(JSON.stringify(sent)).not.toContain('5550100')
    expect(service.faxes).toHaveLength(0)
  })

  test('an answer that is not the documented one is a doubt', async () => {
    service.mishaps.push({ kind: 'status', status: 200, body: { okay: true } })
    expect(await channel().sender.send(parcel())).toMatchObject(code('provider-uncertain'))
  })
  test('wrong credentials', async () => expect(await channel('wrong').sender.send(parcel())).toMatchObject(code('provider-off')))
  test('a number that is none never leaves', async () => {
    const destination = { ...parcel().destination, to: '123' }
    expect(await channel().sender.send(parcel({ destination }))).toMatchObject(code('form-invalid'))
    expect(service.asked).toHaveLength(0)
  })
  test('nobody there: busy, since nothing left', async () =>
    expect(await channel('key-secret', 'http://127.0.0.1:1').sender.send(parcel())).toMatchObject(code('provider-busy')))
  test('something that is no PDF is refused', async () =>
    expect(await channel().sender.send(parcel({ pdf: new TextEncoder().encode('hello') }))).toMatchObject(
      code('provider-refused'),
    ))
})

describe('the answer is lost after the fax was taken', () => {
  test.each([{ kind: 'cut_after' } as const, { kind: 'silent_after' } as const])(
    '$kind: a doubt, resolved by its label',
    async (mishap) => {
      service.mishaps.push(mishap)
      const { sender } = channel('key-secret', service.url, 1500)
      expect(await sender.send(parcel())).toMatchObject(code('provider-uncertain'))
      expect(await sender.find('case1.snd-1')).toMatchObject({ ok: true, value: { providerId: service.faxes[0]?.id } })
      expect(await sender.find('case1.snd-10')).toMatchObject({ ok: true, value: null })
    },
  )
})

describe('looking a fax up', () => {
  const many = (n: number) => {
    for (let i = 0; i < n; i++)
      service.faxes.push({
        id: `f${i}`,
        direction: 'OUTBOUND',
        to: '+15125550100',
        from: null,
        status: 'COMPLETED',
        numberOfPages: 1,
        createTime: '2026-11-22T12:00:00Z',
        labels: { sending: `k${i}` },
        bytes: 1,
      })
  }
  test('on the third page', async () => {
    many(2500)
    expect(await channel().sender.find('k2400')).toMatchObject({ ok: true, value: { providerId: 'f2400' } })
    expect(service.asked.map((a) => a.query.get('page'))).toEqual([null, '2', '3'])
    expect(await channel().sender.find('k9999')).toMatchObject({ ok: true, value: null })
  })
  test('among more than can be read, not finding it tells nothing', async () => {
    many(5001)
    expect(await channel().sender.find('k9999')).toMatchObject({ ok: true, value: undefined })
  })
  test.each([
    [500, 'provider-busy'],
    [429, 'provider-busy'],
    [401, 'provider-off'],
  ])('status %i is a problem, never "nothing"', async (status, meaning) => {
    service.mishaps.push({ kind: 'status', status })
    expect(await channel().sender.find('k')).toMatchObject(code(meaning))
  })
  test('an answer of another shape is never "nothing"', async () => {
    service.mishaps.push({ kind: 'status', status: 200, body: { items: [] } })
    expect(await channel().sender.find('k')).toMatchObject({ ok: false })
  })
})

describe('what became of it', () => {
  const sent = async (change: Partial<FaxService['faxes'][number]>) => {
    const { sender } = channel()
    await sender.send(parcel())
    const [fax] = service.faxes
    if (!fax) throw new Error('no fax')
    Object.assign(fax, change)
    return sender.status(fax.id)
  }
  test.each(['QUEUED', 'IN_PROGRESS'] as const)('%s: waiting', async (status) =>
    expect(await sent({ status })).toMatchObject({ ok: true, value: { state: 'waiting' } }),
  )

  test('COMPLETED: delivered, with pages and a confirmation', async () => {
    const told = await sent({ status: 'COMPLETED', completedTime: '2026-11-22T12:05:00Z', pagesSentSuccessfully: 3 })
    expect(told).toMatchObject({ ok: true, value: { state: 'delivered', on: '2026-11-22T12:05:00.000Z', pages: 3 } })
    const text = told.ok && told.value.state === 'delivered' && told.value.proof ? new TextDecoder().decode(told.value.proof) : ''
    expect(text).toMatch(/^Fax confirmation\n/)
    expect(text).toMatch(/To +\+15125550100\n/)
    expect(text).toMatch(/Pages received +3\n/)
  })
  test('once it is done the service is asked to delete the pages, and not before', async () => {
    await sent({ status: 'IN_PROGRESS' })
    expect(service.faxes[0]?.bytes).toBe(15)
    service.faxes.length = 0
    await sent({ status: 'COMPLETED', completedTime: '2026-11-22T12:05:00Z' })
    expect(service.faxes[0]?.bytes).toBe(0)
    // It is gone already: no less delivered.
    expect(await channel().sender.status(service.faxes[0]?.id ?? '')).toMatchObject({ value: { state: 'delivered' } })
  })
  test('COMPLETED with a page missing is not delivered', async () =>
    expect(await sent({ status: 'COMPLETED', completedTime: '2026-11-22T12:05:00Z', pagesSentSuccessfully: 2 })).toMatchObject({
      value: { state: 'failed', why: 'line_trouble' },
    }))
  test.each([
    ['CALL_ERROR', 17, 'line_busy'],
    ['CALL_ERROR', 30, 'no_answer'],
    ['CALL_ERROR', 34, 'number_wrong'],
    ['FAX_ERROR', 132, 'number_wrong'],
    ['CALL_ERROR', 11, 'line_trouble'],
    ['FAX_ERROR', 60, 'line_trouble'],
    ['DOCUMENT_CONVERSION_ERROR', 133, 'document_rejected'],
    ['FAX_ERROR', 46, 'not_set_up'],
    ['GENERAL_ERROR', 1, 'provider_fault'],
  ])('FAILURE %s %i: %s', async (errorType, errorCode, why) =>
    expect(await sent({ status: 'FAILURE', errorType, errorCode })).toMatchObject({ ok: true, value: { state: 'failed', why } }),
  )
  test('an id it does not know, or an answer about another', async () => {
    expect(await channel().sender.status('01FAXnone')).toMatchObject(code('provider-refused'))
    service.mishaps.push({ kind: 'status', status: 200, body: { id: 'other', status: 'COMPLETED' } })
    expect(await channel().sender.status('01FAX')).toMatchObject(code('provider-busy'))
  })
})
