import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { CARD, type CardWords } from '../../document/card.ts'
import { type Engine, startEngine } from '../documents/pdf/engine.ts'
import { fonts } from '../typesetting/fonts.ts'
import { pngOf } from './png.ts'
import { fontOfWoff } from './woff.ts'

/** Set by Typst, drawn by PDFium, written as PNG: one after the other in a thread of its own. */
export async function cardPainter(): Promise<(words: CardWords) => Buffer> {
  const require = createRequire(import.meta.url)
  const heading = fontOfWoff(readFileSync(require.resolve('@fontsource/fraunces/files/fraunces-latin-600-normal.woff')))
  const workspace = import.meta.dirname
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: [heading, ...fonts().files] }] })
  const engine = await startEngine()
  return (words) => {
    compiler.mapShadow(join(workspace, 'data.json'), Buffer.from(JSON.stringify(words)))
    try {
      // A file of data, so that no title can act as markup; a fixed time, so that the same words give the same bytes.
      const pdf = compiler.pdf({ mainFilePath: join(workspace, 'card.typ') }, { creationTimestamp: 0 })
      return pngOfPdf(engine, pdf)
    } finally {
      compiler.resetShadow()
      compiler.evictCache(2)
    }
  }
}

/** PDFium's flags: text drawn for a screen of any kind, not for the stripes of an LCD. */
const PLAIN = 0

function pngOfPdf(engine: Engine, pdf: Uint8Array): Buffer {
  const { malloc, free } = engine.pdfium.wasmExports
  const memory = malloc(pdf.length)
  if (!memory) throw new Error('no memory for the picture')
  engine.pdfium.HEAPU8.set(pdf, memory)
  const doc = engine.FPDF_LoadMemDocument(memory, pdf.length, '')
  const page = engine.FPDF_LoadPage(doc, 0)
  const bitmap = engine.FPDFBitmap_Create(CARD.width, CARD.height, 0)
  try {
    if (!doc || !page || !bitmap) throw new Error('the picture cannot be drawn')
    engine.FPDFBitmap_FillRect(bitmap, 0, 0, CARD.width, CARD.height, 0xffffffff)
    engine.FPDF_RenderPageBitmap(bitmap, page, 0, 0, CARD.width, CARD.height, 0, PLAIN)
    const stride = engine.FPDFBitmap_GetStride(bitmap)
    const at = engine.FPDFBitmap_GetBuffer(bitmap)
    return pngOf(engine.pdfium.HEAPU8.subarray(at, at + stride * CARD.height), CARD.width, CARD.height, stride)
  } finally {
    if (bitmap) engine.FPDFBitmap_Destroy(bitmap)
    if (page) engine.FPDF_ClosePage(page)
    if (doc) engine.FPDF_CloseDocument(doc)
    free(memory)
  }
}
