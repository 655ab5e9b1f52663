import type { Found } from '../../../usecases/find/find.ts'
import { each, esc, type Html, html, join, none } from '../html/html.ts'
import { inLang, type Lang } from '../language.ts'
import type { Library } from '../library.ts'
import { pasteForm } from '../pages/read.ts'
import { SECTIONS } from '../shell/frame.ts'
import type { Page } from '../shell/page.ts'
import { WORDS } from '../words/words.ts'
import { finderOf, type Link, linkOf } from './finding.ts'
import { DISCOVER_WORDS } from './words.ts'

const LONGEST = 300

/** What a search found: the guides first, then the other pages by kind, the likeliest kind first. */
export function searchPage(library: Library, lang: Lang, asked: string): Page {
  const words = WORDS[lang]
  const query = asked.slice(0, LONGEST).trim()
  const groups = query ? grouped(library, lang, finderOf(library.knowledge)(query)) : []
  const count = groups.reduce((n, { links }) => n + links.length, 0)
  const status = query ? html`<p role="status">${esc(count ? words.searchCount(count) : words.searchNone)}</p>` : none
  const found = each(groups, ({ heading, links }) => html`<section><h2>${esc(heading)}</h2>${linkList(lang, links)}</section>`)
  return {
    kind: 'search',
    lang,
    address: '/search',
    title: query ? words.searchFor(query) : words.searchTitle,
    description: '',
    index: false,
    crumbs: [
      { text: words.home, address: '/' },
      { text: words.searchTitle, address: null },
    ],
    contents: [],
    main: html`${form(lang, query)}${status}${found}${count ? none : nothingFound(lang)}`,
    asOf: null,
  }
}

interface Group {
  readonly heading: string
  readonly links: readonly Link[]
}

function grouped({ knowledge }: Library, lang: Lang, found: readonly Found[]): readonly Group[] {
  const words = DISCOVER_WORDS[lang]
  // A map keeps the order in which kinds come up, which is that of the best hit of each.
  const groups = new Map<Found['kind'], Map<string, Link>>()
  for (const one of found) {
    const link = linkOf(knowledge, lang, one)
    if (!link) continue
    const links = groups.get(one.kind) ?? new Map<string, Link>()
    groups.set(one.kind, links)
    links.set(link.address, link)
  }
  const entries = [...groups].sort(([a], [b]) => Number(b === 'guide') - Number(a === 'guide'))
  return entries.map(([kind, links]) => ({
    heading: kind === 'guide' ? words.guides : words.groups[kind],
    links: [...links.values()],
  }))
}

const linkList = (lang: Lang, links: readonly Link[]): Html =>
  html`<ul class="links">${each(links, ({ address, text }) => html`<li><a href="${esc(inLang(lang, address))}">${esc(text)}</a></li>`)}</ul>`

function form(lang: Lang, query: string): Html {
  const words = WORDS[lang]
  return html`<form class="panel" action="${esc(inLang(lang, '/search'))}" role="search"><div class="field"><label for="search-again">${esc(words.searchLabel)}</label><input type="search" id="search-again" name="q" value="${esc(query)}" maxlength="200" required></div><p><button>${esc(words.search)}</button></p></form>`
}

/** What to try instead, in plain words; the letter itself is the surest way. */
function nothingFound(lang: Lang): Html {
  const words = DISCOVER_WORDS[lang]
  const tips = each(words.noneTips, (tip) => html`<li>${esc(tip)}</li>`)
  const sections = SECTIONS.map(([key, address]): Link => ({ address, text: WORDS[lang].nav[key] }))
  return join([
    html`<section><h2>${esc(words.noneTitle)}</h2><ul>${tips}</ul></section>`,
    pasteForm(lang),
    html`<p>${esc(words.nonePages)}</p>${linkList(lang, sections)}`,
  ])
}
