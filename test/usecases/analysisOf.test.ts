import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../src/base/date.ts'
import { fail, type Outcome, ok } from '../../src/base/outcome.ts'
import { problem } from '../../src/base/problem.ts'
import type { Instant, StoredEvent } from '../../src/casefile/event.ts'
import { caseState } from '../../src/casefile/state.ts'
import { makeCaseMemory } from '../../src/infra/store/caseMemory.ts'
import { ANALYSIS_FORMAT } from '../../src/usecases/cases/analysis.ts'
import { analysisOf } from '../../src/usecases/cases/analysisOf.ts'
import type { CaseId, CasePorts } from '../../src/usecases/cases/ports.ts'

const ID = 'case' as CaseId
const AT = '2026-11-22T12:00:00.000Z' as Instant
const by = { kind: 'program' } as const

/** The case after so many statements. */
const stateAt = (statements: number) =>
  caseState([
    { seq: 1, at: AT, by, event: { kind: 'opened', lang: 'en', as: 'patient' } },
    ...Array.from(
      { length: statements },
      (_, i): StoredEvent => ({
        seq: i + 2,
        at: AT,
        by,
        event: { kind: 'stated', path: 'patient.name', value: `v${i}`, by: 'patient' },
      }),
    ),
  ])

function world(remembers = true) {
  const kept = new Map<string, { seq: number; json: string }>()
  const asked: number[] = []
  const now = { today: '2026-11-22', version: 'k1', broken: false }
  const ports = {
    knowledge: {
      get version() {
        return now.version
      },
    },
    clock: { now: () => AT, today: () => now.today as unknown as CivilDate },
    cases: {
      kept: async (_: CaseId, name: string) => kept.get(name) ?? null,
      keep: async (_: CaseId, name: string, seq: number, json: string) => void kept.set(name, { seq, json }),
    },
    engine: {
      async analyse({ seq, today }: { seq: number; today: string }): Promise<Outcome<string>> {
        asked.push(seq)
        await new Promise((resolve) => setTimeout(resolve, 5))
        if (now.broken) return fail(problem('internal-fault', 'engine', 'x', 'y'))
        return ok(JSON.stringify({ format: ANALYSIS_FORMAT, seq, today, knowledge: now.version }))
      },
    },
    ...(remembers ? { memory: makeCaseMemory() } : {}),
  } as unknown as CasePorts
  const look = async (statements: number) => {
    const found = await analysisOf(ports, ID, stateAt(statements))
    return found.ok ? found.value.seq : null
  }
  return { look, asked, now, kept }
}

describe('the analysis of a case', () => {
  it('is made once, however many ask for it while it is being made', async () => {
    const { look, asked } = world()
    expect(await Promise.all([look(1), look(1), look(1)])).toEqual([2, 2, 2])
    expect(await look(1)).toBe(2)
    expect(asked).toEqual([2])
  })
  it('is never one of before the last thing that was said', async () => {
    const { look, asked } = world()
    for (const n of [1, 2, 3]) expect(await look(n)).toBe(n + 1)
    // Somebody asks who saw the case a moment ago; it takes nothing from those who see it as it is.
    expect(await Promise.all([look(4), look(3), look(4)])).toEqual([5, 4, 5])
    expect(await look(4)).toBe(5)
    expect(asked.at(-1)).toBeGreaterThanOrEqual(4)
  })
  it.each([
    ['the day', { today: '2026-11-23' }],
    ['the knowledge', { version: 'k2' }],
  ])('is made anew when %s changed', async (_, change) => {
    const { look, asked, now } = world()
    await look(1)
    Object.assign(now, change)
    await look(1)
    expect(asked).toEqual([2, 2])
  })
  it('that failed is tried again', async () => {
    const { look, now } = world()
    now.broken = true
    expect(await look(1)).toBeNull()
    now.broken = false
    expect(await look(1)).toBe(2)
  })
  it('is taken from beside the case where nothing is remembered', async () => {
    const { look, asked } = world(false)
    expect([await look(1), await look(1)]).toEqual([2, 2])
    expect(asked).toEqual([2])
  })
})
