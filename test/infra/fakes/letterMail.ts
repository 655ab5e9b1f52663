import { createHmac } from 'node:crypto'
import { type Answered, type Asked, type Fake, startFake } from './server.ts'

interface TrackingEvent {
  readonly id: string
  readonly type: 'certified'
  readonly name: string
  readonly time: string
  readonly location: string | null
  readonly details: {
    readonly event: string
    readonly description: string
    readonly notes: string
    readonly action_required: boolean
  }
}

export interface FakeLetter {
  readonly id: string
  status: 'processed' | 'rendered' | 'failed'
  readonly metadata: Record<string, string>
  readonly to: Record<string, string>
  readonly from: Record<string, string>
  readonly extra_service: string
  readonly tracking_number: string
  readonly date_created: string
  readonly bytes: number
  tracking_events: TrackingEvent[]
}

export interface LetterService extends Fake {
  readonly letters: FakeLetter[]
}

const AUTHORIZED = `Basic ${Buffer.from('test_letters:').toString('base64')}`

/** Letters API v1 as documented: basic authentication, multipart upload, Idempotency-Key, metadata filter, error objects. */
export async function startLetterService(): Promise<LetterService> {
  const letters: FakeLetter[] = []
  const byKey = new Map<string, FakeLetter>()

  const serve = (asked: Asked): Answered => {
    if (asked.headers.authorization !== AUTHORIZED) return failed(401, 'invalid_api_key', 'Your API key is not valid.')
    if (asked.path === '/v1/letters' && asked.method === 'POST') return create(asked)
    if (asked.path === '/v1/letters' && asked.method === 'GET') return list(asked)
    const letter = letters.find((l) => asked.path === `/v1/letters/${l.id}`)
    return letter ? { status: 200, body: { ...letter, object: 'letter' } } : failed(404, 'not_found', 'letter not found')
  }

  const create = (asked: Asked): Answered => {
    const key = String(asked.headers['idempotency-key'] ?? '')
    const before = key ? byKey.get(key) : undefined
    if (before) return { status: 200, body: { ...before, object: 'letter' } }
    const form = readForm(asked)
    const file = form.get('file')
    if (!file) return failed(422, 'invalid', 'file is required')
    if (file.length > 5_000_000) return failed(422, 'file_size_exceeds_limit', 'file is too large')
    if (!file.startsWith('%PDF')) return failed(422, 'invalid_file', 'file is not a PDF')
    if (!['marketing', 'operational'].includes(form.get('use_type') ?? ''))
      return failed(422, 'mail_use_type_can_not_be_null', 'use_type')
    const to = part(form, 'to')
    const from = part(form, 'from')
    for (const address of [to, from])
      if (
        !address.address_line1 ||
        !/^[A-Z]{2}$/.test(address.address_state ?? '') ||
        !/^\d{5}(-\d{4})?$/.test(address.address_zip ?? '')
      )
        return failed(422, 'invalid', 'address is not valid')
    if ((to.address_line1 ?? '').length + (to.address_line2 ?? '').length > 50)
      return failed(422, 'address_length_exceeds_limit', 'address is too long')
    const letter: FakeLetter = {
      id: `ltr_${String(letters.length + 1).padStart(16, '0')}`,
      status: 'processed',
      metadata: part(form, 'metadata'),
      to,
      from,
      extra_service: form.get('extra_service') ?? '',
      tracking_number: '92071902358909000011275538',
      date_created: new Date().toISOString(),
      bytes: file.length,
      tracking_events: [],
    }
    letters.push(letter)
    if (key) byKey.set(key, letter)
    return { status: 200, body: { ...letter, object: 'letter' } }
  }

  const list = ({ query }: Asked): Answered => {
    const wanted = [...query].flatMap(([k, v]) => {
      const field = /^metadata\[(\w+)\]$/.exec(k)?.[1]
      return field ? [[field, v] as const] : []
    })
    const data = letters.filter((l) => wanted.every(([k, v]) => l.metadata[k] === v)).slice(0, Number(query.get('limit') ?? 10))
    return { status: 200, body: { data, object: 'list', next_url: null, previous_url: null, count: data.length } }
  }
  return Object.assign(await startFake(serve), { letters })
}

const failed = (status: number, code: string, message: string): Answered => ({
  status,
  body: { error: { message, status_code: status, code } },
})

/** Fields of a multipart body, RFC 7578, byte for byte as latin1. */
function readForm({ headers, body }: Asked): Map<string, string> {
  const boundary = /boundary=([^;]+)/.exec(headers['content-type'] ?? '')?.[1]
  if (!boundary) return new Map()
  const fields = body.toString('latin1').split(`--${boundary}`).slice(1, -1)
  return new Map(
    fields.flatMap((field) => {
      const cut = field.indexOf('\r\n\r\n')
      const name = /name="([^"]+)"/.exec(field.slice(0, cut))?.[1]
      return name ? [[name, field.slice(cut + 4, -2)] as const] : []
    }),
  )
}

const part = (form: Map<string, string>, name: string): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([k, v]) => {
      const field = new RegExp(`^${name}\\[(\\w+)\\]$`).exec(k)?.[1]
      return field ? [[field, v]] : []
    }),
  )

export const scanned = (name: string, time: string, notes = ''): TrackingEvent => ({
  id: 'evnt_9e84094c9368cfb',
  type: 'certified',
  name,
  time,
  location: '75001',
  details: { event: name.toLowerCase().replaceAll(' ', '_'), description: name, notes, action_required: false },
})

/** A webhook as the service posts it. */
export function letterWebhook(letter: FakeLetter, event: string, secret: string, at: number) {
  const body = JSON.stringify({ id: 'evt_1', event_type: { id: event, resource: 'letters', object: 'event_type' }, body: letter })
  const timestamp = String(at)
  return { body, timestamp, signature: createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex') }
}
