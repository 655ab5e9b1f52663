import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import { faxNumber } from '../../casefile/sendingTarget.ts'
import type { Parcel, Sender, SendingStatus } from '../../usecases/cases/ports.ts'
import type { SendingChannel } from '../../usecases/cases/send/ports.ts'
import { basicCredentials, readJson } from '../http/answer.ts'
import type { HttpClient } from '../http/client.ts'
import type { FaxSettings } from './settings.ts'
import { faxesSchema, faxSchema, faxStatus } from './sinchFax.ts'
import { isAnswer, readVerdict, sendVerdict, succeeded, uncertain } from './verdict.ts'

const WHO = 'fax service'

/** A list without dates covers the last week, far more than the day within which an empty search is believed. */
const PAGE_SIZE = 1000
const MAX_PAGES = 5

/**
 * Sinch Fax API v3 (developers.sinch.com/docs/fax; its predecessor was Phaxio): JSON with the file in base64,
 * a label that finds the fax again, HTTP basic authentication. It has no idempotency key and signs no callbacks,
 * so faxes are looked up among those of the last week by their label, and followed by asking.
 */
export function sinchChannel(client: HttpClient, settings: FaxSettings): SendingChannel {
  const root = `/v3/projects/${settings.project}/faxes`
  const headers = { authorization: basicCredentials(settings.key, settings.secret) }

  async function send(parcel: Parcel): Promise<Outcome<{ providerId: string }>> {
    const to = faxNumber(parcel.destination.to)
    if (!to.ok) return to
    const body = Buffer.from(JSON.stringify(faxRequest(parcel, to.value, settings.from)))
    const reply = await client.request({
      method: 'POST',
      path: root,
      headers: { ...headers, 'content-type': 'application/json' },
      body,
    })
    if (!succeeded(reply)) return sendVerdict(WHO, reply)
    const fax = readJson(faxSchema, reply.body)
    return fax ? ok({ providerId: fax.id }) : uncertain(WHO)
  }

  async function find(key: string): Promise<Outcome<{ providerId: string } | null | undefined>> {
    for (let page = 1; page <= MAX_PAGES; page++) {
      const query = new URLSearchParams({
        direction: 'OUTBOUND',
        pageSize: String(PAGE_SIZE),
        ...(page > 1 ? { page: String(page) } : {}),
      })
      const reply = await client.request({ method: 'GET', path: `${root}?${query}`, headers })
      const list = succeeded(reply) ? readJson(faxesSchema, reply.body) : null
      if (!list) return readVerdict(WHO, reply)
      const ours = list.faxes.find((f) => f.labels?.sending === key)
      if (ours) return ok({ providerId: ours.id })
      if (list.faxes.length < PAGE_SIZE && page >= (list.totalPages ?? 1)) return ok(null)
    }
    return ok(undefined)
  }

  async function status(providerId: string): Promise<Outcome<SendingStatus>> {
    const reply = await client.request({ method: 'GET', path: `${root}/${encodeURIComponent(providerId)}`, headers })
    const fax = succeeded(reply) ? readJson(faxSchema, reply.body) : null
    if (fax && fax.id === providerId) {
      const told = faxStatus(fax)
      if (told.state !== 'waiting') await forget(providerId)
      return ok(told)
    }
    if (isAnswer(reply) && reply.status === 404)
      return fail(problem('provider-refused', WHO, 'It does not know this fax.', 'Ask the service about it.'))
    return readVerdict(WHO, reply)
  }

  /** The service would keep the pages for 13 months. Should it not do as asked, the fax is no less delivered. */
  async function forget(providerId: string): Promise<void> {
    await client.request({ method: 'DELETE', path: `${root}/${encodeURIComponent(providerId)}/file`, headers })
  }

  const sender: Sender = { name: 'sinch', send, find, status }
  // 20 MB is the documented size of a file; in base64 within JSON a third is lost. The number of pages is our own
  // measure: at a minute a page, longer faxes break off.
  return { sender, limits: { pages: 150, bytes: 14_000_000 } }
}

const faxRequest = (parcel: Parcel, to: string, from: string | null) => ({
  to,
  ...(from ? { from } : {}),
  files: [{ file: Buffer.from(parcel.pdf).toString('base64'), fileType: 'PDF' }],
  headerText: parcel.subject.slice(0, 50),
  headerPageNumbers: true,
  labels: { sending: parcel.key },
  maxRetries: 3,
  resolution: 'FINE',
})
