import type { Page } from './document.ts'

/** US Letter in points: the size given to pages of formats that have none. */
const WIDTH = 612
const HEIGHT = 792

/** Pages of text without positions, cut at form feeds. Line ends become "\n"; nothing else changes. */
export function textPages(text: string): Page[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\f')
    .filter((page, i) => i === 0 || page.trim() !== '')
    .map((page, i) => ({ number: i + 1, width: WIDTH, height: HEIGHT, text: page, words: [] }))
}
