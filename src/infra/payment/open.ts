import type { Kysely } from 'kysely'
import type { PayPorts } from '../../usecases/cases/pay/ports.ts'
import type { Tables } from '../database/tables.ts'
import type { Vault } from '../store/vault.ts'
import { paymentsIn } from './paymentStore.ts'
import type { PaymentSettings } from './settings.ts'
import { stripeCheckouts } from './stripe.ts'

export type PaymentAdapters = Pick<PayPorts, 'payments' | 'checkouts' | 'mode'>

/** The books of payment, and Stripe where it is configured. A service that became free can still refund. */
export function openPayment(db: Kysely<Tables>, vault: Vault, settings: PaymentSettings): PaymentAdapters {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret, STRIPE_API_BASE: apiBase } = settings
  const configured = secretKey !== null && webhookSecret !== null
  return {
    mode: settings.PRICE_MODE,
    payments: paymentsIn(db, vault),
    checkouts: configured ? stripeCheckouts({ secretKey, webhookSecret, apiBase }) : null,
  }
}
