import type { Status } from '../../../base/citation.ts'
import type { GuideSource } from '../../../document/guide/guide.ts'
import { each, esc, type Html, html, isWebAddress, none } from '../html/html.ts'
import type { Words } from '../words/words.ts'
import type { RenderContext } from './blocks.ts'
import { langAttr } from './claims.ts'

/** Every source with its own date and how it is known. Titles and citations stay in their own language. */
export const sourceList = (sources: readonly GuideSource[], context: RenderContext): Html =>
  html`<ul class="sources">${each(sources, (s) => sourceItem(s, context))}</ul>`

export function sourceItem(s: GuideSource, { words, lang }: RenderContext): Html {
  const english = langAttr(lang === 'es' ? 'en' : undefined)
  const cite =
    s.url && isWebAddress(s.url) ? html`<a href="${esc(s.url)}" rel="external">${esc(s.cite)}</a>` : html`<b>${esc(s.cite)}</b>`
  return html`<li><span${english}>${cite} ${esc(s.titles.join('; '))}${s.publisher && !s.cite.includes(s.publisher) ? html`. ${esc(s.publisher)}` : none}</span> <small>${esc(words.textOf(s.asOf))} · ${esc(known(s.statuses, words))}</small></li>`
}

const known = (statuses: readonly Status[], words: Words): string =>
  statuses.length > 1
    ? statuses.map((status) => words.inPart(words.status[status])).join(', ')
    : statuses.map((status) => words.status[status]).join('')
