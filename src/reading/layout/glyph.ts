/** One printed character (or ligature, spelled out) as a page shows it; points, origin top left. */
export interface Glyph {
  readonly text: string
  readonly x: number
  readonly width: number
  /** Top and bottom of the font's line box, so that "a" and "b" of one line share them. */
  readonly top: number
  readonly bottom: number
}

export const heightOf = (g: { readonly top: number; readonly bottom: number }): number => g.bottom - g.top
