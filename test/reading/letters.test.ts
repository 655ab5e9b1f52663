import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/base/span.ts'
import type { DenialReading } from '../../src/reading/denial.ts'
import { readLetters } from '../../src/reading/read-letters.ts'
import { toReadJson } from '../../src/reading/wire.ts'
import { documentOf, lettersIn, REGISTRY } from './fixture.ts'

const own = fileURLToPath(new URL('../letters/', import.meta.url))
const shared = fileURLToPath(new URL('../../../shared/eval/letters/dev/', import.meta.url))
const texts = (dir: string) =>
  existsSync(dir)
    ? readdirSync(dir)
        .filter((f) => f.endsWith('.txt'))
        .map((f) => ({ file: f, text: readFileSync(dir + f, 'utf8') }))
    : []

function findingsOf(d: DenialReading): Finding<unknown>[] {
  return Object.entries(d).flatMap(([key, value]) =>
    key === 'doc' || key === 'defects' || value === null ? [] : Array.isArray(value) ? value : [value],
  ) as Finding<unknown>[]
}

describe('every finding', () => {
  it.each([...texts(own), ...texts(shared)])('of $file quotes its page verbatim', ({ text }) => {
    const doc = documentOf(text)
    for (const letter of readLetters(doc, REGISTRY))
      for (const denial of letter.denials)
        for (const { span, confidence } of findingsOf(denial)) {
          const page = doc.pages.find((p) => p.number === span.page)
          expect(page?.text.slice(span.start, span.end)).toBe(span.quote)
          expect(span.quote.trim()).toBe(span.quote)
          expect(confidence).toBeGreaterThan(0)
          expect(confidence).toBeLessThanOrEqual(1)
        }
  })

  it('of the shared letters was checked', (ctx) => {
    if (texts(shared).length === 0) ctx.skip('no shared letters beside this repository')
    expect(texts(shared).length).toBeGreaterThan(40)
  })
})

interface OwnLabel {
  readonly id: string
  readonly labels: Record<string, { value: string; counted_from?: string | null; date?: string | null } | null> & {
    kind: string
    language: string
    denials: number
    unread?: string[]
    denial_reasons: { category: string }[]
  }
}
const labelled: OwnLabel[] = JSON.parse(readFileSync(`${own}labels.json`, 'utf8')).letters

describe('our own letters', () => {
  it.each(labelled)('$id: kind, dates, deadline, level and reasons', ({ id, labels }) => {
    const letters = lettersIn(readFileSync(`${own}${id}.txt`, 'utf8'))
    const denials = letters.flatMap((l) => l.denials)
    expect(letters[0]?.kind).toBe(labels.kind)
    expect(letters[0]?.language).toBe(labels.language)
    expect(denials.length).toBe(labels.denials)
    const d = denials[0]
    if (!d) return
    expect(d.noticeDate?.value ?? null).toBe(labels.notice_date?.value ?? null)
    expect(d.memberId?.value ?? null).toBe(labels.member_id?.value ?? null)
    expect(d.referenceNumber?.value ?? null).toBe(labels.claim_or_reference_number?.value ?? null)
    expect(d.appealLevel?.value ?? null).toBe(labels.level?.value ?? null)
    expect(d.appealFax?.value ?? null).toBe(labels.appeal_fax?.value ?? null)
    expect(d.appealDeadline?.value.duration ?? d.appealDeadline?.value.date ?? null).toBe(labels.appeal_deadline?.value ?? null)
    expect(d.appealDeadline?.value.countedFrom ?? null).toBe(labels.appeal_deadline?.counted_from ?? null)
    const missed = labels.unread?.includes('denial_reasons') ?? false
    expect(d.denialReasons.map((r) => r.value.category).sort()).toEqual(
      missed ? [] : labels.denial_reasons.map((r) => r.category).sort(),
    )
  })
})

describe('several letters and several denials', () => {
  it('splits two letters of one file, on one page or on two', () => {
    const text = readFileSync(`${own}two_letters.txt`, 'utf8')
    const pages = text.replace('\n\nBLUE MESA', '\n\fBLUE MESA')
    for (const t of [text, pages]) {
      const letters = lettersIn(t)
      expect(
        letters.map((l) =>
          l.denials.map((d) => [d.referenceNumber?.value, d.noticeDate?.value, d.denialReasons[0]?.value.category]),
        ),
      ).toEqual([[['R-1001', '2026-05-04', 'not_covered_excluded']], [['R-1002', '2026-05-11', 'not_medically_necessary']]])
    }
  })

  it('reads three refused lines of a statement as three denials, and not the paid one', () => {
    const [letter] = lettersIn(readFileSync(`${own}eob_three.txt`, 'utf8'))
    expect(letter?.denials.map((d) => [d.service?.value, d.denialReasons[0]?.value.category])).toEqual([
      ['Knee injection (CPT 20610)', 'prior_authorization_missing'],
      ['Hyaluronic acid (HCPCS J7325)', 'experimental_investigational'],
      ['Ultrasound guidance (CPT 76942)', 'bundling'],
    ])
  })

  it('finds no denial in an approval that speaks of denials', () => {
    const [letter] = lettersIn(readFileSync(`${own}approval.txt`, 'utf8'))
    expect(letter).toMatchObject({ kind: 'approval', denials: [] })
  })

  it('does not split one letter with enclosures of rights', () => {
    for (const { text, file } of texts(own)) if (file !== 'two_letters.txt') expect(lettersIn(text)).toHaveLength(1)
  })
})

describe('the printed form', () => {
  it('has every key, null where the letter is silent, and values as labelled', () => {
    const json = toReadJson(
      'letter.txt',
      lettersIn('Payer: Aetna\nClaim #: 12345\nDenial: Duplicate.\nAPPEAL DEADLINE: May 30, 2026.\n'),
    )
    expect(json).toMatchObject({
      file: 'letter.txt',
      kind: 'denial',
      language: 'en',
      payer: { value: 'Aetna', payerId: 'aetna', quote: 'Payer: Aetna', page: 1 },
      memberId: null,
      denialReasons: [{ category: 'duplicate_claim', quote: 'Denial: Duplicate.', page: 1 }],
      appealDeadline: { value: { duration: null, countedFrom: null, date: '2026-05-30' } },
    })
    expect(json.denials).toHaveLength(1)
  })

  it('keeps its keys for a file without a denial', () => {
    const json = toReadJson('x.txt', lettersIn('Lunch at noon?'))
    expect(json).toMatchObject({ kind: 'other', payer: null, denialReasons: [], denials: [] })
  })
})

describe('hostile text', () => {
  it.each([
    ['capitals', 'Appeal Health Plan of the '.repeat(2400)],
    ['labels', 'Member ID: '.repeat(5000)],
    ['one word', 'a'.repeat(60_000)],
    ['lines', 'Denied because of the following\n'.repeat(2000)],
    ['numbers in words', 'one hundred '.repeat(5000)],
  ])('of %s is read in bounded time', (_, text) => {
    const started = performance.now()
    lettersIn(text)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
