import { type Kysely, sql } from 'kysely'
import type { Instant } from '../../casefile/event.ts'
import type { Tables } from '../database/tables.ts'
import type { QueueName } from './queues.ts'

/** A job nobody will try again by himself. */
export interface FailedJob {
  readonly id: string
  readonly queue: QueueName
  /** Ids only. */
  readonly data: Readonly<Record<string, string | number>>
  /** A code: the problem's, or the error's name. */
  readonly why: string
  readonly tries: number
  readonly at: Instant
}

interface Row {
  readonly id: string
  readonly name: QueueName
  readonly data: Readonly<Record<string, string | number>>
  readonly why: string | null
  readonly retry_count: number
  readonly completed_on: Date
}

export async function failedJobs(db: Kysely<Tables>, limit = 100): Promise<readonly FailedJob[]> {
  const { rows } = await sql<Row>`
    select id, name, data, coalesce(output->>'why', output->'value'->>'message', output->>'message') as why, retry_count, completed_on
    from pgboss.job where state = 'failed' and name not like '\\_\\_pgboss%'
    order by completed_on desc limit ${limit}`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    queue: row.name,
    data: row.data,
    why: row.why ?? 'unknown',
    tries: row.retry_count + 1,
    at: row.completed_on.toISOString() as Instant,
  }))
}
