import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Page } from '../../../reading/document.ts'
import { Line, type Work } from './line.ts'
import { PDF_LIMITS, type PdfAnswer, type PdfEvent, type PdfFault } from './protocol.ts'

/** One thread for the process, started at the first PDF. */
const line = new Line(() => {
  // The extension follows this file's own, so that compiled copies start their compiled sibling.
  const extension = extname(fileURLToPath(import.meta.url))
  return new Worker(new URL(`./thread${extension}`, import.meta.url), {
    // A page leaves some ten thousand small objects behind; in a small nursery they would be copied before they are let go.
    resourceLimits: { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 48 },
  })
})
let nextId = 0

/** Starts the thread ahead of the first file. */
export const warmPdf = (): void => line.warm()

/** Work of another kind for the same thread: a second PDFium would cost its start and its memory once more. */
export const addToPdfThread = (work: Work): void => line.add(work)

/** Reads one PDF at a time, in order; a file that outlasts its time costs the thread, and only that file's rest. */
export function readPdfPages(bytes: Uint8Array<ArrayBuffer>, maxPages: number): Promise<PdfAnswer> {
  const id = nextId++
  return new Promise((resolve) => {
    const pages: Page[] = []
    const scans = new Set<number>()
    let pageCount = 0
    // Pages that were read before the fault are kept; the reader says which are missing.
    const finish = (fault: PdfFault | null) =>
      resolve(fault && pages.length === 0 ? { ok: false, fault } : { ok: true, pageCount, pages, scans })
    line.add({
      message: { id, bytes, maxPages },
      silence: PDF_LIMITS.silence,
      time: PDF_LIMITS.time,
      hear(said) {
        const event = said as PdfEvent
        if (event.id !== id) return 'more'
        if (event.tell === 'opened') pageCount = event.pageCount
        else if (event.tell === 'page') {
          pages.push(event.page)
          if (event.scan) scans.add(event.page.number)
        }
        // A thread that a file made large keeps that memory; a new one starts small.
        else if (event.tell === 'fault' && event.fault === 'too-large') return 'broken'
        else if (event.tell === 'fault') finish(event.fault)
        else if (event.tell === 'end') finish(null)
        return event.tell === 'fault' || event.tell === 'end' ? 'done' : 'more'
      },
      stopped: () => finish('too-large'),
    })
  })
}
