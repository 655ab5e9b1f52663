import { type Outcome, ok } from '../../../base/outcome.ts'
import { type Cents, refundable } from '../../../casefile/price.ts'
import type { PersonId } from '../ports.ts'
import type { Payment, PayPorts } from './ports.ts'
import { notPayable, paymentMissing, paymentOff } from './problems.ts'
import { settle } from './settle.ts'

/**
 * Gives money back. `seen`: what had gone back already when it was decided. A button pressed twice gives back once: the
 * second press finds it done, or asks the provider under the same key.
 */
export async function refundPayment(
  ports: PayPorts,
  asked: { readonly payment: string; readonly cents: Cents; readonly seen: Cents; readonly by: string },
): Promise<Outcome<Payment>> {
  if (!ports.checkouts) return paymentOff()
  const payment = await ports.payments.get(asked.payment)
  if (!payment) return paymentMissing()
  const { id, intent, cents, refunded } = payment
  if (payment.state !== 'paid' || intent === null) return notPayable('This was not paid, so there is nothing to give back.')
  const whole = Number.isInteger(asked.cents) && asked.cents > 0
  if (whole && refunded === asked.seen + asked.cents) return ok(payment)
  if (refunded !== asked.seen) return notPayable('Some of this was given back meanwhile.')
  if (!whole || asked.cents > cents - refunded) {
    return notPayable('More can not be given back than was paid.')
  }
  const done = await ports.checkouts.refund(intent, asked.cents, `refund-${id}-${refunded}-${asked.cents}`)
  if (!done.ok) return done
  const total = refunded + asked.cents
  await settle(ports, `refund-${id}-${total}`, { kind: 'refunded', payment: id, cents: total })
  await ports.audit.record({ by: asked.by, what: 'payment.refunded', on: id, from: null })
  return ok({ ...payment, refunded: total })
}

const DAY_MS = 86_400_000

/** The customer takes the money back, as far as they may without asking anybody. `sent`: something of the case was sent. */
export async function takeBack(
  ports: PayPorts,
  asked: { readonly payment: string; readonly person: PersonId; readonly sent: boolean },
): Promise<Outcome<Payment>> {
  const payment = await ports.payments.get(asked.payment)
  if (!payment || payment.person !== asked.person) return paymentMissing()
  if (payment.paid === null) return notPayable('This was not paid, so there is nothing to give back.')
  const days = Math.floor((Date.parse(ports.clock.now()) - Date.parse(payment.paid)) / DAY_MS)
  const cents = refundable({ cents: payment.cents, refunded: payment.refunded, days, sent: asked.sent })
  if (cents === 0) return notPayable('This payment can not be taken back here any more. Write to whoever runs this site.')
  return refundPayment(ports, { payment: payment.id, cents, seen: payment.refunded, by: asked.person })
}
