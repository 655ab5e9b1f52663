import type { Box, Span } from '../base/span.ts'

/** A run of characters with its place: one word. `start`/`end` index the page's text. */
export interface Word {
  readonly start: number
  readonly end: number
  readonly box: Box
  /** 0–1, how sure the recognition of a picture is; absent: the text itself says so. */
  readonly confidence?: number
}

/** Text in reading order, lines separated by "\n", columns kept apart by two or more spaces. */
export interface Page {
  /** 1-based. */
  readonly number: number
  readonly width: number
  readonly height: number
  readonly text: string
  /** Empty for formats without positions. */
  readonly words: readonly Word[]
}

export interface SourceDocument {
  /** Stable within a case: "denial", "policy", "record-1" … */
  readonly id: string
  /** The file's name as given, without folders. */
  readonly name: string
  readonly media: 'pdf' | 'docx' | 'html' | 'text' | 'image' | 'fhir'
  readonly sha256: string
  readonly pages: readonly Page[]
}

/** The span of a range of one page; throws when the range is not in the text (our own promise). */
export function spanOf(doc: SourceDocument, page: Page, start: number, end: number): Span {
  if (start < 0 || end > page.text.length || start >= end)
    throw new RangeError(`span ${start}-${end} outside page ${page.number}`)
  const boxes: Box[] = []
  for (const w of page.words) {
    if (w.end <= start || w.start >= end) continue
    const last = boxes.at(-1)
    const sameLine = last && Math.abs(last.y - w.box.y) < last.height / 2 && w.box.x >= last.x
    if (last && sameLine) {
      const right = Math.max(last.x + last.width, w.box.x + w.box.width)
      const bottom = Math.max(last.y + last.height, w.box.y + w.box.height)
      const y = Math.min(last.y, w.box.y)
      boxes[boxes.length - 1] = { ...last, y, width: right - last.x, height: bottom - y }
    } else boxes.push(w.box)
  }
  return { doc: doc.id, page: page.number, start, end, quote: page.text.slice(start, end), boxes }
}
