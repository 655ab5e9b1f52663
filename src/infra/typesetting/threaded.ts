import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Answer, ImageSize, PageJob, PagesMade, Request } from './protocol.ts'

/** One thread for the process; it keeps the process alive only while it is asked for something. */
let thread: Worker | null = null
let nextId = 0
const waiting = new Map<number, { readonly worker: Worker; resolve(answer: Answer | null): void }>()

/** Starts the thread ahead of the first letter, while the documents are still being read. */
export function warmTypesetting(): void {
  thread ??= start()
}

export async function setPagesInThread(job: PageJob): Promise<PagesMade> {
  const answer = await ask({ id: nextId++, ask: 'pages', job })
  return answer?.told === 'pages' ? answer.made : { kind: 'refused', diagnostics: ['the typesetter stopped'] }
}

export async function measureImageInThread(name: string, bytes: Uint8Array): Promise<ImageSize | null> {
  const answer = await ask({ id: nextId++, ask: 'image', name, bytes })
  return answer?.told === 'image' ? answer.size : null
}

function start(): Worker {
  // The extension follows this file's own, so that compiled copies start their compiled sibling.
  const extension = extname(fileURLToPath(import.meta.url))
  const worker = new Worker(new URL(`./thread${extension}`, import.meta.url))
  const settle = (id: number, answer: Answer | null) => {
    waiting.get(id)?.resolve(answer)
    waiting.delete(id)
    if (waiting.size === 0) worker.unref()
  }
  const stopped = () => {
    if (thread === worker) thread = null
    for (const [id, entry] of waiting) if (entry.worker === worker) settle(id, null)
  }
  worker
    .on('message', (answer: Answer) => settle(answer.id, answer))
    .on('error', stopped)
    .on('exit', stopped)
  worker.unref()
  return worker
}

function ask(request: Request): Promise<Answer | null> {
  thread ??= start()
  const worker = thread
  worker.ref()
  return new Promise((resolve) => {
    waiting.set(request.id, { worker, resolve })
    worker.postMessage(request)
  })
}
