/**
 * The thread that runs PDFium: a hostile file can be stopped from outside, and the page it was
 * reading is all that is lost. Started by `threaded.ts`, never imported.
 */
import { parentPort } from 'node:worker_threads'
import { type Engine, startEngine } from './engine.ts'
import type { PdfAnswer, PdfJob } from './protocol.ts'
import { readPages } from './read-pages.ts'

let engine: Promise<Engine> | null = startEngine()

parentPort?.on('message', async (job: PdfJob) => {
  let answer: PdfAnswer
  try {
    engine ??= startEngine()
    answer = readPages(await engine, job)
  } catch {
    engine = null
    answer = { id: job.id, ok: false, fault: 'too-large' }
  }
  parentPort?.postMessage(answer)
})
