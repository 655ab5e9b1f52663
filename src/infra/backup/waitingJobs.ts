import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { Instant } from '../../casefile/event.ts'
import type { Enqueued, Job } from '../../usecases/cases/ports.ts'
import type { Tables } from '../database/tables.ts'
import type { Jobs } from '../jobs/open.ts'
import { QUEUE_NAMES } from '../jobs/queues.ts'
import { readLines } from './lines.ts'

const Line = z.object({
  queue: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
  key: z.string().nullable(),
  after: z.string(),
})

/** Puts the waiting jobs of a backup back, for the cases that were restored. */
export async function loadJobs(
  trx: Transaction<Tables>,
  jobs: Jobs,
  path: string,
): Promise<{ jobs: number; heldSendings: number }> {
  const cases = new Set((await trx.selectFrom('case_record').select('id').execute()).map(({ id }) => id))
  let loaded = 0
  for await (const line of readLines(path)) {
    const { queue, data, key, after } = Line.parse(JSON.parse(line))
    const of = data.case
    if (!QUEUE_NAMES.some((name) => name === queue) || (typeof of === 'string' && !cases.has(of))) continue
    const job = { queue, data } as unknown as Job
    const asked: Enqueued = { job, after: new Date(after).toISOString() as Instant, ...(key !== null && { key }) }
    await jobs.enqueue(trx, [asked])
    loaded++
  }
  return { jobs: loaded, heldSendings: await holdSendings(trx) }
}

/** What waited to be sent at the time of the backup may have been sent after it: a person has to look. */
async function holdSendings(trx: Transaction<Tables>): Promise<number> {
  const held = await sql`
    update pgboss.job set state = 'failed', completed_on = now(), output = '{"why": "restored"}'
    where name = 'send' and state = 'created' returning id`.execute(trx)
  return held.rows.length
}
