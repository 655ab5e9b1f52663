import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Refusal, Sheets } from './sheets.ts'
import type { SheetsAnswer } from './sheetsThread.ts'

/** Milliseconds for one file; 400 ordinary pages take about three seconds. */
const LIMIT = 30_000

/** One thread for the process; it does not keep the process alive. */
let thread: Worker | null = null
let last: Promise<unknown> = Promise.resolve()
let nextId = 0

/** Starts the thread ahead of the first file, while the letter is being typeset. */
export function warmSheets(): void {
  thread ??= start()
}

/** One file at a time, in order; a file that outlasts its time ends the thread, and only that file is lost. */
export function sheetsInThread(bytes: Uint8Array): Promise<Sheets | Refusal> {
  const answer = last.then(() => ask(bytes))
  last = answer
  return answer
}

function start(): Worker {
  // The extension follows this file's own, so that compiled copies start their compiled sibling.
  const extension = extname(fileURLToPath(import.meta.url))
  const worker = new Worker(new URL(`./sheetsThread${extension}`, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  })
  worker.unref()
  return worker
}

function ask(bytes: Uint8Array): Promise<Sheets | Refusal> {
  thread ??= start()
  const worker = thread
  const id = nextId++
  return new Promise((resolve) => {
    // The timer keeps the process alive while the file is worked on.
    const timer = setTimeout(() => stop('slow'), LIMIT)
    const finish = (made: Sheets | Refusal) => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onFailure).off('exit', onFailure)
      resolve(made)
    }
    const stop = (made: Refusal) => {
      if (thread === worker) thread = null
      finish(made)
      void worker.terminate()
    }
    const onMessage = (answer: SheetsAnswer) => answer.id === id && finish(answer.made)
    const onFailure = () => stop('damaged')
    worker.on('message', onMessage).on('error', onFailure).on('exit', onFailure)
    worker.postMessage({ id, bytes })
  })
}
