import type { Finding, Span } from '../../base/span.ts'
import { type Page, type SourceDocument, spanOf } from '../document.ts'
import { type Line, linesOf } from './lines.ts'
import { plainMarks } from './plain-marks.ts'

/** A stretch of one page that belongs to a letter. */
export interface Stretch {
  readonly page: Page
  readonly from: number
  readonly to: number
}

/** The text of one letter, its pages joined and its marks made plain; offsets here are mapped back to pages by `spanAt`. */
export interface LetterText {
  readonly doc: SourceDocument
  readonly text: string
  readonly lines: readonly Line[]
  /** Printed in capitals throughout, as old claim systems do: capitals then mark no heading. */
  readonly inCapitals: boolean
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
  const plain = plainMarks(text)
  return { doc, text: plain, lines: linesOf(plain), inCapitals: isInCapitals(plain), stretches: placed }
}

const isInCapitals = (text: string): boolean => {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  const small = text.match(/\p{Ll}/gu)?.length ?? 0
  return capitals > 200 && small < 0.1 * capitals
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
