import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frameFor } from '../../src/infra/pdf/frame.ts'
import { tableLayout } from '../../src/packet/columns.ts'
import { printable } from '../../src/packet/glyphs.ts'
import { statusMark } from '../../src/packet/mark.ts'

const latin = (c: number) => c < 0x250 || [0x2013, 0x2014, 0x2022, 0x2192, 0x2610, 0x2713].includes(c)

test.each([
  ['plain text stays', 'ALT 3.4 × ULN, “quoted” é', (c: number) => c < 0x2100, 'ALT 3.4 × ULN, “quoted” é', 0],
  ['decomposed accents are composed', 'Jose\u0301', latin, 'José', 0],
  ['compatibility forms become plain', 'ﬁrst ①', latin, 'first 1', 0],
  ['Word’s symbol bullets become bullets', '\uf0b7 pain', latin, '• pain', 0],
  ['non-breaking hyphens become hyphens', 'step\u2011therapy', latin, 'step-therapy', 0],
  ['a run of unknown characters is one mark, and each is counted', 'Name 王小明 end', latin, 'Name [?] end', 3],
  ['emoji, variation selectors and joiners', 'ok 👩‍⚕️!', latin, 'ok [?]!', 2],
  ['control and zero-width characters vanish', 'a\u0000b\u200bc\u202ed\ufeff', latin, 'abcd', 0],
  ['a lone surrogate is shown as unknown', 'x\ud800y', latin, 'x[?]y', 1],
  ['line ends are one kind', 'a\r\nb\u2028c\td', latin, 'a\nb\nc d', 0],
])('%s', (_, text, has, shown, replaced) => {
  expect(printable(text, has)).toEqual({ text: shown, replaced })
})

test('whatever comes in, only drawable characters come out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const c of printable(text, latin).text) expect(c === '\n' || latin(c.codePointAt(0) ?? 0)).toBe(true)
    }),
  )
})

test.each([
  ['Status', 'Met', 'met'],
  ['Criterion met?', 'Exception: contraindicated', 'exception'],
  ['Status', 'No evidence yet', 'open'],
  ['Status', 'Not met', 'open'],
  ['Evidence', 'Met with Dr. Reyes', null],
  ['Status', 'Metformin since 2020', null],
])('column %s, cell %s: %s', (column, cell, mark) => {
  expect(statusMark(column, cell)).toBe(mark)
})

const words = (n: number) => 'evidence '.repeat(n).trim()

test('widths are shares of one, and no column is narrower than its longest word', () => {
  const { widths, landscape } = tableLayout(
    ['No.', 'Criterion', 'Status', 'Evidence', 'Where'],
    [1, 1, 1, 20, 1],
    [['1', 'Glomerulonephritis', 'Met', words(40), 'Exhibit B, p. 1']],
  )
  expect(widths.reduce((a, b) => a + b, 0)).toBeCloseTo(1)
  expect((widths[1] ?? 0) * 100).toBeGreaterThanOrEqual(17)
  expect(Math.max(...widths)).toBe(widths[3])
  expect(landscape).toBe(false)
})

test('six columns of prose turn the page; six of figures do not', () => {
  const columns = ['a', 'b', 'c', 'd', 'e', 'f']
  const layout = (cell: string) => tableLayout(columns, [1, 1, 1, 1, 1, 1], [columns.map(() => cell)])
  expect(layout(words(30)).landscape).toBe(true)
  expect(layout('12.5').landscape).toBe(false)
})

test('a row longer than half a page may break; a short one may not', () => {
  const layout = tableLayout(
    ['a', 'b'],
    [1, 1],
    [
      [words(4), words(4)],
      [words(400), words(4)],
    ],
  )
  expect(layout.whole).toEqual([true, false])
})

test.each([
  ['letter upright', { width: 612, height: 792 }, false],
  ['landscape', { width: 792, height: 612 }, true],
  ['a tall receipt', { width: 200, height: 1400 }, false],
  ['a poster', { width: 3000, height: 2000 }, true],
])('%s fits between title line and stamp', (_, page, landscape) => {
  for (const first of [true, false]) {
    const frame = frameFor(page, first)
    expect(frame.landscape).toBe(landscape)
    expect(frame.width / frame.height).toBeCloseTo(page.width / page.height, 2)
    expect(frame.width).toBeLessThanOrEqual((landscape ? 792 : 612) - 57)
    expect(frame.height).toBeLessThanOrEqual((landscape ? 612 : 792) - 28.8 - 54 - (first ? 26 : 0))
  }
})

test('a small picture is not blown up', () => {
  expect(frameFor({ width: 50, height: 50 }, true).width).toBe(80)
})
