import type { Engine } from '../documents/pdf/engine.ts'

/** Why a file can't be shown. */
export type Refusal = 'password' | 'damaged' | 'empty' | 'slow'

/** Page sizes as people see them (crop and rotation applied), in points, and the pages as forms. */
export interface Sheets {
  readonly sizes: readonly { readonly width: number; readonly height: number }[]
  /** A PDF whose pages name the pages of the original as form XObjects /X1, /X2 … */
  readonly pdf: Uint8Array<ArrayBuffer>
}

/** What the thread is asked, and what it answers under the same id. */
export interface SheetsJob {
  readonly id: number
  readonly sheets: true
  readonly bytes: Uint8Array
}
export interface SheetsAnswer {
  readonly id: number
  readonly made: Sheets | Refusal
}

const PASSWORD_NEEDED = 4
/** Two pages a sheet: for one a sheet PDFium copies pages as they are instead of making forms. */
const PER_SHEET = 2

/**
 * Draws annotations and form values into the pages (left as annotations they would be lost, and
 * with them a "received" stamp), and turns every page into a form. Whatever dialect, encryption or
 * damage the file came with, what comes out is as PDFium writes it.
 */
export function sheetsOf(engine: Engine, bytes: Uint8Array): Sheets | Refusal {
  const { malloc, free } = allocator(engine)
  const at = malloc(bytes.length)
  engine.pdfium.HEAPU8.set(bytes, at)
  const doc = engine.FPDF_LoadMemDocument(at, bytes.length, '')
  if (!doc) {
    free(at)
    return engine.FPDF_GetLastError() === PASSWORD_NEEDED ? 'password' : 'damaged'
  }
  try {
    return fromDocument(engine, doc)
  } finally {
    engine.FPDF_CloseDocument(doc)
    free(at)
  }
}

function fromDocument(engine: Engine, doc: number): Sheets | Refusal {
  const count = engine.FPDF_GetPageCount(doc)
  if (count < 1) return 'empty'
  const sizes: { width: number; height: number }[] = []
  for (let i = 0; i < count; i++) {
    // Loading a page parses all that is drawn on it: most of the work, and of use only where there is something to draw in.
    if (engine.EPDFPage_GetAnnotCountRaw(doc, i) !== 0 && !flattened(engine, doc, i)) return 'damaged'
    const size = sizeOf(engine, doc, i)
    if (!size) return 'damaged'
    sizes.push(size)
  }
  if (sizes.some((s) => !(s.width > 0 && s.height > 0))) return 'damaged'
  const sheets = engine.FPDF_ImportNPagesToOne(doc, 1000, 1000, PER_SHEET, 1)
  if (!sheets) return 'damaged'
  try {
    return { sizes, pdf: saved(engine, sheets) }
  } finally {
    engine.FPDF_CloseDocument(sheets)
  }
}

function flattened(engine: Engine, doc: number, index: number): boolean {
  const page = engine.FPDF_LoadPage(doc, index)
  if (!page) return false
  engine.FPDFPage_Flatten(page, 0)
  engine.FPDF_ClosePage(page)
  return true
}

/** Width and height as two 32-bit floats; null where there is no such page. */
function sizeOf(engine: Engine, doc: number, index: number) {
  const { malloc, free } = allocator(engine)
  const at = malloc(8)
  try {
    if (!engine.FPDF_GetPageSizeByIndexF(doc, index, at)) return null
    const [width = 0, height = 0] = engine.pdfium.HEAPF32.subarray(at >> 2, (at >> 2) + 2)
    return { width, height }
  } finally {
    free(at)
  }
}

function saved(engine: Engine, doc: number): Uint8Array<ArrayBuffer> {
  const { malloc, free } = allocator(engine)
  const writer = engine.PDFiumExt_OpenFileWriter()
  try {
    engine.PDFiumExt_SaveAsCopy(doc, writer)
    const size = engine.PDFiumExt_GetFileWriterSize(writer)
    const at = malloc(size)
    engine.PDFiumExt_GetFileWriterData(writer, at, size)
    const out = new Uint8Array(engine.pdfium.HEAPU8.subarray(at, at + size))
    free(at)
    return out
  } finally {
    engine.PDFiumExt_CloseFileWriter(writer)
  }
}

function allocator(engine: Engine) {
  const { malloc, free } = engine.pdfium.wasmExports as { malloc?: (size: number) => number; free?: (at: number) => void }
  if (!malloc || !free) throw new Error('PDFium without malloc')
  return { malloc, free }
}
