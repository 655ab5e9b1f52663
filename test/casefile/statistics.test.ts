import { describe, expect, test } from 'vitest'
import { type CountedOutcome, type CountRow, countRow, SMALLEST_CELL, statistics } from '../../src/casefile/track/statistics.ts'
import { caseOf, day } from './track.ts'

const SUBJECT = {
  payer: 'aetna',
  reason: 'step_therapy',
  treatment: 'ocrelizumab',
  coverage: 'erisa_insured',
  level: 'internal_appeal',
}
const rows = (n: number, outcome: CountedOutcome, over: Partial<CountRow> = {}): CountRow[] =>
  Array.from({ length: n }, () => ({ ...SUBJECT, outcome, month: '2026-11', ...over }))

describe('one case as a row', () => {
  test('open until it is closed, then as it was closed', () => {
    expect(countRow(caseOf(), SUBJECT)).toEqual({ ...SUBJECT, outcome: 'open', month: '2026-01' })
    const answered = ['2026-02-10', { kind: 'answered', doc: null, on: day('2026-02-09'), outcome: 'upheld' }] as const
    expect(countRow(caseOf(answered), SUBJECT)).toMatchObject({ outcome: 'open', month: '2026-02' })
    const won = [
      '2026-03-10',
      { kind: 'closed', how: 'won', on: day('2026-03-10'), note: 'a note that is nobody’s business' },
    ] as const
    expect(countRow(caseOf(answered, won), SUBJECT)).toEqual({ ...SUBJECT, outcome: 'overturned', month: '2026-03' })
  })
  test('it holds no day, no name and no note', () => {
    const won = ['2026-03-10', { kind: 'closed', how: 'won', on: day('2026-03-10'), note: 'secret' }] as const
    expect(JSON.stringify(countRow(caseOf(won), SUBJECT))).not.toMatch(/secret|2026-03-10/)
  })
  test('lost by a dismissal is told from lost on the merits', () => {
    const lost = ['2026-03-10', { kind: 'closed', how: 'lost', on: day('2026-03-10'), note: null }] as const
    const dismissed = ['2026-02-10', { kind: 'answered', doc: null, on: day('2026-02-09'), outcome: 'dismissed' }] as const
    expect([countRow(caseOf(lost), SUBJECT).outcome, countRow(caseOf(dismissed, lost), SUBJECT).outcome]).toEqual([
      'upheld',
      'dismissed',
    ])
  })
})

describe('counts with their denominators', () => {
  test('decided, overturned and open', () => {
    const { total } = statistics(
      [
        ...rows(6, 'overturned'),
        ...rows(2, 'partly_overturned'),
        ...rows(3, 'upheld'),
        ...rows(4, 'open'),
        ...rows(1, 'withdrawn'),
      ],
      ['payer'],
    )
    expect(total).toMatchObject({ cases: 16, decided: 11, overturned: 6, partlyOverturned: 2, open: 4 })
  })
  test.each([
    [SMALLEST_CELL - 1, null],
    [SMALLEST_CELL, SMALLEST_CELL],
  ])('a group of %d shows %s', (n, shown) => {
    const { cells } = statistics(
      [...rows(20, 'upheld'), ...rows(9, 'upheld', { payer: 'cigna' }), ...rows(n, 'overturned', { payer: 'humana' })],
      ['payer'],
    )
    expect(cells.find((c) => c.by.payer === 'humana')?.cases).toBe(shown)
  })
  test('a single small group cannot be found by subtraction', () => {
    const found = statistics(
      [...rows(20, 'upheld'), ...rows(9, 'upheld', { payer: 'cigna' }), ...rows(2, 'overturned', { payer: 'humana' })],
      ['payer'],
    )
    expect(found.cells.map((c) => c.cases)).toEqual([20, null, null])
    expect([found.total.cases, found.hidden]).toEqual([31, 2])
  })
  test('no figure of a hidden group is given', () => {
    for (const c of statistics([...rows(3, 'overturned'), ...rows(2, 'upheld', { payer: 'cigna' })], ['payer', 'reason']).cells)
      expect([c.cases, c.decided, c.overturned, c.partlyOverturned, c.open]).toEqual([null, null, null, null, null])
  })
  test('hidden groups together are never fewer than the smallest cell, nor one alone, or the total is hidden too', () => {
    for (let a = 0; a < 9; a++)
      for (let b = 0; b < 9; b++)
        for (let c = 0; c < 9; c++) {
          const all = [
            ...rows(a, 'upheld'),
            ...rows(b, 'overturned', { payer: 'cigna' }),
            ...rows(c, 'open', { payer: 'humana' }),
          ]
          const { cells, total } = statistics(all, ['payer'])
          const rest = all.length - cells.reduce((sum, x) => sum + (x.cases ?? 0), 0)
          const hidden = cells.filter((x) => x.cases === null).length
          if (total.cases === null || hidden === 0) continue
          expect([hidden > 1, rest >= SMALLEST_CELL], `${a} ${b} ${c}`).toEqual([true, true])
        }
  })
  test('every row is counted once', () => {
    const all = [...rows(7, 'upheld'), ...rows(8, 'open', { payer: null }), ...rows(9, 'overturned', { month: '2026-10' })]
    expect(statistics(all, ['payer', 'month']).cells.reduce((sum, c) => sum + (c.cases ?? 0), 0)).toBe(24)
  })
})
