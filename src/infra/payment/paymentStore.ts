import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Coupon } from '../../casefile/price.ts'
import type { NewPayment, Payment, PaymentStore } from '../../usecases/cases/pay/ports.ts'
import type { CaseId, PersonId } from '../../usecases/cases/ports.ts'
import { mailboxOf } from '../../usecases/people/address.ts'
import type { Tables } from '../database/tables.ts'
import { instantOf } from '../people/secrets.ts'
import type { Vault } from '../store/vault.ts'
import type { PaymentTables } from './tables.ts'
import { takeNews } from './takeNews.ts'

const PURPOSE = 'payment.email'
const UNDERWAY = ['begun', 'open'] as const

export function paymentsIn(base: Kysely<Tables>, vault: Vault): PaymentStore {
  const db = base.$extendTables<PaymentTables>()
  const customers = (person: PersonId, mailbox: string | null) => [
    vault.fingerprint('payment.customer', `person ${person}`),
    ...(mailbox === null ? [] : [vault.fingerprint('payment.customer', `mailbox ${mailbox}`)]),
  ]
  const paymentOf = (row: Selectable<PaymentTables['payment']>): Payment => ({
    id: row.id,
    case: row.case_id as CaseId | null,
    person: row.person as PersonId,
    list: row.list_cents,
    cents: row.cents,
    coupon: row.coupon as Coupon | null,
    email: vault.open(PURPOSE, row.id, row.email_sealed).toString(),
    state: row.state,
    begun: instantOf(row.begun),
    session: row.session,
    url: row.url,
    intent: row.intent,
    receipt: row.receipt,
    paid: row.paid ? instantOf(row.paid) : null,
    refunded: row.refunded_cents,
  })
  const rows = () => db.selectFrom('payment').selectAll()

  return {
    async hadFirstLetter(person, mailbox) {
      const paid = await db
        .selectFrom('payment')
        .select('id')
        .where('person', '=', person)
        .where('state', '=', 'paid')
        .whereRef('refunded_cents', '<', 'cents')
        .executeTakeFirst()
      if (paid) return true
      const claimed = await db
        .selectFrom('coupon_use')
        .innerJoin('payment', 'payment.id', 'coupon_use.payment')
        .select('payment.id')
        .where('coupon_use.customer', 'in', customers(person, mailbox))
        .where((e) => e.or([e('payment.person', '<>', person), e('payment.state', '=', 'paid')]))
        .executeTakeFirst()
      return claimed !== undefined
    },

    begin: (payment, now) =>
      db.transaction().execute(async (tx) => {
        const { id, person, list, cents, coupon, email } = payment
        const begun = await tx
          .insertInto('payment')
          .values({
            ...{ id, person, cents, coupon, state: 'begun', begun: now, refunded_cents: 0 },
            ...{ case_id: payment.case, list_cents: list, email_sealed: vault.seal(PURPOSE, id, Buffer.from(email)) },
          })
          .onConflict((c) => c.doNothing())
          .returning('id')
          .executeTakeFirst()
        if (!begun) return 'another_open'
        if (await claim(tx, payment, customers(person, mailboxOf(email)))) return 'begun'
        await tx.deleteFrom('payment').where('id', '=', id).execute()
        return 'coupon_used'
      }),

    async opened(id, session, url) {
      await db
        .updateTable('payment')
        .set({ session, url, state: 'open' })
        .where('id', '=', id)
        .where('state', '=', 'begun')
        .execute()
    },

    async get(id) {
      const row = await rows().where('id', '=', id).executeTakeFirst()
      return row ? paymentOf(row) : null
    },

    underway: async (person, id) =>
      (
        await rows()
          .where('state', 'in', UNDERWAY)
          .where((e) => e.or([e('person', '=', person), e('case_id', '=', id)]))
          .orderBy('begun')
          .execute()
      ).map(paymentOf),

    paidFor: async (id) =>
      (await rows().where('case_id', '=', id).where('state', '=', 'paid').orderBy('paid').orderBy('id').execute()).map(paymentOf),

    of: async (person) => (await rows().where('person', '=', person).orderBy('begun').execute()).map(paymentOf),

    end: (id) =>
      db.transaction().execute(async (tx) => {
        const ended = await tx
          .updateTable('payment')
          .set({ state: 'ended' })
          .where('id', '=', id)
          .where('state', 'in', UNDERWAY)
          .executeTakeFirst()
        if (ended.numUpdatedRows > 0n) await tx.deleteFrom('coupon_use').where('payment', '=', id).execute()
      }),

    take: (event, news, now) => db.transaction().execute((tx) => takeNews(tx, event, news, now, (p) => claimAgain(tx, p))),
  }

  /** Money that came after its checkout had ended: the coupon counts as used, unless it was used meanwhile. */
  async function claimAgain(tx: Transaction<PaymentTables>, row: Selectable<PaymentTables['payment']>): Promise<void> {
    const { id, person, coupon, email } = paymentOf(row)
    if (coupon === null) return
    const values = customers(person, mailboxOf(email)).map((customer) => ({ coupon, customer, payment: id }))
    await tx
      .insertInto('coupon_use')
      .values(values)
      .onConflict((c) => c.doNothing())
      .execute()
  }
}

/** False: this customer's use of the coupon is taken. The keys are claimed in one order, so that two never wait for each other. */
async function claim(tx: Transaction<PaymentTables>, payment: NewPayment, customers: readonly string[]): Promise<boolean> {
  const { id, coupon } = payment
  if (coupon === null) return true
  const values = [...customers].sort().map((customer) => ({ coupon, customer, payment: id }))
  const claimed = await tx
    .insertInto('coupon_use')
    .values(values)
    .onConflict((c) => c.doNothing())
    .returning('customer')
    .execute()
  if (claimed.length === values.length) return true
  await tx.deleteFrom('coupon_use').where('payment', '=', id).execute()
  return false
}
