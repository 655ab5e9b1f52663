import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isNpi } from '../../src/facts/npi.ts'
import { bounds, comparePartial, compatible, parsePartial, partialDate } from '../../src/facts/partialDate.ts'
import { readDate, timesIn } from '../../src/facts/record/dates.ts'

describe('one date', () => {
  test.each<[string, string | null]>([
    ['3/8/2024', '2024-03-08'],
    ['03-08-24', '2024-03-08'],
    ['2024-03-08', '2024-03-08'],
    ['March 8, 2024', '2024-03-08'],
    ['8 March 2024', '2024-03-08'],
    ['Mar 2023', '2023-03'],
    ['March of 2023', '2023-03'],
    ['03/2023', '2023-03'],
    ['2022', '2022'],
    ['2/29/2024', '2024-02-29'],
    ['2/29/2023', null],
    ['13/01/2024', null],
    ['March', null],
    ['3/23', null],
    ['spring', null],
  ])('%s → %s', (words, expected) => expect(readDate(words)).toBe(expected))
})

describe('dates, ranges and lengths in running text', () => {
  const brief = (text: string) =>
    timesIn(text).map((t) => (t.kind === 'duration' ? t.words : t.kind === 'range' ? `${t.from}..${t.to}` : `${t.from}`))
  test.each<[string, string[]]>([
    ['from Jan 2022 to Aug 2023', ['2022-01..2023-08']],
    ['Jan 2022 – Aug 2023', ['2022-01..2023-08']],
    ['June 1-August 1, 2024', ['2024-06-01..2024-08-01']],
    ['Nov – Feb 2024', ['2023-11..2024-02']],
    ['2019–2021', ['2019..2021']],
    ['4/1/24 - 4/29/24', ['2024-04-01..2024-04-29']],
    ['May 14, 2024 - current', ['2024-05-14..now']],
    ['since March 2021', ['2021-03']],
    ['x 8 months', ['8 months']],
    ['24 sessions over 12 weeks', ['24 sessions over 12 weeks']],
    ['an 8-week trial', ['8-week']],
    // no dates and no lengths of treatment
    ['a 38 year old woman', []],
    ['8-year-old male', []],
    ['seen 3 weeks ago', []],
    ['2000 mg daily', []],
    ['score 29/66', []],
    ['phone 512-555-0100', []],
    ['2/30/2024', []],
    // a range that runs backwards is no range
    ['Aug 2023 to Jan 2022', ['2023-08', '2022-01']],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected))

  test('the place of every mention is the text that was read', () => {
    const piece = fc.constantFrom(
      'from Jan 2022 to Aug 2023',
      'x 8 months',
      '3/8/2024',
      ' and ',
      'Copaxone ',
      '(',
      ')',
      '2019–2021',
      'failed, ',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        let end = 0
        for (const t of timesIn(text)) {
          expect(t.start).toBeGreaterThanOrEqual(end)
          expect(t.end).toBeLessThanOrEqual(text.length)
          end = t.end
        }
      }),
    )
  })
})

describe('partial dates', () => {
  const year = fc.integer({ min: 1950, max: 2049 })
  const month = fc.option(fc.integer({ min: 1, max: 12 }), { nil: null })
  test('what is known bounds what is possible', () => {
    fc.assert(
      fc.property(year, month, (y, m) => {
        const date = partialDate(y, m)
        if (!date) throw new Error('a date of this range exists')
        const { from, to } = bounds(date)
        expect(from <= to).toBe(true)
        expect(from.startsWith(date) && to.startsWith(date)).toBe(true)
        expect(compatible(date, partialDate(y) ?? date)).toBe(true)
        expect(comparePartial(date, date)).toBe(0)
      }),
    )
  })

  test.each<[string, string | null]>([
    ['2024', '2024'],
    ['2024-03', '2024-03'],
    ['3/2024', '2024-03'],
    ['March 2024', '2024-03'],
    ['3/8/2024', '2024-03-08'],
    ['8.3.2024', null],
    ['2024-3', null],
    ['last spring', null],
  ])('by hand: %s → %s', (text, expected) => expect(parsePartial(text)).toBe(expected))
})

test.each<[string, boolean]>([
  ['1234567893', true],
  ['1234567890', false],
  ['123456789', false],
  ['12345678931', false],
  ['3234567893', false],
  ['NPI1234567', false],
])('NPI %s: %s', (text, valid) => expect(isNpi(text)).toBe(valid))
