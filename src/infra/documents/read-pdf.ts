import { type Outcome, ok } from '../../base/outcome.ts'
import { type Problem, problem } from '../../base/problem.ts'
import { fault } from './faults.ts'
import { PDF_LIMITS } from './pdf/protocol.ts'
import { readPdfPages } from './pdf/threaded.ts'
import type { Decoded } from './read-document.ts'

export async function readPdf(bytes: Uint8Array, name: string, maxPages: number): Promise<Outcome<Decoded>> {
  if (bytes.length > PDF_LIMITS.bytes) return fault('huge', name)
  const answer = await readPdfPages(new Uint8Array(bytes), maxPages)
  if (!answer.ok) return fault(answer.fault, name)
  if (answer.pages.length === 0) return fault('too-large', name)
  const unread = gaps(
    answer.pages.map((p) => p.number),
    answer.pageCount,
  )
  const pictures = answer.pages.filter((p) => p.text.trim() === '').map((p) => p.number)
  const warnings: Problem[] = []
  if (unread.length > 0)
    warnings.push(
      problem(
        'file-too-large',
        name,
        `${pagesSaid(unread)} of ${answer.pageCount} not read.`,
        'If what matters is there, give those pages as a file of their own.',
      ),
    )
  if (pictures.length > 0 && pictures.length < answer.pages.length)
    warnings.push(
      problem(
        'file-no-text',
        name,
        `${pagesSaid(intervals(pictures))} hold no text.`,
        'If they are scans, get them as text or type what matters.',
      ),
    )
  return ok({ media: 'pdf', pages: answer.pages, warnings })
}

type Interval = readonly [first: number, last: number]

function intervals(pages: readonly number[]): Interval[] {
  const found: Interval[] = []
  for (const page of pages) {
    const open = found.at(-1)
    if (open && open[1] === page - 1) found[found.length - 1] = [open[0], page]
    else found.push([page, page])
  }
  return found
}

/** The stretches of 1…last that are not among the pages. */
function gaps(pages: readonly number[], last: number): Interval[] {
  const ends = [0, ...pages, last + 1]
  return ends.slice(1).flatMap((page, i) => ((ends[i] ?? 0) + 1 < page ? [[(ends[i] ?? 0) + 1, page - 1] as const] : []))
}

/** "Pages 3, 61–2000". */
const pagesSaid = (found: readonly Interval[]): string =>
  `Pages ${found.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ')}`
