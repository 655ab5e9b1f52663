import type { SourceDocument } from '../../reading/document.ts'
import { spanOf } from '../../reading/document.ts'
import type { Clause } from '../requirement.ts'
import { type Line, plain } from './line.ts'

/** The words of wrapped lines as one line, table cells parted by dashes; a hyphen at a line end stays unless the word is known without it. */
export function joined(pieces: readonly Line[], whole: (word: string) => boolean): string {
  let text = ''
  for (const piece of pieces) {
    const next = plain(piece.raw)
    const broken = /([A-Za-z]{2,})-$/.exec(text.slice(-60))
    const tail = /^[a-z]+/.exec(next)?.[0]
    if (broken?.[1] && tail) text = (whole(`${broken[1]}${tail}`.toLowerCase()) ? text.slice(0, -1) : text) + next
    else text = text ? `${text} ${next}` : next
  }
  return text
    .replace(/\s*\|\s*/g, ' – ')
    .replace(/\s+/g, ' ')
    .replace(/[\s;,]+$/, '')
    .trim()
}

/** Words that the document prints unbroken. */
export function wordsOf(lines: readonly Line[]): (word: string) => boolean {
  const known = new Set(lines.flatMap((l) => l.raw.toLowerCase().match(/[a-z]{4,}/g) ?? []))
  return (word) => known.has(word)
}

/** Verbatim spans of the pieces: one for each unbroken run of a page. */
export function clauseOf(doc: SourceDocument, pieces: readonly Line[]): Clause {
  const runs: { page: number; start: number; end: number }[] = []
  for (const p of pieces) {
    const run = runs.at(-1)
    if (run && run.page === p.page) run.end = p.end
    else runs.push({ page: p.page, start: p.start, end: p.end })
  }
  const [first, ...rest] = runs.map((run) => {
    const page = doc.pages.find((p) => p.number === run.page)
    if (!page) throw new Error('a line comes from a page of its document')
    return spanOf(doc, page, run.start, run.end)
  })
  if (!first) throw new Error('a clause has words')
  return rest.length ? { kind: 'policy', span: first, rest } : { kind: 'policy', span: first }
}
