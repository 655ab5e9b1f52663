import type { Status } from './citation.ts'
import type { Span } from './span.ts'

/** What a sentence may rest on. `quote` is never empty: the words or figures that carry it. */
export type Support = DocumentSupport | KnowledgeSupport | StatementSupport | ReckonedSupport

/** Words in a document of the case. `source` is the document id; `role` says which kind. */
export interface DocumentSupport {
  readonly kind: 'denial' | 'record' | 'policy'
  readonly source: string
  readonly span: Span
  readonly quote: string
}

/** A datum of a knowledge record. `source` is the record id, `pin` its paragraph, page or field. */
export interface KnowledgeSupport {
  readonly kind: 'law' | 'guideline' | 'label' | 'coverage' | 'payer' | 'treatment' | 'reason' | 'letter' | 'guide'
  readonly source: string
  readonly pin: string
  readonly quote: string
  readonly status: Status
}

/** What a person stated, by hand in the case file (`pin` = its path there) or in the interview. */
export interface StatementSupport {
  readonly kind: 'statement'
  readonly source: 'patient' | 'prescriber' | 'case file'
  readonly pin: string
  readonly quote: string
}

/** A date or count this engine derived; `quote` is the arithmetic, `rule` the law it follows. */
export interface ReckonedSupport {
  readonly kind: 'reckoning'
  readonly source: string
  readonly pin: string
  readonly quote: string
}

export type NonEmpty<T> = readonly [T, ...T[]]
