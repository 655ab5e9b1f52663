import { type Outcome, ok } from '../../../base/outcome.ts'
import type { PayPorts, Taken } from './ports.ts'
import { paymentOff } from './problems.ts'
import { refundPayment } from './refundPayment.ts'
import { settle } from './settle.ts'

/**
 * News from the provider: in any order, any number of times. A body that is not signed by the provider is a problem;
 * everything else is an answer of success, since sending it again would not help. Money that came twice for one case
 * goes back at once.
 */
export async function takeWebhook(ports: PayPorts, body: string, signature: string): Promise<Outcome<Taken>> {
  if (!ports.checkouts) return paymentOff()
  const event = ports.checkouts.event(body, signature)
  if (!event.ok) return event
  const { id, news } = event.value
  const taken = await settle(ports, id, news)
  const second =
    news.kind === 'paid' && taken !== 'unknown' && taken !== 'mismatch' ? await giveBackSecond(ports, news.payment) : ok(null)
  // The provider sends it again later, and the money goes back then.
  return second.ok ? ok(taken) : second
}

async function giveBackSecond(ports: PayPorts, id: string): Promise<Outcome<unknown>> {
  const payment = await ports.payments.get(id)
  if (!payment?.case) return ok(null)
  const [first, ...later] = (await ports.payments.paidFor(payment.case)).filter((p) => p.refunded < p.cents)
  if (!first || !later.some((p) => p.id === id)) return ok(null)
  await ports.audit.record({ by: 'payments', what: 'payment.second', on: id, from: null })
  return refundPayment(ports, { payment: id, cents: payment.cents - payment.refunded, seen: payment.refunded, by: 'payments' })
}
