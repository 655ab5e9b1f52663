import type { Knowledge } from '../knowledge/assemble.ts'
import type { CoverageRecord, Level } from '../knowledge/coverage.ts'
import { type StatePeriod, type StateRecord, stateSource } from '../knowledge/state.ts'
import type { Conditions } from './conditions.ts'
import { sayAmount } from './count.ts'
import type { StateWindow } from './events.ts'

/** What the engine needs of a State's law. */
export interface StateRules {
  /** The State's own window for this level; null where it has none, it is not known, or it may not be relied on. */
  window(coverage: CoverageRecord, level: Level): StateWindow | null
  /** Why a State window is not used, for the reader; null where nothing is missing. */
  missing(coverage: CoverageRecord, level: Level): string | null
}

/** The rules of a State's record; without a record every window is missing, and that is said. */
export function stateRules(knowledge: Knowledge, state: string | null, conditions: Conditions): StateRules {
  const record = stateNamed(knowledge, state)
  const held = (coverage: CoverageRecord, level: Level) => (record ? periodOf(record, coverage, level) : undefined)
  return {
    window(coverage, level) {
      const period = held(coverage, level)
      const counts = record && period && reaches(coverage, conditions) && !doubt(period, coverage, level, conditions)
      return counts ? toWindow(record, period) : null
    },
    missing(coverage, level) {
      if (!asks(coverage, level) || !reaches(coverage, conditions)) return null
      if (!state) return 'The State is not known, so its own window could not be used.'
      if (record && level.kind === 'external' && isFederal(record))
        return `${record.name} leaves this review to the Federal process, so the Federal window applies.`
      const period = held(coverage, level)
      if (!period)
        return `The rule of the State (${state.toUpperCase()}) on this window is not held here; the notice must state the window, and it may be longer.`
      const why = doubt(period, coverage, level, conditions)
      return why
        ? `The State (${state.toUpperCase()}) may allow ${sayAmount(period.amount, period.unit)}, but ${why}, so it is not counted on; the notice must state the window.`
        : (period.note ?? whose(record, level))
    },
  }
}

/** Where it is not certain that the State runs the review, that is said beside its window. */
const whose = (record: StateRecord | undefined, level: Level): string | null => {
  const program = record?.externalReview?.program
  return level.kind === 'external' && program?.is === 'unknown' ? (program.note ?? null) : null
}

export const stateNamed = (knowledge: Knowledge, state: string | null): StateRecord | undefined =>
  state ? knowledge.states.get(state.toLowerCase()) : undefined

/** Whether a State's law can set this level's window at all; never for a self-funded ERISA plan. */
export function asks(coverage: CoverageRecord, level: Level): boolean {
  if (coverage.stateLaw === 'applies' || coverage.stateLaw === 'insured_only') return level.kind === 'external'
  return coverage.stateLaw === 'program_rules' && (level.kind === 'hearing' || level.kind === 'external')
}

/** False where this plan is known to carry its own risk and only insurance is under the State's law. */
export const reaches = (coverage: CoverageRecord, conditions: Conditions): boolean =>
  !(coverage.stateLaw === 'insured_only' && conditions.insured === false)

/** The State leaves the review to the Federal process, so nothing of its own law on external review counts. */
export const isFederal = (record: StateRecord): boolean => record.externalReview?.program.is === 'federal_hhs_administered'

function periodOf(record: StateRecord, coverage: CoverageRecord, level: Level): StatePeriod | undefined {
  if (!asks(coverage, level)) return undefined
  if (coverage.stateLaw !== 'program_rules') return isFederal(record) ? undefined : record.externalReview?.window
  if (level.kind !== 'hearing') return undefined
  return coverage.id === 'medicaid_managed_care' ? record.medicaid?.hearingAfterPlan : record.medicaid?.hearing
}

/** No four months of the calendar are shorter than this many days. */
const FEDERAL_LEAST_DAYS = 120

/**
 * Why a window must not be counted on; null where it may be. A doubtful window may bring the day of an
 * external review forward and never put it off; for a hearing there is no Federal day to fall back on.
 */
function doubt(period: StatePeriod, coverage: CoverageRecord, level: Level, conditions: Conditions): string | null {
  const notLonger =
    level.kind === 'external' &&
    (period.unit === 'months' ? period.amount <= 4 : period.unit === 'days' && period.amount <= FEDERAL_LEAST_DAYS)
  if (notLonger) return null
  if (period.status === 'recalled') return 'that was not checked in its law'
  if (coverage.stateLaw === 'insured_only' && conditions.insured === undefined)
    return 'it is not known whether an insurer carries this plan'
  return null
}

const toWindow = (record: StateRecord, p: StatePeriod): StateWindow => ({
  source: stateSource(record),
  says: `The law of ${record.name} allows ${sayAmount(p.amount, p.unit)}.`,
  amount: p.amount,
  unit: p.unit,
  cite: p.cite ?? null,
  pin: p.pin ?? '',
  status: p.status,
  ...(p.from ? { from: p.from } : {}),
})
