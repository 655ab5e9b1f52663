import type { Queue } from 'pg-boss'
import type { Job } from '../../usecases/cases/ports.ts'

export type QueueName = Job['queue']

/** A worker that has not been heard of for so long is dead: seconds. */
const HEARTBEAT = 10
const DAY = 86_400

export interface QueuePolicy {
  readonly options: Omit<Queue, 'name'>
  /** How many of one process at a time. */
  readonly atOnce: number
}

const shared = {
  /** Jobs of one key that still wait are one job. */
  policy: 'short',
  notify: true,
  heartbeatSeconds: HEARTBEAT,
  retryBackoff: true,
  /** Done jobs are of no use after a day; failed ones are shown for as long as the rest is kept. */
  deleteAfterSeconds: 14 * DAY,
  /** A job may wait for a reminder's day: no waiting job is thrown away for its age. */
  retentionSeconds: 2 * 365 * DAY,
} as const satisfies Omit<Queue, 'name'>

const retried = (minutes: number, atOnce = 1): QueuePolicy => ({
  options: { ...shared, retryLimit: 3, retryDelay: 2, retryDelayMax: 300, expireInSeconds: minutes * 60 },
  atOnce,
})

export const QUEUES: Readonly<Record<QueueName, QueuePolicy>> = {
  read: retried(30),
  analyse: retried(10),
  typeset: retried(10),
  certify: retried(10),
  // What a sending may do again it finds out from the case itself, so it may be run at any time.
  send: {
    options: { ...shared, retryLimit: 5, retryDelay: 1, retryDelayMax: 60, expireInSeconds: 15 * 60 },
    atOnce: 2,
  },
  follow: retried(5, 2),
  remind: retried(5, 2),
  // A mail server may be away for hours.
  mail: {
    options: { ...shared, retryLimit: 12, retryDelay: 10, retryDelayMax: 3600, expireInSeconds: 300 },
    atOnce: 2,
  },
}

export const QUEUE_NAMES = Object.keys(QUEUES) as readonly QueueName[]
