import { each, esc, type Html, html, none } from '../html/html.ts'
import type { Lang } from '../language.ts'
import type { Encoded } from '../render/encoded.ts'
import { WORDS } from '../words/words.ts'
import type { Entry, Page } from './page.ts'

/** With fewer sections a page needs no list of them. */
const LEAST = 3

export const contentsEntry = ({ id, heading }: Entry): Html => html`<li><a href="#${esc(id)}">${esc(heading)}</a></li>`

/** Folded on a small screen, always open beside the text on a wide one (the style sheet sees to it). */
export function contentsOf({ contents, lang }: Page): Html | Encoded {
  const { start, end } = listOf(lang)
  if ('pieces' in contents) return { pieces: [start.bytes, ...contents.pieces, end.bytes] }
  return contents.length < LEAST ? none : html`${start.markup}${each(contents, contentsEntry)}${end.markup}`
}

interface Both {
  readonly markup: Html
  readonly bytes: Uint8Array
}

const both = (markup: Html): Both => ({ markup, bytes: Buffer.from(markup) })

/** What stands around the entries, by language. */
const lists = new Map<Lang, { readonly start: Both; readonly end: Both }>()

function listOf(lang: Lang): { readonly start: Both; readonly end: Both } {
  const known = lists.get(lang)
  if (known) return known
  const title = esc(WORDS[lang].onThisPage)
  const made = {
    start: both(html`<nav class="contents" aria-label="${title}"><details><summary>${title}</summary><ol>`),
    end: both(html`</ol></details></nav>`),
  }
  lists.set(lang, made)
  return made
}
