import { randomBytes } from 'node:crypto'
import type { Form } from './stripeForm.ts'

/** A checkout session, with the fields that are read. */
export interface FakeSession {
  readonly id: string
  readonly object: 'checkout.session'
  status: 'open' | 'complete' | 'expired'
  payment_status: 'unpaid' | 'paid'
  amount_total: number
  currency: string
  url: string | null
  payment_intent: string | null
  readonly customer_email: string | null
  readonly metadata: Record<string, string>
  readonly intentMetadata: Record<string, string>
  readonly success_url: string
  readonly asked: Form
}

export interface Books {
  readonly sessions: Map<string, FakeSession>
  readonly refunds: { readonly id: string; readonly intent: string; readonly amount: number }[]
}

export class StripeRefusal extends Error {
  readonly status: number
  readonly code: string
  readonly param: string | undefined
  constructor(status: number, code: string, message: string, param?: string) {
    super(message)
    this.status = status
    this.code = code
    this.param = param
  }
}

const id = (prefix: string) => `${prefix}_${randomBytes(10).toString('hex')}`

const under = (form: Form, name: string) =>
  Object.fromEntries(
    [...form].filter(([key]) => key.startsWith(`${name}[`)).map(([key, value]) => [key.slice(name.length + 1, -1), value]),
  )

export function newSession(books: Books, base: string, form: Form): FakeSession {
  const needed = (name: string) => {
    const value = form.get(name)
    if (!value) throw new StripeRefusal(400, 'parameter_missing', `Missing required param: ${name}.`, name)
    return value
  }
  if (needed('mode') !== 'payment') throw new StripeRefusal(400, 'parameter_invalid', 'This fake takes payments only.', 'mode')
  const amount = Number(needed('line_items[0][price_data][unit_amount]')) * Number(needed('line_items[0][quantity]'))
  if (!Number.isInteger(amount)) throw new StripeRefusal(400, 'parameter_invalid_integer', 'Invalid integer.', 'unit_amount')
  if (amount < 50) throw new StripeRefusal(400, 'amount_too_small', 'The total amount must be at least 50 cents.')
  needed('line_items[0][price_data][product_data][name]')
  const email = form.get('customer_email') ?? null
  if (email !== null && !email.includes('@'))
    throw new StripeRefusal(400, 'email_invalid', 'Invalid email address.', 'customer_email')
  const made: FakeSession = {
    id: id('cs_test'),
    object: 'checkout.session',
    status: 'open',
    payment_status: 'unpaid',
    amount_total: amount,
    currency: needed('line_items[0][price_data][currency]'),
    url: `${base}/c/${id('pay')}`,
    payment_intent: null,
    customer_email: email,
    metadata: under(form, 'metadata'),
    intentMetadata: under(form, 'payment_intent_data[metadata]'),
    success_url: needed('success_url'),
    asked: form,
  }
  books.sessions.set(made.id, made)
  return made
}

export function expireSession(session: FakeSession): FakeSession {
  if (session.status !== 'open') {
    throw new StripeRefusal(
      400,
      'resource_already_exists',
      `Only Checkout Sessions with a status in ["open"] can be expired. This is ${session.status}.`,
    )
  }
  session.status = 'expired'
  session.url = null
  return session
}

const refundedOf = (books: Books, intent: string | null) =>
  books.refunds.filter((r) => r.intent === intent).reduce((sum, r) => sum + r.amount, 0)

/** Its metadata is what the payment intent had when the charge was made. */
export const chargeOf = (books: Books, session: FakeSession) => ({
  id: `ch_${session.id}`,
  object: 'charge',
  payment_intent: session.payment_intent,
  amount: session.amount_total,
  amount_refunded: refundedOf(books, session.payment_intent),
  metadata: session.intentMetadata,
  receipt_url: `https://pay.stripe.com/receipts/${session.id}`,
})

export function refund(books: Books, form: Form): unknown {
  const intent = form.get('payment_intent')
  const session = [...books.sessions.values()].find((s) => s.payment_intent === intent)
  if (!intent || !session)
    throw new StripeRefusal(404, 'resource_missing', `No such payment_intent: '${intent}'`, 'payment_intent')
  const left = session.amount_total - refundedOf(books, intent)
  const amount = Number(form.get('amount') ?? left)
  if (left === 0) throw new StripeRefusal(400, 'charge_already_refunded', 'Charge has already been refunded.')
  if (!Number.isInteger(amount) || amount <= 0 || amount > left) {
    throw new StripeRefusal(400, 'amount_too_large', `Refund amount is greater than unrefunded amount on charge.`, 'amount')
  }
  const made = { id: id('re'), intent, amount }
  books.refunds.push(made)
  return { id: made.id, object: 'refund', amount, payment_intent: intent, status: 'succeeded' }
}
