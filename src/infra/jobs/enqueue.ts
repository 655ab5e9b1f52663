import { randomUUID } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import { fromKysely, type PgBoss } from 'pg-boss'
import type { Enqueued } from '../../usecases/cases/ports.ts'
import type { Tables } from '../database/tables.ts'

/** Puts jobs into a transaction. */
export async function enqueue(boss: PgBoss, trx: Transaction<Tables>, jobs: readonly Enqueued[]): Promise<void> {
  for (const asked of jobs) {
    if (asked.key === undefined) await send(boss, trx, asked, randomUUID())
    else await sendKeyed(boss, trx, asked, asked.key)
  }
}

const send = (boss: PgBoss, trx: Transaction<Tables>, { job, after }: Enqueued, key: string) =>
  boss.send(job.queue, job.data, { db: fromKysely(trx), singletonKey: key, ...(after && { startAfter: new Date(after) }) })

/**
 * A job of that key that waits already is held until this transaction is over: a worker that took it sooner
 * would not yet see what is written here, and nobody would look again.
 */
async function sendKeyed(boss: PgBoss, trx: Transaction<Tables>, asked: Enqueued, key: string): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    if (await hold(trx, asked, key)) return
    if (await send(boss, trx, asked, key)) return
  }
  throw new Error(`the queue ${asked.job.queue} took no job`)
}

/** The earlier of both times holds. */
async function hold(trx: Transaction<Tables>, { job, after }: Enqueued, key: string): Promise<boolean> {
  const start = after ? sql`${new Date(after)}::timestamptz` : sql`now()`
  const held = await sql`
    update pgboss.job set start_after = least(start_after, ${start})
    where name = ${job.queue} and singleton_key = ${key} and state = 'created' returning id`.execute(trx)
  return held.rows.length > 0
}

export async function forget(trx: Transaction<Tables>, id: string): Promise<void> {
  await sql`delete from pgboss.job where data->>'case' = ${id} and state in ('created', 'retry', 'failed')`.execute(trx)
}
