import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openPayment } from '../../src/infra/payment/open.ts'
import { paymentSettings } from '../../src/infra/payment/settings.ts'
import { beginPayment } from '../../src/usecases/cases/pay/beginPayment.ts'
import { SECRET_KEY, WEBHOOK_SECRET } from './fakes/stripe.ts'
import { paymentWorld } from './paymentWorld.ts'

const world = await paymentWorld()
const { store, stripe, customer, ports, begin, pays, paidBy, checkoutsOf } = world
afterAll(() => world.close())
beforeEach(() => world.reset())

describe('when the provider stumbles', () => {
  test.each([['api_error'], ['rate_limit'], ['in_use'], ['lost_before'], ['lost_after']] as const)(
    '%s: told as busy, and the next press of the button opens the one checkout',
    async (trouble) => {
      const me = await customer()
      stripe.trouble(trouble, trouble)
      expect(await begin(me)).toMatchObject({ ok: false, problems: [{ code: 'provider-busy' }] })
      stripe.trouble()
      await paidBy(me)
      expect(checkoutsOf(me.email)).toHaveLength(1)
    },
  )

  test('one stumble is stepped over by itself', async () => {
    stripe.trouble('lost_after')
    const me = await customer()
    await pays(me)
    expect(checkoutsOf(me.email)).toHaveLength(1)
  })

  test('a refusal ends the payment and gives the coupon back', async () => {
    const me = await customer({ email: 'a@b.museum' })
    const wrongKey = openPayment(
      store.database.db,
      store.vault,
      paymentSettings.parse({
        PRICE_MODE: 'paid',
        STRIPE_SECRET_KEY: 'sk_test_wrong',
        STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
        STRIPE_API_BASE: stripe.base,
      }),
    )
    const refused = await beginPayment({ ...ports, ...wrongKey }, { ...me, coupon: 'SEO25' }, 3000)
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'provider-refused' }] })
    expect(JSON.stringify(refused)).not.toContain(me.email)
    await paidBy(me)
  })
})

describe('settings', () => {
  const keys = { STRIPE_SECRET_KEY: SECRET_KEY, STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET }
  test.each([
    [{}, true],
    [{ PRICE_MODE: 'paid' }, false],
    [{ PRICE_MODE: 'paid', ...keys }, true],
    [{ PRICE_MODE: 'cheap' }, false],
    [{ PRICE_MODE: '', STRIPE_SECRET_KEY: '', STRIPE_WEBHOOK_SECRET: '', STRIPE_API_BASE: '' }, true],
    [{ PRICE_MODE: 'paid', STRIPE_SECRET_KEY: '', STRIPE_WEBHOOK_SECRET: '' }, false],
    [{ ...keys, STRIPE_SECRET_KEY: 'pk_test_x' }, false],
    [{ STRIPE_API_BASE: 'https://evil.example' }, false],
    [{ STRIPE_API_BASE: 'http://api.stripe.com' }, false],
    [{ STRIPE_API_BASE: 'http://127.0.0.1:1' }, true],
  ])('%o is right: %s', (env, right) => expect(paymentSettings.safeParse(env).success).toBe(right))

  test('free is the default', () => expect(paymentSettings.parse({}).PRICE_MODE).toBe('free'))
})
