import { type Kysely, sql } from 'kysely'
import type { Tables } from '../database/tables.ts'

export interface Waiting {
  /** Jobs that could be worked on now and are not. */
  readonly jobs: number
  /** For how long the first of them has been waiting, in seconds. */
  readonly seconds: number
  readonly failed: number
}

/** How the queues stand: many that wait for long mean that nobody works on them. */
export async function waitingJobs(db: Kysely<Tables>): Promise<Waiting> {
  const { rows } = await sql<Waiting>`
    select count(*) filter (where due)::int as jobs,
      coalesce(extract(epoch from now() - min(start_after) filter (where due)), 0)::int as seconds,
      count(*) filter (where state = 'failed')::int as failed
    from (select state, start_after, state in ('created', 'retry') and start_after <= now() as due
      from pgboss.job where name not like '\\_\\_pgboss%') as job`.execute(db)
  return rows[0] ?? { jobs: 0, seconds: 0, failed: 0 }
}
