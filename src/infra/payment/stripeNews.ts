import type Stripe from 'stripe'
import { PRICES } from '../../casefile/price.ts'
import type { CheckoutLook } from '../../usecases/cases/pay/ports.ts'
import type { PaymentNews } from '../../usecases/cases/ports.ts'

/** Either an id or the thing itself. */
const idOf = (thing: string | { readonly id: string } | null): string | null =>
  typeof thing === 'string' ? thing : (thing?.id ?? null)

const OTHER: PaymentNews = { kind: 'other' }
const ours = (metadata: Stripe.Metadata | null) => metadata?.payment ?? null

/** What an event says of a payment of ours. Kinds of event that say nothing about money are `other`. */
export function newsOf(event: Stripe.Event): PaymentNews {
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
    case 'checkout.session.expired':
      return lookAt(event.data.object).news
    case 'checkout.session.async_payment_failed': {
      const payment = ours(event.data.object.metadata)
      return payment ? { kind: 'expired', payment } : OTHER
    }
    case 'charge.refunded': {
      // The charge has the metadata its payment intent had when it was made.
      const payment = ours(event.data.object.metadata)
      return payment ? { kind: 'refunded', payment, cents: event.data.object.amount_refunded } : OTHER
    }
    default:
      return OTHER
  }
}

/** How a checkout stands. Money in another currency is told as no money at all: its amount can not be the one asked. */
export function lookAt(session: Stripe.Checkout.Session): CheckoutLook {
  const payment = ours(session.metadata)
  if (!payment) return { state: 'expired', news: OTHER }
  if (session.status === 'open') return { state: 'open', news: OTHER }
  if (session.status === 'expired') return { state: 'expired', news: { kind: 'expired', payment } }
  const intent = idOf(session.payment_intent)
  if (session.payment_status !== 'paid' || intent === null) return { state: 'settling', news: OTHER }
  const cents = session.currency === PRICES.currency ? (session.amount_total ?? 0) : 0
  return { state: 'paid', news: { kind: 'paid', payment, cents, intent, receipt: receiptOf(session) } }
}

/** Known when the intent and its charge came along with the session. */
function receiptOf(session: Stripe.Checkout.Session): string | null {
  const intent = session.payment_intent
  if (typeof intent === 'string' || intent === null) return null
  const charge = intent.latest_charge
  return typeof charge === 'string' || charge === null ? null : charge.receipt_url
}
