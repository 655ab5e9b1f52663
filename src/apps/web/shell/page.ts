import type { Html } from '../html/html.ts'
import type { Lang } from '../language.ts'
import type { Encoded } from '../render/encoded.ts'

export interface Crumb {
  readonly text: string
  /** Without language; null: the page itself. */
  readonly address: string | null
}

/** One section in the list of contents. */
export interface Entry {
  readonly id: string
  readonly heading: string
}

export type PageKind =
  | 'home'
  | 'guide'
  | 'payer'
  | 'treatment'
  | 'reason'
  | 'coverage'
  | 'state'
  | 'process'
  | 'scenario'
  | 'letter'
  | 'pair'
  | 'index'
  | 'deadline'
  | 'checklist'
  | 'read'
  | 'search'
  | 'problem'

/** The care a page is about, as schema.org calls it. */
export interface About {
  readonly type: 'Drug' | 'MedicalProcedure' | 'MedicalTherapy' | 'MedicalDevice' | 'MedicalTest' | 'Service'
  readonly name: string
}

/** A page before its frame is put around it. */
export interface Page {
  readonly kind: PageKind
  readonly lang: Lang
  /** Canonical address without language: "/help/cigna/cimt/step-therapy". */
  readonly address: string
  /** For the browser's title and search results; the heading on the page where `heading` is not given. */
  readonly title: string
  readonly heading?: Html
  /** One or two sentences for search results; empty: none. */
  readonly description: string
  /** False: kept out of search engines. */
  readonly index: boolean
  /** From the first page down to this one. */
  readonly crumbs: readonly Crumb[]
  /** Sections for the list beside the text, or their entries as markup; none on short pages. */
  readonly contents: readonly Entry[] | Encoded
  /** What stands under the heading. */
  readonly main: Html | Encoded
  /** Latest day on which anything said here was checked; null where nothing is said. */
  readonly asOf: string | null
  readonly about?: About | undefined
  /** Of a page that is one question and its answer, both as they stand on it. */
  readonly answered?: { readonly question: string; readonly answer: string } | undefined
}
