import { expect, test } from 'vitest'
import { claim } from '../../src/argument/claim.ts'
import type { Block, Letter } from '../../src/document/letter.ts'
import { typeset } from '../../src/infra/typesetting/compiler.ts'
import { letterPdf } from '../../src/infra/typesetting/letterPdf.ts'
import { Ink } from '../../src/packet/ink.ts'
import { letterView } from '../../src/packet/letterView.ts'
import { blocks, letter, meta } from './fixture.ts'
import { flat, inspect, raw } from './inspect.ts'

const say = (sentence: string) => claim(sentence, [{ kind: 'statement', source: 'case file', pin: 'x', quote: sentence }])
const withBlocks = (...more: Block[]): Letter => ({ ...letter, blocks: [...more, ...blocks.slice(-2)] })

async function made(l: Letter) {
  const outcome = await letterPdf(l, meta)
  if (!outcome.ok) throw new Error(outcome.problems[0].say)
  return { pdf: outcome.value, warnings: outcome.warnings, ...(await inspect(outcome.value)) }
}

test('the letter is tagged, titled, in its language, and numbered', async () => {
  const { pdf, pages, tagged, bookmarks, warnings } = await made(letter)
  expect(tagged).toBe(true)
  expect(warnings).toEqual([])
  expect(raw(pdf)).toContain('/StructTreeRoot')
  expect(raw(pdf)).toContain('/Lang (en-US)')
  expect(raw(pdf)).toMatch(/\/MarkInfo/)
  expect(raw(pdf)).toContain('<pdfuaid:part>1</pdfuaid:part>')
  pages.forEach((page, i) => {
    expect(flat(page.text)).toContain(`Page ${i + 1} of ${pages.length}`)
    expect(flat(page.text)).toContain('Reference PA-2026-0318-7741')
  })
  expect(bookmarks.slice(0, 3).map((b) => `${b.depth} ${b.title}`)).toEqual([
    '0 Appeal of the denial of ocrelizumab (Ocrevus)',
    '1 What the denial says',
    '1 Why the denial should be reversed',
  ])
})

test('every sentence, label and address line is on the pages', async () => {
  const { pages } = await made(letter)
  const text = flat(pages.map((p) => p.text).join(' '))
  for (const line of [...letter.from, ...letter.to, letter.salutation, 'April 14, 2026']) expect(text).toContain(line)
  for (const row of letter.re) expect(text).toContain(row.claim.sentence)
  for (const block of letter.blocks) {
    if (block.kind !== 'paragraph') continue
    for (const c of block.claims) {
      // A word broken at its hyphen at the end of a line reads as two.
      const words = (s: string) => s.replace(/[^\p{L}\p{N}]+/gu, '')
      expect(words(text)).toContain(words(c.sentence))
    }
  }
})

test('signatures stand with the last words they are for', async () => {
  const { pages } = await made(letter)
  const signed = pages.find((p) => p.text.includes('Adaeze Okonkwo, MD'))
  expect(flat(signed?.text ?? '')).toContain('I reserve that right here.')
  expect(flat(signed?.text ?? '')).toContain('Maria Rivera')
})

test('a table of sixty rows breaks between rows, and repeats its head as table head on each page', async () => {
  const rows = Array.from({ length: 60 }, (_, i) => [
    [say(`Row${i + 1}a ${'criterion words '.repeat(6)}`)],
    [say('Met')],
    [say(`${'evidence words '.repeat(9)} Row${i + 1}z`)],
  ])
  const table: Block = {
    kind: 'table',
    caption: say('Sixty'),
    columns: ['Criterion', 'Status', 'Evidence'],
    widths: [2, 1, 3],
    rows,
  }
  const { pages } = await made(withBlocks(table))
  const withRows = pages.filter((p) => /Row\d+a/.test(p.text))
  expect(withRows.length).toBeGreaterThan(3)
  for (const page of withRows) {
    expect(flat(page.text)).toMatch(/Criterion\s+Status\s+Evidence/)
    expect(page.tags).toContain('Table')
    // A repeated head is an artifact: PDF/UA wants it read once, where the table starts.
    for (const [start] of page.text.matchAll(/Row\d+a/g)) expect(page.text).toContain(start.replace('a', 'z'))
  }
  expect(withRows[0]?.tags.filter((t) => t === 'TH').length).toBe(3)
  const text = pages.map((p) => p.text).join(' ')
  for (let i = 1; i <= 60; i++) expect(text).toContain(`Row${i}z`)
})

test('a row longer than a page breaks instead of running off it', async () => {
  const long = Array.from({ length: 1500 }, (_, i) => `w${i}`).join(' ')
  const table: Block = {
    kind: 'table',
    caption: say('Long'),
    columns: ['A', 'B'],
    widths: [1, 1],
    rows: [[[say(long)], [say('x')]]],
  }
  const { pages } = await made(withBlocks(table))
  const text = flat(pages.map((p) => p.text).join(' '))
  for (const word of ['w0', 'w700', 'w1499']) expect(text).toContain(` ${word} `)
})

test('six columns of prose are set on a page turned sideways', async () => {
  const columns = ['Agent', 'Dose', 'Dates', 'Outcome', 'Why stopped', 'Where']
  const table: Block = {
    kind: 'table',
    caption: say('Wide'),
    columns,
    widths: [1, 1, 1, 1, 1, 1],
    rows: [columns.map((c) => [say(`${c} ${'words of prose '.repeat(16)}`)])],
  }
  const { pages } = await made(withBlocks(table, { kind: 'paragraph', claims: [say('After.')] }))
  const wide = pages.find((p) => p.text.includes('Why stopped'))
  expect([wide?.width, wide?.height]).toEqual([792, 612])
  expect(pages.at(-1)?.width).toBe(612)
})

test.each([
  ['Chinese, emoji', '王小明 felt 😀 better', '[?] felt [?] better'],
  ['control characters', 'be\u0000tter\u200b', 'better'],
  ['Greek and arrows', 'TNF-α → β', 'TNF-α → β'],
  ['markup', '#import "x" *b* _i_ $x$ <l> @r `c` \\n //', '#import "x" *b* _i_ $x$ <l> @r `c` \\n //'],
])('%s in a sentence never stops the letter', async (_, sentence, shown) => {
  const { pages, warnings } = await made(withBlocks({ kind: 'paragraph', claims: [say(`Quote ${sentence} end.`)] }))
  expect(flat(pages[0]?.text ?? '')).toContain(`Quote ${shown} end.`)
  expect(warnings.map((w) => `${w.code} ${w.where}`)).toEqual(shown.includes('[?]') ? ['glyph-missing letter'] : [])
  for (const w of warnings) expect(`${w.say}${w.fix}`).not.toMatch(/王|better/)
})

test('heading levels that skip are set without a gap, as tagged documents must', async () => {
  const { bookmarks } = await made(withBlocks({ kind: 'heading', level: 3, text: say('Deep first') }))
  expect(bookmarks[1]).toMatchObject({ title: 'Deep first', depth: 1 })
})

test('same input, same bytes; another date, other bytes', async () => {
  const [a, b] = [await made(letter), await made(letter)]
  expect(Buffer.compare(a.pdf, b.pdf)).toBe(0)
  const other = await letterPdf(letter, { ...meta, today: '2026-04-15' as typeof meta.today })
  expect(other.ok && Buffer.compare(other.value, a.pdf) !== 0).toBe(true)
})

test('pages that can’t be marked up to PDF/UA are made all the same, with a warning', async () => {
  const view = letterView({ ...letter, salutation: '王' }, new Ink(() => true))
  const data = { title: 'x', author: 'x', language: 'en-US', footer: '', letter: view }
  const set = await typeset({ template: 'letter-only.typ', data, numbers: null, today: meta.today, files: new Map() })
  expect(set.ok && set.warnings.map((w) => w.code)).toEqual(['typesetting-failed'])
  expect(set.ok && set.warnings[0]?.say).toContain('PDF/UA-1')
  expect(JSON.stringify(set.ok && set.warnings)).not.toContain('王')
})

test('a template that can’t be set is a problem, and quotes none of the text', async () => {
  const set = await typeset({
    template: 'letter-only.typ',
    data: { title: 'Secret' },
    numbers: null,
    today: meta.today,
    files: new Map(),
  })
  expect(set.ok).toBe(false)
  expect(JSON.stringify(set)).not.toContain('Secret')
})
