import type { Claim } from '../../argument/claim.ts'
import type { Status } from '../../base/citation.ts'
import type { CivilDate } from '../../base/date.ts'

/** What a guide is about, by record ids; and what the reader said of their own case. */
export interface GuideKey {
  readonly payer: string
  readonly treatment: string
  readonly reason: string
}

export type GuideLang = 'en' | 'es'

/** A sentence of a guide. `lang` marks one that stays English inside a Spanish guide. */
export type GuideClaim = Claim & { readonly lang?: 'en' }

export interface GuideRequest extends GuideKey {
  /** English when not given. */
  readonly lang?: GuideLang | undefined
  readonly coverage?: string | undefined
  /** Two-letter code. */
  readonly state?: string | undefined
  readonly noticeDate?: CivilDate | undefined
}

/** Another guide, which exists. `address` as in the library: "/help/cigna/cimt/medical-necessity". */
export interface GuideLink {
  readonly key: GuideKey
  readonly address: string
  readonly title: string
  readonly why: GuideClaim
}

/** A page of the library that is no guide: the page of a reason with its worked letter, of a process, of a treatment. */
export interface PageLink {
  readonly kind: 'reason' | 'treatment' | 'process'
  /** Id of the record the page is about; the library knows the address. */
  readonly id: string
  readonly title: string
  readonly why: GuideClaim
}

/** One coverage type, or several whose first rungs are the same. */
export interface RightsRow {
  readonly coverages: readonly string[]
  readonly names: string
  readonly firstAppeal: GuideClaim
  readonly decision: GuideClaim | null
  readonly after: GuideClaim
  /** The way to court and its time, where it is the same for all these types; null where law sets none that is held. */
  readonly court: GuideClaim | null
  readonly cite: string
}

export interface GuideSource {
  /** Records of the same section or work. */
  readonly ids: readonly string[]
  readonly cite: string
  readonly titles: readonly string[]
  readonly publisher: string | null
  /** Date of the oldest text that was read. */
  readonly asOf: string
  /** How what this guide takes from it is known, surest first; several where it is known in part so and in part so. */
  readonly statuses: readonly Status[]
  readonly url: string | null
}

/** Part of a guide. Every sentence is a Claim; headings, column names and field labels are not sentences. */
export type GuideBlock =
  | { readonly kind: 'heading'; readonly text: string; readonly lang?: 'en' }
  | { readonly kind: 'paragraph'; readonly claims: readonly GuideClaim[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly GuideClaim[])[] }
  | {
      readonly kind: 'fields'
      readonly rows: readonly { readonly label: string; readonly labelLang?: 'en'; readonly claim: GuideClaim }[]
    }
  | {
      readonly kind: 'table'
      readonly caption: GuideClaim
      readonly columns: readonly string[]
      /** The column names stay English inside a Spanish guide. */
      readonly columnsLang?: 'en'
      /** An empty cell is for the reader to fill in. */
      readonly rows: readonly (readonly (readonly GuideClaim[])[])[]
    }
  | { readonly kind: 'rights'; readonly rows: readonly RightsRow[] }
  | { readonly kind: 'pages'; readonly pages: readonly PageLink[] }
  | { readonly kind: 'links'; readonly links: readonly GuideLink[] }
  | { readonly kind: 'sources'; readonly sources: readonly GuideSource[] }

/** In reading order. */
export const GUIDE_SECTIONS = [
  'warning',
  'notice',
  'answer',
  'deadline',
  'first',
  'angle',
  'rights',
  'payer',
  'request',
  'typical',
  'evidence',
  'mapping',
  'documents',
  'process',
  'peer',
  'next',
  'state',
  'framework',
  'example',
  'offer',
  'related',
  'sources',
  'status',
  'limits',
] as const
export type GuideSectionId = (typeof GUIDE_SECTIONS)[number]

export interface GuideSection {
  readonly id: GuideSectionId
  readonly heading: string
  readonly blocks: readonly GuideBlock[]
}

/** What the hosted service asks for a letter, in whole dollars; data, so that page and checkout agree. */
export interface GuideOffer {
  readonly listPrice: number
  readonly firstLetterPrice: number
  readonly code: string
}

export interface Guide {
  readonly key: GuideKey
  readonly address: string
  readonly lang: GuideLang
  /** Whether the library publishes it; one that is not published is served, but kept out of search. */
  readonly indexable: boolean
  readonly title: GuideClaim
  /** Null: nobody has reviewed it. */
  readonly reviewed: { readonly by: string; readonly on: CivilDate } | null
  /** Latest day on which anything the guide says was checked against its source. */
  readonly knowledgeAsOf: string
  readonly knowledgeVersion: string
  readonly sections: readonly GuideSection[]
  readonly offer: GuideOffer | null
}

/** Every sentence of a block, in reading order. */
export function claimsOfBlock(block: GuideBlock): readonly GuideClaim[] {
  switch (block.kind) {
    case 'heading':
    case 'sources':
      return []
    case 'paragraph':
      return block.claims
    case 'list':
      return block.items.flat()
    case 'fields':
      return block.rows.map((r) => r.claim)
    case 'table':
      return [block.caption, ...block.rows.flat(2)]
    case 'rights':
      return block.rows.flatMap((r) => [
        r.firstAppeal,
        ...(r.decision ? [r.decision] : []),
        r.after,
        ...(r.court ? [r.court] : []),
      ])
    case 'pages':
      return block.pages.map((p) => p.why)
    case 'links':
      return block.links.map((l) => l.why)
  }
}

export const claimsOfSection = (section: GuideSection): readonly GuideClaim[] => section.blocks.flatMap(claimsOfBlock)

export const claimsOfGuide = (guide: Guide): readonly GuideClaim[] => [guide.title, ...guide.sections.flatMap(claimsOfSection)]
