import type { Knowledge } from '../knowledge/assemble.ts'
import type { CoverageRecord, Level } from '../knowledge/coverage.ts'
import type { StatePeriod, StateRecord } from '../knowledge/state.ts'
import type { StateWindow } from './events.ts'

/** What the engine needs of a State's law. */
export interface StateRules {
  /** The State's own window for this level; null where it has none or it is not known. */
  window(coverage: CoverageRecord, level: Level): StateWindow | null
  /** Why a window may be missing, for the reader; null where nothing is missing. */
  missing(coverage: CoverageRecord, level: Level): string | null
}

/** The rules of a State's record; without a record every window is missing, and that is said. */
export function stateRules(knowledge: Knowledge, state: string | null): StateRules {
  const record = state ? knowledge.states.get(state.toLowerCase()) : undefined
  return {
    window: (coverage, level) => toWindow(record && periodOf(record, coverage, level)),
    missing: (coverage, level) => {
      if (!asks(coverage, level) || (record && periodOf(record, coverage, level))) return null
      return state
        ? `The rule of the State (${state.toUpperCase()}) on this window is not held here; the notice must state the window, and it may be longer.`
        : 'The State is not known, so its own window could not be used.'
    },
  }
}

/** Whether a State's law can set this level's window at all; never for a self-funded ERISA plan. */
function asks(coverage: CoverageRecord, level: Level): boolean {
  if (coverage.stateLaw === 'applies' || coverage.stateLaw === 'insured_only') return level.kind === 'external'
  return coverage.stateLaw === 'program_rules' && (level.kind === 'hearing' || level.kind === 'external')
}

function periodOf(record: StateRecord, coverage: CoverageRecord, level: Level): StatePeriod | undefined {
  if (!asks(coverage, level)) return undefined
  if (coverage.stateLaw !== 'program_rules') return record.externalReview?.window
  if (level.kind !== 'hearing') return undefined
  return coverage.id === 'medicaid_managed_care' ? record.medicaid?.hearingAfterPlan : record.medicaid?.hearing
}

const toWindow = (p: StatePeriod | undefined): StateWindow | null =>
  p ? { amount: p.amount, unit: p.unit, cite: p.cite ?? null } : null
