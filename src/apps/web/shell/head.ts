import { sharingCard } from '../discover/cards.ts'
import { structuredData } from '../discover/structuredData.ts'
import { each, esc, type Html, html, join, none } from '../html/html.ts'
import { inLang, LANGS } from '../language.ts'
import type { Page } from './page.ts'

/** What the head of a page is made from, beside the page. */
export interface HeadContext {
  /** Scheme and host, or empty. */
  readonly publicUrl: string
  readonly siteName: string
  /** Addresses of style sheet, heading font and icon, each with its content's hash. */
  readonly style: string
  readonly font: string
  readonly icon: string
  /** An export without the pictures for sharing must not point to them. */
  readonly withoutCards?: boolean
}

/** One group of elements of the head. */
export type HeadPart = (page: Page, context: HeadContext) => Html

const basics: HeadPart = (page, { siteName }) =>
  html`<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${esc(page.title)}${page.kind === 'home' ? none : html` · ${esc(siteName)}`}</title>${page.description ? html`<meta name="description" content="${esc(page.description)}">` : none}`

const robots: HeadPart = (page) => (page.index ? none : html`<meta name="robots" content="noindex">`)

const addresses: HeadPart = (page, { publicUrl }) => {
  const canonical = html`<link rel="canonical" href="${esc(publicUrl + inLang(page.lang, page.address))}">`
  if (!page.index) return canonical
  const others = each(
    LANGS,
    (lang) => html`<link rel="alternate" hreflang="${esc(lang)}" href="${esc(publicUrl + inLang(lang, page.address))}">`,
  )
  return html`${canonical}${others}<link rel="alternate" hreflang="x-default" href="${esc(publicUrl + page.address)}">`
}

const looks: HeadPart = (_, { style, font, icon }) =>
  html`<meta name="color-scheme" content="light dark"><link rel="preload" href="${esc(font)}" as="font" type="font/woff2" crossorigin><link rel="stylesheet" href="${esc(style)}"><link rel="icon" href="${esc(icon)}" type="image/svg+xml">`

/** In order; a new concern (cards for sharing, structured data) is one more part. */
const PARTS: readonly HeadPart[] = [basics, robots, addresses, looks, sharingCard, structuredData]

export const head = (page: Page, context: HeadContext): Html => join(PARTS.map((part) => part(page, context)))
