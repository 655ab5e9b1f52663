import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { APP_ROUTES } from '../../../src/apps/web/cases/routes.ts'
import { needsPayment } from '../../../src/casefile/price.ts'
import type { CaseId } from '../../../src/usecases/cases/ports.ts'
import { type FakeStripe, fakeStripe, SECRET_KEY, WEBHOOK_SECRET } from '../../infra/fakes/stripe.ts'
import { type Browser, openTestApp, type TestApp } from './harness.ts'

const letter = {
  field: 'letter',
  name: 'letter.txt',
  bytes: new TextEncoder().encode(
    'Date of notice: October 6, 2026\nMember: Ana Ruiz\nMember ID: AB1234567\nWe have denied your request for ocrelizumab (Ocrevus) because step therapy was not completed.\nYou may appeal within 180 days.\n',
  ),
}

let app: TestApp
let stripe: FakeStripe
beforeAll(async () => {
  stripe = await fakeStripe()
  app = await openTestApp({
    OPERATORS: 'op@example.org',
    PRICE_MODE: 'paid',
    STRIPE_SECRET_KEY: SECRET_KEY,
    STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
    STRIPE_API_BASE: stripe.base,
  })
}, 60_000)
afterAll(async () => {
  await app?.close()
  await stripe?.close()
})

interface Customer {
  readonly browser: Browser
  readonly id: CaseId
  readonly email: string
}
let customers = 0
async function customer(): Promise<Customer> {
  const browser = app.browser()
  return { browser, id: await app.caseOf(browser, letter), email: `customer${customers++}@example.org` }
}

/** The price that the page's button names, and the one its form would send, in cents. */
async function offered({ browser, id }: Customer, coupon?: string): Promise<{ readonly button: string; readonly shown: string }> {
  const page = await (coupon ? browser.post(`/case/${id}/pay/price`, { coupon }) : browser.get(`/case/${id}/pay`)).then((r) =>
    r.text(),
  )
  return { button: /<button>Pay ([^<]+)</.exec(page)?.[1] ?? '', shown: /name="shown" value="(\d+)"/.exec(page)?.[1] ?? '' }
}

/** Presses the button; the payment and the checkout it led to. */
async function pressed(of: Customer, fields: Record<string, string>) {
  const answer = await of.browser.post(`/case/${of.id}/pay`, { email: of.email, ...fields })
  const to = answer.headers.get('location') ?? ''
  const session = [...stripe.books.sessions.values()].find((s) => s.url === to)
  return { answer, to, session: session?.id ?? '', payment: /\/pay\/([^/]+)\//.exec(session?.success_url ?? '')?.[1] ?? '' }
}

const hook = (body: string, signature: string) =>
  fetch(`${app.base}/webhooks/stripe`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'stripe-signature': signature },
    body,
  })

async function paidUp(of: Customer) {
  const begun = await pressed(of, { shown: '4000' })
  stripe.pay(begun.session)
  const told = stripe.told(begun.session)
  expect((await hook(told.body, told.signature)).status).toBe(200)
  return begun
}

describe('what waits for payment', () => {
  test('every route that does leads to the price; what is only looked at does not', async () => {
    const { browser, id } = await customer()
    const waits = APP_ROUTES.filter((r) => r.needs === 'case' && (needsPayment(r.action) || r.method === 'get'))
    expect(waits.filter((r) => r.needs === 'case' && needsPayment(r.action)).length).toBeGreaterThan(3)
    for (const route of waits) {
      if (route.needs !== 'case' || route.path.endsWith('/pay')) continue
      const path = route.path.replace(':case', id).replace(/:\w+\*?/g, 'none')
      const answer = await (route.method === 'get' ? browser.get(path) : browser.post(path))
      expect([path, answer.headers.get('location') === `/case/${id}/pay`]).toEqual([path, needsPayment(route.action)])
    }
  }, 60_000)

  test('deadlines, criteria, the draft on the screen, the archive and deletion do not', () => {
    for (const action of ['case.read', 'draft.read', 'case.export', 'case.delete', 'document.read', 'calendar.read'] as const)
      expect(needsPayment(action)).toBe(false)
  })
})

describe('the price', () => {
  test('is on the button, and is what the checkout asks', async () => {
    const kim = await customer()
    expect(await offered(kim)).toEqual({ button: '$40', shown: '4000' })
    expect(await offered(kim, 'seo-25')).toEqual({ button: '$30', shown: '3000' })
    const { answer, session } = await pressed(kim, { shown: '3000', coupon: 'seo-25' })
    expect([answer.status, stripe.books.sessions.get(session)?.amount_total]).toEqual([303, 3000])
  }, 30_000)

  test('another than was shown is not charged: the page comes again with the right one', async () => {
    const kim = await customer()
    const { answer } = await pressed(kim, { shown: '100' })
    const text = await answer.text()
    expect([answer.status, text.includes('Nothing was charged.'), text.includes('Pay $40')]).toEqual([422, true, true])
  }, 30_000)

  test('a code nobody knows is said, and the address stays in the form', async () => {
    const kim = await customer()
    const page = await (await kim.browser.post(`/case/${kim.id}/pay/price`, { coupon: 'FREE', email: kim.email })).text()
    expect([page.includes('This code is not known.'), page.includes(`value="${kim.email}"`)]).toEqual([true, true])
  }, 30_000)

  test('who can not pay says so, and pays nothing', async () => {
    const kim = await customer()
    await kim.browser.post(`/case/${kim.id}/pay/waive`)
    expect(await (await kim.browser.get(`/case/${kim.id}/pay`)).text()).toContain('free for you')
    const calls = stripe.calls.length
    await pressed(kim, { shown: '4000' })
    const settled = await (await kim.browser.get(`/case/${kim.id}/pay`)).text()
    expect([settled.includes('<button>Pay'), stripe.calls.length - calls]).toEqual([false, 0])
  }, 30_000)
})

describe('after the checkout', () => {
  test('coming back proves nothing; the provider is asked, and the receipt says what was paid', async () => {
    const kim = await customer()
    const begun = await pressed(kim, { shown: '4000' })
    const before = await (await kim.browser.get(`/pay/${begun.payment}/done`)).text()
    expect(before).toContain('Waiting for the payment')
    expect(await (await kim.browser.get(`/pay/${begun.payment}/back`)).text()).toContain('Nothing was charged.')
    stripe.pay(begun.session)
    expect(await (await kim.browser.get(`/pay/${begun.payment}/done`)).text()).toContain('We got $40.')
    const receipt = await (await kim.browser.get(`/pay/${begun.payment}/receipt`)).text()
    for (const part of [begun.payment, kim.email, '$40']) expect(receipt).toContain(part)
    expect(/ocrelizumab|Ruiz/i.test(receipt)).toBe(false)
  }, 30_000)

  test('a webhook that is signed counts once; one that is not changes nothing', async () => {
    const kim = await customer()
    const begun = await pressed(kim, { shown: '4000' })
    stripe.pay(begun.session)
    const told = stripe.told(begun.session)
    expect((await hook(told.body, 't=1,v1=00')).status).not.toBe(200)
    expect((await hook(told.body.replace('4000', '1'), told.signature)).status).not.toBe(200)
    expect(await (await kim.browser.get(`/case/${kim.id}/pay`)).text()).toContain('Pay $40')
    expect(await (await hook(told.body, told.signature)).json()).toEqual({ taken: 'applied' })
    expect(await (await hook(told.body, told.signature)).json()).toEqual({ taken: 'duplicate' })
    expect(await (await kim.browser.get(`/case/${kim.id}/pay`)).text()).toContain('is paid for')
  }, 30_000)

  test('nobody else sees the payment', async () => {
    const [kim, lee] = [await customer(), await customer()]
    const { payment } = await paidUp(kim)
    for (const page of ['done', 'back', 'receipt']) expect((await lee.browser.get(`/pay/${payment}/${page}`)).status).toBe(404)
    const answer = await lee.browser.post(`/pay/${payment}/refund`)
    expect([answer.status, stripe.books.refunds.filter((r) => r.amount === 4000).length]).toEqual([404, 0])
  }, 30_000)

  test('the customer takes the money back, once; downloads then wait again', async () => {
    const kim = await customer()
    const { payment } = await paidUp(kim)
    const before = stripe.books.refunds.length
    const answer = await kim.browser.post(`/pay/${payment}/refund`)
    expect(answer.headers.get('location')).toBe(`/pay/${payment}/receipt?back=1`)
    const again = await kim.browser.post(`/pay/${payment}/refund`)
    expect([again.status >= 400, stripe.books.refunds.length - before]).toEqual([true, 1])
    expect(await (await kim.browser.get(`/case/${kim.id}/pay`)).text()).toContain('<button>Pay')
  }, 30_000)

  test('the operator gives back a part; others do not find the page', async () => {
    const kim = await customer()
    const { payment } = await paidUp(kim)
    const { people, cases, cookie } = app.running.application
    const operator = app.browser()
    const now = cases.clock.now()
    const person = await people.people.ofEmail('op@example.org', 'en', now)
    operator.cookie = cookie.set(await people.sessions.start(person, now)).split(';')[0] ?? null
    expect((await kim.browser.get(`/operate/payments/${payment}`)).status).toBe(404)
    expect((await kim.browser.post(`/operate/payments/${payment}/refund`, { amount: '10', seen: '0' })).status).toBe(404)
    const wrong = await operator.post(`/operate/payments/${payment}/refund`, { amount: 'ten', seen: '0' })
    expect(wrong.status).toBe(422)
    const done = await operator.post(`/operate/payments/${payment}/refund`, { amount: '12.50', seen: '0' })
    expect(done.headers.get('location')).toContain('refunded=1')
    expect(await (await operator.get(`/operate/payments/${payment}`)).text()).toContain('$12.50')
    expect((await app.running.application.pay.payments.get(payment))?.refunded).toBe(1250)
  }, 30_000)
})
