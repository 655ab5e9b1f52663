import type { RecognisedWord } from './tsv.ts'

/** Shares of the size of type by which letters rise above the base line and fall below it. */
const RISE = 0.72
const SMALL_RISE = 0.49
const FALL = 0.21
/** The line's own box: what a font reserves, so that every line of one size is as tall as the others. */
const LINE_RISE = 0.92
const LINE_FALL = 0.24

interface Ink {
  /** Base line and size of type, in pixels, as the word's own letters let them be told. */
  readonly base: number
  readonly size: number
  readonly weight: number
}

/** Where the word's base line lies, from its box and the letters in it. */
export function inkBox({ text, top, height }: Pick<RecognisedWord, 'text' | 'top' | 'height'>): Ink {
  const rise = /[\p{Lu}\dbdfhijklt"'$%&()[\]{}/\\|!?#@*]/u.test(text) ? RISE : SMALL_RISE
  const fall = /[gjpqyQ,;()[\]{}|$@]/.test(text) ? FALL : 0
  const size = height / (rise + fall)
  return { base: top + height - fall * size, size, weight: /[\p{L}\d]/u.test(text) ? [...text].length : 0.01 }
}

/** The box of a line from its words: the middle by weight of base line and size. */
export function lineBox(words: readonly Ink[]): { readonly top: number; readonly bottom: number } {
  const base = middle(words, (w) => w.base)
  const size = middle(words, (w) => w.size)
  return { top: base - LINE_RISE * size, bottom: base + LINE_FALL * size }
}

function middle(words: readonly Ink[], of: (word: Ink) => number): number {
  const sorted = [...words].sort((a, b) => of(a) - of(b))
  const half = sorted.reduce((sum, w) => sum + w.weight, 0) / 2
  let seen = 0
  for (const word of sorted) {
    seen += word.weight
    if (seen >= half) return of(word)
  }
  return 0
}
