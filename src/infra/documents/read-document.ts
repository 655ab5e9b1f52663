import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { type Outcome, ok } from '../../base/outcome.ts'
import type { Problem } from '../../base/problem.ts'
import type { Page, SourceDocument } from '../../reading/document.ts'
import { textPages } from '../../reading/text-pages.ts'
import { decodeText } from './decode-text.ts'
import { fault } from './faults.ts'
import { readPdf } from './read-pdf.ts'
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
}

const MAX_TEXT_BYTES = 20 * 1024 * 1024
const MAX_PAGES = 400

/** Bytes to positioned text, judged by content, never by the file's name. */
export async function readDocument(file: DocumentFile): Promise<Outcome<SourceDocument>> {
  const name = basename(file.name)
  const decoded = await decode(file, name)
  if (!decoded.ok) return decoded
  const { media, pages, warnings } = decoded.value
  if (pages.every((page) => page.text.trim() === '')) return fault(media === 'pdf' ? 'scan' : 'blank', name)
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  return ok({ id: file.id, name, media, sha256, pages }, warnings)
}

async function decode(file: DocumentFile, name: string): Promise<Outcome<Decoded>> {
  const { bytes } = file
  if (bytes.length === 0) return fault('empty', name)
  const kind = sniff(bytes)
  if (kind === 'pdf') return readPdf(bytes, name, file.maxPages ?? MAX_PAGES)
  if (kind === 'binary') return fault(await binaryKind(bytes), name)
  if (kind === 'rtf') return fault('rtf', name)
  if (bytes.length > MAX_TEXT_BYTES) return fault('huge', name)
  if (kind === 'zip') return readDocx(bytes, name)
  const text = decodeText(bytes)
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
