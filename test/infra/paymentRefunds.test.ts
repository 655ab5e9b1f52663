import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { PRICES } from '../../src/casefile/price.ts'
import { receiptOf } from '../../src/usecases/cases/pay/receipt.ts'
import { refundPayment, takeBack } from '../../src/usecases/cases/pay/refundPayment.ts'
import { paymentWorld } from './paymentWorld.ts'
import { must, person } from './testStore.ts'

const world = await paymentWorld()
const { store, stripe, ports, customer, begin, pays, take, paidBy, told, settled } = world
afterAll(() => world.close())
beforeEach(() => world.reset())

describe('giving back', () => {
  test('in parts, never more than was paid, the same press of the button once', async () => {
    const me = await customer()
    const { payment } = await paidBy(me)
    const both = await Promise.all([1, 2].map(() => refundPayment(ports, { payment, cents: 1000, seen: 0, by: 'operator' })))
    expect(both.every((b) => b.ok)).toBe(true)
    const again = { payment, cents: 1000, seen: 0, by: 'operator' }
    expect(must(await refundPayment(ports, again)).refunded).toBe(1000)
    expect(await refundPayment(ports, { ...again, cents: 2000 })).toMatchObject({ problems: [{ code: 'payment-failed' }] })
    expect(must(await refundPayment(ports, { payment, cents: 2000, seen: 1000, by: 'operator' })).refunded).toBe(3000)
    expect((await told(me.case)).slice(1).map((e) => e.cents)).toEqual([1000, 2000])
    expect(await settled(me.case)).toBe(false)
    expect(await refundPayment(ports, { payment, cents: 1, seen: 3000, by: 'operator' })).toMatchObject({
      problems: [{ code: 'payment-failed' }],
    })
    expect(must(await begin(me))).toMatchObject({ kind: 'pay', cents: 3000 })
  })

  test('an answer that got lost is asked for again: the money goes back once', async () => {
    const me = await customer()
    const { payment, session } = await paidBy(me)
    const asked = { payment, cents: 3000, seen: 0, by: 'operator' }
    stripe.trouble('lost_after', 'lost_after')
    expect(await refundPayment(ports, asked)).toMatchObject({ problems: [{ code: 'provider-busy' }] })
    expect(must(await refundPayment(ports, asked)).refunded).toBe(3000)
    const intent = stripe.books.sessions.get(session)?.payment_intent
    expect(stripe.books.refunds.filter((r) => r.intent === intent)).toHaveLength(1)
  })

  test.each([0, -1, 1.5, 3001])('%d cents are refused before anybody is asked', async (cents) => {
    const { payment } = await paidBy(await customer())
    const calls = stripe.calls.length
    expect((await refundPayment(ports, { payment, cents, seen: 0, by: 'operator' })).ok).toBe(false)
    expect(stripe.calls.length).toBe(calls)
  })

  test('what was given back at the provider is known, and its news is not told twice', async () => {
    const me = await customer()
    const { payment, session } = await paidBy(me)
    must(await refundPayment(ports, { payment, cents: 1000, seen: 0, by: 'operator' }))
    expect(must(await take(stripe.toldRefund(session)))).toBe('stale')
    expect((await told(me.case)).filter((e) => e.kind === 'refunded')).toHaveLength(1)
  })

  test.each([
    ['2026-12-22T12:00:00.000Z', false, true],
    ['2026-12-23T12:00:00.000Z', false, false],
    ['2026-11-22T12:00:01.000Z', true, false],
  ])('by the customer at %s, sent: %s, works: %s', async (at, sent, works) => {
    const me = await customer()
    const { payment } = await paidBy(me)
    store.clock.set(at)
    expect(await takeBack(ports, { payment, person: person('somebody else'), sent })).toMatchObject({
      problems: [{ code: 'record-unknown' }],
    })
    expect((await takeBack(ports, { payment, person: me.person, sent })).ok).toBe(works)
  })
})

describe('the books', () => {
  test('a receipt is its owner’s, and says what was paid and taken off', async () => {
    const me = await customer()
    const { payment } = await paidBy(me)
    expect(must(await receiptOf(ports, payment, me.person))).toEqual({
      number: payment,
      paid: '2026-11-22T12:00:00.000Z',
      email: me.email,
      list: PRICES.list,
      coupon: { code: 'SEO25', off: 1000 },
      total: 3000,
      refunded: 0,
      currency: 'usd',
      provider: null,
    })
    expect((await receiptOf(ports, payment, person('other'))).ok).toBe(false)
    const open = await pays(await customer())
    expect((await receiptOf(ports, open.payment, me.person)).ok).toBe(false)
  })

  test('outlive a deleted case, without saying which it was; late news of it is no crash', async () => {
    const me = await customer()
    const begun = await pays(me)
    await store.cases.destroy(me.case)
    stripe.pay(begun.session)
    expect(must(await take(stripe.told(begun.session)))).toBe('applied')
    expect(await ports.payments.get(begun.payment)).toMatchObject({ case: null, state: 'paid' })
  })
})
