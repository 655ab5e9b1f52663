import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mailSheetPdf } from '../../src/infra/typesetting/mailSheetPdf.ts'
import type { MailSheet } from '../../src/packet/mailSheet.ts'
import { articleNumber, uspsCheckDigit } from '../../src/packet/mailSheetArticle.ts'
import { numberParts } from '../../src/packet/numbering.ts'
import { letter, plan, today } from './fixture.ts'
import { flat, inspect, raw } from './inspect.ts'

/** Numbers of labels in published letters, and samples of the barcode's own documentation. */
const REAL = [
  '7017 2620 0000 6789 4919',
  '7007 0220 0000 8225 0496',
  '7112 3456 7891 2345 6787',
  '0307 1790 0005 2348 3741',
  '9589 0710 5270 4022 2900 26',
  '9400 1112 0108 0805 4830 16',
]

test.each(REAL)('%s is a number as the Postal Service makes them', (shown) => {
  expect(articleNumber(shown)).toEqual({ kind: 'article', digits: shown.replaceAll(' ', ''), shown })
  expect(articleNumber(shown.replaceAll(' ', '-'))).toMatchObject({ kind: 'article', shown })
})

test('one digit wrong, or two neighbours swapped unless they differ by five, is noticed', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...REAL.map((n) => n.replaceAll(' ', ''))),
      fc.nat(19),
      fc.integer({ min: 1, max: 9 }),
      (n, i, by) => {
        const other = (Number(n[i]) + by) % 10
        expect(articleNumber(`${n.slice(0, i)}${other}${n.slice(i + 1)}`).kind).toBe('mistyped')
        const [a, b] = [Number(n[i]), Number(n[i + 1])]
        if (i + 1 < n.length && (a - b) % 5 !== 0)
          expect(articleNumber(`${n.slice(0, i)}${b}${a}${n.slice(i + 2)}`).kind).toBe('mistyped')
      },
    ),
  )
})

test('other numbers', () => {
  expect(articleNumber('9590 9402 5878 0038 2311 51')).toEqual({ kind: 'return_receipt_card' })
  for (const text of ['', '7017 2620 0000 6789 491', '7017 2620 0000 6789 49191', 'EA123456789US'])
    expect(articleNumber(text)).toEqual({ kind: 'wrong_length' })
  expect(uspsCheckDigit('7017262000006789491')).toBe(9)
})

const sheet: MailSheet = {
  title: 'Certified mail kit',
  to: letter.to,
  source: 'the denial letter, page 2',
  from: letter.from.slice(0, 3),
  reference: 'PA-2026-0318-7741',
  today,
  parts: numberParts([
    { kind: 'cover', id: null, title: 'x', pages: 1 },
    { kind: 'letter', id: null, title: letter.title.sentence, pages: 4 },
    ...plan.exhibits.map((e) => ({ kind: 'exhibit' as const, id: e.id, title: e.title, pages: e.pageCount })),
    { kind: 'certificate', id: null, title: 'Certificate of signature', pages: 1 },
  ]),
  article: null,
}

async function made(s: MailSheet) {
  const set = await mailSheetPdf(s)
  if (!set.ok) throw new Error(set.problems[0].say)
  return { ...set, ...(await inspect(set.value)) }
}

test('a sheet to keep and an address page, tagged, in two languages', async () => {
  const { pages, tagged, value, warnings } = await made(sheet)
  expect(warnings).toEqual([])
  expect(tagged).toBe(true)
  expect(raw(value)).toContain('<pdfuaid:part>1</pdfuaid:part>')
  expect(pages.length).toBe(2)
  const [keep = '', address = ''] = pages.map((p) => flat(p.text))
  for (const l of [...sheet.to, ...sheet.from]) {
    expect(keep.replaceAll(' ', '')).toContain(l.replaceAll(' ', ''))
    expect(address).toContain(l)
  }
  expect(keep).toContain('the denial letter, page 2')
  expect(keep).toContain('Exhibit E: Laboratory results 14–15')
  expect(keep).toContain('count the sheets: 16')
  expect(keep).toContain('cuente las hojas: 16')
  expect(keep).not.toContain('$')
  // The envelope's face says nothing of the case.
  expect(address).not.toMatch(/PA-2026|Appeal of|ocrelizumab/)
})

test('many exhibits and long addresses still leave the record of mailing on the first sheet', async () => {
  const exhibits = Array.from({ length: 24 }, (_, i) => ({
    kind: 'exhibit' as const,
    id: String.fromCharCode(65 + i),
    title: 'Records',
    pages: 40,
  }))
  const parts = numberParts([{ kind: 'letter', id: null, title: letter.title.sentence, pages: 4 }, ...exhibits])
  const { pages } = await made({
    ...sheet,
    parts,
    to: [...sheet.to.slice(0, 1), 'Attention: Member Appeals Department, Second Level', ...sheet.to.slice(1)],
  })
  expect(pages.length).toBe(2)
  const keep = flat(pages[0]?.text ?? '')
  expect(keep).toContain('Exhibits A to X 5–964')
  expect(keep).toContain('Signed for by')
})

test('a number already known is printed in place of the boxes, a wrong one is not', async () => {
  const shown = '7017 2620 0000 6789 4919'
  expect(flat((await made({ ...sheet, article: shown.replaceAll(' ', '') })).pages[0]?.text ?? '')).toContain(shown)
  expect(flat((await made({ ...sheet, article: '70172620000067894918' })).pages[0]?.text ?? '')).not.toContain('7017')
})
