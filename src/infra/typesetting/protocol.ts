/** Where a part begins, as `part-start` in the templates says it. */
export interface PartStart {
  readonly kind: string
  readonly id: string | null
  readonly first: number
}

/** One pass over one template. */
export interface PageJob {
  /** File name in `templates/`. */
  readonly template: string
  /** Given as a file, not as markup, so that no text can act as code. */
  readonly data: unknown
  /** What depends on page numbers; null for templates that need none. */
  readonly numbers: unknown
  /** ISO date, written into the file as its time of creation. */
  readonly today: string
  /** Images the template opens by name. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** What the typesetter says of a fault; it may quote the text it failed on. */
export type Diagnostic = string

export type PagesMade =
  | {
      readonly kind: 'made'
      readonly pdf: Uint8Array
      readonly pageCount: number
      readonly starts: readonly PartStart[]
      /** Why the file is not PDF/UA-1; empty when it is. */
      readonly missed: readonly Diagnostic[]
    }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] }

export interface ImageSize {
  readonly width: number
  readonly height: number
}

/** What the typesetting thread is asked, and what it answers under the same id. */
export type Request = { readonly id: number } & (
  | { readonly ask: 'pages'; readonly job: PageJob }
  | { readonly ask: 'image'; readonly name: string; readonly bytes: Uint8Array }
)
export type Answer = { readonly id: number } & (
  | { readonly told: 'pages'; readonly made: PagesMade }
  | { readonly told: 'image'; readonly size: ImageSize | null }
)
