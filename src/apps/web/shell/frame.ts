import { each, esc, type Html, html, none, when } from '../html/html.ts'
import { inLang, type Lang } from '../language.ts'
import { decoded, type Encoded, isEncoded } from '../render/encoded.ts'
import { WORDS, type Words } from '../words/words.ts'
import { contentsOf } from './contents.ts'
import { type HeadContext, head } from './head.ts'
import { MARK } from './mark.ts'
import type { Page } from './page.ts'

export interface FrameContext extends HeadContext {
  readonly knowledgeVersion: string
}

/** The whole document as text. */
export const frame = (page: Page, context: FrameContext): Html => {
  const { top, contents, heading, after } = around(page, context)
  return html`${top}${decoded(contents)}${heading}${decoded(page.main)}${decoded(after)}`
}

/** More than any page; a longer one takes memory of its own. */
const ROOM = Buffer.allocUnsafeSlow(1024 * 1024)

/**
 * The whole document as it is sent, in memory that the next call uses again: who keeps it copies it. New memory
 * for every page would have the collector walk all records each thousand pages, which costs as much as making them.
 */
export function frameBytes(page: Page, context: FrameContext): Buffer {
  if (!isEncoded(page.main)) return Buffer.from(frame(page, context))
  const { top, contents, heading, after } = around(page, context)
  const inside = isEncoded(contents) ? contents.pieces : [Buffer.from(contents)]
  const { pieces } = page.main
  // A character takes three bytes at most.
  const most = size(inside) + size(pieces) + size(after.pieces) + (top.length + heading.length) * 3
  const room = most > ROOM.length ? Buffer.allocUnsafeSlow(most) : ROOM
  let end = room.write(top)
  end = put(room, inside, end)
  end += room.write(heading, end)
  end = put(room, pieces, end)
  return room.subarray(0, put(room, after.pieces, end))
}

function size(pieces: readonly Uint8Array[]): number {
  let sum = 0
  for (const piece of pieces) sum += piece.length
  return sum
}

function put(room: Buffer, pieces: readonly Uint8Array[], at: number): number {
  let end = at
  for (const piece of pieces) {
    room.set(piece, end)
    end += piece.length
  }
  return end
}

/** A page without what stands under its heading. */
interface Around {
  readonly top: Html
  readonly contents: Html | Encoded
  readonly heading: Html
  readonly after: Encoded
}

function around(page: Page, context: FrameContext): Around {
  const words = WORDS[page.lang]
  return {
    top: html`<!doctype html><html lang="${esc(page.lang)}"><head>${head(page, context)}</head><body class="p-${esc(page.kind)}"><a class="skip" href="#main">${esc(words.skip)}</a>${header(page, words)}<div class="page">${crumbs(page, words)}`,
    contents: contentsOf(page),
    heading: html`<main id="main" tabindex="-1"><h1>${page.heading ?? esc(page.title)}</h1>`,
    after: foot(page, context),
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

const feet = new Map<string, Uint8Array>()

/** What stands below every page, the same for all of a language that were checked on the same day. */
function foot(page: Page, context: FrameContext): Encoded {
  const key = `${page.lang}|${page.asOf ?? ''}|${context.knowledgeVersion}`
  const made = feet.get(key) ?? Buffer.from(html`</main></div>${footer(page, WORDS[page.lang], context)}</body></html>`)
  feet.set(key, made)
  return { pieces: [made] }
}

const footer = (page: Page, words: Words, { knowledgeVersion }: FrameContext): Html =>
  html`<footer class="foot"><div><p class="brand">${MARK}<span>${esc(words.siteName)}</span></p><p>${esc(words.siteLine)}</p></div><p>${esc(words.footLimits)}</p><p>${esc(words.footPrivacy)}</p><p class="fine">${when(page.asOf, () => html`${esc(words.asOf(page.asOf ?? ''))} `)}${esc(words.knowledgeVersion(knowledgeVersion.slice(0, 12)))}</p></footer>`
