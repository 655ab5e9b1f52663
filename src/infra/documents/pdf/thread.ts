/**
 * The thread that runs PDFium, to read files and to turn them into sheets: a hostile file can be stopped from
 * outside, and the page it was reading is all that is lost. Started by `threaded.ts`, never imported.
 */
import { parentPort } from 'node:worker_threads'
import { type SheetsAnswer, type SheetsJob, sheetsOf } from '../../pdf/sheets.ts'
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

async function makeSheets(job: SheetsJob): Promise<void> {
  let made: SheetsAnswer['made']
  try {
    engine ??= startEngine()
    made = sheetsOf(await engine, job.bytes)
  } catch {
    // After a trap the engine's memory can't be trusted.
    engine = null
    made = 'damaged'
  }
  parentPort?.postMessage({ id: job.id, made } satisfies SheetsAnswer, typeof made === 'string' ? [] : [made.pdf.buffer])
}

// One after the other: what comes after a trap must wait for the new engine.
let last: Promise<void> = Promise.resolve()
parentPort?.on('message', (job: PdfJob | SheetsJob) => {
  last = last.then(() => ('sheets' in job ? makeSheets(job) : work(job)))
})
