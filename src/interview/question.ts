import type { CivilDate } from '../base/date.ts'
import type { Span } from '../base/span.ts'
import type { CaseFacts } from '../facts/casefacts.ts'
import type { Bilingual } from '../knowledge/datum.ts'
import type { Ask, AskField } from '../knowledge/interview.ts'
import type { Classified } from './classify.ts'

/** The facts of a case, with or without the letter they were read from. */
export type KnownFacts = Omit<CaseFacts, 'denial'> & { readonly denial: Omit<CaseFacts['denial'], 'reading'> }

/** A value that was read with doubt, by the path at which the case file would correct it. */
export interface DoubtedValue {
  readonly path: string
  readonly value: string
  readonly span: Span
}

/** As much of a ladder as says what its deadline is counted from. */
export interface CountedLadder {
  readonly current: { readonly file: { readonly trigger: { readonly event: string } } | null } | null
}

/** What is known when a question is chosen. */
export interface InterviewState {
  readonly facts: KnownFacts
  /** Null: the coverage type is settled or stated. */
  readonly classified: Classified | null
  /** Ids of `knowledge/reasons`, most important first; empty: not known. */
  readonly reasons: readonly string[]
  /** Id of `knowledge/treatments`. */
  readonly treatment: string | null
  readonly ladder: CountedLadder | null
  /** Ids of questions that a person declared done, although no fact came of them: "nothing was tried". */
  readonly answered: ReadonlySet<string>
  readonly skipped: ReadonlySet<string>
  readonly doubts: readonly DoubtedValue[]
}

export type AskedField = Pick<AskField, 'path' | 'input' | 'choices'> & {
  readonly label: Bilingual | null
  readonly example: string | null
  readonly required: boolean
  readonly past: boolean
}

interface Asked {
  /** Of a coverage question its id; of a single value its path in the case file; of a list the id of its record. */
  readonly id: string
  readonly asks: Bilingual
  readonly why: Bilingual
  /** Put off before; it comes after those that were not. */
  readonly skipped: boolean
}

/** One page of the interview. */
export type AskedQuestion = Asked &
  (
    | {
        readonly stage: 'coverage'
        readonly answers: readonly { readonly id: string; readonly says: Bilingual; readonly unsure: boolean }[]
      }
    | {
        readonly stage: Ask['stage']
        readonly changes: Bilingual
        readonly help: Bilingual | null
        readonly list: NonNullable<Ask['list']> | null
        readonly sets: Readonly<Record<string, string>>
        readonly fields: readonly AskedField[]
        /** What was read with doubt, to be confirmed or corrected; null: it is asked anew. */
        readonly read: DoubtedValue | null
      }
  )

/** What an answer says, ready to be kept as events of the case. */
export type ReadAnswer =
  | { readonly kind: 'coverage'; readonly question: string; readonly answer: string }
  | { readonly kind: 'stated'; readonly values: readonly { readonly path: string; readonly value: string | boolean }[] }
  | { readonly kind: 'listed'; readonly list: NonNullable<Ask['list']>; readonly fields: Readonly<Record<string, string>> }

/** The day and language of the person who answers, and the notice's date, which no day of receipt can precede. */
export interface AnswerContext {
  readonly lang: 'en' | 'es'
  readonly today: CivilDate
  readonly noticeDate: CivilDate | null
  /** In whose name a statement is kept; left out: the patient's. */
  readonly speaker?: 'patient' | 'prescriber'
}
