/** The thread that runs PDFium on exhibits, so that a hostile file can be stopped. Started by `threadedSheets.ts`. */
import { parentPort } from 'node:worker_threads'
import { type Engine, startEngine } from '../documents/pdf/engine.ts'
import { type Refusal, type Sheets, sheetsOf } from './sheets.ts'

export interface SheetsAnswer {
  readonly id: number
  readonly made: Sheets | Refusal
}

let engine: Promise<Engine> | null = startEngine()

parentPort?.on('message', async (job: { id: number; bytes: Uint8Array }) => {
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
})
