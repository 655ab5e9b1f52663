import { claimsOfBlock as claimsOfGuideBlock, type GuideBlock, type GuideClaim, type GuideLang } from '../guide/guide.ts'
import type { ExampleLetter } from './exampleLetter.ts'

/** What a page can be about: a record of that kind, all records of a kind, the front door, or a worked letter. */
export type RecordPageKind = 'payer' | 'treatment' | 'reason' | 'coverage' | 'state' | 'process' | 'scenario'
export type IndexPageKind = 'payers' | 'treatments' | 'reasons' | 'coverages' | 'states' | 'processes' | 'scenarios'
/** `pair`: the guides of one payer for one treatment. */
export type PageKind = RecordPageKind | IndexPageKind | 'letter' | 'pair' | 'home'

/** Another page of the library, which exists; `guide` is a guide of `document/guide`. */
export interface PageRef {
  readonly kind: PageKind | 'guide'
  /** Record id; "payer/treatment/reason" for a guide, "payer/treatment" for a pair; empty for an index or the front door. */
  readonly id: string
  /** With the language: "/es/reasons/step-therapy". */
  readonly address: string
  readonly title: string
  readonly titleLang?: 'en'
  readonly why: GuideClaim | null
}

export type PageBlock =
  | GuideBlock
  | { readonly kind: 'refs'; readonly refs: readonly PageRef[] }
  /** A worked letter, whole; it stays English: it is written to the plan. */
  | { readonly kind: 'letter'; readonly letter: ExampleLetter }

export interface PageSection {
  /** Stable, for anchors: "ladder", "sources". */
  readonly id: string
  readonly heading: string
  /** The heading stays English inside a Spanish page. */
  readonly headingLang?: 'en'
  readonly blocks: readonly PageBlock[]
}

export interface Page {
  readonly kind: PageKind
  readonly id: string
  readonly lang: GuideLang
  readonly address: string
  readonly title: GuideClaim
  /** One sentence for search engines and previews. */
  readonly description: GuideClaim
  /** Null: nobody has reviewed it. */
  readonly reviewed: null
  /** Latest day on which the record was checked; empty where the page has no record of its own. */
  readonly knowledgeAsOf: string
  readonly knowledgeVersion: string
  readonly sections: readonly PageSection[]
}

/** Every sentence of a block that is the page's own; a worked letter has its own sentences and support. */
export function claimsOfBlock(block: PageBlock): readonly GuideClaim[] {
  if (block.kind === 'refs') return block.refs.flatMap((r) => (r.why ? [r.why] : []))
  return block.kind === 'letter' ? [] : claimsOfGuideBlock(block)
}

export const claimsOfPage = (page: Page): readonly GuideClaim[] => [
  page.title,
  page.description,
  ...page.sections.flatMap((s) => s.blocks.flatMap(claimsOfBlock)),
]

/** Every link of a page, in reading order. */
export const refsOfPage = (page: Page): readonly PageRef[] =>
  page.sections.flatMap((s) => s.blocks.flatMap((b) => (b.kind === 'refs' ? b.refs : [])))
