import type { LaidWord } from './words.ts'

/**
 * A justified line stretches every space alike; columns never line up so evenly. Such a line is read
 * with single spaces even where the stretched gaps are as wide as a column gap.
 */
export function isJustified(words: readonly LaidWord[], pitch: number): boolean {
  const body = words[0] && words[0].text.length <= 2 ? words.slice(1) : words
  if (body.length < 4 || body.some((w) => !/\p{L}|^[–—-]$/u.test(w.text))) return false
  const gaps = body.slice(1).map((w, i) => w.x - (body[i]?.right ?? 0))
  return Math.max(...gaps) - Math.min(...gaps) <= 0.35 * pitch
}
