/**
 * The thread that runs PDFium: a hostile file can be stopped from outside, and the page it was
 * reading is all that is lost. Started by `threaded.ts`, never imported.
 */
import { parentPort } from 'node:worker_threads'
import { type Engine, startEngine } from './engine.ts'
import type { PdfEvent, PdfJob } from './protocol.ts'
import { readPages } from './read-pages.ts'

let engine: Promise<Engine> | null = startEngine()
const tell = (event: PdfEvent) => parentPort?.postMessage(event)

async function work(job: PdfJob): Promise<void> {
  try {
    engine ??= startEngine()
    tell(readPages(await engine, job, tell))
  } catch {
    engine = null
    tell({ id: job.id, tell: 'fault', fault: 'too-large' })
  }
}

// One after the other: what comes after a trap must wait for the new engine.
let last: Promise<void> = Promise.resolve()
parentPort?.on('message', (job: PdfJob) => {
  last = last.then(() => work(job))
})
