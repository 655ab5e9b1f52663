import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { beginPayment, priceFor } from '../../src/usecases/cases/pay/beginPayment.ts'
import { refundPayment } from '../../src/usecases/cases/pay/refundPayment.ts'
import { waiveFee } from '../../src/usecases/cases/pay/waiveFee.ts'
import { paymentWorld } from './paymentWorld.ts'
import { must } from './testStore.ts'

const world = await paymentWorld()
const { store, stripe, ports, customer, begin, pays, take, paidBy, told, settled, checkoutsOf } = world
afterAll(() => world.close())
beforeEach(() => world.reset())

describe('paying', () => {
  test('charges the price on the button, and the case learns it', async () => {
    const me = await customer()
    const shown = await priceFor(ports, { ...me, coupon: 'SEO25' })
    const begun = await pays(me, 'SEO25', shown.cents)
    const session = stripe.books.sessions.get(begun.session)
    expect(session).toMatchObject({
      amount_total: 3000,
      currency: 'usd',
      customer_email: me.email,
      metadata: { payment: begun.payment },
    })
    expect(begun.url).toBe(session?.url)
    expect(await settled(me.case)).toBe(false)
    stripe.pay(begun.session)
    expect(must(await take(stripe.told(begun.session)))).toBe('applied')
    expect(await told(me.case)).toEqual([{ kind: 'paid', payment: begun.payment, cents: 3000, coupon: 'SEO25', receipt: null }])
    expect(await settled(me.case)).toBe(true)
    expect(must(await begin(me))).toEqual({ kind: 'paid' })
  })

  test('tells Stripe nothing of the case: no case id, no more than was listed', async () => {
    const me = await customer()
    const { session } = await pays(me)
    const asked = [...(stripe.books.sessions.get(session)?.asked ?? [])]
    expect(JSON.stringify(asked)).not.toContain(me.case)
    expect(JSON.stringify(asked)).not.toContain(me.person)
    expect(
      asked
        .map(([key]) => key.replace(/\[.*/, ''))
        .filter((k, i, all) => all.indexOf(k) === i)
        .sort(),
    ).toEqual([
      'adaptive_pricing',
      'allowed_payment_method_types',
      'cancel_url',
      'client_reference_id',
      'customer_email',
      'line_items',
      'metadata',
      'mode',
      'payment_intent_data',
      'success_url',
    ])
  })

  test.each([
    ['a lower one', 2999],
    ['the list price, though the code counts', 4000],
    ['nothing', 0],
  ])('another price than the true one is not taken: %s', async (_, shown) => {
    const before = stripe.books.sessions.size
    expect(await begin(await customer(), 'SEO25', shown)).toMatchObject({ ok: false, problems: [{ code: 'form-invalid' }] })
    expect(stripe.books.sessions.size).toBe(before)
  })

  test('needs an address for the receipt', async () => {
    expect(await begin(await customer({ email: 'nobody' }))).toMatchObject({
      problems: [{ code: 'form-invalid', where: 'e-mail' }],
    })
  })

  test('pressing the button twice, one after the other or at once, opens one checkout', async () => {
    const me = await customer()
    const before = stripe.books.sessions.size
    const first = await pays(me)
    expect(must(await begin(me))).toMatchObject({ payment: first.payment, url: first.url })
    expect(stripe.books.sessions.size - before).toBe(1)
    const you = await customer()
    const both = await Promise.all([begin(you), begin(you), begin(you)])
    const urls = both.flatMap((b) => (b.ok && b.value.kind === 'pay' ? [b.value.url] : []))
    expect(urls).toHaveLength(3)
    expect(new Set(urls).size).toBe(1)
    expect(checkoutsOf(you.email)).toHaveLength(1)
  })

  test('a checkout for another price is closed before the new one opens', async () => {
    const me = await customer()
    const first = await pays(me, null, 4000)
    const second = await pays(me)
    expect(stripe.books.sessions.get(first.session)?.status).toBe('expired')
    expect(stripe.books.sessions.get(second.session)).toMatchObject({ status: 'open', amount_total: 3000 })
  })

  test('a checkout that was paid meanwhile is not opened anew', async () => {
    const me = await customer()
    const first = await pays(me, null, 4000)
    stripe.pay(first.session)
    expect(must(await begin(me))).toEqual({ kind: 'paid' })
    expect(await told(me.case)).toHaveLength(1)
  })

  test('free mode asks for nothing, and no provider is no way to pay', async () => {
    const me = await customer()
    expect(must(await beginPayment({ ...ports, mode: 'free' }, { ...me, coupon: null }, 0))).toEqual({ kind: 'free' })
    expect(await beginPayment({ ...ports, checkouts: null }, { ...me, coupon: null }, 4000)).toMatchObject({
      problems: [{ code: 'provider-off' }],
    })
  })

  test('who can not pay says so, and the case is free', async () => {
    const me = await customer()
    const by = { kind: 'person', id: me.person, role: 'patient' } as const
    must(await waiveFee(ports, me.case, by))
    must(await waiveFee(ports, me.case, by))
    expect((await store.cases.load(me.case))?.map((e) => e.event.kind)).toEqual(['opened', 'feeWaived'])
    expect(await settled(me.case)).toBe(true)
  })
})

describe('the first letter’s price', () => {
  test('is had once: the second case of a person is at the list price', async () => {
    const me = await customer()
    await paidBy(me)
    const second = await customer({ person: me.person, email: 'quite.another@example.org' })
    expect(await priceFor(ports, { ...second, coupon: 'SEO25' })).toMatchObject({ cents: 4000, refused: 'not_first_letter' })
    expect(await begin(second)).toMatchObject({ ok: false })
    await paidBy(second, 'SEO25', 4000)
  })

  test('is had once by a mailbox, under whatever tag and by whatever visitor', async () => {
    await paidBy(await customer({ email: `One+a@Example.org` }))
    expect(await priceFor(ports, { ...(await customer({ email: 'one+b@example.org' })), coupon: 'SEO25' })).toMatchObject({
      cents: 4000,
    })
    expect(await priceFor(ports, { ...(await customer({ email: 'two@example.org' })), coupon: 'SEO25' })).toMatchObject({
      cents: 3000,
    })
  })

  test('raced for in two cases, by two browsers of one mailbox, one wins', async () => {
    const email = 'racer@example.org'
    const rivals = await Promise.all(Array.from({ length: 5 }, () => customer({ email })))
    const tries = await Promise.all(rivals.map((rival) => begin(rival)))
    expect(tries.filter((t) => t.ok)).toHaveLength(1)
    expect(checkoutsOf(email)).toHaveLength(1)
  })

  test('raced for by one person in two cases is charged once', async () => {
    const a = await customer()
    const b = await customer({ person: a.person, email: a.email })
    await Promise.all([begin(a), begin(b)])
    const open = [...stripe.books.sessions.values()].filter(
      (s) => s.customer_email === a.email && s.status === 'open' && s.amount_total === 3000,
    )
    expect(open.length).toBeLessThanOrEqual(1)
  })

  test('comes back when the checkout ends unpaid, and when the money is given back whole', async () => {
    const me = await customer()
    const first = await pays(me)
    stripe.expire(first.session)
    expect(must(await take(stripe.told(first.session)))).toBe('applied')
    const again = await paidBy(me)
    const next = await customer({ person: me.person, email: me.email })
    expect((await priceFor(ports, { ...next, coupon: 'SEO25' })).cents).toBe(4000)
    must(await refundPayment(ports, { payment: again.payment, cents: 3000, seen: 0, by: 'operator' }))
    expect((await priceFor(ports, { ...next, coupon: 'SEO25' })).cents).toBe(3000)
  })
})
