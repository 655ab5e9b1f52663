import type { CivilDate } from '../base/date.ts'
import type { Exhibit, Letter } from '../document/letter.ts'

/** Everything a packet is made of, except the bytes of its exhibits. */
export interface PacketPlan {
  readonly title: string
  readonly author: string
  /** BCP 47, e.g. "en-US". */
  readonly language: string
  readonly today: CivilDate
  /** The payer's claim, case or reference number; the only identifier put on every page. */
  readonly reference: string | null
  readonly cover: Cover
  readonly letter: Letter
  readonly exhibits: readonly PlannedExhibit[]
}

export type Via = 'fax' | 'mail' | 'portal'

/**
 * The first page. By fax it lists parts and page numbers only, because a cover sheet lies open in
 * a tray; by mail or portal it lists the exhibits by title.
 */
export interface Cover {
  readonly via: Via
  readonly to: readonly string[]
  /** Fax number, or name of the portal; null where the postal address in `to` says it all. */
  readonly destination: string | null
  readonly from: readonly string[]
  readonly re: Letter['re']
  readonly urgent: boolean
  readonly confidentiality: string
}

/** `summary` is what a screen reader says of the exhibit: what it is and what it shows. */
export type PlannedExhibit = Exhibit & { readonly summary: string }

/** An exhibit's bytes. `text` is what was read from it, page by page; needed for DOCX and HTML. */
export interface ExhibitFile {
  /** The file's name as given, without folders. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly text: readonly string[] | null
}

/** What the typeset pages say of the letter's case beside its own text. */
export interface LetterMeta {
  readonly author: string
  readonly language: string
  readonly today: CivilDate
  readonly reference: string | null
}
