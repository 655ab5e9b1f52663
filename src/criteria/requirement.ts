import type { Span } from '../base/span.ts'
import type { Support } from '../base/support.ts'

/** Where a requirement's words stand: in a held policy (span) or in a treatment record (typical criteria). */
export type Clause =
  | {
      readonly kind: 'policy'
      readonly span: Span
      /** The same words carried over page breaks. */
      readonly rest?: readonly Span[]
    }
  | { readonly kind: 'typical'; readonly treatmentId: string; readonly key: string }

/** What the policy says beside the requirement itself: examples that count, an approval period, a quantity limit. */
export interface PolicyNote {
  readonly kind: 'note' | 'duration' | 'quantity'
  readonly words: string
  readonly clause: Clause
}

interface Annotated {
  /** How an ambiguous place was read, as a sentence that a letter can state. Absent: the policy says it outright. */
  readonly assumption?: string
  readonly notes?: readonly PolicyNote[]
}

export type Requirement = Annotated &
  (
    | {
        readonly kind: 'allOf' | 'anyOf'
        readonly id: string
        readonly label: string
        readonly words: string
        readonly clause: Clause
        readonly children: readonly Requirement[]
      }
    | {
        readonly kind: 'atLeast'
        readonly n: number
        readonly id: string
        readonly label: string
        readonly words: string
        readonly clause: Clause
        readonly children: readonly Requirement[]
      }
    | {
        readonly kind: 'leaf'
        readonly id: string
        readonly label: string
        readonly words: string
        readonly clause: Clause
        readonly exceptions: readonly Requirement[]
        /** 'absent': the requirement is that this is not so ("none of the following"). */
        readonly polarity?: 'absent'
      }
  )

/** A section of a policy that grants coverage under stated requirements, or takes it away. */
export interface CriteriaSection {
  readonly id: string
  readonly kind: 'initial' | 'continuation' | 'exclusion'
  /** Heading in the policy's words; the drug, service or indication it is for. */
  readonly title: string
  readonly requirement: Requirement
  /** Headings above the title, outermost first. */
  readonly path?: readonly string[]
  /** Approval period and quantity limits stated for this section. */
  readonly notes?: readonly PolicyNote[]
}

export interface Policy {
  readonly doc: string
  readonly title: string | null
  readonly number: string | null
  /** Effective or revision date as printed, ISO where it could be read. */
  readonly effective: string | null
  readonly payer: string | null
  readonly sections: readonly CriteriaSection[]
  /** Approval periods and quantity limits that stand outside any section. */
  readonly notes?: readonly PolicyNote[]
}

export interface Gap {
  readonly what: string
  readonly from: string
  readonly why: string
}

/** Verdict on one node. Evidence is ordered best first and never empty for met, notMet and exception. */
export interface Match {
  readonly requirement: Requirement
  readonly status: 'met' | 'exception' | 'notMet' | 'noEvidence'
  readonly evidence: readonly Support[]
  /** One sentence in plain words on why. */
  readonly because: string
  readonly gap: Gap | null
  readonly children: readonly Match[]
}

export interface CriteriaResult {
  /** False: typical criteria, to be labelled so, with the request for the real ones. */
  readonly held: boolean
  readonly policy: Policy | null
  readonly section: CriteriaSection
  readonly match: Match
}
