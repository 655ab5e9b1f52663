import type { CivilDate } from '../../base/date.ts'
import type { CaseState } from '../state.ts'
import { lastDecision } from './filed.ts'

/** What became of a case; `open` is counted too, so that a rate has its denominator. */
export type CountedOutcome = 'overturned' | 'partly_overturned' | 'upheld' | 'dismissed' | 'withdrawn' | 'other' | 'open'

/** One case as a row of counts: nothing of a person, and no day, only the month. */
export interface CountRow {
  readonly payer: string | null
  readonly reason: string | null
  readonly treatment: string | null
  readonly coverage: string | null
  readonly level: string | null
  readonly outcome: CountedOutcome
  /** "2026-11". */
  readonly month: string
}

export type CountSubject = Pick<CountRow, 'payer' | 'reason' | 'treatment' | 'coverage' | 'level'>

const CLOSED = {
  won: 'overturned',
  partly_won: 'partly_overturned',
  lost: 'upheld',
  withdrawn: 'withdrawn',
  other: 'other',
} as const

/** The row of one case; a closed one counts as its person closed it, an open one by its last decision. */
export function countRow(state: CaseState, subject: CountSubject): CountRow {
  const { payer, reason, treatment, coverage, level } = subject
  const { closed } = state
  const answer = lastDecision(state)
  const outcome = closed ? (closed.how === 'lost' && answer?.outcome === 'dismissed' ? 'dismissed' : CLOSED[closed.how]) : 'open'
  const on: string = closed?.on ?? answer?.on ?? state.opened
  return { payer, reason, treatment, coverage, level, outcome, month: on.slice(0, 7) }
}

export type CountKey = keyof CountSubject | 'month'

/** Figures of one group; all null where they would point at single persons. */
export interface CountCell {
  readonly by: Readonly<Partial<Record<CountKey, string | null>>>
  readonly cases: number | null
  /** Overturned, partly overturned, upheld or dismissed: the denominator of what follows. */
  readonly decided: number | null
  readonly overturned: number | null
  readonly partlyOverturned: number | null
  readonly open: number | null
}

export interface Statistics {
  readonly cells: readonly CountCell[]
  /** Of all rows, shown cells or not; null where the difference would give a hidden cell away. */
  readonly total: CountCell
  readonly hidden: number
}

/** Groups of fewer cases are not shown. */
export const SMALLEST_CELL = 5

/**
 * Counts by one or several keys, largest group first. Small groups are hidden; where they would be only one, or
 * fewer cases together than may be shown, the next smallest are hidden with them, so that none is found by subtraction.
 */
export function statistics(rows: readonly CountRow[], keys: readonly CountKey[]): Statistics {
  const groups = [...Map.groupBy(rows, (r) => JSON.stringify(keys.map((k) => r[k])))]
    .map(([id, list]) => ({ id, list }))
    .sort((a, b) => b.list.length - a.list.length || (a.id < b.id ? -1 : 1))
  let shown = groups.filter((g) => g.list.length >= SMALLEST_CELL).length
  const inHidden = () => groups.slice(shown).reduce((sum, g) => sum + g.list.length, 0)
  const gives = () => shown < groups.length && (groups.length - shown < 2 || inHidden() < SMALLEST_CELL)
  while (shown > 0 && gives()) shown--
  const cells = groups.map(({ list }, i): CountCell => cell(list, keys, i < shown))
  return { cells, total: cell(rows, [], !gives() && rows.length >= SMALLEST_CELL), hidden: groups.length - shown }
}

function cell(list: readonly CountRow[], keys: readonly CountKey[], shown: boolean): CountCell {
  const first = list[0]
  const by = Object.fromEntries(keys.map((k) => [k, first?.[k] ?? null]))
  if (!shown) return { by, cases: null, decided: null, overturned: null, partlyOverturned: null, open: null }
  const of = (...outcomes: CountedOutcome[]) => list.filter((r) => outcomes.includes(r.outcome)).length
  return {
    by,
    cases: list.length,
    decided: of('overturned', 'partly_overturned', 'upheld', 'dismissed'),
    overturned: of('overturned'),
    partlyOverturned: of('partly_overturned'),
    open: of('open'),
  }
}

/** The month of a day, as rows have it. */
export const monthOf = (day: CivilDate): string => day.slice(0, 7)
