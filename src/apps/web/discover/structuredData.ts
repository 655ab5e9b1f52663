import { none } from '../html/html.ts'
import { inLang } from '../language.ts'
import type { HeadContext, HeadPart } from '../shell/head.ts'
import type { Page, PageKind } from '../shell/page.ts'
import { dataBlock, type Node } from './jsonLd.ts'

/**
 * Structured data of a page that search engines may list: the page, the way down to it, and on a page that
 * is a question and its answer, both. No review is claimed: no record names a reviewer.
 */
export const structuredData: HeadPart = (page, context) => {
  if (!page.index) return none
  return dataBlock([pageNode(page, context), ...crumbNodes(page, context), ...questionNodes(page)])
}

/** Pages that inform on care; the others inform on law and paperwork. */
const MEDICAL: readonly PageKind[] = ['guide', 'treatment', 'letter']

const TYPES: Partial<Record<PageKind, string>> = { index: 'CollectionPage' }

function pageNode(page: Page, { publicUrl, siteName }: HeadContext): Node {
  const site: Node = { '@type': 'WebSite', name: siteName, url: `${publicUrl}/` }
  const about: Node | undefined = page.about && { '@type': page.about.type, name: page.about.name }
  const medical = MEDICAL.includes(page.kind)
  return {
    '@type': medical ? 'MedicalWebPage' : (TYPES[page.kind] ?? 'WebPage'),
    url: publicUrl + inLang(page.lang, page.address),
    name: page.title,
    description: page.description || undefined,
    inLanguage: page.lang,
    isPartOf: site,
    about,
    audience: medical ? { '@type': 'Patient' } : undefined,
    dateModified: page.asOf ?? undefined,
  }
}

function crumbNodes({ crumbs, lang, address: own }: Page, { publicUrl }: HeadContext): readonly Node[] {
  if (crumbs.length < 2) return []
  const items = crumbs.map(
    ({ text, address }, i): Node => ({
      '@type': 'ListItem',
      position: i + 1,
      name: text,
      item: publicUrl + inLang(lang, address ?? own),
    }),
  )
  return [{ '@type': 'BreadcrumbList', itemListElement: items }]
}

function questionNodes({ answered }: Page): readonly Node[] {
  if (!answered) return []
  const answer: Node = { '@type': 'Answer', text: answered.answer }
  return [{ '@type': 'FAQPage', mainEntity: [{ '@type': 'Question', name: answered.question, acceptedAnswer: answer }] }]
}
