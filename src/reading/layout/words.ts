import { type Glyph, heightOf } from './glyph.ts'

export interface LaidWord {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A gap wider than this share of the line height separates two words where no space was drawn. */
const WORD_GAP = 0.16

/** Cuts one line's characters into words at drawn spaces and at visible gaps. */
export function wordsOf(glyphs: readonly Glyph[]): LaidWord[] {
  const words: LaidWord[] = []
  let open: LaidWord | null = null
  for (const g of glyphs) {
    if (g.text.trim() === '') {
      open = null
      continue
    }
    const joins: boolean = open !== null && g.x - open.right <= WORD_GAP * heightOf(g)
    if (open && joins) {
      open = {
        text: open.text + g.text,
        x: open.x,
        right: Math.max(open.right, g.x + g.width),
        top: Math.min(open.top, g.top),
        bottom: Math.max(open.bottom, g.bottom),
      }
      words[words.length - 1] = open
    } else {
      open = { text: g.text, x: g.x, right: g.x + g.width, top: g.top, bottom: g.bottom }
      words.push(open)
    }
  }
  return words
}
