import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { Line } from '../documents/pdf/line.ts'
import type { Refusal, Sheets } from './sheets.ts'
import type { SheetsAnswer } from './sheetsThread.ts'

/** Milliseconds for one file; 400 ordinary pages take about three seconds. */
const LIMIT = 30_000

/** One thread for the process. */
const line = new Line(() => {
  // The extension follows this file's own, so that compiled copies start their compiled sibling.
  const extension = extname(fileURLToPath(import.meta.url))
  return new Worker(new URL(`./sheetsThread${extension}`, import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 256 } })
})
let nextId = 0

/** Starts the thread ahead of the first file, while the letter is being typeset. */
export const warmSheets = (): void => line.warm()

/** One file at a time, in order; a file that outlasts its time costs the thread, and only that file is lost. */
export function sheetsInThread(bytes: Uint8Array): Promise<Sheets | Refusal> {
  const id = nextId++
  return new Promise((resolve) => {
    line.add({
      message: { id, bytes },
      silence: LIMIT,
      time: LIMIT,
      hear(said) {
        const answer = said as SheetsAnswer
        if (answer.id !== id) return 'more'
        resolve(answer.made)
        return 'done'
      },
      stopped: (why) => resolve(why === 'slow' ? 'slow' : 'damaged'),
    })
  })
}
