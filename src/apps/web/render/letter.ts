import type { ExampleLetter, LetterBlock, LetterSentence, LetterSupport } from '../../../document/pages/exampleLetter.ts'
import { each, esc, type Html, html, none } from '../html/html.ts'
import type { RenderContext } from './blocks.ts'
import { langAttr } from './claims.ts'

/**
 * A worked letter as a sheet of paper, each sentence with the numbers of what it rests on, and the list
 * of those below. It is written to the plan, so it is English on every page.
 */
export function letterPaper(letter: ExampleLetter, { lang, words }: RenderContext): Html {
  const english = langAttr(lang === 'es' ? 'en' : undefined)
  const re = html`<dl>${each(letter.re, (row) => html`<div><dt>${esc(row.label)}</dt><dd>${sentence(row.sentence)}</dd></div>`)}</dl>`
  const enclosures = letter.enclosures.length
    ? html`<ol>${each(letter.enclosures, (e) => html`<li>${sentence(e)}</li>`)}</ol>`
    : none
  return html`<div class="paper"${english}>${lines(letter.from)}<p>${esc(letter.date)}</p>${lines(letter.to)}<h3>${sentence(letter.title)}</h3>${re}<p>${esc(letter.salutation)}</p>${each(letter.blocks, block)}${enclosures}</div><h3>${esc(words.restsOn)}</h3><ol class="rests"${english}>${each(letter.supports, support)}</ol>`
}

const support = (s: LetterSupport, i: number): Html =>
  html`<li id="rests-${i + 1}"><b>${esc(s.source)}</b>${s.where ? html`, ${esc(s.where)}` : none}: “${esc(s.quote)}”</li>`

const sentence = ({ text, rests }: LetterSentence): Html =>
  html`${esc(text)}${rests.length ? html`<sup>${each(rests, (at, i) => html`${i ? SPACE : none}<a href="#rests-${at + 1}">${at + 1}</a>`)}</sup>` : none}`

const SPACE = html` `

const all = (sentences: readonly LetterSentence[]): Html => each(sentences, (s, i) => html`${i ? SPACE : none}${sentence(s)}`)

const lines = (list: readonly string[]): Html => html`<p>${each(list, (line, i) => html`${i ? BREAK : none}${esc(line)}`)}</p>`

const BREAK = html`<br>`

function block(b: LetterBlock): Html {
  switch (b.kind) {
    case 'heading':
      return html`<h3>${sentence(b.sentence)}</h3>`
    case 'paragraph':
      return html`<p>${all(b.sentences)}</p>`
    case 'list':
      return b.ordered
        ? html`<ol>${each(b.items, (item) => html`<li>${all(item)}</li>`)}</ol>`
        : html`<ul>${each(b.items, (item) => html`<li>${all(item)}</li>`)}</ul>`
    case 'quote':
      return html`<blockquote><p>${all(b.sentences)}</p><p>${sentence(b.attribution)}</p></blockquote>`
    case 'table':
      return table(b)
    case 'fields':
      return html`<dl>${each(b.rows, (row) => html`<div><dt>${esc(row.label)}</dt><dd>${sentence(row.sentence)}</dd></div>`)}</dl>`
    case 'signature':
      return lines(b.lines)
  }
}

/** As the criteria tables of guides. Its caption has links to what it rests on, and a table may not own links. */
function table({ caption, columns, rows }: Extract<LetterBlock, { kind: 'table' }>): Html {
  const heads = each(columns, (column) => html`<th role="columnheader" scope="col">${esc(column)}</th>`)
  const cell = (sentences: readonly LetterSentence[], i: number) =>
    i === 0
      ? html`<th role="rowheader" scope="row">${all(sentences)}</th>`
      : html`<td role="cell" data-column="${esc(columns[i] ?? '')}">${all(sentences)}</td>`
  const body = each(rows, (row) => html`<tr role="row">${each(row, cell)}</tr>`)
  return html`<p>${sentence(caption)}</p><table role="table" aria-label="${esc(caption.text)}"><thead role="rowgroup"><tr role="row">${heads}</tr></thead><tbody role="rowgroup">${body}</tbody></table>`
}
