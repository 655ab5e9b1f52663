import type { Page, Word } from '../../reading/document.ts'
import type { Glyph } from '../../reading/layout/glyph.ts'
import { layoutPage } from '../../reading/layout/page.ts'
import { inkBox, lineBox } from './lineBox.ts'
import type { RecognisedLine, RecognisedWord } from './tsv.ts'

/** Marks without a letter or digit that the engine itself doubts: rules, specks and edges, not words. */
const NOISE = 0.5

const isNoise = (word: RecognisedWord) => word.confidence < NOISE && !/[\p{L}\d]/u.test(word.text)

/**
 * The page as the reading expects it, from the words of its picture. Nothing that was recognised is
 * corrected; each word carries how sure the engine was of it.
 */
export function recognisedPage(
  number: number,
  picture: { readonly width: number; readonly height: number },
  pixelsPerPoint: number,
  lines: readonly RecognisedLine[],
): Page {
  const kept = lines.map((line) => line.filter((word) => !isNoise(word))).filter((line) => line.length > 0)
  const glyphs = kept.flatMap((line) => glyphsOf(line, pixelsPerPoint))
  const page = layoutPage(number, picture.width / pixelsPerPoint, picture.height / pixelsPerPoint, glyphs)
  return { ...page, words: withConfidence(page.words, kept.flat(), pixelsPerPoint) }
}

/** Each word's letters side by side over its width, all of the line's height, with blanks between the words. */
function glyphsOf(line: RecognisedLine, scale: number): Glyph[] {
  const { top, bottom } = lineBox(line.map((w) => inkBox(w)))
  const tall = { top: top / scale, bottom: bottom / scale }
  const words = [...line].sort((a, b) => a.left - b.left)
  return words.flatMap((word, i) => {
    const letters = [...word.text]
    const width = word.width / letters.length / scale
    const glyphs = letters.map((text, k): Glyph => ({ text, x: word.left / scale + k * width, width, ...tall }))
    const next = words[i + 1]
    const right = word.left + word.width
    const gap = next ? (next.left - right) / scale : 0
    return gap > 0 ? [...glyphs, { text: ' ', x: right / scale, width: gap, ...tall }] : glyphs
  })
}

/** A laid word is as sure as the least sure of the recognised words that it is made of. */
function withConfidence(laid: readonly Word[], recognised: readonly RecognisedWord[], scale: number): Word[] {
  return laid.map((word) => {
    const { x, y, width, height } = word.box
    const under = recognised.filter((r) => {
      const left = r.left / scale
      const shared = Math.min(x + width, left + r.width / scale) - Math.max(x, left)
      if (shared <= 0.1 * Math.min(width, r.width / scale)) return false
      const middle = (r.top + r.height / 2) / scale
      return Math.abs(middle - y - height / 2) < (height + r.height / scale) / 3
    })
    return { ...word, confidence: Math.min(...under.map((r) => r.confidence), under.length > 0 ? 1 : 0) }
  })
}
