import Stripe from 'stripe'
import { type Failure, fail } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'

const NOTHING_CHARGED = 'Nothing was charged.'

/**
 * What Stripe's errors mean here. Each call has an idempotency key, so a call that got lost may be made again:
 * `provider-busy` says so. Stripe's own words stay out: they may repeat what was sent.
 */
export function stripeProblem(error: unknown): Failure {
  const { StripeConnectionError, StripeRateLimitError, StripeAPIError, StripeCardError, StripeError } = Stripe.errors
  if (!(error instanceof StripeError)) throw error
  const busy =
    error instanceof StripeConnectionError ||
    error instanceof StripeRateLimitError ||
    error instanceof StripeAPIError ||
    error.code === 'idempotency_key_in_use'
  if (busy)
    return fail(
      problem(
        'provider-busy',
        'payment',
        'The payment service does not answer right now.',
        `Try again in a minute. ${NOTHING_CHARGED}`,
      ),
    )
  if (error instanceof StripeCardError)
    return fail(problem('payment-failed', 'payment', 'The card was declined.', 'Use another card, or ask your bank.'))
  return fail(
    problem(
      'provider-refused',
      'payment',
      `The payment service refused (${error.code ?? error.type}).`,
      'Tell whoever runs this site.',
    ),
  )
}

export const forged = () =>
  fail(
    problem('provider-refused', 'webhook', 'The message is not signed by the payment service.', 'Check STRIPE_WEBHOOK_SECRET.'),
  )
