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

/** More than any page; a longer one takes memory of its own. */
const ROOM = Buffer.allocUnsafeSlow(1024 * 1024)

/**
 * The whole document as it is sent, in memory that the next call uses again: who keeps it copies it. New memory
 * for every page would have the collector walk all records each thousand pages, which costs as much as making them.
 */
export function frameBytes(page: Page, context: FrameContext): Buffer {
  const { before, after } = around(page, context)
  if (!isEncoded(page.main)) return Buffer.from(html`${before}${page.main}${after}`)
  const { pieces } = page.main
  // A character takes three bytes at most.
  const most = pieces.reduce((sum, piece) => sum + piece.length, (before.length + after.length) * 3)
  const room = most > ROOM.length ? Buffer.allocUnsafeSlow(most) : ROOM
  let end = room.write(before)
  for (const piece of pieces) {
    room.set(piece, end)
    end += piece.length
  }
  end += room.write(after, end)
  return room.subarray(0, end)
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

interface Bar {
  /** Up to the address of the page in the other language, and on from there. */
  readonly start: Html
  readonly end: Html
}

/** By language and section: the same on all pages of a section, whose own index is marked. */
const bars = new Map<string, Bar>()

function header({ lang, address }: Page, words: Words): Html {
  const other: Lang = lang === 'en' ? 'es' : 'en'
  const section = SECTIONS.some(([, at]) => at === address) ? address : ''
  const key = lang + section
  const bar = bars.get(key) ?? barOf(lang, other, section, words)
  bars.set(key, bar)
  return html`${bar.start}${esc(inLang(other, address))}${bar.end}`
}

function barOf(lang: Lang, other: Lang, section: string, words: Words): Bar {
  const at = (address: string) => esc(inLang(lang, address))
  const nav = each(
    SECTIONS,
    ([key, address]) =>
      html`<li><a href="${at(address)}"${when(section === address, () => CURRENT)}>${esc(words.nav[key])}</a></li>`,
  )
  return {
    start: html`<header class="top"><div class="bar"><a class="brand" href="${at('/')}">${MARK}<span>${esc(words.siteName)}</span></a><form class="find" action="${at('/search')}" role="search"><input type="search" name="q" aria-label="${esc(words.searchLabel)}" placeholder="${esc(words.searchLabel)}" maxlength="200" required><button>${esc(words.search)}</button></form><a class="other" href="`,
    end: html`" lang="${esc(other)}" hreflang="${esc(other)}">${esc(words.otherLanguage)}</a></div><nav aria-label="${esc(words.mainNav)}"><ul>${nav}</ul></nav></header>`,
  }
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
