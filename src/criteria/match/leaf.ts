import type { CivilDate } from '../../base/date.ts'
import type { Support } from '../../base/support.ts'
import type { CaseFacts } from '../../facts/casefacts.ts'
import type { SourceDocument } from '../../reading/document.ts'
import type { Gap, Match, PolicyNote, Requirement } from '../requirement.ts'
import type { Lexicon } from './lexicon.ts'

export type LeafRequirement = Extract<Requirement, { kind: 'leaf' }>

/** What matching is done against. */
export interface Ground {
  readonly facts: CaseFacts
  readonly lexicon: Lexicon
  /** Ages and "within the last 6 months" are counted to this day: the notice date, or today. */
  readonly asOf: CivilDate
  /** The records themselves, to offer what they state where no fact answers. */
  readonly records: readonly SourceDocument[]
}

/** One criterion with the words that lead into it. */
export interface Leaf {
  readonly requirement: LeafRequirement
  readonly words: string
  /** Lead-ins above it, nearest last: "Trial of at least 8 weeks each of two of the following". */
  readonly lead: string
  /** Of those, what asks for something itself: "For members with relapsing disease, failure of two of". */
  readonly demands: string
  readonly notes: readonly PolicyNote[]
  readonly absent: boolean
}

export interface Range {
  readonly start: number
  readonly end: number
}

/** What one recogniser makes of a part of a criterion. */
export interface Facet {
  readonly status: Match['status']
  readonly evidence: readonly Support[]
  readonly because: string
  readonly gap: Gap | null
  /** The words of the criterion that it answers for. */
  readonly covers: readonly Range[]
}

/** Reads the part of a criterion that it knows; null where the criterion does not speak of it. */
export type Recogniser = (leaf: Leaf, ground: Ground) => Facet | null

export const met = (evidence: readonly Support[], because: string, covers: readonly Range[]): Facet =>
  evidence.length
    ? { status: 'met', evidence, because, gap: null, covers }
    : {
        status: 'noEvidence',
        evidence,
        because: 'Nothing in the records or statements supports this yet.',
        gap: { what: 'The source of this fact', from: 'the prescriber', why: because },
        covers,
      }

export const missing = (
  gap: Gap,
  covers: readonly Range[],
  evidence: readonly Support[] = [],
  because = 'The records held do not show this.',
): Facet => ({
  status: 'noEvidence',
  evidence,
  because,
  gap,
  covers,
})

export const against = (evidence: readonly Support[], because: string, gap: Gap | null, covers: readonly Range[]): Facet =>
  evidence.length
    ? { status: 'notMet', evidence, because, gap, covers }
    : missing(gap ?? { what: because, from: 'the prescriber', why: because }, covers)

export const matchRange = (m: RegExpExecArray | RegExpMatchArray): Range => ({
  start: m.index ?? 0,
  end: (m.index ?? 0) + m[0].length,
})
