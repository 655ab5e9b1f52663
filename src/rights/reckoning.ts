import type { Citation } from '../base/citation.ts'
import type { CivilDate, CivilMoment } from '../base/date.ts'

/** A deadline with everything that decided it. */
export interface Reckoning {
  /** Legal last day (or moment, for clocks in hours). Null: no such deadline exists, and `rule` says why. */
  readonly due: CivilDate | CivilMoment | null
  /** The day to show as "do it by": never later than `due`, earlier wherever the law is ambiguous. */
  readonly safeDue: CivilDate | CivilMoment | null
  /** A later reading of an ambiguous rule, kept so that a late person is not told all is lost. */
  readonly alternative: CivilDate | null
  readonly trigger: { readonly event: string; readonly date: CivilDate | CivilMoment | null; readonly presumed: boolean }
  /** The rule in plain words. */
  readonly rule: string
  /** "2026-09-01 + 5 days (presumed receipt) = 2026-09-06; + 60 days = 2026-11-05". */
  readonly arithmetic: string
  readonly citations: readonly Citation[]
  readonly assumptions: readonly string[]
  /** Source-record reference of the provision whose clock ran, for the ledger. */
  readonly ref: string | null
}
