import type { JobResult, PgBoss } from 'pg-boss'
import type { Job } from '../../usecases/cases/ports.ts'
import { databaseProblem } from '../database/fault.ts'
import { QUEUE_NAMES, QUEUES, type QueueName } from './queues.ts'

/** What is done with the jobs of a queue. `signal` is raised when the worker is to stop or the job was taken from it. */
export type Handler<Q extends QueueName> = (data: Extract<Job, { queue: Q }>['data'], signal: AbortSignal) => Promise<void>
export type Handlers = { readonly [Q in QueueName]?: Handler<Q> }

export interface WorkerOptions {
  /** Jobs of one queue at a time in this process, where it is to be other than the queue's own. */
  readonly atOnce?: Partial<Record<QueueName, number>>
  /** Seconds between looks when no word comes from the database; 2 when left out. */
  readonly pollSeconds?: number
  /** Told a code when a job failed, never its data. */
  readonly onFailed?: (queue: QueueName, job: string, why: string) => void
}

export async function startWorkers(boss: PgBoss, handlers: Handlers, options: WorkerOptions = {}): Promise<void> {
  for (const queue of QUEUE_NAMES) {
    const handler = handlers[queue] as ((data: unknown, signal: AbortSignal) => Promise<void>) | undefined
    if (handler) await work(boss, queue, handler, options)
  }
}

async function work(
  boss: PgBoss,
  queue: QueueName,
  handler: (data: unknown, signal: AbortSignal) => Promise<void>,
  { atOnce, pollSeconds = 2, onFailed }: WorkerOptions,
): Promise<void> {
  const { atOnce: usual } = QUEUES[queue]
  const settings = {
    localConcurrency: atOnce?.[queue] ?? usual,
    batchSize: 1,
    pollingIntervalSeconds: pollSeconds,
    notifyPollingIntervalSeconds: pollSeconds,
    heartbeatRefreshSeconds: 3,
    perJobResults: true,
  } as const
  let worker: string | null = null
  worker = await boss.work<unknown, unknown, typeof settings>(queue, settings, async (jobs) => {
    const results: JobResult[] = []
    for (const job of jobs) {
      try {
        await handler(job.data, job.signal)
        results.push({ id: job.id, status: 'completed' })
      } catch (error) {
        const why = codeOfFailure(error)
        onFailed?.(queue, job.id, why)
        // Kept with the job: the code only, for a message may repeat what was worked on.
        results.push({ id: job.id, status: 'failed', output: { why } })
      }
    }
    // Another may wait already: looked for at once, not at the next round of looking.
    if (worker) boss.notifyWorker(worker)
    return results
  })
}

const codeOfFailure = (error: unknown): string =>
  databaseProblem(error)?.code ?? (error instanceof Error ? error.name : 'unknown')
