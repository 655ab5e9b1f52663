import type { Selectable, Transaction } from 'kysely'
import type { Instant } from '../../casefile/event.ts'
import type { Taken } from '../../usecases/cases/pay/ports.ts'
import type { PaymentNews } from '../../usecases/cases/ports.ts'
import type { PaymentTables } from './tables.ts'

type Row = Selectable<PaymentTables['payment']>
type Tx = Transaction<PaymentTables>

/** Applies one event to the books, in the caller's transaction. News may come in any order: money received or given back is never unlearned. */
export async function takeNews(
  tx: Tx,
  event: string,
  news: PaymentNews,
  now: Instant,
  claimCoupon: (row: Row) => Promise<void>,
): Promise<Taken> {
  const payment = news.kind === 'other' ? null : news.payment
  const first = await tx
    .insertInto('payment_event')
    .values({ id: event, payment, at: now })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!first) return 'duplicate'
  if (news.kind === 'other') return 'stale'
  const row = await tx.selectFrom('payment').selectAll().where('id', '=', news.payment).forUpdate().executeTakeFirst()
  if (!row) return 'unknown'
  if (news.kind === 'paid') return paid(tx, row, news, now, claimCoupon)
  return news.kind === 'refunded' ? refunded(tx, row, news.cents) : expired(tx, row)
}

async function paid(
  tx: Tx,
  row: Row,
  news: Extract<PaymentNews, { kind: 'paid' }>,
  now: Instant,
  claimCoupon: (row: Row) => Promise<void>,
): Promise<Taken> {
  if (news.cents !== row.cents) return 'mismatch'
  if (row.state === 'paid') {
    if (row.intent !== news.intent) return 'mismatch'
    if (row.receipt !== null || news.receipt === null) return 'stale'
  }
  const { intent, receipt } = news
  await tx
    .updateTable('payment')
    .set({ state: 'paid', intent, receipt, paid: (row.paid ?? new Date(now)).toISOString() })
    .where('id', '=', row.id)
    .execute()
  if (row.state === 'ended' && row.refunded_cents < row.cents) await claimCoupon(row)
  return 'applied'
}

/** `cents`: altogether so far. What was given back whole was never a first letter. */
async function refunded(tx: Tx, row: Row, cents: number): Promise<Taken> {
  if (!Number.isInteger(cents) || cents < 0 || cents > row.cents) return 'mismatch'
  if (cents <= row.refunded_cents) return 'stale'
  await tx.updateTable('payment').set({ refunded_cents: cents }).where('id', '=', row.id).execute()
  if (cents === row.cents) await tx.deleteFrom('coupon_use').where('payment', '=', row.id).execute()
  return 'applied'
}

async function expired(tx: Tx, row: Row): Promise<Taken> {
  if (row.state === 'paid' || row.state === 'ended') return 'stale'
  await tx.updateTable('payment').set({ state: 'ended' }).where('id', '=', row.id).execute()
  await tx.deleteFrom('coupon_use').where('payment', '=', row.id).execute()
  return 'applied'
}
