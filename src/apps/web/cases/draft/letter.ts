import type { Claim } from '../../../../argument/claim.ts'
import type { Block, Letter } from '../../../../document/letter.ts'
import { each, esc, type Html, html, none, when } from '../../html/html.ts'
import type { Sentence } from './sentences.ts'
import { DRAFT_WORDS, type DraftWords } from './words/words.ts'

/** How sentences are shown: which is chosen, in which words their marks speak. */
interface LetterView {
  readonly sentences: ReadonlyMap<Claim, Sentence>
  readonly chosen: number | null
  readonly words: DraftWords
}

/** The letter as it will be read, every sentence a link to what it rests on. */
export function letterSheet(letter: Letter, lang: 'en' | 'es', view: Omit<LetterView, 'words'>): Html {
  const words = DRAFT_WORDS[lang]
  const full: LetterView = { ...view, words }
  const lines = (list: readonly string[]) => each(list, (l, i) => html`${i ? html`<br>` : none}${esc(l)}`)
  const re = letter.re.length
    ? html`<dl class="re">${each(letter.re, ({ label, claim }) => html`<div><dt>${esc(label)}</dt><dd>${sentence(claim, full)}</dd></div>`)}</dl>`
    : none
  const signed = letter.blocks.findLastIndex((b) => b.kind === 'signature') + 1 || letter.blocks.length
  const enclosures = letter.enclosures.length
    ? html`<h3>${esc(words.enclosures)}</h3><ul>${each(letter.enclosures, (c) => html`<li>${sentence(c, full)}</li>`)}</ul>`
    : none
  return html`<article class="letter" lang="en"><p class="letter-from">${lines(letter.from)}</p><p class="letter-date">${esc(letter.date)}</p><p class="letter-to">${lines(letter.to)}</p><h2>${sentence(letter.title, full)}</h2>${re}${when(letter.salutation, () => html`<p>${esc(letter.salutation)}</p>`)}${each(letter.blocks.slice(0, signed), (b) => block(b, full))}${enclosures}${each(letter.blocks.slice(signed), (b) => block(b, full))}</article>`
}

function block(b: Block, view: LetterView): Html {
  switch (b.kind) {
    case 'heading':
      return html`<h3>${sentence(b.text, view)}</h3>`
    case 'paragraph':
      return html`<p>${run(b.claims, view)}</p>`
    case 'list': {
      const items = each(b.items, (item) => html`<li>${run(item, view)}</li>`)
      return b.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`
    }
    case 'quote':
      return html`<blockquote>${each(b.claims, (c) => html`<p>“${sentence(c, view)}”</p>`)}<footer>${sentence(b.attribution, view)}</footer></blockquote>`
    case 'table':
      return table(b, view)
    case 'fields':
      return html`<dl class="re">${each(b.rows, ({ label, claim }) => html`<div><dt>${esc(label)}</dt><dd>${sentence(claim, view)}</dd></div>`)}</dl>`
    case 'signature':
      return html`<div class="signature"><p class="signature-line">${esc(view.words.signHere)}</p><p>${esc(b.name)}${each(b.lines, (l) => html`<br>${esc(l)}`)}<br>${esc(b.role)}</p></div>`
  }
}

function table(b: Extract<Block, { kind: 'table' }>, view: LetterView): Html {
  const head = each(b.columns, (c) => html`<th scope="col">${esc(c)}</th>`)
  const rows = each(
    b.rows,
    (row) => html`<tr>${each(row, (cell, i) => html`<td data-label="${esc(b.columns[i] ?? '')}">${run(cell, view)}</td>`)}</tr>`,
  )
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${esc(b.caption.sentence)}"><table class="letter-table"><caption>${sentence(b.caption, view)}</caption><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`
}

const run = (claims: readonly Claim[], view: LetterView): Html =>
  each(claims, (c, i) => html`${i ? esc(' ') : none}${sentence(c, view)}`)

/** A sentence: a link without scripting, marked where a person wrote it. */
function sentence(claim: Claim, { sentences, chosen, words }: LetterView): Html {
  const s = sentences.get(claim)
  if (!s) return esc(claim.sentence)
  const own = s.own === null ? none : esc(' own')
  const current = s.at === chosen ? html` aria-current="true"` : none
  const mark = s.own === null ? none : html`<span class="unseen"> (${esc(words.own)})</span>`
  return html`<a class="sentence${own}" id="s-${s.at}" href="?s=${s.at}#s-${s.at}"${current}>${esc(claim.sentence)}${mark}</a>`
}
