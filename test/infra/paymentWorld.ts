import { randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import { feeSettled } from '../../src/casefile/price.ts'
import { makeAuditLog } from '../../src/infra/audit/auditLog.ts'
import { openPayment } from '../../src/infra/payment/open.ts'
import { paymentSettings } from '../../src/infra/payment/settings.ts'
import { beginPayment } from '../../src/usecases/cases/pay/beginPayment.ts'
import { checkPayment } from '../../src/usecases/cases/pay/checkPayment.ts'
import type { PayPorts } from '../../src/usecases/cases/pay/ports.ts'
import { takeWebhook } from '../../src/usecases/cases/pay/takeWebhook.ts'
import type { CaseId, PersonId } from '../../src/usecases/cases/ports.ts'
import { fakeStripe, SECRET_KEY, WEBHOOK_SECRET } from './fakes/stripe.ts'
import { caseId, must, opened, person, testStore } from './testStore.ts'

export interface Customer {
  readonly person: PersonId
  readonly case: CaseId
  readonly email: string
}

/** Payment on a real database, with a server on this machine in Stripe's place. */
export async function paymentWorld() {
  const store = await testStore()
  const stripe = await fakeStripe()
  const settings = paymentSettings.parse({
    PRICE_MODE: 'paid',
    STRIPE_SECRET_KEY: SECRET_KEY,
    STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
    STRIPE_API_BASE: stripe.base,
  })
  const audit = makeAuditLog(store.database.db, store.vault, store.clock)
  const audited: { what: string; on: string }[] = []
  const ports: PayPorts = {
    ...openPayment(store.database.db, store.vault, settings),
    clock: store.clock,
    chance: { token: (bytes) => randomBytes(bytes).toString('base64url') },
    cases: store.cases,
    audit: {
      record(entry) {
        audited.push(entry)
        return audit.record(entry)
      },
    },
    origin: 'https://appeals.example',
  }
  const customer = async (change: Partial<Customer> = {}): Promise<Customer> => {
    const made = {
      person: person(`p${randomBytes(6).toString('hex')}`),
      case: caseId(),
      email: `kim${randomBytes(4).toString('hex')}@example.org`,
      ...change,
    }
    await store.cases.open(made.case, made.person, 'patient', [opened])
    return made
  }
  const begin = (of: Customer, coupon: string | null = 'SEO25', shown = 3000) => beginPayment(ports, { ...of, coupon }, shown)
  const pays = async (of: Customer, coupon: string | null = 'SEO25', shown = 3000) => {
    const begun = must(await begin(of, coupon, shown))
    if (begun.kind !== 'pay') throw new Error(`nothing to pay: ${begun.kind}`)
    const session = must(await checkPayment(ports, begun.payment)).session ?? ''
    return { ...begun, session }
  }
  const take = (hook: { body: string; signature: string }) => takeWebhook(ports, hook.body, hook.signature)
  const paidBy = async (of: Customer, coupon: string | null = 'SEO25', shown = 3000) => {
    const begun = await pays(of, coupon, shown)
    stripe.pay(begun.session)
    expect(must(await take(stripe.told(begun.session)))).toBe('applied')
    return begun
  }
  const events = async (id: CaseId) => (await store.cases.load(id)) ?? []
  return {
    ...{ store, stripe, ports, audited, customer, begin, pays, take, paidBy },
    /** What the case was told of money. */
    told: async (id: CaseId) => (await events(id)).map((s) => s.event).filter((e) => e.kind === 'paid' || e.kind === 'refunded'),
    settled: async (id: CaseId) => feeSettled(await events(id), 'paid'),
    /** Checkouts the provider has for an address. */
    checkoutsOf: (email: string) => [...stripe.books.sessions.values()].filter((s) => s.customer_email === email),
    reset() {
      audited.length = 0
      stripe.trouble()
      store.clock.set('2026-11-22T12:00:00.000Z')
    },
    async close() {
      await stripe.close()
      await store.close()
    },
  }
}
