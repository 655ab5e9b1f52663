import { describe, expect, it } from 'vitest'
import { checkClaim } from '../../src/argument/ledger.ts'
import { citeTerm, saysTerm } from '../../src/argument/terms/law.ts'
import { parseDate } from '../../src/base/date.ts'
import { COVERAGE_LAWS, type StateRecord } from '../../src/knowledge/state.ts'
import { stateCitations } from '../../src/knowledge/stateCitations.ts'
import { ladder } from '../../src/rights/ladder.ts'
import { stateStep } from '../../src/rights/stateStep.ts'
import { knowledge } from './knowledge.ts'

const states = [...knowledge().states.values()]
const each = (check: (s: StateRecord) => void) => {
  for (const s of states) check(s)
}

/** Every datum of a record with its path. */
function datums(value: unknown, path = ''): { at: string; datum: Record<string, unknown> }[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'status' in value && 'checked' in value ? [{ at: path, datum: value as Record<string, unknown> }] : []
  return [...own, ...Object.entries(value).flatMap(([k, v]) => datums(v, path ? `${path}.${k}` : k))]
}

describe('the records of the States', () => {
  it('are the fifty, the District and Puerto Rico', () => {
    expect(states).toHaveLength(52)
    expect(['dc', 'pr', 'ak', 'wy'].filter((id) => !knowledge().states.has(id))).toEqual([])
  })

  it('have a regulator, who runs external review, and a word on step therapy', () =>
    each((s) => {
      expect(s.regulator?.name, s.id).toBeTruthy()
      expect(s.regulator?.phone ?? s.regulator?.url, s.id).toBeTruthy()
      expect(s.externalReview?.program.is, s.id).toBeTruthy()
      expect(s.stepTherapy?.status, s.id).toBeTruthy()
    }))

  it('claim a step-therapy law only with its statute, and none without one', () =>
    each((s) => {
      const { status, statute, grounds, decisionStandard } = s.stepTherapy ?? {}
      expect(['law', 'limited', 'ban'].includes(status ?? ''), s.id).toBe(statute !== undefined)
      if (!statute) expect([grounds, decisionStandard], s.id).toEqual([undefined, undefined])
    }))

  it('give a window, a statute and a place to file where the State runs the review, and none of its own where HHS does', () =>
    each((s) => {
      const e = s.externalReview
      if (e?.program.is === 'federal_hhs_administered')
        expect([e.window, e.statute, e.decisionStandard, e.fileWith !== undefined], s.id).toEqual([
          undefined,
          undefined,
          undefined,
          true,
        ])
      else expect([e?.window !== undefined, e?.statute !== undefined], s.id).toEqual([true, true])
    }))

  it('hold lengths of time, fees and telephone numbers that can be', () =>
    each((s) => {
      for (const { at, datum } of datums(s)) {
        const { amount, unit, dollars } = datum as { amount?: number; unit?: string; dollars?: number }
        const where = `${s.id} ${at}`
        if (unit === 'months') expect([4, 6, 12], where).toContain(amount)
        if (unit === 'hours') expect([24, 48, 72, 120], where).toContain(amount)
        if (unit === 'days' || unit === 'business_days') expect(amount, where).toBeLessThanOrEqual(180)
        // Federal law allows a State at most 25 dollars.
        if (dollars !== undefined) expect(dollars >= 0 && dollars <= 25, where).toBe(true)
        if (typeof datum.phone === 'string') expect(datum.phone, where).toMatch(/^[2-9]\d{2}-\d{3}-\d{4}$/)
      }
    }))

  it('keep Medicaid hearings within Federal law', () =>
    each((s) => {
      const { hearingAfterPlan: plan, hearing } = s.medicaid ?? {}
      if (plan) expect(plan.amount >= 90 && plan.amount <= 120 && plan.unit === 'days', s.id).toBe(true)
      if (hearing) expect(hearing.amount <= 90 && hearing.unit === 'days', s.id).toBe(true)
    }))

  it('say where a fact was seen, unless it is only recalled, and cite a section wherever they give its paragraph', () =>
    each((s) => {
      for (const { at, datum } of datums(s)) {
        const where = `${s.id} ${at}`
        expect(datum.status === 'recalled' || typeof datum.basis === 'string', where).toBe(true)
        if (datum.status === 'recalled') expect(datum.basis, where).toBeUndefined()
        if (datum.pin !== undefined) expect(datum.cite, where).toBeTruthy()
      }
    }))

  it('name only coverage laws that have a heading', () =>
    each((s) => {
      for (const key of Object.keys(s.coverageLaws ?? {})) expect(COVERAGE_LAWS, s.id).toContain(key)
    }))
})

describe('what a letter would say of a State', () => {
  const sources = { knowledge: knowledge(), documents: [], exhibits: [] }
  const claimed = (says: string, citations: Parameters<typeof citeTerm>[0]['citations']) => {
    const provided = { says, citations }
    const law = citeTerm(provided)
    const rule = saysTerm(provided)
    return checkClaim({ sentence: `${rule.text} (${law.text}).`, support: [...rule.support, ...law.support] as never }, sources)
  }

  it('rests on the record, in every State', () =>
    each((s) => {
      const { law } = stateStep(knowledge(), { coverage: 'erisa_insured', state: s.id, drug: true, on: parseDate('2026-10-06') })
      if (law) expect(claimed(law.says, law.citations), s.id).toEqual([])
      for (const levelReached of ['initial', 'internal_appeal']) {
        const made = ladder(knowledge(), 'erisa_insured', {
          noticeDate: parseDate('2026-10-06'),
          receivedDate: null,
          receiptProven: false,
          timing: 'pre_service',
          urgent: false,
          levelReached,
          state: s.id,
          conditions: {},
        })
        const file = made.ok ? made.value.levels.find((l) => l.kind === 'external')?.file : null
        expect(file?.due !== undefined, s.id).toBe(true)
        if (file) expect(claimed(file.rule, file.citations), `${s.id} ${levelReached}`).toEqual([])
        if (file?.due && file.safeDue) expect(file.safeDue <= file.due, s.id).toBe(true)
      }
    }))

  it('a section that the record does not hold is a fault', () => {
    const [tx] = stateCitations(knowledge().states.get('tx') as StateRecord)
    if (!tx) throw new Error('Texas cites nothing')
    expect(claimed('The law of Texas says so.', [tx])).toEqual([])
    expect(claimed('The law of Texas says so.', [{ ...tx, source: 'state-zz' }]).map((f) => f.fault)).toContain('unknown source')
    expect(claimed('The law of Texas says so.', [{ ...tx, cite: 'Tex. Ins. Code § 9999.0001' }]).map((f) => f.fault)).toContain(
      'number',
    )
  })
})
