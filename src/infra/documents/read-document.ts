import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { type Outcome, ok } from '../../base/outcome.ts'
import type { Problem } from '../../base/problem.ts'
import { isFhir } from '../../facts/fhir/open.ts'
import { fhirPages } from '../../facts/fhir/pages.ts'
import type { Page, SourceDocument } from '../../reading/document.ts'
import { textPages } from '../../reading/text-pages.ts'
import { pictureKind } from '../images/kinds.ts'
import type { PageImage } from '../images/pageImage.ts'
import type { Ocr, OcrUse } from '../ocr/ocr.ts'
import { decodeText } from './decode-text.ts'
import { fault } from './faults.ts'
import { readPdf } from './read-pdf.ts'
import { readPicture } from './read-picture.ts'
import { sniff } from './sniff.ts'

export interface DocumentFile {
  /** Stable within a case: "denial", "policy", "record-1" … */
  readonly id: string
  readonly name: string
  readonly bytes: Uint8Array
  /** Pages of a PDF beyond this are not read, and a warning says so. Default 400. */
  readonly maxPages?: number
}

export interface Decoded {
  readonly media: SourceDocument['media']
  readonly pages: readonly Page[]
  readonly warnings: readonly Problem[]
  /** By page number: the pictures of pages that were recognised. */
  readonly images?: ReadonlyMap<number, PageImage>
}

export interface ReadDocument {
  readonly document: SourceDocument
  /**
   * By page number, for pages that were recognised: the picture that the page's boxes lie on, evened out,
   * level and upright. Pages that are missing here are shown as the file has them (`pageImage`).
   */
  readonly images: ReadonlyMap<number, PageImage>
}

const MAX_TEXT_BYTES = 20 * 1024 * 1024
const MAX_PAGES = 400

/** Bytes to positioned text, judged by content, never by the file's name. Pictures are read when `ocr` is given. */
export async function readDocument(
  file: DocumentFile,
  ocr: Ocr | null = null,
  use: OcrUse = {},
): Promise<Outcome<SourceDocument>> {
  const read = await readWithImages(file, ocr, use)
  return read.ok ? ok(read.value.document, read.warnings) : read
}

/** As `readDocument`, with the pictures that the boxes of recognised pages lie on. */
export async function readWithImages(file: DocumentFile, ocr: Ocr | null, use: OcrUse = {}): Promise<Outcome<ReadDocument>> {
  const name = basename(file.name)
  const decoded = await decode(file, name, ocr, use)
  if (!decoded.ok) return decoded
  const { media, pages, warnings, images = new Map() } = decoded.value
  if (pages.every((page) => page.text.trim() === ''))
    return media === 'pdf' ? fault(ocr ? 'illegible' : 'scan', name) : fault(media === 'image' ? 'illegible' : 'blank', name)
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  return ok({ document: { id: file.id, name, media, sha256, pages }, images }, warnings)
}

async function decode(file: DocumentFile, name: string, ocr: Ocr | null, use: OcrUse): Promise<Outcome<Decoded>> {
  const { bytes } = file
  if (bytes.length === 0) return fault('empty', name)
  const picture = ocr && pictureKind(bytes)
  if (picture) return readPicture(new Uint8Array(bytes), name, picture, ocr, use)
  const kind = sniff(bytes)
  if (kind === 'pdf') return readPdf(bytes, name, file.maxPages ?? MAX_PAGES, ocr, use)
  if (kind === 'binary') return fault(await binaryKind(bytes), name)
  if (kind === 'svg') return fault('drawing', name)
  if (kind === 'rtf') return fault('rtf', name)
  if (bytes.length > MAX_TEXT_BYTES) return fault('huge', name)
  if (kind === 'zip') return readDocx(bytes, name)
  const text = decodeText(bytes)
  if (isFhir(text)) {
    const bundle = fhirPages(text, name)
    return bundle.ok ? ok({ media: 'fhir', pages: bundle.value.pages, warnings: bundle.warnings }) : bundle
  }
  if (kind !== 'html') return ok({ media: 'text', pages: textPages(text), warnings: [] })
  const { htmlText } = await import('./html-text.ts')
  const seen = htmlText(text)
  return seen === null ? fault('huge', name) : ok({ media: 'html', pages: textPages(seen), warnings: [] })
}

async function readDocx(bytes: Uint8Array, name: string): Promise<Outcome<Decoded>> {
  const { zipContents } = await import('./zip-size.ts')
  const contents = zipContents(bytes, MAX_TEXT_BYTES * 4)
  if (!contents) return fault('docx', name)
  if (contents.tooLarge) return fault('huge', name)
  if (!contents.names.includes('word/document.xml')) return fault('archive', name)
  const { docxText } = await import('./docx-text.ts')
  try {
    const text = await docxText(bytes)
    return text === null ? fault('huge', name) : ok({ media: 'docx', pages: textPages(text), warnings: [] })
  } catch {
    return fault('docx', name)
  }
}

async function binaryKind(bytes: Uint8Array): Promise<'picture' | 'old-word' | 'archive' | 'unknown'> {
  const { fileTypeFromBuffer } = await import('file-type')
  const type = await fileTypeFromBuffer(bytes.subarray(0, 65_536))
  if (type?.mime.startsWith('image/')) return 'picture'
  if (type?.ext === 'cfb') return 'old-word'
  return type && /zip|compressed|tar|archive/.test(type.mime) ? 'archive' : 'unknown'
}
