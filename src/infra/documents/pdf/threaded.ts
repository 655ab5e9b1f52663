import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Page } from '../../../reading/document.ts'
import { PDF_LIMITS, type PdfAnswer, type PdfEvent, type PdfFault, type PdfJob } from './protocol.ts'

/** One thread for the process, started at the first PDF; it does not keep the process alive. */
let thread: Worker | null = null
let last: Promise<unknown> = Promise.resolve()
let nextId = 0

/** Starts the thread ahead of the first file. */
export function warmPdf(): void {
  thread ??= startThread()
}

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
    const pages: Page[] = []
    let pageCount = 0
    // Timers keep the process alive while the file is read.
    let silence = setTimeout(() => stop(), PDF_LIMITS.silence)
    const time = setTimeout(() => stop(), PDF_LIMITS.time)
    const finish = (fault: PdfFault | null) => {
      clearTimeout(silence)
      clearTimeout(time)
      worker.off('message', hear).off('error', stop).off('exit', stop)
      // Pages that were read before the fault are kept; the reader says which are missing.
      resolve(fault && pages.length === 0 ? { ok: false, fault } : { ok: true, pageCount, pages })
    }
    const stop = () => {
      if (thread === worker) thread = null
      finish('too-large')
      void worker.terminate()
    }
    const hear = (event: PdfEvent) => {
      if (event.id !== job.id) return
      clearTimeout(silence)
      silence = setTimeout(() => stop(), PDF_LIMITS.silence)
      if (event.tell === 'opened') pageCount = event.pageCount
      else if (event.tell === 'page') pages.push(event.page)
      // A thread that a file made large keeps that memory; a new one starts small.
      else if (event.tell === 'fault' && event.fault === 'too-large') stop()
      else if (event.tell === 'fault') finish(event.fault)
      else if (event.tell === 'end') finish(null)
    }
    worker.on('message', hear).on('error', stop).on('exit', stop)
    worker.postMessage(job)
  })
}
