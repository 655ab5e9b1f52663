import Stripe from 'stripe'
import { type Outcome, ok } from '../../base/outcome.ts'
import { PRICES } from '../../casefile/price.ts'
import type { Checkouts } from '../../usecases/cases/pay/ports.ts'
import { lookAt, newsOf } from './stripeNews.ts'
import { forged, stripeProblem } from './stripeProblems.ts'

export interface StripeAccess {
  readonly secretKey: string
  readonly webhookSecret: string
  /** "https://api.stripe.com". */
  readonly apiBase: string
}

/** Says what is bought without saying for what illness: it stands on the card's statement and in Stripe's books. */
const PRODUCT = 'Appeal letter'
const TIMEOUT_MS = 20_000
const WITH_RECEIPT = { expand: ['payment_intent.latest_charge'] }

/** Stripe Checkout. Stripe learns the payment's id, its amount and an e-mail address, nothing of the case. */
export function stripeCheckouts(access: StripeAccess): Checkouts {
  const base = new URL(access.apiBase)
  const protocol = base.protocol === 'http:' ? 'http' : 'https'
  const stripe = new Stripe(access.secretKey, {
    ...{ protocol, host: base.hostname.replace(/^\[|\]$/g, ''), port: base.port || (protocol === 'http' ? 80 : 443) },
    ...{ timeout: TIMEOUT_MS, maxNetworkRetries: 1, telemetry: false },
  })
  const asked = async <T>(call: () => Promise<T>): Promise<Outcome<T>> => {
    try {
      return ok(await call())
    } catch (error) {
      return stripeProblem(error)
    }
  }
  const event: Checkouts['event'] = (body, signature) => {
    try {
      const told = stripe.webhooks.constructEvent(body, signature, access.webhookSecret)
      return ok({ id: told.id, news: newsOf(told) })
    } catch (error) {
      if (error instanceof Stripe.errors.StripeSignatureVerificationError || error instanceof SyntaxError) return forged()
      throw error
    }
  }
  return {
    checkout: ({ payment, cents, email, successUrl, cancelUrl }) =>
      asked(async () => {
        const metadata = { payment }
        const session = await stripe.checkout.sessions.create(
          {
            mode: 'payment',
            // Cards and wallets settle at once; and what is charged is the amount on the button, in its own currency.
            allowed_payment_method_types: ['card'],
            adaptive_pricing: { enabled: false },
            line_items: [
              { quantity: 1, price_data: { currency: PRICES.currency, unit_amount: cents, product_data: { name: PRODUCT } } },
            ],
            client_reference_id: payment,
            metadata,
            payment_intent_data: { metadata },
            ...(email === null ? {} : { customer_email: email }),
            success_url: successUrl,
            cancel_url: cancelUrl,
          },
          { idempotencyKey: `checkout-${payment}` },
        )
        if (session.url === null) throw new Error('a hosted checkout without an address')
        return { url: session.url, session: session.id }
      }),

    event,

    news(body, signature) {
      const told = event(body, signature)
      return told.ok ? ok(told.value.news) : told
    },

    look: (session) => asked(async () => lookAt(await stripe.checkout.sessions.retrieve(session, WITH_RECEIPT))),

    async expire(session) {
      const expired = await asked(async () => lookAt(await stripe.checkout.sessions.expire(session)))
      // Refused where it is not open any more: how it stands then is what matters.
      return expired.ok || expired.problems[0].code !== 'provider-refused'
        ? expired
        : asked(async () => lookAt(await stripe.checkout.sessions.retrieve(session, WITH_RECEIPT)))
    },

    async refund(intent, cents, key) {
      const refunded = await asked(() =>
        stripe.refunds.create(
          { payment_intent: intent, amount: cents, reason: 'requested_by_customer' },
          { idempotencyKey: key },
        ),
      )
      return refunded.ok ? ok(undefined) : refunded
    },
  }
}
