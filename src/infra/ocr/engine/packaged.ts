import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Worker as Thread } from 'node:worker_threads'
import type { Worker } from 'tesseract.js'
import { type Gray, pgm } from '../../images/gray.ts'
import { NOMINAL_DPI, RECOGNITION_TIME, type Recogniser, type Unrecognised } from './engine.ts'

/** The engine's thread; the package's types leave it out. */
interface Running {
  readonly worker: Worker & { readonly worker: Thread }
  /** Resolves when the thread died of itself. */
  readonly died: Promise<'broken'>
}

/** Tesseract as WebAssembly with the English data of its package: nothing is fetched, nothing is written. */
export class PackagedRecogniser implements Recogniser {
  #running: Promise<Running> | null = null
  #started: Running | null = null

  async recognise(page: Gray, signal: AbortSignal | undefined): Promise<{ readonly tsv: string } | Unrecognised> {
    if (signal?.aborted) return 'cancelled'
    const stop = new AbortController()
    const ended = Promise.race([expiry(stop.signal), givenUp(signal, stop.signal)])
    const said = await Promise.race([this.#recognise(page).catch(() => 'broken' as const), ended])
    stop.abort()
    // A thread that is still at work on a page nobody waits for is not given another.
    if (typeof said === 'string') await this.rest()
    return said
  }

  async rest(): Promise<void> {
    const running = this.#running
    const started = this.#started
    this.#running = null
    this.#started = null
    // One that never starts is not waited for; one that starts late ends as it does.
    if (started) await started.worker.terminate()
    else
      void running?.then(
        ({ worker }) => worker.terminate(),
        () => {},
      )
  }

  async #recognise(page: Gray): Promise<{ readonly tsv: string } | 'broken'> {
    this.#running ??= start()
    const running = this.#running
    const started = await running
    if (running === this.#running) this.#started = started
    const { worker, died } = started
    const done = worker.recognize(Buffer.from(pgm(page)), {}, { text: false, tsv: true })
    done.catch(() => {})
    const answer = await Promise.race([done, died])
    return answer === 'broken' ? answer : { tsv: answer.data.tsv ?? '' }
  }
}

const THREAD = fileURLToPath(new URL(`./packagedThread${extname(fileURLToPath(import.meta.url))}`, import.meta.url))

async function start(): Promise<Running> {
  const { createWorker, OEM, PSM } = await import('tesseract.js')
  const data = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json'))
  const options = {
    langPath: join(data, '4.0.0_best_int'),
    cacheMethod: 'none',
    gzip: true,
    workerPath: THREAD,
    errorHandler: () => {},
  }
  const worker = (await createWorker('eng', OEM.LSTM_ONLY, options)) as Running['worker']
  const died = new Promise<'broken'>((resolve) => {
    const gone = () => resolve('broken')
    worker.worker.on('error', gone).on('exit', gone)
  })
  // The page that is waited for keeps the process alive by its time limit, the idle thread does not.
  worker.worker.unref()
  await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO, user_defined_dpi: NOMINAL_DPI })
  return { worker, died }
}

const expiry = (stop: AbortSignal) =>
  new Promise<'slow'>((resolve) => {
    const timer = setTimeout(() => resolve('slow'), RECOGNITION_TIME)
    stop.addEventListener('abort', () => clearTimeout(timer))
  })

const givenUp = (signal: AbortSignal | undefined, stop: AbortSignal) =>
  new Promise<'cancelled'>((resolve) => {
    signal?.addEventListener('abort', () => resolve('cancelled'), { signal: stop })
  })
