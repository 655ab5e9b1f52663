import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { fail, type Outcome } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import type { MailSheet } from '../../packet/mailSheet.ts'
import type { Engine, Progress } from '../../usecases/cases/ports.ts'
import { type HoldsOfThread, holdsOfThread } from './heldDocuments.ts'
import type { Asked, Told, Verb, Verbs } from './protocol.ts'

interface Order {
  readonly verb: Verb
  /** What is sent, by what the thread holds already. */
  readonly asks: (holds: HoldsOfThread) => unknown
  readonly progress: ((progress: Progress) => void) | null
  resolve(gives: Verbs[Verb]['gives']): void
}

interface Lane {
  /** For what pages wait for; the others are for jobs. */
  readonly forPages: boolean
  worker: Worker
  holds: HoldsOfThread
  order: Order | null
  timer: NodeJS.Timeout | null
}

/** What one order may take before its thread is ended and the order refused, in milliseconds. */
const MOST_MS: Readonly<Record<Verb, number>> = {
  read: 300_000,
  analyse: 60_000,
  typeset: 180_000,
  picture: 30_000,
  pages: 30_000,
  mailSheet: 60_000,
}
/** A reader of hostile files must not take the machine with it. */
const MEMORY_MB = 1536
/** What a page waits for, the shortest first: threads of their own do these, so that no page waits behind a packet. */
const FOR_PAGES: readonly Verb[] = ['picture', 'pages', 'analyse', 'mailSheet']

/** Priority of a thread for jobs, of the operating system: a packet waits while a page is made. */
const JOBS_NICE = 5

/** Each holds the bytes of its file: what comes on top is told to come again rather than kept. */
const WAITING_MOST = 300
const BUSY = fail(
  problem(
    'provider-busy',
    'engine',
    'Too many people are being served at this moment.',
    'Wait a minute and open the page again.',
  ),
)

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
  pagesOf(pdf: Uint8Array): Promise<Outcome<number>>
  mailSheet(sheet: MailSheet): Promise<Outcome<Uint8Array>>
  stop(): Promise<void>
}

/**
 * The engine on `size` threads of its own: half of them, rounded up, for what pages wait for, the others for jobs. A
 * thread that hangs, dies or grows is replaced.
 */
export function openEnginePool(size: number, log: (at: string) => void): EnginePool {
  const waiting: Order[] = []
  const lanes: Lane[] = []
  let stopping = false
  let next = 1

  const start = (forPages: boolean): Worker => {
    const file = new URL(`./engineThread${extname(import.meta.filename)}`, import.meta.url)
    return new Worker(file, {
      workerData: { niceness: forPages ? 0 : JOBS_NICE },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    })
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
    // What it still has to say while it dies concerns nobody; unheard, an error would end this process.
    lane.worker.on('error', () => undefined)
    void lane.worker.terminate()
    lane.holds = holdsOfThread()
    lane.worker = listen(lane, start(lane.forPages))
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
  const takes = (lane: Lane, { verb }: Order): boolean => lanes.length === 1 || lane.forPages === FOR_PAGES.includes(verb)
  const feed = () => {
    for (const lane of lanes) {
      if (lane.order) continue
      const at = waiting
        .map((order, i) => ({ order, i }))
        .filter(({ order }) => takes(lane, order))
        .sort((a, b) => FOR_PAGES.indexOf(a.order.verb) - FOR_PAGES.indexOf(b.order.verb) || a.i - b.i)[0]
      if (!at) continue
      waiting.splice(at.i, 1)
      lane.order = at.order
      lane.timer = setTimeout(() => replace(lane, `engine: ${at.order.verb} took too long`), MOST_MS[at.order.verb])
      lane.worker.postMessage({ id: next++, verb: at.order.verb, asks: at.order.asks(lane.holds) } as Asked)
    }
  }
  const ask = <V extends Verb>(
    verb: V,
    asks: (holds: HoldsOfThread) => Verbs[V]['asks'],
    progress: Order['progress'] = null,
  ): Promise<Verbs[V]['gives']> =>
    new Promise((resolve) => {
      if (waiting.length >= WAITING_MOST) return resolve(BUSY as Verbs[V]['gives'])
      waiting.push({ verb, asks, progress, resolve: resolve as Order['resolve'] })
      feed()
    })

  for (let i = 0; i < size; i++) {
    const forPages = i < Math.ceil(size / 2)
    const lane: Lane = { forPages, worker: start(forPages), holds: holdsOfThread(), order: null, timer: null }
    listen(lane, lane.worker)
    lanes.push(lane)
  }
  return {
    read: (doc, file, tell) => ask('read', () => ({ doc, file }), tell),
    analyse: (request) => ask('analyse', (holds) => holds.send(request)),
    typeset: (request) => ask('typeset', (holds) => ({ ...request, analyse: holds.send(request.analyse) })),
    pagePicture: (file, page, width) => ask('picture', () => ({ file, page, width })),
    pagesOf: (pdf) => ask('pages', () => ({ pdf })),
    mailSheet: (sheet) => ask('mailSheet', () => sheet),
    async stop() {
      stopping = true
      await Promise.all(lanes.map((lane) => lane.worker.terminate()))
    },
  }
}
