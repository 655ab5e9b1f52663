import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { fail } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import type { Engine, Progress } from '../../usecases/cases/ports.ts'
import type { Asked, Told, Verb, Verbs } from './protocol.ts'

interface Order {
  readonly verb: Verb
  readonly asks: unknown
  readonly progress: ((progress: Progress) => void) | null
  resolve(gives: Verbs[Verb]['gives']): void
}

interface Lane {
  worker: Worker
  order: Order | null
  timer: NodeJS.Timeout | null
}

/** What one order may take before its thread is ended and the order refused, in milliseconds. */
const MOST_MS: Readonly<Record<Verb, number>> = { read: 300_000, analyse: 60_000, typeset: 180_000, picture: 30_000 }
/** A reader of hostile files must not take the machine with it. */
const MEMORY_MB = 1536
/** What a person waits for comes before what a job waits for. */
const ORDER: readonly Verb[] = ['picture', 'analyse', 'read', 'typeset']

const stopped = (verb: Verb) =>
  fail(
    problem(
      'internal-fault',
      verb,
      'This took too long or too much memory and was stopped.',
      'Try again; if it is one file each time, send it in smaller parts.',
    ),
  )

export interface EnginePool extends Engine {
  stop(): Promise<void>
}

/**
 * The engine on `size` threads of its own. One of them never typesets, so that people who only answer a
 * question do not wait behind packets. A thread that hangs, dies or grows is replaced.
 */
export function openEnginePool(size: number, log: (at: string) => void): EnginePool {
  const waiting: Order[] = []
  const lanes: Lane[] = []
  let stopping = false
  let next = 1

  const start = (): Worker => {
    const file = new URL(`./engineThread${extname(import.meta.filename)}`, import.meta.url)
    return new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } })
  }
  const finish = (lane: Lane, gives: Verbs[Verb]['gives']) => {
    const { order } = lane
    if (lane.timer) clearTimeout(lane.timer)
    lane.order = null
    lane.timer = null
    order?.resolve(gives)
    feed()
  }
  const replace = (lane: Lane, why: string) => {
    if (stopping) return
    const { order } = lane
    log(why)
    lane.worker.removeAllListeners()
    void lane.worker.terminate()
    lane.worker = listen(lane, start())
    if (order) finish(lane, stopped(order.verb))
  }
  const listen = (lane: Lane, worker: Worker): Worker =>
    worker
      .on('message', (told: Told) => {
        if (told.told === 'progress') lane.order?.progress?.(told.progress)
        else if (told.told === 'done') finish(lane, told.gives)
        else {
          log(told.at)
          if (lane.order) finish(lane, stopped(lane.order.verb))
        }
      })
      .on('error', () => replace(lane, 'engine thread failed'))
      .on('exit', () => replace(lane, 'engine thread ended'))
  const takes = (lane: Lane, order: Order): boolean =>
    lanes.length === 1 || lane !== lanes[0] || order.verb === 'picture' || order.verb === 'analyse'
  const feed = () => {
    for (const lane of lanes) {
      if (lane.order) continue
      const at = waiting
        .map((order, i) => ({ order, i }))
        .filter(({ order }) => takes(lane, order))
        .sort((a, b) => ORDER.indexOf(a.order.verb) - ORDER.indexOf(b.order.verb) || a.i - b.i)[0]
      if (!at) continue
      waiting.splice(at.i, 1)
      lane.order = at.order
      lane.timer = setTimeout(() => replace(lane, `engine: ${at.order.verb} took too long`), MOST_MS[at.order.verb])
      lane.worker.postMessage({ id: next++, verb: at.order.verb, asks: at.order.asks } as Asked)
    }
  }
  const ask = <V extends Verb>(verb: V, asks: Verbs[V]['asks'], progress: Order['progress'] = null): Promise<Verbs[V]['gives']> =>
    new Promise((resolve) => {
      waiting.push({ verb, asks, progress, resolve: resolve as Order['resolve'] })
      feed()
    })

  for (let i = 0; i < size; i++) {
    const lane: Lane = { worker: start(), order: null, timer: null }
    listen(lane, lane.worker)
    lanes.push(lane)
  }
  return {
    read: (doc, file, tell) => ask('read', { doc, file }, tell),
    analyse: (request) => ask('analyse', request),
    typeset: (request) => ask('typeset', request),
    pagePicture: (file, page, width) => ask('picture', { file, page, width }),
    async stop() {
      stopping = true
      await Promise.all(lanes.map((lane) => lane.worker.terminate()))
    },
  }
}
