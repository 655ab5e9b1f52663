import type { Finding, Span } from '../../base/span.ts'
import { type Page, type SourceDocument, spanOf } from '../document.ts'
import { type Line, linesOf } from './lines.ts'

/** A stretch of one page that belongs to a letter. */
export interface Stretch {
  readonly page: Page
  readonly from: number
  readonly to: number
}

/** The text of one letter, its pages joined; offsets here are mapped back to pages by `spanAt`. */
export interface LetterText {
  readonly doc: SourceDocument
  readonly text: string
  readonly lines: readonly Line[]
  readonly stretches: readonly (Stretch & { readonly at: number })[]
}

export function letterText(doc: SourceDocument, stretches: readonly Stretch[]): LetterText {
  let text = ''
  const placed = stretches.map((s) => {
    if (text) text += '\n'
    const at = text.length
    text += s.page.text.slice(s.from, s.to)
    return { ...s, at }
  })
  return { doc, text, lines: linesOf(text), stretches: placed }
}

export const wholeText = (doc: SourceDocument): LetterText =>
  letterText(
    doc,
    doc.pages.map((page) => ({ page, from: 0, to: page.text.length })),
  )

/**
 * The span of a range of the letter's text, without blanks at its ends. A range that runs over a page
 * break is cut at the end of its first page.
 */
export function spanAt(letter: LetterText, start: number, end: number): Span {
  const stretch = letter.stretches.findLast((s) => s.at <= start)
  if (!stretch) throw new RangeError(`offset ${start} lies before the letter`)
  const limit = Math.min(end, stretch.at + stretch.to - stretch.from)
  const raw = letter.text.slice(start, limit)
  const shift = stretch.from - stretch.at
  const first = start + (raw.length - raw.trimStart().length)
  return spanOf(letter.doc, stretch.page, first + shift, start + raw.trimEnd().length + shift)
}

/** A finding with its span; `confidence` 0–1, 1 meaning labelled outright. */
export const finding = <T>(letter: LetterText, value: T, start: number, end: number, confidence: number): Finding<T> => ({
  value,
  span: spanAt(letter, start, end),
  confidence,
})

/** The page number at an offset. */
export const pageAt = (letter: LetterText, offset: number): number =>
  letter.stretches.findLast((s) => s.at <= offset)?.page.number ?? 1
