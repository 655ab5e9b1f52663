import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { CardWords } from '../../document/card.ts'
import { Line } from '../documents/pdf/line.ts'

/** Pictures that may wait at once: some seconds of work. */
const MOST_WAITING = 64
const TIME = 30_000

// The extension follows this file's own, so that compiled copies start their compiled sibling.
const line = new Line(() => new Worker(new URL(`./thread${extname(import.meta.filename)}`, import.meta.url)))
let waiting = 0

/** The PNG of these words; null where it could not be drawn, `busy` where too many wait. */
export function drawCard(words: CardWords): Promise<Buffer | 'busy' | null> {
  if (waiting >= MOST_WAITING) return Promise.resolve('busy')
  waiting++
  return new Promise((resolve) => {
    const done = (png: Buffer | null) => {
      waiting--
      resolve(png)
    }
    line.add({
      message: words,
      silence: TIME,
      time: TIME,
      hear(said) {
        done(said instanceof Uint8Array ? Buffer.from(said.buffer, said.byteOffset, said.byteLength) : null)
        return 'done'
      },
      stopped: () => done(null),
    })
  })
}
