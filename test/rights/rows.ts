import { expect, it } from 'vitest'
import { reckonCase } from '../../src/rights/reckonCase.ts'
import { knowledge } from './knowledge.ts'

/** coverage, level, clock, urgency, inputs, due, safe (omitted: not looked at). Counted by hand from the rule. */
export type Row = readonly [string, string, 'file' | 'decide', string, Record<string, unknown>, string | null, (string | null)?]

/** One test for each row: no problem, the day counted by hand, and the arithmetic that ends in it. */
export function reckonsRows(rows: readonly Row[]): void {
  it.each(rows.map((r) => [`${r[0]} ${r[1]} ${r[2]} ${r[3]} ${JSON.stringify(r[4])}`, r] as const))('%s', (_, row) => {
    const [coverage_type, level, clock, urgency, inputs, due, safe] = row
    const answer = reckonCase(knowledge(), { id: 'x', coverage_type, level, clock, urgency, inputs })
    expect(answer.problem).toBeNull()
    expect(answer.due).toBe(due)
    if (safe !== undefined) expect(answer.safeDue).toBe(safe)
    if (answer.due !== null) expect(answer.arithmetic).toContain(answer.due)
  })
}
