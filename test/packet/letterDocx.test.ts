import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { claim } from '../../src/argument/claim.ts'
import { letterDocx } from '../../src/infra/docx/letterDocx.ts'
import { letter, meta } from './fixture.ts'
import { unzip } from './unzip.ts'

const html = async (bytes: Uint8Array) => (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value
test('headings, lists and tables read back as such', async () => {
  const text = await html(await letterDocx(letter, meta))
  expect(text).toContain('<h1>Appeal of the denial of ocrelizumab (Ocrevus)</h1>')
  expect(text).toMatch(/<h2>What the denial says<\/h2>.*<h2>Enclosures<\/h2>/)
  expect(text).toContain('<h3>My disease is active now</h3>')
  expect(text).toMatch(/<ul><li>Relapse with optic neuritis/)
  expect(text).toMatch(/<ol><li>Reverse the denial/)
  expect(text.match(/<table>/g)?.length).toBe(2)
  expect(text.match(/<tr>/g)?.length).toBe(1 + 2 + 1 + 9)
  expect(text.match(/<th>/g)?.length).toBe(8)
})

test('every sentence is in it, as written', async () => {
  const text = await mammoth.extractRawText({ buffer: Buffer.from(await letterDocx(letter, meta)) })
  for (const line of [...letter.from, ...letter.to, letter.salutation]) expect(text.value).toContain(line)
  for (const row of letter.re) expect(text.value).toContain(row.claim.sentence)
  for (const block of letter.blocks) {
    if (block.kind === 'paragraph') for (const c of block.claims) expect(text.value).toContain(c.sentence)
    if (block.kind === 'table') for (const c of block.rows.flat(2)) expect(text.value).toContain(c.sentence)
    if (block.kind === 'signature') expect(text.value).toContain(block.name)
  }
  for (const e of letter.enclosures) expect(text.value).toContain(e.sentence)
})

test('table heads repeat, rows stay whole, pages are numbered, the language is set', async () => {
  const bytes = await letterDocx(letter, meta)
  const body = unzip(bytes, 'word/document.xml')
  expect(body?.match(/<w:tblHeader\/>/g)?.length).toBe(2)
  expect(body?.match(/<w:cantSplit\/>/g)?.length).toBe(2 + 2 + 9)
  const footer = unzip(bytes, 'word/footer1.xml')
  expect(footer).toContain('Reference PA-2026-0318-7741')
  expect(footer).toContain('PAGE')
  expect(footer).toContain('NUMPAGES')
  expect(unzip(bytes, 'word/styles.xml')).toContain('w:val="en-US"')
  expect(unzip(bytes, 'docProps/core.xml')).toContain('2026-04-14T12:00:00Z')
})

test('names in any script stay, and what XML forbids goes', async () => {
  const odd = claim('王小明 & <b>\u0000\u0008 “x”', [{ kind: 'statement', source: 'patient', pin: 'x', quote: 'x' }])
  const bytes = await letterDocx({ ...letter, title: odd }, meta)
  expect(await html(bytes)).toContain('<h1>王小明 &amp; &lt;b&gt; “x”</h1>')
  expect(unzip(bytes, 'docProps/core.xml')).toContain('王小明 &amp; &lt;b&gt;')
})

test('a wide table turns its pages, and only those', async () => {
  const cell = letter.title
  const columns = Array.from({ length: 9 }, (_, i) => `Requirement ${i}`)
  const rows = Array.from({ length: 12 }, () =>
    columns.map(() => [{ ...cell, sentence: 'Interferon-beta-1a-intramuscular '.repeat(4) }]),
  )
  const wide = { kind: 'table' as const, caption: cell, columns, widths: columns.map(() => 1), rows }
  const body = unzip(
    await letterDocx({ ...letter, blocks: [...letter.blocks, wide, { kind: 'heading', level: 2, text: cell }] }, meta),
    'word/document.xml',
  )
  expect(body?.match(/<w:pgSz [^>]*>/g)).toEqual([
    '<w:pgSz w:w="12240" w:h="15840"/>',
    '<w:pgSz w:w="15840" w:h="12240" w:orient="landscape"/>',
    '<w:pgSz w:w="12240" w:h="15840"/>',
  ])
  expect(body?.match(/<w:titlePg\/>/g)?.length).toBe(1)
})

test('same input, same bytes, whatever the clock says', async () => {
  const first = await letterDocx(letter, meta)
  await new Promise((resolve) => setTimeout(resolve, 2100))
  expect(Buffer.compare(await letterDocx(letter, meta), first)).toBe(0)
})
