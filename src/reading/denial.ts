import type { CivilDate } from '../base/date.ts'
import type { Finding, Span } from '../base/span.ts'
import { reasonCategory } from '../knowledge/reason.ts'

/** The reasons a letter can give, as the field labels them; our finer ids are in `reasonId`. */
export const REASON_CATEGORIES = reasonCategory.options
export type ReasonCategory = (typeof REASON_CATEGORIES)[number]

export const LETTER_LEVELS = [
  'concurrent_care',
  'initial',
  'initial_post_service',
  'initial_pre_service',
  'initial_with_prior_appeal_closed',
  'internal_appeal_level1_partial',
  'internal_appeal_level1_upheld',
  'internal_appeal_upheld_final_for_level',
] as const
export type LetterLevel = (typeof LETTER_LEVELS)[number]

export interface PayerName {
  /** As the letter prints it, case normalised. */
  readonly name: string
  /** Registry id when resolved; null when the letter names a payer that the registry lacks. */
  readonly payerId: string | null
}

export interface ServiceCode {
  readonly system: 'CPT' | 'HCPCS' | 'ICD-10-CM' | 'NDC' | 'CARC' | 'RARC'
  readonly code: string
}

export interface AppealWindow {
  /** ISO 8601 duration, "P180D" or "P6M"; null when only a date is stated. */
  readonly duration: string | null
  readonly countedFrom: 'notice_date' | 'receipt' | null
  readonly date: CivilDate | null
}

export interface DenialReason {
  readonly category: ReasonCategory
  /** Id of a record in `knowledge/reasons`, when one fits. */
  readonly reasonId: string | null
}

/** What the letter fails to say. `span` is absent for an omission. */
export interface NoticeDefect {
  /** Key used in coverage records: no_specific_reason, no_criterion, no_external_review_info … */
  readonly id: string
  readonly why: string
  readonly span: Span | null
}

/**
 * One denial as its letter states it. Null or empty means: the letter does not say. Nothing here is
 * inferred from law or habit; that is for `facts` and `rights`.
 */
export interface DenialReading {
  readonly doc: string
  readonly payer: Finding<PayerName> | null
  /** Administrator, UM vendor or PBM that wrote or decided for the payer. */
  readonly administrator: Finding<PayerName> | null
  /** Cue to the coverage type; value is a coverage id where the cue settles it, else a cue name. */
  readonly planType: Finding<string> | null
  readonly planCues: readonly Finding<string>[]
  readonly patient: Finding<string> | null
  readonly memberId: Finding<string> | null
  readonly groupNumber: Finding<string> | null
  readonly referenceNumber: Finding<string> | null
  readonly otherNumbers: readonly Finding<{ readonly label: string; readonly number: string }>[]
  readonly provider: Finding<string> | null
  readonly service: Finding<string> | null
  readonly codes: readonly Finding<ServiceCode>[]
  readonly denialReasons: readonly Finding<DenialReason>[]
  /**
   * The letter's own passage that gives the reason: its sentence and those of the same paragraph that
   * explain it, verbatim, at most five sentences; null where the letter has no such sentence.
   */
  readonly reasonPassage: Finding<string> | null
  readonly policyNamed: readonly Finding<string>[]
  readonly noticeDate: Finding<CivilDate> | null
  readonly serviceDates: readonly Finding<CivilDate>[]
  readonly appealDeadline: Finding<AppealWindow> | null
  readonly appealAddress: Finding<string> | null
  readonly appealFax: Finding<string> | null
  readonly appealPhone: Finding<string> | null
  readonly appealPortal: Finding<string> | null
  readonly appealLevel: Finding<LetterLevel> | null
  readonly reviewer: Finding<string> | null
  readonly defects: readonly NoticeDefect[]
}

/** What a file turned out to be. A file may hold several letters, an EOB several denials. */
export interface LetterReading {
  readonly language: 'en' | 'es' | 'other'
  readonly kind: 'denial' | 'approval' | 'explanation_of_benefits' | 'other'
  /** Pages of the file this letter occupies, 1-based, inclusive. */
  readonly pages: { readonly from: number; readonly to: number }
  readonly denials: readonly DenialReading[]
}
