import type { Citation } from '../../base/citation.ts'
import type { CivilDate } from '../../base/date.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'
import type { Clock } from '../../knowledge/source.ts'
import type { Timeline, When } from '../events.ts'

/** A person's own deadline to act, or the decider's deadline to answer. */
export type Purpose = 'file' | 'decide'

/** A count on its way to a deadline, with what was done so far. */
export interface Tally {
  readonly due: When
  readonly safe: When
  /** Later days that other readings give. */
  readonly later: readonly CivilDate[]
  readonly steps: readonly string[]
  readonly citations: readonly Citation[]
  readonly assumptions: readonly string[]
}

export interface Setting {
  readonly knowledge: Knowledge
  readonly clock: Clock
  readonly timeline: Timeline
  readonly purpose: Purpose
}

/** One rule that may move a counted day; it returns the tally unchanged where it does not apply. */
export type Adjustment = (tally: Tally, setting: Setting) => Tally
