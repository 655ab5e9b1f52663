import { describe, expect, it } from 'vitest'
import type { DenialReading } from '../../src/reading/denial.ts'
import { type SourceDocument, spanOf } from '../../src/reading/document.ts'
import { doubtsOf, wordDoubt } from '../../src/reading/doubt.ts'
import { readLetters } from '../../src/reading/read-letters.ts'

describe('when a recognised word is asked about', () => {
  it.each([
    // Identifiers, amounts and dates: below 90 always, to 95 where letters and digits look alike, then only what is odd.
    ['W1234567', 0.899, 'exact', 'unsure'],
    ['77412390', 0.9, 'exact', null],
    ['W1234567', 0.949, 'exact', 'letter_or_digit'],
    ['W1234567', 0.95, 'exact', null],
    ['MJKT', 0.89, 'exact', 'unsure'],
    ['2026,', 0.89, 'plain', 'unsure'],
    ['2026,', 0.9, 'plain', null],
    ['1-800-555-', 0.99, 'plain', 'unsure'],
    ['2O26', 0.99, 'plain', 'letter_or_digit'],
    ['l2/0l/2026', 0.99, 'plain', 'letter_or_digit'],
    ['I80', 0.99, 'plain', 'letter_or_digit'],
    ['1O days', 0.99, 'plain', 'letter_or_digit'],
    ['app1ies', 0.99, 'plain', 'letter_or_digit'],
    ['HbA1c', 0.99, 'plain', null],
    ['$2427', 0.99, 'plain', 'point_missing'],
    ['$1,462:50', 0.99, 'plain', 'point_missing'],
    ['$24.27', 0.99, 'plain', null],
    ['$1,462.50', 0.99, 'plain', null],
    ['$500', 0.99, 'plain', null],
    ['J2350', 0.96, 'plain', null],
    // Words: names closer than the rest.
    ['Northmere', 0.84, 'name', 'unsure'],
    ['Northmere', 0.85, 'name', null],
    ['Northmere', 0.84, 'plain', null],
    ['because', 0.59, 'plain', 'unsure'],
    ['because', 0.6, 'plain', null],
    ['—', 0.1, 'plain', null],
  ] as const)('%s at %d, %s: %s', (text, confidence, weight, why) => expect(wordDoubt(text, confidence, weight)).toBe(why))
})

/** A page whose words all have the given confidence; undefined: text of the file itself. */
function letter(text: string, confidence: (word: string) => number | undefined): SourceDocument {
  const words = [...text.matchAll(/\S+/g)].map((m) => {
    const sure = confidence(m[0])
    const box = { page: 1, x: m.index, y: 10, width: m[0].length, height: 10 }
    return { start: m.index, end: m.index + m[0].length, box, ...(sure === undefined ? {} : { confidence: sure }) }
  })
  return { id: 'denial', name: 'x', media: 'image', sha256: '', pages: [{ number: 1, width: 612, height: 792, text, words }] }
}

const TEXT = `Meadow Health Plan
November 3, 2026

Member: Ana Ruiz
Member ID: MHP4471209
Claim number: 26-118-90441

Dear Ana Ruiz:
We denied your claim for CPT 72148 because it is not medically necessary.
You may appeal within 180 days of receiving this notice.
Fax: 1-800-555-0144`

const denialOf = (document: SourceDocument): DenialReading => {
  const [denial] = readLetters(document).flatMap((l) => l.denials)
  if (!denial) throw new Error('no denial was read')
  return denial
}

describe('the doubts of a denial', () => {
  it('are none where the file itself holds the text, and none where all is sure', () => {
    for (const sure of [undefined, 0.99]) {
      const document = letter(TEXT, () => sure)
      expect(doubtsOf(denialOf(document), document)).toEqual([])
    }
  })

  it('name the finding, the word, its place and why', () => {
    const document = letter(TEXT, (w) => (w === 'MHP4471209' ? 0.62 : 0.99))
    const denial = denialOf(document)
    const box = document.pages[0]?.words.find((w) => w.confidence === 0.62)?.box
    expect(doubtsOf(denial, document)).toEqual([
      {
        field: 'memberId',
        index: null,
        doubtful: true,
        span: denial.memberId?.span,
        words: [{ text: 'MHP4471209', confidence: 0.62, box, why: 'unsure' }],
      },
    ])
  })

  it('never touch the value', () => {
    const document = letter(TEXT.replace('MHP4471209', 'MHP447l2O9'), () => 0.99)
    const denial = denialOf(document)
    expect(denial.memberId?.value).toBe('MHP447l2O9')
    expect(doubtsOf(denial, document).map((d) => [d.field, d.words[0].why])).toContainEqual(['memberId', 'letter_or_digit'])
  })

  it('tell which of a list it is, and leave findings of other files alone', () => {
    const document = letter(TEXT, (w) => (w === '72148' ? 0.5 : 0.99))
    const denial = denialOf(document)
    const at = denial.codes.findIndex((c) => c.value.code === '72148')
    expect(doubtsOf(denial, document).find((d) => d.field === 'codes')).toMatchObject({ index: at })
    expect(doubtsOf(denial, { ...document, id: 'record-1' })).toEqual([])
  })

  it('come for every critical value when the whole page is unsure', () => {
    const document = letter(TEXT, () => 0.5)
    const fields = new Set(doubtsOf(denialOf(document), document).map((d) => d.field))
    for (const field of ['memberId', 'noticeDate', 'appealDeadline', 'codes', 'patient'] as const) expect(fields).toContain(field)
    const [page] = document.pages
    expect(page && spanOf(document, page, 0, 6).quote).toBe('Meadow')
  })
})
