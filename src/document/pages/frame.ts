import type { Support } from '../../base/support.ts'
import type { GuideClaim } from '../guide/guide.ts'
import { addressOfPage } from './address.ts'
import { claimsOfBlock, type Page, type PageBlock, type PageKind, type PageSection } from './page.ts'
import { sourcesOf } from './sources.ts'
import { ownSupport, pageWords, say, type To } from './speak.ts'

export interface Draft {
  readonly kind: PageKind
  readonly id: string
  readonly title: GuideClaim
  readonly description: GuideClaim
  /** Latest day on which the record was checked; null where the page has none of its own. */
  readonly checked: string | null
  readonly sections: readonly PageSection[]
  /** What this page does not say or know, beside that nobody reviewed it. */
  readonly limits?: readonly GuideClaim[]
}

/** The page with what all pages end with: sources, how far it can be trusted. */
export function framed(to: To, draft: Draft): Page {
  const address = addressOfPage(to.knowledge, to.lang, draft.kind, draft.id)
  if (address === null) throw new Error(`no address for the page "${draft.kind} ${draft.id}"`)
  const said = [draft.title, draft.description, ...draft.sections.flatMap((s) => s.blocks.flatMap(claimsOfBlock))]
  const words = pageWords(to)
  const sources = sourcesOf(to.knowledge, said)
  const body = [
    ...draft.sections,
    ...section('sources', words.headings.sources, sources.length ? [{ kind: 'sources', sources }] : []),
  ]
  return {
    kind: draft.kind,
    id: draft.id,
    lang: to.lang,
    address,
    title: draft.title,
    description: draft.description,
    reviewed: null,
    knowledgeAsOf: draft.checked ?? '',
    knowledgeVersion: to.knowledge.version,
    sections: [...body, ...section('limits', words.headings.limits, limits(to, draft))],
  }
}

function limits(to: To, { kind, id, checked, limits: more = [] }: Draft): PageBlock[] {
  const own = (quote: string): Support[] => [ownSupport(id || kind, 'trust', quote, 'verified')]
  const claims = [
    ...more,
    say(to, (w) => w.notReviewed, own('no review is recorded')),
    ...(checked ? [say(to, (w, v) => w.checkedOn(v.words.day(checked)), own(checked))] : []),
    say(to, (w) => w.notAdvice, own('general information')),
  ]
  return [{ kind: 'paragraph', claims }]
}

/** No section without blocks. */
export const section = (id: string, heading: string, blocks: readonly PageBlock[]): PageSection[] =>
  blocks.length ? [{ id, heading, blocks }] : []
