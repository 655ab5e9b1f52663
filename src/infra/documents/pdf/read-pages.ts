import { layoutPage } from '../../../reading/layout/page.ts'
import type { Engine } from './engine.ts'
import { pageGlyphs } from './page-glyphs.ts'
import { PDF_LIMITS, type PdfEvent, type PdfFault, type PdfJob } from './protocol.ts'

type Tell = (event: PdfEvent) => void

/** PDFium's error numbers (FPDF_GetLastError): 4 is a needed password. */
const NEEDS_PASSWORD = 4

/** Reads one file page by page and returns the event that ends it; an exception means that PDFium itself broke and must be started anew. */
export function readPages(engine: Engine, job: PdfJob, tell: Tell): PdfEvent {
  const { malloc, free } = engine.pdfium.wasmExports
  const fault = (kind: PdfFault): PdfEvent => ({ id: job.id, tell: 'fault', fault: kind })
  const memory = malloc(job.bytes.length)
  if (!memory) return fault('too-large')
  engine.pdfium.HEAPU8.set(job.bytes, memory)
  const doc = engine.FPDF_LoadMemDocument(memory, job.bytes.length, '')
  try {
    if (!doc) return fault(engine.FPDF_GetLastError() === NEEDS_PASSWORD ? 'encrypted' : 'unreadable')
    const pageCount = engine.FPDF_GetPageCount(doc)
    if (pageCount < 1) return fault('unreadable')
    tell({ id: job.id, tell: 'opened', pageCount })
    eachPage(engine, doc, job, Math.min(pageCount, job.maxPages), tell)
    return { id: job.id, tell: 'end' }
  } finally {
    if (doc) engine.FPDF_CloseDocument(doc)
    free(memory)
  }
}

function eachPage(engine: Engine, doc: number, job: PdfJob, last: number, tell: Tell): void {
  let characters = 0
  for (let i = 0; i < last; i++) {
    const found = characters < PDF_LIMITS.characters ? pageGlyphs(engine, doc, i) : null
    if (found) {
      characters += found.glyphs.length
      tell({ id: job.id, tell: 'page', page: layoutPage(i + 1, found.width, found.height, found.glyphs), scan: found.scan })
    } else tell({ id: job.id, tell: 'unread', number: i + 1 })
  }
}
