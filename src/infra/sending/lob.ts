import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import { splitPostal } from '../../casefile/sendingPostal.ts'
import type { Parcel, Sender, SendingStatus } from '../../usecases/cases/ports.ts'
import type { SendingChannel } from '../../usecases/cases/send/ports.ts'
import { basicCredentials, readJson } from '../http/answer.ts'
import type { HttpClient } from '../http/client.ts'
import { letterForm, letterSchema, letterStatus, lettersSchema } from './lobLetter.ts'
import type { LetterSettings } from './settings.ts'
import { isAnswer, readVerdict, sendVerdict, succeeded, uncertain } from './verdict.ts'

const WHO = 'mail service'
const ROOT = '/v1/letters'

/**
 * Lob letters (docs.lob.com): multipart form with the file, printed on both sides, sent as USPS Certified Mail.
 * The `Idempotency-Key` makes a repetition within 24 hours harmless; the same key as metadata finds the letter for good.
 */
export function lobChannel(client: HttpClient, settings: LetterSettings): SendingChannel {
  const headers = { authorization: basicCredentials(settings.key, '') }

  async function send(parcel: Parcel): Promise<Outcome<{ providerId: string }>> {
    const to = splitPostal(parcel.destination.to, parcel.destination.recipient)
    if (!to.ok) return to
    const from = splitPostal(parcel.from.join('\n'), '', 'address of the sender')
    if (!from.ok) return from
    const form = new Response(letterForm(parcel, to.value, from.value, settings.service))
    const reply = await client.request({
      method: 'POST',
      path: ROOT,
      headers: { ...headers, 'idempotency-key': parcel.key, 'content-type': form.headers.get('content-type') ?? '' },
      body: new Uint8Array(await form.arrayBuffer()),
    })
    if (!succeeded(reply)) return sendVerdict(WHO, reply)
    const letter = readJson(letterSchema, reply.body)
    return letter ? ok({ providerId: letter.id }) : uncertain(WHO)
  }

  async function find(key: string): Promise<Outcome<{ providerId: string } | null | undefined>> {
    const query = new URLSearchParams({ 'metadata[sending]': key, limit: '100' })
    const reply = await client.request({ method: 'GET', path: `${ROOT}?${query}`, headers })
    const list = succeeded(reply) ? readJson(lettersSchema, reply.body) : null
    if (!list) return readVerdict(WHO, reply)
    const ours = list.data.find((l) => l.metadata?.sending === key)
    if (ours) return ok({ providerId: ours.id })
    // A list of others means that the filter was not understood: then an empty-handed search says nothing.
    return ok(list.data.length === 0 ? null : undefined)
  }

  async function status(providerId: string): Promise<Outcome<SendingStatus>> {
    const reply = await client.request({ method: 'GET', path: `${ROOT}/${encodeURIComponent(providerId)}`, headers })
    const letter = succeeded(reply) ? readJson(letterSchema, reply.body) : null
    if (letter && letter.id === providerId) return ok(letterStatus(letter))
    if (isAnswer(reply) && reply.status === 404)
      return fail(problem('provider-refused', WHO, 'It does not know this letter.', 'Ask the service about it.'))
    return readVerdict(WHO, reply)
  }

  const sender: Sender = { name: 'lob', send, find, status }
  // 60 sheets are documented; one is the sheet with address and barcode of certified mail. A file: 5 MB.
  return { sender, limits: { pages: 118, bytes: 5_000_000 } }
}
