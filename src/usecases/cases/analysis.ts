import type { CivilDate } from '../../base/date.ts'
import type { Problem } from '../../base/problem.ts'
import type { Span } from '../../base/span.ts'
import type { CriteriaResult } from '../../criteria/requirement.ts'
import type { LetterEdit } from '../../document/edits.ts'
import type { Letter, LetterKind } from '../../document/letter.ts'
import type { CaseFacts } from '../../facts/casefacts.ts'
import type { Bilingual } from '../../knowledge/datum.ts'
import type { Task } from '../../packet/tasks.ts'
import type { LetterReading } from '../../reading/denial.ts'
import type { DoubtReason } from '../../reading/doubt.ts'
import type { Ladder } from '../../rights/ladder.ts'
import type { Objection } from '../objections.ts'
import type { StatedPath } from './findings.ts'
import type { ShownProposal } from './proposals.ts'

/** One thing the letter says, as the person sees it marked on the page and corrects it. */
export interface ShownFinding {
  readonly field: string
  /** Where a correction goes in the case file; null: shown only. */
  readonly path: StatedPath | null
  readonly value: string
  readonly span: Span
  /** Why it may be misread, to be asked; null where it is sure. */
  readonly doubt: DoubtReason | null
}

/** Whether the coverage type is known, and by what. */
export interface CoverageFound {
  readonly settled: string | null
  readonly because: readonly string[]
  readonly assumes: Bilingual | null
  readonly candidates: readonly string[]
  /** Id of the question that comes next; null when nothing is to be asked. */
  readonly ask: string | null
}

export interface GroundChoice {
  readonly id: string
  readonly heading: string
  readonly chosen: boolean
}

/** A document as the pages need it; its text stays with the reading. */
export interface ShownDocument {
  readonly doc: string
  readonly role: 'denial' | 'policy' | 'record'
  readonly name: string
  readonly media: string
  readonly exhibit: string | null
  readonly pages: readonly { readonly number: number; readonly width: number; readonly height: number }[]
}

/** Counted up whenever the shape below changes: what an earlier version kept is then made again. */
export const ANALYSIS_FORMAT = 1

/**
 * What the engine makes of a case: kept as JSON beside the case, so that a page is shown without
 * running the engine. Everything in it is plain data.
 */
export interface Analysis {
  readonly format: typeof ANALYSIS_FORMAT
  /** Of the last event it was made from. */
  readonly seq: number
  readonly today: CivilDate
  readonly knowledge: string
  readonly documents: readonly ShownDocument[]
  readonly readings: readonly Pick<LetterReading, 'language' | 'kind' | 'pages'>[]
  /** How many denials the letter holds. */
  readonly denials: number
  readonly findings: readonly ShownFinding[]
  readonly coverage: CoverageFound
  /** Null where the letter can not be taken as a denial at all; `problems` says why. */
  readonly facts: (Omit<CaseFacts, 'denial'> & { readonly denial: Omit<CaseFacts['denial'], 'reading'> }) | null
  /** What the records say, rejected ones among it. */
  readonly proposals: readonly ShownProposal[]
  readonly reason: string | null
  readonly treatment: string | null
  readonly ladder: Ladder | null
  readonly criteria: CriteriaResult | null
  readonly grounds: readonly GroundChoice[]
  /** With the writer's edits in them. */
  readonly letters: readonly Letter[]
  readonly own: Readonly<Partial<Record<LetterKind, readonly LetterEdit[]>>>
  readonly orphans: Readonly<Partial<Record<LetterKind, readonly LetterEdit[]>>>
  /** Letters of use at this point of the case. */
  readonly now: readonly LetterKind[]
  readonly objections: readonly Objection[]
  readonly tasks: readonly Task[]
  readonly urgent: boolean
  /** What went wrong or is uncertain, in plain words. */
  readonly warnings: readonly Problem[]
}
