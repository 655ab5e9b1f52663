import { type Outcome, ok } from '../../../base/outcome.ts'
import type { Payment, PayPorts } from './ports.ts'
import { paymentMissing } from './problems.ts'
import { settle } from './settle.ts'

/**
 * The payment as it stands, asked of the provider itself while it is open: for the page the customer comes back
 * to, since coming back proves nothing and the webhook may be late.
 */
export async function checkPayment(ports: PayPorts, id: string): Promise<Outcome<Payment>> {
  const known = await ports.payments.get(id)
  if (!known) return paymentMissing()
  if (known.state !== 'paid' && known.session !== null && ports.checkouts) {
    const look = await ports.checkouts.look(known.session)
    if (!look.ok) return look
    const { state, news } = look.value
    if (state === 'paid' || state === 'expired') await settle(ports, `look-${state}-${known.session}`, news)
  }
  const now = await ports.payments.get(id)
  return now ? ok(now) : paymentMissing()
}
