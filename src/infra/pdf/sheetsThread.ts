/** The thread that runs PDFium on exhibits, so that a hostile file can be stopped. Started by `threadedSheets.ts`. */
import { parentPort } from 'node:worker_threads'
import { type Engine, startEngine } from '../documents/pdf/engine.ts'
import { type Refusal, type Sheets, sheetsOf } from './sheets.ts'

export interface SheetsAnswer {
  readonly id: number
  readonly made: Sheets | Refusal
}

let engine: Promise<Engine> | null = startEngine()

interface SheetsJob {
  readonly id: number
  readonly bytes: Uint8Array
}

async function work(job: SheetsJob): Promise<void> {
  let made: Sheets | Refusal
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
parentPort?.on('message', (job: SheetsJob) => {
  last = last.then(() => work(job))
})
