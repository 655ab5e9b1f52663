import { type Glyph, heightOf } from './glyph.ts'

/** Characters drawn one after another on one line: what the writer of the page put down together. */
export interface Run {
  readonly top: number
  readonly bottom: number
  readonly x: number
  readonly right: number
  readonly glyphs: readonly Glyph[]
}

/** Cuts the drawing order where the pen jumps up, down, back or over a column gap. */
export function runsOf(glyphs: readonly Glyph[]): Run[] {
  const runs: { top: number; bottom: number; x: number; right: number; glyphs: Glyph[] }[] = []
  for (const g of glyphs) {
    const run = runs.at(-1)
    const height = heightOf(g)
    const follows =
      run &&
      Math.abs(run.bottom - g.bottom) < 0.15 * height &&
      Math.abs(run.top - g.top) < 0.4 * height &&
      g.x - run.right < height &&
      g.x - run.right > -0.4 * height &&
      g.x >= run.x
    if (follows) {
      run.glyphs.push(g)
      run.right = Math.max(run.right, g.x + g.width)
      run.top = Math.min(run.top, g.top)
    } else runs.push({ top: g.top, bottom: g.bottom, x: g.x, right: g.x + g.width, glyphs: [g] })
  }
  return runs.filter((r) => r.glyphs.some((g) => g.text.trim() !== ''))
}

export const textOf = (run: Run): string => run.glyphs.map((g) => g.text).join('')
