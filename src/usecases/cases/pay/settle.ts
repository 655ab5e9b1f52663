import type { CaseEvent } from '../../../casefile/event.ts'
import type { CaseId, PaymentNews } from '../ports.ts'
import type { Payment, PayPorts, Taken } from './ports.ts'

/**
 * Takes news of a payment into the books, then into the case. The second step is done again for duplicates too: the
 * program may have been killed between the two.
 */
export async function settle(ports: PayPorts, event: string, news: PaymentNews): Promise<Taken> {
  const taken = await ports.payments.take(event, news, ports.clock.now())
  if (news.kind === 'other') return taken
  if (taken === 'mismatch' || taken === 'unknown') {
    await ports.audit.record({ by: 'payments', what: `payment.${taken}`, on: news.payment, from: null })
    return taken
  }
  const payment = await ports.payments.get(news.payment)
  if (payment?.case && payment.state === 'paid') await tellCase(ports, payment.case, payment)
  return taken
}

const TRIES = 20

async function tellCase(ports: PayPorts, id: CaseId, payment: Payment): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const stored = await ports.cases.load(id)
    if (!stored) return
    const missing = untold(
      stored.map((s) => s.event),
      payment,
    )
    if (missing.length === 0) return
    const events = missing.map((event) => ({ by: { kind: 'program' } as const, event }))
    if (await ports.cases.append(id, stored.length, events)) return
  }
  throw new Error('a case that is written to without pause')
}

/** What the case was not told yet. Refunds are told as amounts of their own. */
function untold(events: readonly CaseEvent[], payment: Payment): readonly CaseEvent[] {
  const { id, cents, coupon, receipt } = payment
  const told = events.some((e) => e.kind === 'paid' && e.payment === id)
  const refunds = events.reduce((sum, e) => (e.kind === 'refunded' && e.payment === id ? sum + e.cents : sum), 0)
  const more = payment.refunded - refunds
  return [
    ...(told ? [] : [{ kind: 'paid', payment: id, cents, coupon, receipt } as const]),
    ...(more > 0 ? [{ kind: 'refunded', payment: id, cents: more } as const] : []),
  ]
}
