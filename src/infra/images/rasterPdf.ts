import sharp, { type Sharp } from 'sharp'
import { type Engine, startEngine } from '../documents/pdf/engine.ts'
import { ImageError } from './imageError.ts'

/** FPDF_ANNOT: stamps and filled fields are part of the page; FPDF_REVERSE_BYTE_ORDER: RGBA. */
const FLAGS = 0x01 | 0x10
const BGRA = 4
const NEEDS_PASSWORD = 4
const WHITE = 0xffffffff

let engine: Promise<Engine> | null = null

/** Runs work on PDFium; an exception from it means that it broke, and the next file gets a new one. */
async function withEngine<T>(work: (engine: Engine) => T): Promise<T> {
  engine ??= startEngine()
  const running = await engine
  try {
    return work(running)
  } catch (error) {
    if (error instanceof ImageError) throw error
    engine = null
    throw new ImageError('too-large')
  }
}

function withDocument<T>(pdfium: Engine, bytes: Uint8Array, work: (doc: number) => T): T {
  const { malloc, free } = pdfium.pdfium.wasmExports
  const memory = malloc(bytes.length)
  if (!memory) throw new ImageError('too-large')
  pdfium.pdfium.HEAPU8.set(bytes, memory)
  const doc = pdfium.FPDF_LoadMemDocument(memory, bytes.length, '')
  try {
    if (!doc) throw new ImageError(pdfium.FPDF_GetLastError() === NEEDS_PASSWORD ? 'encrypted' : 'unreadable')
    return work(doc)
  } finally {
    if (doc) pdfium.FPDF_CloseDocument(doc)
    free(memory)
  }
}

export const pdfCount = (bytes: Uint8Array): Promise<number> =>
  withEngine((pdfium) => withDocument(pdfium, bytes, (doc) => pdfium.FPDF_GetPageCount(doc)))

export interface Raster {
  readonly picture: Sharp
  readonly pixelsPerPoint: number
}

/** One page as it is shown, `scale` pixels for a point as far as its size in points allows. */
export function rasterPdf(bytes: Uint8Array, page: number, scale: (width: number, height: number) => number): Promise<Raster> {
  return withEngine((pdfium) =>
    withDocument(pdfium, bytes, (doc) => {
      const loaded = page >= 1 && page <= pdfium.FPDF_GetPageCount(doc) ? pdfium.FPDF_LoadPage(doc, page - 1) : 0
      if (!loaded) throw new ImageError('unreadable')
      try {
        return draw(pdfium, loaded, scale)
      } finally {
        pdfium.FPDF_ClosePage(loaded)
      }
    }),
  )
}

function draw(pdfium: Engine, page: number, scale: (width: number, height: number) => number): Raster {
  const points = { width: pdfium.FPDF_GetPageWidthF(page), height: pdfium.FPDF_GetPageHeightF(page) }
  if (!(points.width > 0 && points.height > 0)) throw new ImageError('unreadable')
  const pixelsPerPoint = scale(points.width, points.height)
  const width = Math.max(1, Math.round(points.width * pixelsPerPoint))
  const height = Math.max(1, Math.round(points.height * pixelsPerPoint))
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, BGRA, 0, 0)
  if (!bitmap) throw new ImageError('too-large')
  try {
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, FLAGS)
    const at = pdfium.FPDFBitmap_GetBuffer(bitmap)
    const pixels = pdfium.pdfium.HEAPU8.slice(at, at + width * height * 4)
    return { picture: sharp(pixels, { raw: { width, height, channels: 4 } }).removeAlpha(), pixelsPerPoint }
  } finally {
    pdfium.FPDFBitmap_Destroy(bitmap)
  }
}
