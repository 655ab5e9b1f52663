import { describe, expect, it } from 'vitest'
import { spanOf } from '../../src/reading/document.ts'
import type { Glyph } from '../../src/reading/layout/glyph.ts'
import { layoutPage } from '../../src/reading/layout/page.ts'

/** Characters of fixed width set on a line: `y` is the top, the line is `size` high. */
const print = (text: string, x: number, y: number, size = 10, width = 6): Glyph[] =>
  [...text].map((char, i) => ({ text: char, x: x + i * width, width, top: y, bottom: y + size }))

const textOf = (...runs: Glyph[][]) => layoutPage(1, 612, 792, runs.flat()).text

describe('page layout', () => {
  it('keeps a two-column letterhead apart and in rows, whatever the drawing order', () => {
    const left = [print('ACME HEALTH', 36, 40), print('Denver, CO', 36, 52)]
    const right = [print('Date: 1/2/2026', 360, 40), print('Member: Jo Doe', 360, 52)]
    const [a, b] = textOf(...left, ...right).split('\n')
    expect(a).toMatch(/^ACME HEALTH {3,}Date: 1\/2\/2026$/)
    expect(b).toMatch(/^Denver, CO {3,}Member: Jo Doe$/)
    expect(a?.indexOf('Date')).toBe(b?.indexOf('Member'))
  })

  it('leaves one blank line for a paragraph gap and none between close lines', () => {
    expect(textOf(print('one', 36, 40), print('two', 36, 52), print('three', 36, 80))).toBe('one\ntwo\n\nthree')
  })

  it('does not run two tightly set rows into each other', () => {
    const text = textOf(print('CO-252', 300, 100), print('$0.00/$0.00', 300, 105))
    expect(text).toContain('CO-252')
    expect(text).toContain('$0.00/$0.00')
  })

  it('reads words printed twice for boldness once', () => {
    expect(textOf(print('DENIED', 36, 40), print('DENIED', 36.3, 40))).toBe('DENIED')
  })

  it('sets a justified line with single spaces, but not a row of amounts', () => {
    const at = (words: string[]) => words.map((w, i) => print(w, 36 + i * 90, 40))
    expect(textOf(...at(['Hadlima', 'adalimu', 'subcuta', 'injecti', 'productt']))).not.toMatch(/ {2}/)
    expect(textOf(...at(['$100.00', '$200.00', '$300.00', '$400.00', '$500.00']))).toMatch(/ {2}/)
  })

  it('places every word at its own characters', () => {
    const page = layoutPage(1, 612, 792, [...print('Claim number', 36, 40), ...print('77-1', 300, 40)])
    for (const w of page.words) expect(page.text.slice(w.start, w.end)).toMatch(/^\S+$/)
    const doc = { id: 'd', name: 'd', media: 'pdf', sha256: '', pages: [page] } as const
    const span = spanOf(doc, page, page.text.indexOf('77-1'), page.text.length)
    expect(span).toMatchObject({ quote: '77-1', boxes: [{ page: 1, x: 300, y: 40 }] })
  })

  it('keeps a giant page from becoming a giant text', () => {
    expect(textOf(print('a', 0, 0), print('b', 9_000_000, 0)).length).toBeLessThan(500)
  })
})
