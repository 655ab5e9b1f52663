import { type Outcome, ok } from '../../base/outcome.ts'
import { type Problem, problem } from '../../base/problem.ts'
import type { PageImage } from '../images/pageImage.ts'
import type { Ocr, OcrUse } from '../ocr/ocr.ts'
import { fault } from './faults.ts'
import { type Interval, pagesSaid, stretchesSaid } from './pages-said.ts'
import { PDF_LIMITS } from './pdf/protocol.ts'
import { readPdfPages } from './pdf/threaded.ts'
import type { Decoded } from './read-document.ts'
import { asDoubtful, recogniseScans } from './scans.ts'

const NO_IMAGES: ReadonlyMap<number, PageImage> = new Map()

/** The pages of a PDF by their text; those that are pictures are recognised when `ocr` is given. */
export async function readPdf(
  bytes: Uint8Array,
  name: string,
  maxPages: number,
  ocr: Ocr | null,
  use: OcrUse,
): Promise<Outcome<Decoded>> {
  if (bytes.length > PDF_LIMITS.bytes) return fault('huge', name)
  const answer = await readPdfPages(new Uint8Array(bytes), maxPages)
  if (!answer.ok) return fault(answer.fault, name)
  if (answer.pages.length === 0) return fault('too-large', name)
  const unread = gaps(
    answer.pages.map((p) => p.number),
    answer.pageCount,
  )
  const recognised = ocr && (await recogniseScans({ bytes: new Uint8Array(bytes), name }, answer, ocr, use))
  const pages = recognised?.pages ?? answer.pages.map((p) => (answer.scans.has(p.number) ? asDoubtful(p) : p))
  const pictures = pages.filter((p) => p.text.trim() === '').map((p) => p.number)
  if (recognised && recognised.unread.length > 0 && pictures.length === pages.length) return fault('unrecognised', name)
  const warnings: Problem[] = []
  if (unread.length > 0)
    warnings.push(
      problem(
        'file-too-large',
        name,
        `${stretchesSaid(unread)} of ${answer.pageCount} not read.`,
        'If what matters is there, give those pages as a file of their own.',
      ),
    )
  if (recognised) warnings.push(...recognised.warnings)
  else if (pictures.length > 0 && pictures.length < pages.length)
    warnings.push(
      problem(
        'file-no-text',
        name,
        `${pagesSaid(pictures)} hold no text.`,
        'If they are scans, get them as text or type what matters.',
      ),
    )
  return ok({ media: 'pdf', pages, warnings, images: recognised?.images ?? NO_IMAGES })
}

/** The stretches of 1…last that are not among the pages. */
function gaps(pages: readonly number[], last: number): Interval[] {
  const ends = [0, ...pages, last + 1]
  return ends.slice(1).flatMap((page, i) => ((ends[i] ?? 0) + 1 < page ? [[(ends[i] ?? 0) + 1, page - 1] as const] : []))
}
