import type { CivilDate } from '../base/date.ts'
import type { DocumentSupport } from '../base/support.ts'
import type { CriteriaResult } from '../criteria/requirement.ts'
import type { CaseFacts, Signer } from '../facts/casefacts.ts'
import type { Entry } from '../facts/fact.ts'
import type { Passage } from '../facts/record/passages.ts'
import type { Knowledge } from '../knowledge/assemble.ts'
import type { ReasonRecord } from '../knowledge/reason.ts'
import type { TreatmentRecord } from '../knowledge/treatment.ts'
import type { Ladder } from '../rights/ladder.ts'
import type { Exhibit } from './exhibit.ts'

/** Everything an argument is made from. The knowledge it draws on is part of it, so that same in is same out. */
export interface Brief {
  readonly knowledge: Knowledge
  readonly facts: CaseFacts
  readonly reason: ReasonRecord
  readonly treatment: TreatmentRecord | null
  readonly criteria: CriteriaResult | null
  /** Null while the coverage type is not known: no right is then claimed. */
  readonly ladder: Ladder | null
  readonly exhibits: readonly Exhibit[]
  /** Sentences of the records that speak to a ground; the topic is the ground's id. */
  readonly passages: readonly Entry<Passage>[]
  /** First words of a document, for what names it as a whole; null where it has none. */
  exhibitSupport(doc: string): DocumentSupport | null
  readonly signer: Signer
  /** Asked for as urgent: a physician or the case says delay would harm. */
  readonly urgent: boolean
  /** What the case file chose by id; empty: the engine chooses. */
  readonly chosen: { readonly grounds: readonly string[]; readonly letters: readonly string[] }
  /** Documents that exist elsewhere and are to be asked for, as the person named them. */
  readonly wanted?: readonly WantedDocument[]
  readonly today: CivilDate
}

export interface WantedDocument {
  readonly wanted: string
  readonly what: string
  readonly from: 'records_office' | 'prescriber' | 'plan' | 'self'
  /** Empty: not given. */
  readonly office: string
}
