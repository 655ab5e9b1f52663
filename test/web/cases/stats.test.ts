import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CountRow } from '../../../src/casefile/track/statistics.ts'
import { openTestApp, type TestApp } from './harness.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
}, 90_000)
afterAll(() => app?.close())

const row = (over: Partial<CountRow>): CountRow => ({
  payer: 'cigna',
  reason: 'step_therapy',
  treatment: null,
  coverage: null,
  level: 'internal_appeal',
  outcome: 'upheld',
  month: '2026-10',
  ...over,
})
const page = async (lang = '') => (await app.browser().get(`${lang}/statistics`)).text()
const put = (receipt: string, over: Partial<CountRow>) => app.running.application.counts.put(receipt, row(over))

describe('what became of cases', () => {
  test('empty, it says so, to anybody, in both languages', async () => {
    expect(await page()).toContain('Nothing is shown yet.')
    expect(await page('/es')).toContain('Todavía no se muestra nada.')
  })

  test('four are not shown; five are, with their denominator', async () => {
    for (let i = 0; i < 4; i++) await put(`r${i}`, { outcome: i ? 'upheld' : 'overturned' })
    expect(await page()).toContain('Nothing is shown yet.')
    await put('r4', { outcome: 'open' })
    const shown = await page()
    expect(shown).toContain('5 cases in all. 4 have an answer.')
    expect(shown).toContain('Of 4 with an answer, 1 were changed to yes and 0 in part.')
    expect(shown).toContain('Cigna')
  })

  test('a case is one row however often it is counted', async () => {
    await put('r4', { outcome: 'upheld' })
    const rows = await app.running.application.counts.rows()
    expect(rows.length).toBe(5)
    expect(rows.filter((r) => r.outcome === 'open')).toEqual([])
    expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual([
      'coverage',
      'level',
      'month',
      'outcome',
      'payer',
      'reason',
      'treatment',
    ])
  })

  test('a day in place of a month is refused by the table itself', async () => {
    await expect(put('r9', { month: '2026-10-05' })).rejects.toThrow()
  })

  test('a small group is told of only by its being hidden', async () => {
    for (let i = 0; i < 3; i++) await put(`a${i}`, { payer: 'aetna' })
    for (let i = 0; i < 2; i++) await put(`h${i}`, { payer: 'humana' })
    const shown = await page()
    expect(shown).not.toMatch(/Aetna|Humana/)
    expect(shown).toContain('2 groups are not shown')
  })
})
