import type { Claim } from '../argument/claim.ts'

export type { Exhibit } from '../argument/exhibit.ts'

/** A letter as a tree. Every sentence in it is a Claim, table cells included. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: Claim }
  | { readonly kind: 'paragraph'; readonly claims: readonly Claim[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Claim[])[] }
  | { readonly kind: 'quote'; readonly claims: readonly Claim[]; readonly attribution: Claim }
  | {
      readonly kind: 'table'
      readonly caption: Claim
      readonly columns: readonly string[]
      /** Relative widths, one per column. */
      readonly widths: readonly number[]
      readonly rows: readonly (readonly (readonly Claim[])[])[]
    }
  | { readonly kind: 'fields'; readonly rows: readonly { readonly label: string; readonly claim: Claim }[] }
  | { readonly kind: 'signature'; readonly name: string; readonly lines: readonly string[]; readonly role: string }

export type LetterKind =
  | 'appeal'
  | 'medical_necessity'
  | 'step_exception'
  | 'expedited_request'
  | 'claim_file_request'
  | 'external_review_request'
  | 'peer_to_peer'
  | 'authorized_representative'
  | 'overdue_decision'
  | 'records_request'
  | 'prescriber_request'
  | 'regulator_complaint'

export interface Letter {
  readonly kind: LetterKind
  /** Id of the record in `knowledge/letters` it was made from. */
  readonly record: string
  readonly title: Claim
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly date: string
  /** RE block. */
  readonly re: readonly { readonly label: string; readonly claim: Claim }[]
  readonly salutation: string
  readonly blocks: readonly Block[]
  readonly enclosures: readonly Claim[]
}
