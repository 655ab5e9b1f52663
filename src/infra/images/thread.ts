/**
 * The thread that unpacks pictures and draws pages: a hostile file can be stopped from outside.
 * Started by `threaded.ts`, never imported.
 */
import { parentPort } from 'node:worker_threads'
import { pictureCount } from './decode.ts'
import { ImageError } from './imageError.ts'
import type { Answers, Ask, Told } from './protocol.ts'
import { pdfCount } from './rasterPdf.ts'
import { encodeGray, showPage } from './show.ts'

// The decoders' remarks on files are for nobody's log.
Object.assign(console, { error() {}, warn() {}, log() {} })

async function answer(ask: Ask): Promise<Answers[keyof Answers]> {
  if (ask.what === 'count') return ask.kind === 'pdf' ? pdfCount(ask.bytes) : pictureCount(ask.bytes, ask.kind)
  if (ask.what === 'show') return showPage(ask.bytes, ask.kind, ask.page, ask.width, ask.type)
  if (ask.what === 'encode') return encodeGray(ask.gray, ask.width, ask.type)
  const { prepare } = await import('../ocr/prepare/prepare.ts')
  return prepare(ask.bytes, ask.kind, ask.page)
}

async function work({ id, ask }: { readonly id: number; readonly ask: Ask }): Promise<void> {
  let told: Told
  try {
    told = { id, ok: true, value: await answer(ask) }
  } catch (error) {
    told = { id, ok: false, fault: error instanceof ImageError ? error.fault : 'unreadable' }
  }
  parentPort?.postMessage(told)
}

// One after the other, so that what is timed outside is one page's work.
let last: Promise<void> = Promise.resolve()
parentPort?.on('message', (message) => {
  last = last.then(() => work(message))
})
