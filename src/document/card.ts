/** Pixels of a picture for sharing, as the services that show them ask for it. */
export const CARD = { width: 1200, height: 630 } as const

/** The words of a picture for sharing. */
export interface CardWords {
  readonly lang: string
  readonly title: string
  /** What the page belongs to. */
  readonly above: string
  readonly site: string
  readonly line: string
}
