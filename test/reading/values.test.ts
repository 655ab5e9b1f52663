import { describe, expect, it } from 'vitest'
import { linesOf } from '../../src/reading/text/lines.ts'
import { addressBlocks, addressInSentence } from '../../src/reading/values/addresses.ts'
import { compactDate, datesIn } from '../../src/reading/values/dates.ts'
import { durationsIn, isoDuration } from '../../src/reading/values/durations.ts'
import { ordinaryCase } from '../../src/reading/values/names.ts'
import { countOf } from '../../src/reading/values/numerals.ts'
import { phonesIn } from '../../src/reading/values/phones.ts'

describe('dates', () => {
  it.each([
    ['March 4, 2026', '2026-03-04'],
    ['Sept. 9, 2025', '2025-09-09'],
    ['14 January 2026', '2026-01-14'],
    ['03/10/2024', '2024-03-10'],
    ['01/12/26', '2026-01-12'],
    ['2026-01-22', '2026-01-22'],
    ['12 de mayo de 2026', '2026-05-12'],
  ])('%s is %s', (text, iso) => expect(datesIn(`on ${text}, we`).map((d) => d.value)).toEqual([iso]))

  it.each([
    '4/5',
    'February 30, 2026',
    '13/45/2026',
    '800-555-0199',
    'May 2026',
    '12345',
    '84-2210099',
    '2026-0318-44107',
    '1.2.3',
  ])('%s is no date', (text) => expect(datesIn(text)).toEqual([]))

  it('reads the compact date of a remittance, and only a real one', () => {
    expect(compactDate('110125')).toBe('2025-11-01')
    expect(compactDate('133025')).toBeNull()
  })
})

describe('durations', () => {
  it.each([
    ['180 days', 'P180D'],
    ['one hundred eighty (180) days', 'P180D'],
    ['one hundred and eighty days', 'P180D'],
    ['strict thirty (30) calendar days', 'P30D'],
    ['six months', 'P6M'],
    ['four (4) months', 'P4M'],
    ['72 hours', 'PT72H'],
    ['60 días calendario', 'P60D'],
    ['the 30-day window', 'P30D'],
  ])('%s is %s', (text, iso) => expect(durationsIn(text).map(isoDuration)).toEqual([iso]))

  it.each(['$180 daily', 'CPT 99214', 'day 8 forward', 'Monday', '7.5 days'])('%s is none', (text) =>
    expect(durationsIn(text)).toEqual([]),
  )

  it('takes the smaller where words and figures disagree, and says so', () => {
    expect(durationsIn('sixty (30) days')[0]).toMatchObject({ amount: 30, contradicts: true })
    expect(durationsIn('thirty (30) days')[0]).toMatchObject({ amount: 30, contradicts: false })
  })

  it.each([
    ['one hundred eighty', 180],
    ['sixty-five', 65],
    ['ten', 10],
    ['banana', null],
  ])('counts "%s"', (words, n) => expect(countOf(words)).toBe(n))
})

describe('names and numbers', () => {
  it.each([
    ['UNITED HEALTHCARE', 'United Healthcare'],
    ['BLUE CROSS BLUE SHIELD OF NORTH CAROLINA', 'Blue Cross Blue Shield of North Carolina'],
    ['AETNA', 'Aetna'],
    ['UHC', 'UHC'],
    ['ExampleCare Medicare Advantage', 'ExampleCare Medicare Advantage'],
    ['UPMC HEALTH PLAN', 'UPMC Health Plan'],
  ])('%s is written %s', (printed, usual) => expect(ordinaryCase(printed)).toBe(usual))

  it('finds telephone numbers and leaves identifiers alone', () => {
    expect(phonesIn('Fax (800) 555-6789 or 1-800-555-0117').map((p) => p.value)).toEqual(['(800) 555-6789', '1-800-555-0117'])
    expect(phonesIn('Claim 26-3340-7781, ID 1634782059, SHP902847561')).toEqual([])
  })
})

describe('addresses', () => {
  it('reads one line of running text up to the ZIP', () => {
    expect(addressInSentence('Write to Appeals, PO Box 1190, Concord, NH 03302. We')?.value).toBe(
      'Appeals, PO Box 1190, Concord, NH 03302',
    )
    expect(addressInSentence('We met on March 3 in Denver, CO.')).toBeNull()
  })

  it('reads a block without the columns beside it', () => {
    const text = 'Acme Health            Date: 1/2/2026\nPO Box 12              Member: Jo\nDenver, CO 80201       ID: 5'
    expect(addressBlocks(linesOf(text)).map((b) => b.value)).toEqual(['Acme Health, PO Box 12, Denver, CO 80201'])
  })
})
