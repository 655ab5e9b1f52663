import type { Kysely, Transaction } from 'kysely'
import { PgBoss } from 'pg-boss'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import type { Enqueued } from '../../usecases/cases/ports.ts'
import { databaseProblem } from '../database/fault.ts'
import type { Database } from '../database/open.ts'
import type { Tables } from '../database/tables.ts'
import { enqueue, forget } from './enqueue.ts'
import { type FailedJob, failedJobs } from './failed.ts'
import { QUEUE_NAMES, QUEUES } from './queues.ts'
import { type Handlers, startWorkers, type WorkerOptions } from './workers.ts'

export interface Jobs {
  /** Into the transaction that gives rise to them: kept with it or not at all. */
  enqueue(trx: Transaction<Tables>, jobs: readonly Enqueued[]): Promise<void>
  /** Outside of any transaction of the caller's. */
  enqueueNow(jobs: readonly Enqueued[]): Promise<void>
  /** Takes back the waiting jobs of a case. */
  forget(trx: Transaction<Tables>, id: string): Promise<void>
  /** Begins to work on the queues there are handlers for. */
  startWorkers(handlers: Handlers, options?: WorkerOptions): Promise<void>
  /** Jobs given up on, the latest first. */
  failedJobs(limit?: number): Promise<readonly FailedJob[]>
  /** Tries a failed job once more. */
  retry(job: FailedJob): Promise<void>
  /** Lets running jobs finish, then gives back what is not done; ends the connections. */
  stop(graceMs?: number): Promise<void>
}

export interface JobsOptions {
  /** Told codes of what goes wrong inside of the queue, never data of a job. */
  readonly onFault?: (code: string) => void
}

/** The queues, in the same database as the cases. Any number of processes may take part. */
export async function openJobs({ config, db }: Database, options: JobsOptions = {}): Promise<Outcome<Jobs>> {
  const boss = new PgBoss({
    ...config,
    application_name: 'appealwright jobs',
    max: 4,
    useListenNotify: true,
    schedule: false,
    // Together they say how soon the death of a worker is noticed.
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
  })
  boss.on('error', (error) => options.onFault?.(faultCode(error)))
  try {
    await boss.start()
    for (const name of QUEUE_NAMES) await boss.createQueue(name, QUEUES[name].options)
    for (const name of QUEUE_NAMES) await boss.updateQueue(name, updatable(name))
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => {})
    const problem = databaseProblem(error)
    if (!problem) throw error
    return fail(problem)
  }
  return ok(jobsOf(boss, db))
}

/** Queues made by an earlier version take on the times of this one. */
function updatable(name: (typeof QUEUE_NAMES)[number]) {
  const { policy: _, ...rest } = QUEUES[name].options
  return rest
}

function jobsOf(boss: PgBoss, db: Kysely<Tables>): Jobs {
  return {
    enqueue: (trx, jobs) => enqueue(boss, trx, jobs),
    enqueueNow: (jobs) => db.transaction().execute((trx) => enqueue(boss, trx, jobs)),
    forget,
    startWorkers: (handlers, options) => startWorkers(boss, handlers, options),
    failedJobs: (limit) => failedJobs(db, limit),
    async retry({ queue, id }) {
      await boss.retry(queue, id)
    },
    stop: (graceMs = 10_000) => boss.stop({ graceful: true, timeout: graceMs }),
  }
}

const faultCode = (error: unknown): string => databaseProblem(error)?.code ?? (error instanceof Error ? error.name : 'unknown')
