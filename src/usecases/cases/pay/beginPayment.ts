import { type Outcome, ok } from '../../../base/outcome.ts'
import { type Quote, quote } from '../../../casefile/price.ts'
import { emailAddress, mailboxOf } from '../../people/address.ts'
import type { CaseId, PersonId } from '../ports.ts'
import { checkPayment } from './checkPayment.ts'
import type { Checkouts, NewPayment, Payment, PayPorts } from './ports.ts'
import { emailNeeded, notPayable, paymentOff, priceMoved } from './problems.ts'

export interface PaymentAsked {
  readonly case: CaseId
  readonly person: PersonId
  readonly email: string | null
  readonly coupon: string | null
}

/** What the button says. */
export async function priceFor(ports: PayPorts, asked: Pick<PaymentAsked, 'person' | 'email' | 'coupon'>): Promise<Quote> {
  const email = asked.email === null ? null : emailAddress(asked.email)
  const had = ports.mode === 'paid' && (await ports.payments.hadFirstLetter(asked.person, email && mailboxOf(email)))
  return quote({ mode: ports.mode, coupon: asked.coupon, firstLetter: !had, hardship: false })
}

export type Begun =
  | { readonly kind: 'free' }
  | { readonly kind: 'paid' }
  /** Where the customer pays. */
  | { readonly kind: 'pay'; readonly payment: string; readonly url: string; readonly cents: number }

const TRIES = 3

/**
 * Opens a checkout for exactly the price that was shown, `shown` in cents. Pressing the button twice opens one
 * checkout; one that was opened for another price is closed first, so that a case is never paid for twice.
 */
export async function beginPayment(ports: PayPorts, asked: PaymentAsked, shown: number, tries = TRIES): Promise<Outcome<Begun>> {
  if (ports.mode === 'free') return ok({ kind: 'free' })
  if (!ports.checkouts) return paymentOff()
  const email = asked.email === null ? null : emailAddress(asked.email)
  if (!email) return emailNeeded()
  if ((await ports.payments.paidFor(asked.case)).some((p) => p.refunded < p.cents)) return ok({ kind: 'paid' })
  const price = await priceFor(ports, asked)
  if (price.cents !== shown) return priceMoved()
  const underway = await answerUnderway(ports, { ...asked, email }, price)
  if (!underway.ok) return underway
  if (underway.value) return ok(underway.value)
  const payment: NewPayment = {
    id: ports.chance.token(16),
    case: asked.case,
    person: asked.person,
    list: price.list,
    cents: price.cents,
    coupon: price.coupon,
    email,
  }
  const begun = await ports.payments.begin(payment, ports.clock.now())
  if (begun === 'coupon_used') return priceMoved()
  // Somebody pressed the button at the same moment: their checkout is found now.
  if (begun === 'another_open' && tries > 1) return beginPayment(ports, asked, shown, tries - 1)
  if (begun === 'another_open') return notPayable('Another payment for this case was begun at the same moment.')
  return open(ports, ports.checkouts, payment)
}

/** Checkouts under way: the same question is answered with the same checkout, others are closed. Null: none is left. */
async function answerUnderway(
  ports: PayPorts,
  asked: PaymentAsked & { readonly email: string },
  price: Quote,
): Promise<Outcome<Begun | null>> {
  if (!ports.checkouts) return paymentOff()
  for (const former of await ports.payments.underway(asked.person, asked.case)) {
    const sameAsker = former.case === asked.case && former.person === asked.person && former.email === asked.email
    if (sameAsker && former.cents === price.cents && former.coupon === price.coupon) {
      const again = await resume(ports, ports.checkouts, former)
      if (!again.ok || again.value) return again
      continue
    }
    const closed = await close(ports, former)
    if (!closed.ok) return closed
    if (closed.value && former.case === asked.case) return ok({ kind: 'paid' })
  }
  return ok(null)
}

async function resume(ports: PayPorts, checkouts: Checkouts, former: Payment): Promise<Outcome<Begun | null>> {
  if (former.session === null || former.url === null)
    return former.case ? open(ports, checkouts, { ...former, case: former.case }) : ok(null)
  const checked = await checkPayment(ports, former.id)
  if (!checked.ok) return checked
  const { state, url } = checked.value
  if (state === 'paid') return ok({ kind: 'paid' })
  return ok(state === 'open' && url ? { kind: 'pay', payment: former.id, url, cents: former.cents } : null)
}

/** True: it could not be closed, because it was paid. */
async function close(ports: PayPorts, former: Payment): Promise<Outcome<boolean>> {
  if (former.session !== null && ports.checkouts) {
    const expired = await ports.checkouts.expire(former.session)
    if (!expired.ok) return expired
    if (expired.value.state === 'settling') return notPayable('A payment for this is still being confirmed.')
    if (expired.value.state === 'paid') {
      const checked = await checkPayment(ports, former.id)
      return checked.ok ? ok(checked.value.state === 'paid') : checked
    }
  }
  await ports.payments.end(former.id)
  return ok(false)
}

/** The payment's id is the key under which the provider is asked, so asking again opens nothing new. */
async function open(ports: PayPorts, checkouts: Checkouts, payment: NewPayment): Promise<Outcome<Begun>> {
  const made = await checkouts.checkout({
    payment: payment.id,
    cents: payment.cents,
    email: payment.email,
    successUrl: `${ports.origin}/pay/${payment.id}/done`,
    cancelUrl: `${ports.origin}/pay/${payment.id}/back`,
  })
  if (!made.ok) {
    // Busy: the same question may be asked again, and is, when the button is pressed again.
    if (made.problems[0].code !== 'provider-busy') await ports.payments.end(payment.id)
    return made
  }
  await ports.payments.opened(payment.id, made.value.session, made.value.url)
  return ok({ kind: 'pay', payment: payment.id, url: made.value.url, cents: payment.cents })
}
