import { each, esc, type Html, html } from '../html/html.ts'
import { inLang, type Lang } from '../language.ts'
import { WORDS } from '../words/words.ts'
import type { Change } from './changes.ts'

export const feedPath = (lang: Lang): string => inLang(lang, '/feed.xml')

/** RSS 2.0 of what changed. `base`: scheme and host. */
export function feed(changes: readonly Change[], lang: Lang, base: string): Html {
  const words = WORDS[lang]
  const item = (c: Change): Html => {
    const [first = '/'] = c.pages
    const link = esc(base + inLang(lang, first))
    // Two changes of one day touch different first pages, so the two together name an entry for good.
    const guid = esc(`${base}${inLang(lang, first)}#${c.date}`)
    return html`<item><title>${esc(c.title[lang])}</title><link>${link}</link><guid isPermaLink="false">${guid}</guid><pubDate>${esc(rssDate(c.date))}</pubDate><description>${esc(c.says[lang])}</description></item>`
  }
  return html`<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${esc(words.siteName)}</title><link>${esc(base + inLang(lang, '/'))}</link><description>${esc(words.siteLine)}</description><language>${esc(lang)}</language><atom:link href="${esc(base + feedPath(lang))}" rel="self" type="application/rss+xml"/>${each(changes, item)}</channel></rss>`
}

/** "Sun, 22 Nov 2026 12:00:00 +0000": the noon of the day, which is that day wherever it is read. */
const rssDate = (date: string): string => new Date(`${date}T12:00:00Z`).toUTCString().replace('GMT', '+0000')
