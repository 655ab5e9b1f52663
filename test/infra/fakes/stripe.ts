import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Stripe from 'stripe'
import { type Books, chargeOf, expireSession, type FakeSession, newSession, refund, StripeRefusal } from './stripeBooks.ts'
import { type Form, parseForm } from './stripeForm.ts'

export const SECRET_KEY = 'sk_test_fake'
export const WEBHOOK_SECRET = 'whsec_fake'

/** What the next call meets: an error of Stripe's, or a line that breaks before or after the work was done. */
export type Trouble = 'api_error' | 'rate_limit' | 'lost_before' | 'lost_after' | 'in_use'

export interface FakeStripe {
  readonly base: string
  readonly books: Books
  /** Calls that were answered, as "POST /v1/checkout/sessions". */
  readonly calls: string[]
  /** For the next calls; in place of what was still to come. */
  trouble(...next: Trouble[]): void
  /** The customer pays at the checkout. */
  pay(session: string, change?: { cents?: number; currency?: string }): void
  expire(session: string): void
  /** A webhook about a session or a charge, signed. */
  webhook(
    type: string,
    object: unknown,
    change?: { id?: string; secret?: string; age?: number },
  ): { body: string; signature: string }
  /** The one the provider would send for a session as it stands. */
  told(session: string, id?: string): { body: string; signature: string }
  toldRefund(session: string): { body: string; signature: string }
  close(): Promise<void>
}

/**
 * Stripe on this machine, for the calls that are used: checkout sessions (create, retrieve, expire), refunds
 * (create), payment intents (retrieve), with idempotency keys and errors as its API reference describes them.
 */
export async function fakeStripe(): Promise<FakeStripe> {
  const books: Books = { sessions: new Map(), refunds: [] }
  const calls: string[] = []
  const troubles: Trouble[] = []
  const answered = new Map<string, { readonly asked: string; readonly status: number; readonly body: string }>()

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy())
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString()
    const url = new URL(request.url ?? '/', 'http://fake')
    const call = `${request.method} ${url.pathname}`
    calls.push(call)
    const reply = (status: number, text: string, headers: Record<string, string> = {}) => {
      response.writeHead(status, {
        'content-type': 'application/json',
        'request-id': `req_${randomBytes(6).toString('hex')}`,
        ...headers,
      })
      response.end(text)
    }
    const refuse = (status: number, error: object) => reply(status, JSON.stringify({ error }))
    const trouble = troubles.shift()
    if (trouble === 'lost_before') return void response.destroy()
    if (trouble === 'api_error') return refuse(500, { type: 'api_error', message: 'An error occurred.' })
    if (trouble === 'rate_limit')
      return refuse(429, { type: 'invalid_request_error', code: 'rate_limit', message: 'Too many requests.' })
    if (trouble === 'in_use')
      return refuse(409, { type: 'idempotency_error', code: 'idempotency_key_in_use', message: 'Key in use.' })
    if (request.headers.authorization !== `Bearer ${SECRET_KEY}`) {
      return refuse(401, { type: 'invalid_request_error', message: 'Invalid API Key provided.' })
    }
    const key = request.method === 'POST' ? request.headers['idempotency-key'] : undefined
    const former = typeof key === 'string' ? answered.get(key) : undefined
    const asked = `${call}?${body}`
    if (former && former.asked !== asked) {
      return refuse(400, {
        type: 'idempotency_error',
        message: 'Keys can only be used with the same parameters they were first used with.',
      })
    }
    const { status, text } = former
      ? { status: former.status, text: former.body }
      : work(request.method ?? '', url, parseForm(body))
    if (typeof key === 'string' && !former) answered.set(key, { asked, status, body: text })
    if (trouble === 'lost_after') return void response.destroy()
    reply(status, text, former ? { 'idempotent-replayed': 'true' } : {})
  }

  function work(method: string, url: URL, form: Form): { status: number; text: string } {
    try {
      return { status: 200, text: JSON.stringify(route(method, url, form)) }
    } catch (error) {
      if (!(error instanceof StripeRefusal)) throw error
      const { status, code, message, param } = error
      return { status, text: JSON.stringify({ error: { type: 'invalid_request_error', code, message, param } }) }
    }
  }

  function route(method: string, url: URL, form: Form): unknown {
    const expand = [...url.searchParams].some(([, value]) => value === 'payment_intent.latest_charge')
    const [, , kind, second, id, verb] = url.pathname.split('/')
    if (method === 'POST' && url.pathname === '/v1/checkout/sessions') return newSession(books, base, form)
    if (method === 'GET' && kind === 'checkout' && second === 'sessions' && id) return shown(find(id), expand)
    if (method === 'POST' && kind === 'checkout' && verb === 'expire' && id) return expireSession(find(id))
    if (method === 'POST' && url.pathname === '/v1/refunds') return refund(books, form)
    if (method === 'GET' && kind === 'payment_intents' && second) {
      const paid = [...books.sessions.values()].find((s) => s.payment_intent === second)
      if (!paid) throw new StripeRefusal(404, 'resource_missing', `No such payment_intent: '${second}'`, 'intent')
      return intentOf(paid)
    }
    throw new StripeRefusal(404, 'url_invalid', `Unrecognized request URL (${method}: ${url.pathname}).`)
  }

  const intentOf = (s: FakeSession) => ({
    id: s.payment_intent,
    object: 'payment_intent',
    amount: s.amount_total,
    metadata: s.metadata,
    latest_charge: chargeOf(books, s),
  })
  const shown = (s: FakeSession, expand: boolean) => (expand && s.payment_intent ? { ...s, payment_intent: intentOf(s) } : s)
  const find = (id: string) => {
    const session = books.sessions.get(id)
    if (!session) throw new StripeRefusal(404, 'resource_missing', `No such checkout.session: ${id}`, 'session')
    return session
  }

  const stripe = new Stripe(SECRET_KEY)
  const webhook: FakeStripe['webhook'] = (type, object, change = {}) => {
    const id = change.id ?? `evt_${randomBytes(8).toString('hex')}`
    const body = JSON.stringify({ id, object: 'event', type, created: 0, livemode: false, data: { object } })
    const timestamp = Math.floor(Date.now() / 1000) - (change.age ?? 0)
    return {
      body,
      signature: stripe.webhooks.generateTestHeaderString({ payload: body, secret: change.secret ?? WEBHOOK_SECRET, timestamp }),
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    base,
    books,
    calls,
    trouble: (...next) => void troubles.splice(0, troubles.length, ...next),
    pay(id, { cents, currency } = {}) {
      const s = find(id)
      if (s.status !== 'open') throw new Error('this checkout is not open')
      Object.assign(s, {
        status: 'complete',
        payment_status: 'paid',
        payment_intent: `pi_${randomBytes(8).toString('hex')}`,
        url: null,
      })
      Object.assign(s, { amount_total: cents ?? s.amount_total, currency: currency ?? s.currency })
    },
    expire: (id) => void expireSession(find(id)),
    webhook,
    told: (id, event) =>
      webhook(
        find(id).status === 'expired' ? 'checkout.session.expired' : 'checkout.session.completed',
        find(id),
        event ? { id: event } : {},
      ),
    toldRefund: (id) => webhook('charge.refunded', chargeOf(books, find(id))),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
