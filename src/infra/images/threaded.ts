import { availableParallelism } from 'node:os'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { Line } from '../documents/pdf/line.ts'
import { type Answers, type Ask, IMAGE_LIMITS, type ImageFault, type Told } from './protocol.ts'

export type Answer<What extends keyof Answers> =
  | { readonly ok: true; readonly value: Answers[What] }
  | { readonly ok: false; readonly fault: ImageFault }

const startThread = () => {
  const extension = extname(fileURLToPath(import.meta.url))
  return new Worker(new URL(`./thread${extension}`, import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 512 } })
}

interface Desk {
  readonly line: Line
  waiting: number
}

/** Half of the cores prepare while the other half recognise; threads start when they are first needed. */
const desks: Desk[] = Array.from({ length: Math.max(1, Math.floor(availableParallelism() / 2)) }, () => ({
  line: new Line(startThread),
  waiting: 0,
}))
let nextId = 0

/** Work for the thread that has the least to do. Never rejects: a thread that breaks is a file that can't be read. */
export function askImages<What extends keyof Answers>(ask: Ask & { readonly what: What }): Promise<Answer<What>> {
  const id = nextId++
  const desk = desks.reduce((least, d) => (d.waiting < least.waiting ? d : least))
  const time = ask.what === 'prepare' ? IMAGE_LIMITS.prepare : IMAGE_LIMITS.show
  desk.waiting++
  return new Promise((resolve) => {
    const finish = (answer: Answer<What>) => {
      desk.waiting--
      resolve(answer)
    }
    desk.line.add({
      message: { id, ask },
      silence: time,
      time,
      hear(said) {
        const told = said as Told<What>
        if (told.id !== id) return 'more'
        finish(told.ok ? { ok: true, value: told.value } : { ok: false, fault: told.fault })
        return 'done'
      },
      stopped: () => finish({ ok: false, fault: 'too-large' }),
    })
  })
}
