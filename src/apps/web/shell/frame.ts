import { each, esc, type Html, html, none, when } from '../html/html.ts'
import { inLang, type Lang } from '../language.ts'
import { decoded, isEncoded } from '../render/encoded.ts'
import { WORDS, type Words } from '../words/words.ts'
import { type HeadContext, head } from './head.ts'
import { MARK } from './mark.ts'
import type { Page } from './page.ts'

export interface FrameContext extends HeadContext {
  readonly knowledgeVersion: string
}

/** The whole document as text. */
export const frame = (page: Page, context: FrameContext): Html => {
  const { before, after } = around(page, context)
  return html`${before}${decoded(page.main)}${after}`
}

/** The whole document as it is sent: what stands between head and foot may be encoded already. */
export function frameBytes(page: Page, context: FrameContext): Buffer {
  const { before, after } = around(page, context)
  if (!isEncoded(page.main)) return Buffer.from(html`${before}${page.main}${after}`)
  return Buffer.concat([Buffer.from(before), ...page.main.pieces, Buffer.from(after)])
}

function around(page: Page, context: FrameContext): { readonly before: Html; readonly after: Html } {
  const words = WORDS[page.lang]
  return {
    before: html`<!doctype html><html lang="${esc(page.lang)}"><head>${head(page, context)}</head><body class="p-${esc(page.kind)}"><a class="skip" href="#main">${esc(words.skip)}</a>${header(page, words)}<div class="page">${crumbs(page, words)}${contents(page, words)}<main id="main" tabindex="-1"><h1>${page.heading ?? esc(page.title)}</h1>`,
    after: html`</main></div>${footer(page, words, context)}</body></html>`,
  }
}

/** Address of each section of the library, without language. */
export const SECTIONS: readonly (readonly [keyof Words['nav'], string])[] = [
  ['payers', '/help'],
  ['treatments', '/treatments'],
  ['reasons', '/reasons'],
  ['coverage', '/coverage'],
  ['states', '/states'],
  ['processes', '/process'],
  ['scenarios', '/scenarios'],
  ['deadline', '/deadline'],
]

function header(page: Page, words: Words): Html {
  const { lang } = page
  const other: Lang = lang === 'en' ? 'es' : 'en'
  const at = (address: string) => esc(inLang(lang, address))
  const nav = each(
    SECTIONS,
    ([key, address]) =>
      html`<li><a href="${at(address)}"${when(page.address === address, () => CURRENT)}>${esc(words.nav[key])}</a></li>`,
  )
  return html`<header class="top"><div class="bar"><a class="brand" href="${at('/')}">${MARK}<span>${esc(words.siteName)}</span></a><form class="find" action="${at('/search')}" role="search"><input type="search" name="q" aria-label="${esc(words.searchLabel)}" placeholder="${esc(words.searchLabel)}" maxlength="200" required><button>${esc(words.search)}</button></form><a class="other" href="${esc(inLang(other, page.address))}" lang="${esc(other)}" hreflang="${esc(other)}">${esc(words.otherLanguage)}</a></div><nav aria-label="${esc(words.mainNav)}"><ul>${nav}</ul></nav></header>`
}

const CURRENT = html` aria-current="page"`

function crumbs({ crumbs: trail, lang }: Page, words: Words): Html {
  if (trail.length < 2) return none
  return html`<nav class="crumbs" aria-label="${esc(words.crumbsLabel)}"><ol>${each(trail, ({ text, address }) => html`<li>${address === null ? html`<span aria-current="page">${esc(text)}</span>` : html`<a href="${esc(inLang(lang, address))}">${esc(text)}</a>`}</li>`)}</ol></nav>`
}

/** Folded on a small screen, always open beside the text on a wide one (the style sheet sees to it). */
function contents(page: Page, words: Words): Html {
  if (page.contents.length < 3) return none
  return html`<nav class="contents" aria-label="${esc(words.onThisPage)}"><details><summary>${esc(words.onThisPage)}</summary><ol>${each(page.contents, ({ id, heading }) => html`<li><a href="#${esc(id)}">${esc(heading)}</a></li>`)}</ol></details></nav>`
}

const footer = (page: Page, words: Words, { knowledgeVersion }: FrameContext): Html =>
  html`<footer class="foot"><div><p class="brand">${MARK}<span>${esc(words.siteName)}</span></p><p>${esc(words.siteLine)}</p></div><p>${esc(words.footLimits)}</p><p>${esc(words.footPrivacy)}</p><p class="fine">${when(page.asOf, () => html`${esc(words.asOf(page.asOf ?? ''))} `)}${esc(words.knowledgeVersion(knowledgeVersion.slice(0, 12)))}</p></footer>`
