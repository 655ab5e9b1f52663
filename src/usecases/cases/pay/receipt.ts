import { type Outcome, ok } from '../../../base/outcome.ts'
import type { Instant } from '../../../casefile/event.ts'
import type { Cents } from '../../../casefile/price.ts'
import type { PersonId } from '../ports.ts'
import type { PayPorts } from './ports.ts'
import { paymentMissing } from './problems.ts'

/** What the receipt's page prints. It names no case, so it may be shown to whoever reimburses it. */
export interface Receipt {
  readonly number: string
  readonly paid: Instant
  readonly email: string
  readonly list: Cents
  /** The coupon's name and what it took off. */
  readonly coupon: { readonly code: string; readonly off: Cents } | null
  readonly total: Cents
  readonly refunded: Cents
  readonly currency: 'usd'
  readonly provider: string | null
}

/** The receipt of one's own payment; anybody else's does not exist. */
export async function receiptOf(ports: Pick<PayPorts, 'payments'>, id: string, person: PersonId): Promise<Outcome<Receipt>> {
  const payment = await ports.payments.get(id)
  if (!payment || payment.person !== person || payment.paid === null) return paymentMissing()
  const { list, cents, coupon } = payment
  return ok({
    number: payment.id,
    paid: payment.paid,
    email: payment.email,
    list,
    coupon: coupon ? { code: coupon, off: list - cents } : null,
    total: cents,
    refunded: payment.refunded,
    currency: 'usd',
    provider: payment.receipt,
  })
}
