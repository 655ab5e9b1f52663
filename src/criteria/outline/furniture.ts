import { type Line, plain } from './line.ts'
import { limitNote } from './sections.ts'

/** How far from the top or bottom of a page a running header or footer may stand, in printed lines. */
const MARGIN_LINES = 4

/** Lines that are page furniture wherever they stand. */
const ALWAYS = [
  /^-?\s*(page\s+)?\d{1,3}\s*-?$/i,
  /^page \d{1,3} of \d{1,3}\b/i,
  /^\d{1,3} of \d{1,3}$/,
  /^\d{1,3}\s*\|\s*page$/i,
  /^page\s*\|\s*\d{1,3}$/i,
  /^©|^\(c\) ?(19|20)\d\d\b|^copyright (©|\(c\)|\d{4})/i,
]

/** Removes page numbers, copyright lines and whatever repeats at the edges of pages. */
export function withoutFurniture(pages: readonly (readonly Line[])[]): Line[] {
  const seen = new Map<string, Set<number>>()
  for (const [i, lines] of pages.entries())
    for (const line of edges(lines)) {
      const key = shape(line)
      if (!seen.has(key)) seen.set(key, new Set())
      seen.get(key)?.add(i)
    }
  const running = (line: Line) =>
    !isContent(line) && (seen.get(shape(line))?.size ?? 0) >= Math.max(2, Math.ceil(pages.length / 2))
  return pages.flatMap((lines) => {
    const atEdge = new Set(edges(lines))
    const kept: Line[] = []
    let blank = false
    for (const line of lines) {
      const text = plain(line.raw)
      // A page number repeats nothing, so only one that stands at an edge is furniture.
      if ((atEdge.has(line) && running(line)) || ALWAYS.some((p, i) => p.test(text) && (i > 0 || atEdge.has(line)))) {
        blank ||= line.blankBefore
        continue
      }
      kept.push(blank && !line.blankBefore ? { ...line, blankBefore: true } : line)
      blank = false
    }
    return kept
  })
}

const edges = (lines: readonly Line[]) => [...lines.slice(0, MARGIN_LINES), ...lines.slice(-MARGIN_LINES)]

/** Digits differ from page to page; the rest of a running line does not. */
const shape = (line: Line) => plain(line.raw).toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, '')

/** A list line or a connector may repeat at page edges by chance; furniture does not look like either. */
const isContent = (line: Line) =>
  /^(\(?[a-z0-9]{1,4}[.)]|[•·▪●○◦*-]\s)/i.test(line.raw) ||
  /^[-–—\s]*(and|or)[-–—\s]*$/i.test(line.raw) ||
  /[;:]$/.test(line.raw) ||
  limitNote(line.raw) !== null
