import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { PDF_LIMITS, type PdfAnswer, type PdfJob } from './protocol.ts'

/** One thread for the process, started at the first PDF; it does not keep the process alive. */
let thread: Worker | null = null
let last: Promise<unknown> = Promise.resolve()
let nextId = 0

/** Reads one PDF at a time, in order; ends the thread when a file outlasts its time. */
export function readPdfPages(bytes: Uint8Array<ArrayBuffer>, maxPages: number): Promise<PdfAnswer> {
  const answer = last.then(() => ask({ id: nextId++, bytes, maxPages }))
  last = answer.catch(() => {})
  return answer
}

function startThread(): Worker {
  // The extension follows this file's own, so that compiled copies start their compiled sibling.
  const extension = extname(fileURLToPath(import.meta.url))
  const worker = new Worker(new URL(`./thread${extension}`, import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 384 } })
  worker.unref()
  return worker
}

function ask(job: PdfJob): Promise<PdfAnswer> {
  thread ??= startThread()
  const worker = thread
  return new Promise((resolve) => {
    // The timer keeps the process alive while the file is read.
    const limit = PDF_LIMITS.timePerHundredPages * Math.max(1, Math.ceil(job.maxPages / 100))
    const timer = setTimeout(() => stop({ id: job.id, ok: false, fault: 'too-large' }), limit)
    const finish = (answer: PdfAnswer) => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onFailure).off('exit', onFailure)
      resolve(answer)
    }
    const stop = (answer: PdfAnswer) => {
      if (thread === worker) thread = null
      finish(answer)
      void worker.terminate()
    }
    const onMessage = (answer: PdfAnswer) => answer.id === job.id && finish(answer)
    const onFailure = () => stop({ id: job.id, ok: false, fault: 'too-large' })
    worker.on('message', onMessage).on('error', onFailure).on('exit', onFailure)
    worker.postMessage(job)
  })
}
