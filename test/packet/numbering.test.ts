import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillStamp, labelPrefix, numberParts, type Part, partsFromStarts, stampPattern } from '../../src/packet/numbering.ts'
import { pageNumbers, pageRange } from '../../src/packet/pageNumbers.ts'

const part = (kind: Part['kind'], pages: number, id: string | null = null): Part => ({
  kind,
  id,
  title: `${kind} ${id ?? ''}`.trim(),
  pages,
})
const packet = [part('cover', 1), part('letter', 3), part('index', 1), part('exhibit', 2, 'A'), part('exhibit', 5, 'B')]

test('parts follow each other without gap or overlap', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 }), (sizes) => {
      const parts = numberParts(sizes.map((n) => part('exhibit', n, 'A')))
      const pages = parts.flatMap((p) => Array.from({ length: p.last - p.first + 1 }, (_, i) => p.first + i))
      expect(pages).toEqual(Array.from({ length: sizes.reduce((a, b) => a + b, 0) }, (_, i) => i + 1))
    }),
  )
})

test('parts from their first pages give the same numbering back', () => {
  const numbered = numberParts(packet)
  expect(partsFromStarts(numbered, 12)).toEqual(numbered)
})

test('a stamp says exhibit, page within it, reference, page within the packet, and no name', () => {
  const { left, right } = stampPattern('C', 'PA-1')
  const numbers = { page: 2, pages: 5, packetPage: 17, packetPages: 40 }
  expect(fillStamp(left, numbers)).toBe('Exhibit C · 2 of 5 · Reference PA-1')
  expect(fillStamp(right, numbers)).toBe('p. 17 of 40')
  expect(fillStamp(stampPattern('C', null).left, numbers)).toBe('Exhibit C · 2 of 5')
})

test('a reference that looks like a placeholder is printed as it is, not filled twice', () => {
  const numbers = { page: 1, pages: 1, packetPage: 1, packetPages: 1 }
  expect(fillStamp(stampPattern('A', '$& 7').left, numbers)).toBe('Exhibit A · 1 of 1 · Reference $& 7')
})

test('page labels name the part', () => {
  expect(packet.map(labelPrefix)).toEqual(['Cover ', 'Letter ', 'Index ', 'A-', 'B-'])
})

test('ranges of one page have one number', () => {
  expect(pageRange({ first: 6, last: 6 })).toBe('6')
  expect(pageRange({ first: 6, last: 9 })).toBe('6–9')
})

test('every exhibit page gets its stamp', () => {
  const { stamps, total } = pageNumbers(numberParts(packet), 'mail', null)
  expect(total).toBe(12)
  expect(stamps.A).toEqual([
    { left: 'Exhibit A · 1 of 2', right: 'p. 6 of 12' },
    { left: 'Exhibit A · 2 of 2', right: 'p. 7 of 12' },
  ])
  expect(stamps.B?.length).toBe(5)
})

test('a fax cover names no document; a mailed cover names each, until they would fill the page', () => {
  const titles = (via: 'fax' | 'mail', parts: Part[]) =>
    pageNumbers(numberParts(parts), via, null).contents.map((r) => `${r.title} ${r.pages}`)
  expect(titles('fax', packet)).toEqual(['Letter 2–4', 'List of exhibits 5', 'Exhibits A to B 6–12'])
  expect(titles('mail', packet)).toEqual([
    'letter 2–4',
    'List of exhibits 5',
    'Exhibit A: exhibit A 6–7',
    'Exhibit B: exhibit B 8–12',
  ])
  const many = [...packet, ...Array.from({ length: 12 }, (_, i) => part('exhibit', 1, String.fromCharCode(67 + i)))]
  expect(titles('mail', many)).toEqual(['letter 2–4', 'List of exhibits 5', 'Exhibits A to N 6–24'])
  expect(titles('fax', packet.slice(0, 4)).at(-1)).toBe('Exhibit A 6–7')
})
