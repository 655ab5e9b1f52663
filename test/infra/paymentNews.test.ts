import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { priceFor } from '../../src/usecases/cases/pay/beginPayment.ts'
import { checkPayment } from '../../src/usecases/cases/pay/checkPayment.ts'
import { takeWebhook } from '../../src/usecases/cases/pay/takeWebhook.ts'
import { paymentWorld } from './paymentWorld.ts'
import { must } from './testStore.ts'

const world = await paymentWorld()
const { store, stripe, ports, audited, customer, pays, paidBy, take, told, settled } = world
afterAll(() => world.close())
beforeEach(() => world.reset())

describe('news from the provider', () => {
  test('taken twice, or by two at once, it is told to the case once', async () => {
    const me = await customer()
    const begun = await pays(me)
    stripe.pay(begun.session)
    const hook = stripe.told(begun.session)
    const all = await Promise.all([take(hook), take(hook), take(stripe.told(begun.session)), checkPayment(ports, begun.payment)])
    expect(all.every((a) => a.ok)).toBe(true)
    expect(must(await take(hook))).toBe('duplicate')
    expect(await told(me.case)).toHaveLength(1)
  })

  test('whatever the order, the end is the same', async () => {
    const me = await customer()
    const begun = await pays(me)
    stripe.pay(begun.session)
    const paid = stripe.told(begun.session)
    const intent = stripe.books.sessions.get(begun.session)?.payment_intent ?? ''
    stripe.books.refunds.push({ id: 're_1', intent, amount: 1000 })
    const early = stripe.toldRefund(begun.session)
    stripe.books.refunds.push({ id: 're_2', intent, amount: 500 })
    const later = stripe.toldRefund(begun.session)
    const session = stripe.books.sessions.get(begun.session)
    const expired = stripe.webhook('checkout.session.expired', { ...session, status: 'expired' })
    const outcomes = []
    for (const hook of [later, expired, paid, early]) outcomes.push(must(await take(hook)))
    expect(outcomes).toEqual(['applied', 'applied', 'applied', 'stale'])
    expect(await told(me.case)).toEqual([
      { kind: 'paid', payment: begun.payment, cents: 3000, coupon: 'SEO25', receipt: null },
      { kind: 'refunded', payment: begun.payment, cents: 1500 },
    ])
    expect((await priceFor(ports, { ...(await customer({ email: me.email })), coupon: 'SEO25' })).cents).toBe(4000)
  })

  test('an end told late does not undo a payment', async () => {
    const me = await customer()
    const begun = await paidBy(me)
    const session = stripe.books.sessions.get(begun.session)
    expect(must(await take(stripe.webhook('checkout.session.expired', { ...session, status: 'expired' })))).toBe('stale')
    expect(must(await checkPayment(ports, begun.payment)).state).toBe('paid')
    expect((await priceFor(ports, { ...me, coupon: 'SEO25' })).refused).toBe('not_first_letter')
  })

  test.each([
    ['less', { cents: 100 }],
    ['more', { cents: 3001 }],
    ['as many of another currency', { currency: 'mxn' }],
  ])('%s than was asked is not payment, and is written down', async (_, change) => {
    const me = await customer()
    const begun = await pays(me)
    stripe.pay(begun.session, change)
    expect(must(await take(stripe.told(begun.session)))).toBe('mismatch')
    expect(audited).toContainEqual(expect.objectContaining({ what: 'payment.mismatch', on: begun.payment }))
    expect(await settled(me.case)).toBe(false)
  })

  test('of a payment nobody knows, or of none, changes nothing', async () => {
    const object = {
      id: 'cs_x',
      status: 'complete',
      payment_status: 'paid',
      amount_total: 3000,
      currency: 'usd',
      payment_intent: 'pi_x',
    }
    expect(must(await take(stripe.webhook('checkout.session.completed', { ...object, metadata: { payment: 'none' } })))).toBe(
      'unknown',
    )
    expect(must(await take(stripe.webhook('checkout.session.completed', { ...object, metadata: {} })))).toBe('stale')
    expect(must(await take(stripe.webhook('invoice.paid', { id: 'in_1' })))).toBe('stale')
  })

  test('not signed by the provider, or too old, is refused', async () => {
    const me = await customer()
    const begun = await pays(me)
    stripe.pay(begun.session)
    const session = stripe.books.sessions.get(begun.session)
    const hook = stripe.told(begun.session)
    const refused = [
      { ...hook, body: hook.body.replace('3000', '3001') },
      { ...hook, signature: '' },
      stripe.webhook('checkout.session.completed', session, { secret: 'whsec_other' }),
      stripe.webhook('checkout.session.completed', session, { age: 301 }),
    ]
    for (const one of refused)
      expect(await take(one)).toMatchObject({ ok: false, problems: [{ code: 'provider-refused', where: 'webhook' }] })
    expect(await settled(me.case)).toBe(false)
    expect(must(await take(stripe.webhook('checkout.session.completed', session, { age: 280 })))).toBe('applied')
  })

  test('that comes late is asked for; coming back from the checkout proves nothing', async () => {
    const me = await customer()
    const begun = await pays(me)
    expect(must(await checkPayment(ports, begun.payment)).state).toBe('open')
    stripe.pay(begun.session)
    const checked = must(await checkPayment(ports, begun.payment))
    expect(checked).toMatchObject({ state: 'paid', receipt: `https://pay.stripe.com/receipts/${begun.session}` })
    expect(await told(me.case)).toHaveLength(1)
    expect(must(await take(stripe.told(begun.session)))).toBe('stale')
    expect(await checkPayment(ports, 'none')).toMatchObject({ problems: [{ code: 'record-unknown' }] })
  })

  test('a program killed between the books and the case ends it when the news comes again', async () => {
    const me = await customer()
    const begun = await pays(me)
    stripe.pay(begun.session)
    const hook = stripe.told(begun.session)
    const dying = { ...ports, cases: { ...store.cases, append: () => Promise.reject(new Error('killed')) } }
    await expect(takeWebhook(dying, hook.body, hook.signature)).rejects.toThrow('killed')
    expect(await told(me.case)).toEqual([])
    expect(must(await take(hook))).toBe('duplicate')
    expect(await told(me.case)).toHaveLength(1)
  })

  test('money that came twice for one case goes back at once', async () => {
    const me = await customer()
    const first = await pays(me, null, 4000)
    const late = stripe.books.sessions.get(first.session)
    const second = await pays(me)
    stripe.pay(second.session)
    must(await take(stripe.told(second.session)))
    // The first had been paid in the moment it was closed.
    Object.assign(late ?? {}, { status: 'open' })
    stripe.pay(first.session)
    store.clock.set('2026-11-22T12:05:00.000Z')
    const hook = stripe.told(first.session)
    stripe.trouble('rate_limit')
    expect(await take(hook)).toMatchObject({ ok: false, problems: [{ code: 'provider-busy' }] })
    expect(must(await take(hook))).toBe('duplicate')
    expect(stripe.books.refunds.at(-1)).toMatchObject({ intent: late?.payment_intent, amount: 4000 })
    expect(audited.map((a) => a.what)).toContain('payment.second')
    expect(await settled(me.case)).toBe(true)
  })
})
