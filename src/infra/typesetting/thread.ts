/**
 * The thread that sets pages: the caller makes the DOCX of the same letters meanwhile, and a server
 * goes on answering. Started by `compiler.ts`, never imported.
 */
import { parentPort } from 'node:worker_threads'
import { measureImage, setPages } from './engine.ts'
import type { Answer, PageJob, Request } from './protocol.ts'

const answered = (request: Request): Answer =>
  request.ask === 'pages'
    ? { id: request.id, told: 'pages', made: setPages(request.job) }
    : { id: request.id, told: 'image', size: measureImage(request.name, request.bytes) }

/** A letter that says nothing: setting it reads the fonts and templates before the first real one comes. */
const EMPTY: PageJob = {
  template: 'letter-only.typ',
  data: {
    title: '-',
    author: '-',
    language: 'en-US',
    footer: '',
    letter: {
      title: '-',
      from: ['-'],
      to: ['-'],
      date: '-',
      re: [],
      salutation: '',
      blocks: [],
      enclosures: [],
      attachments: [],
    },
  },
  numbers: null,
  today: '2000-01-01',
  files: new Map(),
}

let last: Promise<void> = Promise.resolve()
parentPort?.on('message', (request: Request) => {
  last = last.then(async () => {
    parentPort?.postMessage(answered(request))
    // Freed documents are given back only when the event loop turns; a tight loop would leak.
    await new Promise((resolve) => setImmediate(resolve))
  })
})
setPages(EMPTY)
