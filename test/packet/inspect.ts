import type { Engine } from '../../src/infra/documents/pdf/engine.ts'
import { startEngine } from '../../src/infra/documents/pdf/engine.ts'

export interface Inspected {
  readonly pages: readonly InspectedPage[]
  readonly labels: readonly string[]
  /** Title and 1-based page, in order, children after their parent. */
  readonly bookmarks: readonly { readonly title: string; readonly page: number; readonly depth: number }[]
  readonly tagged: boolean
}

export interface InspectedPage {
  readonly text: string
  readonly width: number
  readonly height: number
  /** Structure types on the page, with repetition. */
  readonly tags: readonly string[]
  readonly alts: readonly string[]
}

let engine: Promise<Engine> | null = null

/** Reads a PDF with PDFium, which shares no code with what wrote it. */
export async function inspect(bytes: Uint8Array): Promise<Inspected> {
  engine ??= startEngine()
  const e = await engine
  const { malloc } = e.pdfium.wasmExports as unknown as { malloc: (n: number) => number }
  const buffer = malloc(1 << 16)
  const utf16 = (length: number) =>
    Buffer.from(e.pdfium.HEAPU8.subarray(buffer, buffer + Math.max(0, length - 2))).toString('utf16le')
  const at = malloc(bytes.length)
  e.pdfium.HEAPU8.set(bytes, at)
  const doc = e.FPDF_LoadMemDocument(at, bytes.length, '')
  if (!doc) throw new Error(`PDFium can't open it: ${e.FPDF_GetLastError()}`)

  const pages: InspectedPage[] = []
  const labels: string[] = []
  for (let i = 0; i < e.FPDF_GetPageCount(doc); i++) {
    const page = e.FPDF_LoadPage(doc, i)
    const textPage = e.FPDFText_LoadPage(page)
    let text = ''
    for (let c = 0; c < e.FPDFText_CountChars(textPage); c++) text += String.fromCodePoint(e.FPDFText_GetUnicode(textPage, c))
    const tags: string[] = []
    const alts: string[] = []
    const tree = e.FPDF_StructTree_GetForPage(page)
    const walk = (element: number) => {
      tags.push(utf16(e.FPDF_StructElement_GetType(element, buffer, 1 << 16)))
      const alt = utf16(e.FPDF_StructElement_GetAltText(element, buffer, 1 << 16))
      if (alt) alts.push(alt)
      for (let k = 0; k < e.FPDF_StructElement_CountChildren(element); k++) {
        const child = e.FPDF_StructElement_GetChildAtIndex(element, k)
        if (child) walk(child)
      }
    }
    for (let k = 0; k < e.FPDF_StructTree_CountChildren(tree); k++) walk(e.FPDF_StructTree_GetChildAtIndex(tree, k))
    pages.push({ text, width: e.FPDF_GetPageWidthF(page), height: e.FPDF_GetPageHeightF(page), tags, alts })
    labels.push(utf16(e.FPDF_GetPageLabel(doc, i, buffer, 1 << 16)))
    e.FPDF_StructTree_Close(tree)
    e.FPDFText_ClosePage(textPage)
    e.FPDF_ClosePage(page)
  }

  const bookmarks: { title: string; page: number; depth: number }[] = []
  const outline = (parent: number, depth: number) => {
    for (let b = e.FPDFBookmark_GetFirstChild(doc, parent); b; b = e.FPDFBookmark_GetNextSibling(doc, b)) {
      const title = utf16(e.FPDFBookmark_GetTitle(b, buffer, 1 << 16))
      bookmarks.push({ title, page: e.FPDFDest_GetDestPageIndex(doc, e.FPDFBookmark_GetDest(doc, b)) + 1, depth })
      outline(b, depth + 1)
    }
  }
  outline(0, 0)
  const tagged = e.FPDFCatalog_IsTagged(doc)
  e.FPDF_CloseDocument(doc)
  return { pages, labels, bookmarks, tagged }
}

/** Text with every run of white space as one space, so that line breaks don't matter. */
export const flat = (text: string): string => text.replace(/\s+/g, ' ')

/** The catalog and other uncompressed objects, for what PDFium has no call for. */
export const raw = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1')
