import { addToPdfThread } from '../documents/pdf/threaded.ts'
import type { Refusal, Sheets, SheetsAnswer, SheetsJob } from './sheets.ts'

/** Milliseconds for one file; 400 ordinary pages take about three seconds. */
const LIMIT = 30_000

let nextId = 0

/** One file at a time, in order; a file that outlasts its time costs the thread, and only that file is lost. */
export function sheetsInThread(bytes: Uint8Array): Promise<Sheets | Refusal> {
  const id = nextId++
  return new Promise((resolve) => {
    addToPdfThread({
      message: { id, sheets: true, bytes } satisfies SheetsJob,
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
