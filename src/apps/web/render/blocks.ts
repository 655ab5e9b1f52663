import type { GuideClaim } from '../../../document/guide/guide.ts'
import type { PageBlock } from '../../../document/pages/page.ts'
import { each, esc, type Html, html, localAddress, none } from '../html/html.ts'
import { inLang, type Lang } from '../language.ts'
import type { Words } from '../words/words.ts'
import { inTongue, langAttr, listItem, said, sentences } from './claims.ts'
import { letterPaper } from './letter.ts'
import { rightsRows } from './rights.ts'
import { sourceList } from './sources.ts'

/** What a block's markup depends on, beside the block. */
export interface RenderContext {
  readonly lang: Lang
  readonly words: Words
  /** The picture of one coverage type's clocks; empty where there is none to draw. */
  timeline(coverage: string): Html
  /** Address, without language, of the page of a record; null where it has none. */
  pageOf(kind: 'reason' | 'treatment' | 'process', id: string): string | null
}

type BlockOf<K extends PageBlock['kind']> = Extract<PageBlock, { kind: K }>

export function renderBlock(block: PageBlock, context: RenderContext): Html {
  switch (block.kind) {
    case 'heading':
      return html`<h3${langAttr(block.lang)}>${esc(block.text)}</h3>`
    case 'paragraph':
      return html`<p>${sentences(block.claims)}</p>`
    case 'list':
      return block.ordered
        ? html`<ol>${each(block.items, (item) => html`<li>${sentences(item)}</li>`)}</ol>`
        : html`<ul>${each(block.items, (item) => html`<li>${listItem(item)}</li>`)}</ul>`
    case 'fields':
      return html`<dl>${each(block.rows, (row) => html`<div><dt${langAttr(row.labelLang)}>${esc(row.label)}</dt><dd>${said(row.claim)}</dd></div>`)}</dl>`
    case 'table':
      return table(block, context)
    case 'rights':
      return rightsRows(block.rows, context)
    case 'pages':
      return linkList(
        block.pages.map((page) => {
          const address = context.pageOf(page.kind, page.id)
          return { ...page, lang: page.why.lang, address: address && inLang(context.lang, address) }
        }),
      )
    case 'links':
      return linkList(block.links.map((link) => ({ ...link, lang: link.why.lang, address: inLang(context.lang, link.address) })))
    case 'refs':
      return linkList(block.refs.map((ref) => ({ ...ref, lang: ref.titleLang })))
    case 'letter':
      return letterPaper(block.letter, context)
    case 'sources':
      return sourceList(block.sources, context)
  }
}

/**
 * Columns the reader fills in are empty. On a narrow screen each row becomes a card (see the style
 * sheet); the roles keep it a table for screen readers, and `data-column` names each cell there.
 */
function table({ caption, columns, columnsLang, rows }: BlockOf<'table'>, { words }: RenderContext): Html {
  const lang = langAttr(columnsLang)
  const heads = each(columns, (column) => html`<th role="columnheader" scope="col"${lang}>${esc(column)}</th>`)
  const cell = (claims: readonly GuideClaim[], i: number) => {
    if (i === 0) return html`<th role="rowheader" scope="row">${sentences(claims)}</th>`
    const column = esc((columns[i] ?? '').replace(/:.*/, ''))
    return claims.length
      ? html`<td role="cell" data-column="${column}">${sentences(claims)}</td>`
      : html`<td role="cell" data-column="${column}" class="fill"><span class="unseen">${esc(words.toFillIn)}</span></td>`
  }
  const body = each(rows, (row) => html`<tr role="row">${each(row, cell)}</tr>`)
  return html`<table role="table"><caption>${said(caption)}</caption><thead role="rowgroup"><tr role="row">${heads}</tr></thead><tbody role="rowgroup">${body}</tbody></table>`
}

interface Linked {
  readonly title: string
  readonly lang?: 'en' | undefined
  readonly why: GuideClaim | null
  /** With its language; null: no page to lead to. */
  readonly address: string | null
}

/** Links with a reason each are a list to read; without one, a list of names. */
const linkList = (list: readonly Linked[]): Html =>
  html`<ul class="${list.some((l) => l.why) ? LINKS : NAMES}">${each(list, (link) => html`<li>${linkTitle(link)}${link.why ? html` <span>${said(link.why)}</span>` : none}</li>`)}</ul>`

const LINKS = html`links`
const NAMES = html`names`

const linkTitle = ({ title, lang, address }: Linked): Html => {
  const text = inTongue(title, lang)
  return address ? html`<a href="${localAddress(address)}">${text}</a>` : html`<b>${text}</b>`
}
