import type { CivilDate } from '../../base/date.ts'
import type { Finding } from '../../base/span.ts'
import type { AppealWindow, DenialReason } from '../denial.ts'

/** What became of the appeal; partly: some of what was asked is given. */
export type AnswerOutcome = 'overturned' | 'partly_overturned' | 'upheld' | 'dismissed' | 'not_an_answer'

/** What a letter about an appeal is; only a decision ends the wait. */
export type AnswerKind = 'decision' | 'acknowledgement' | 'extension' | 'information_request' | 'other'

/** A plan's or reviewer's letter about an appeal, as it states it; null or empty means: it does not say. */
export interface AnswerReading {
  readonly doc: string
  readonly kind: AnswerKind
  /** The sentence that decides; below 0.7 a person must confirm it. Null where nothing is decided. */
  readonly decided: Finding<Exclude<AnswerOutcome, 'not_an_answer'>> | null
  readonly outcome: AnswerOutcome
  readonly date: Finding<CivilDate> | null
  /** The letter's own sentences on why it was not all granted, in their order. */
  readonly reasons: readonly Finding<string>[]
  /** The same reasons by category, where their wording is known. */
  readonly categories: readonly Finding<DenialReason>[]
  /** Who hears the next appeal, and the time the letter gives for it. */
  readonly next: { readonly who: 'plan' | 'outside'; readonly window: Finding<AppealWindow> | null }
  /** Who decided, in the letter's words. */
  readonly reviewer: Finding<string> | null
  readonly referenceNumber: Finding<string> | null
}
