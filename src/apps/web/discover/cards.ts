import { CARD } from '../../../document/card.ts'
import { esc, html, none, when } from '../html/html.ts'
import { inLang, LANGS, type Lang } from '../language.ts'
import type { HeadPart } from '../shell/head.ts'
import type { Page } from '../shell/page.ts'

const LOCALE: Readonly<Record<Lang, string>> = { en: 'en_US', es: 'es_US' }

/** Where the picture of a page stands: "/og/es/help/cigna.png". */
export const cardPath = ({ lang, address }: Pick<Page, 'lang' | 'address'>): string => {
  const path = inLang(lang, address)
  return `/og${path === '/' ? HOME : path}.png`
}
const HOME = '/home'

/** The page a picture stands for: "/es/help/cigna" of "/og/es/help/cigna.png"; null for any other path. */
export function pathOfCard(path: string): string | null {
  const found = /^\/og(\/[a-z0-9/_-]+)\.png$/.exec(path)?.[1] ?? null
  return found === HOME ? '/' : found
}

/** What a link to the page looks like where it is shared. The rest of a Twitter card is read from the same fields. */
export const sharingCard: HeadPart = (page, { publicUrl, siteName, withoutCards }) => {
  if (!page.index) return none
  const url = esc(publicUrl + inLang(page.lang, page.address))
  const [other = page.lang] = LANGS.filter((lang) => lang !== page.lang)
  const picture = withoutCards
    ? none
    : html`<meta property="og:image" content="${esc(publicUrl + cardPath(page))}"><meta property="og:image:width" content="${CARD.width}"><meta property="og:image:height" content="${CARD.height}"><meta property="og:image:alt" content="${esc(page.title)}">`
  return html`<meta property="og:type" content="${esc(page.kind === 'home' ? 'website' : 'article')}"><meta property="og:site_name" content="${esc(siteName)}"><meta property="og:title" content="${esc(page.title)}">${when(page.description, () => html`<meta property="og:description" content="${esc(page.description)}">`)}<meta property="og:url" content="${url}"><meta property="og:locale" content="${esc(LOCALE[page.lang])}"><meta property="og:locale:alternate" content="${esc(LOCALE[other])}">${picture}<meta name="twitter:card" content="${esc(withoutCards ? 'summary' : 'summary_large_image')}">`
}
