/** A rectangle on a page in points (1/72 inch), origin top left. */
export interface Box {
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Where something was read: document id, 1-based page, half-open character range in that page's
 * text, the words themselves (verbatim, `quote === page.text.slice(start, end)`), and, where the
 * format has positions, the boxes they occupy.
 */
export interface Span {
  readonly doc: string
  readonly page: number
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly boxes: readonly Box[]
}

/** A value read from a document. `confidence` 0–1: 1 means labelled outright in the text. */
export interface Finding<T> {
  readonly value: T
  readonly span: Span
  readonly confidence: number
}
