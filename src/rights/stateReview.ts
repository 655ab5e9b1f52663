import type { Citation } from '../base/citation.ts'
import type { Knowledge } from '../knowledge/assemble.ts'
import type { CoverageRecord, Level } from '../knowledge/coverage.ts'
import { type StateExternalReview, type StatePeriod, stateSource } from '../knowledge/state.ts'
import { inDays } from './amount.ts'
import type { Conditions } from './conditions.ts'
import { sayAmount } from './count.ts'
import { asks, isFederal, reaches, stateNamed } from './stateRules.ts'

/** How external review works in this State, for coverage that its law reaches. */
export interface StateReview {
  readonly state: string
  readonly program: StateExternalReview['program']
  readonly fileWith: StateExternalReview['fileWith'] | null
  /** Null: not known; Federal law allows at most 25 dollars. */
  readonly fee: StateExternalReview['fee'] | null
  readonly statute: StateExternalReview['statute'] | null
}

/** Null for a level or a coverage that the State's law does not reach, and for a State that is not held. */
export function stateReview(
  knowledge: Knowledge,
  coverage: CoverageRecord,
  level: Level,
  state: string | null,
  conditions: Conditions,
): StateReview | null {
  const record = stateNamed(knowledge, state)
  const review = record?.externalReview
  if (!record || !review || level.kind !== 'external' || coverage.stateLaw === 'program_rules') return null
  if (!asks(coverage, level) || !reaches(coverage, conditions)) return null
  const { program, fileWith, fee, statute } = review
  return { state: record.name, program, fileWith: fileWith ?? null, fee: fee ?? null, statute: statute ?? null }
}

/** A State's own time to decide, as the ladder shows one. */
export interface StateClock {
  readonly rule: string
  readonly amount: string
  readonly citations: readonly Citation[]
}

/** No State may give the reviewer longer than this. */
const FEDERAL_MOST = { standard: 45, urgent: 3 } as const

/**
 * The State's own times for the reviewer, where its law was looked up and they keep within the Federal
 * ones. A time that starts late or has parts (`says`) is told in words and is no clock.
 */
export function stateClocks(
  knowledge: Knowledge,
  coverage: CoverageRecord,
  level: Level,
  state: string | null,
  conditions: Conditions,
): Partial<Record<'standard' | 'urgent', StateClock>> {
  const record = stateNamed(knowledge, state)
  if (!record || isFederal(record) || !stateReview(knowledge, coverage, level, state, conditions)) return {}
  const certain = coverage.stateLaw === 'applies' || conditions.insured === true
  const clock = (key: keyof typeof FEDERAL_MOST, p: StatePeriod | undefined) => {
    if (!certain || !p?.cite || p.says || p.status === 'recalled' || inDays(p.amount, p.unit) > FEDERAL_MOST[key]) return {}
    const amount = sayAmount(p.amount, p.unit)
    const citations: Citation[] = [{ source: stateSource(record), cite: p.cite, pin: p.pin ?? '', status: p.status }]
    return { [key]: { rule: `The law of ${record.name} gives the reviewer ${amount} to decide.`, amount, citations } }
  }
  const { decisionStandard, decisionExpedited } = record.externalReview ?? {}
  return { ...clock('standard', decisionStandard), ...clock('urgent', decisionExpedited) }
}
