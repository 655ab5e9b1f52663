import { esc, type Html, html, join, when } from '../html/html.ts'
import { inLang, LANGS } from '../language.ts'
import type { Library } from '../library.ts'
import { ROUTES } from '../routes.ts'
import { type ListedKind, listed } from './lastChecked.ts'

/**
 * Addresses in one site map. Each stands in it once for each language, with its alternates: some 4 MB, where
 * the protocol allows 50 MB and 50,000 addresses, so that no request waits long for one to be made.
 */
const MOST = 5000

const HEAD = html`<?xml version="1.0" encoding="UTF-8"?>`

/** A site map's name ("guide-3") and the addresses in it, without language. */
export type SiteMaps = ReadonlyMap<string, readonly string[]>

const made = new WeakMap<Library['knowledge'], SiteMaps>()

/** Every published address by kind of page, in parts. */
export function siteMaps(library: Library): SiteMaps {
  const known = made.get(library.knowledge)
  if (known) return known
  const byKind = new Map<ListedKind, string[]>()
  for (const route of ROUTES)
    for (const address of route.addresses?.(library) ?? []) {
      const kind = address.split('/').length === 5 ? 'guide' : listed(library.knowledge, address).kind
      const list = byKind.get(kind) ?? []
      byKind.set(kind, list)
      list.push(address)
    }
  const maps = new Map<string, readonly string[]>()
  for (const [kind, list] of byKind)
    for (let i = 0; i < list.length; i += MOST) maps.set(`${kind}-${i / MOST + 1}`, list.slice(i, i + MOST))
  made.set(library.knowledge, maps)
  return maps
}

export const siteMapPath = (name: string): string => `/sitemaps/${name}.xml`

/** The index of all site maps. `base`: scheme and host. */
export function siteMapIndex(library: Library, base: string): Html {
  const entries = [...siteMaps(library)].map(([name, addresses]) => {
    const latest =
      addresses
        .map((address) => listed(library.knowledge, address).checked)
        .sort()
        .at(-1) ?? ''
    return html`<sitemap><loc>${esc(base + siteMapPath(name))}</loc>${when(latest, () => html`<lastmod>${esc(latest)}</lastmod>`)}</sitemap>`
  })
  return html`${HEAD}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${join(entries)}</sitemapindex>`
}

/** One site map; null where there is none of that name. */
export function siteMap(library: Library, base: string, name: string): Html | null {
  const addresses = siteMaps(library).get(name)
  if (!addresses) return null
  const urls = addresses.map((address) => {
    const at = (lang: (typeof LANGS)[number]) => esc(base + inLang(lang, address))
    const alternates = html`${join(LANGS.map((lang) => alternate(lang, at(lang))))}${alternate('x-default', at('en'))}`
    const { checked } = listed(library.knowledge, address)
    const lastmod = when(checked, () => html`<lastmod>${esc(checked)}</lastmod>`)
    return join(LANGS.map((lang) => html`<url><loc>${at(lang)}</loc>${lastmod}${alternates}</url>`))
  })
  return html`${HEAD}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${join(urls)}</urlset>`
}

const alternate = (lang: string, href: Html): Html => html`<xhtml:link rel="alternate" hreflang="${esc(lang)}" href="${href}"/>`
