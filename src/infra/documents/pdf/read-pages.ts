import type { Page } from '../../../reading/document.ts'
import { layoutPage } from '../../../reading/layout/page.ts'
import type { Engine } from './engine.ts'
import { pageGlyphs } from './page-glyphs.ts'
import { PDF_LIMITS, type PdfAnswer, type PdfFault, type PdfJob } from './protocol.ts'

/** PDFium's error numbers (FPDF_GetLastError): 4 is a needed password. */
const NEEDS_PASSWORD = 4

/** Reads one file; an exception means that PDFium itself broke and must be started anew. */
export function readPages(engine: Engine, job: PdfJob): PdfAnswer {
  const { malloc, free } = engine.pdfium.wasmExports
  const memory = malloc(job.bytes.length)
  if (!memory) return { id: job.id, ok: false, fault: 'too-large' }
  engine.pdfium.HEAPU8.set(job.bytes, memory)
  const doc = engine.FPDF_LoadMemDocument(memory, job.bytes.length, '')
  try {
    if (!doc) return { id: job.id, ok: false, fault: faultOf(engine.FPDF_GetLastError()) }
    const pageCount = engine.FPDF_GetPageCount(doc)
    if (pageCount < 1) return { id: job.id, ok: false, fault: 'unreadable' }
    return { id: job.id, ok: true, pageCount, ...readUpTo(engine, doc, Math.min(pageCount, job.maxPages)) }
  } finally {
    if (doc) engine.FPDF_CloseDocument(doc)
    free(memory)
  }
}

const faultOf = (error: number): PdfFault => (error === NEEDS_PASSWORD ? 'encrypted' : 'unreadable')

function readUpTo(engine: Engine, doc: number, last: number): { pages: Page[]; unread: number[] } {
  const pages: Page[] = []
  const unread: number[] = []
  let characters = 0
  for (let i = 0; i < last; i++) {
    const found = characters < PDF_LIMITS.characters ? pageGlyphs(engine, doc, i) : null
    if (!found) {
      unread.push(i + 1)
      continue
    }
    characters += found.glyphs.length
    pages.push(layoutPage(i + 1, found.width, found.height, found.glyphs))
  }
  return { pages, unread }
}
