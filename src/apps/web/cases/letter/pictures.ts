import type { SourceDocument } from '../../../../reading/document.ts'
import type { ShownDocument, ShownFinding } from '../../../../usecases/cases/analysis.ts'
import { each, esc, type Html, html, join } from '../../html/html.ts'
import type { Lang } from '../../language.ts'
import { LETTER_WORDS } from './words.ts'

/** Two places behind the point are finer than a pixel. */
const at = (points: number): number => Math.round(points * 100) / 100

export const pageAddress = (id: string, doc: string, page: number): string => `/case/${id}/page/${doc}/${page}`

/** Each page as a picture, with a box on every finding that leads to what is said of it. */
export function markedPages(lang: Lang, id: string, document: ShownDocument, findings: readonly ShownFinding[]): Html {
  const words = LETTER_WORDS[lang]
  const marked = (number: number) => findings.map((f, i) => ({ f, i })).filter(({ f }) => f.span.page === number)
  // Pages on which nothing was found are shown as well: what was missed is to be seen.
  return each(document.pages, ({ number, width, height }) => {
    const boxes = each(
      marked(number),
      ({ f, i }) =>
        html`<a href="#finding-${i}"><title>${esc(words.fields[f.field as keyof typeof words.fields] ?? f.field)}</title>${each(f.span.boxes, (b) => html`<rect class="mark-box${f.doubt ? esc(' doubt') : esc('')}" x="${at(b.x - 1.5)}" y="${at(b.y - 1.5)}" width="${at(b.width + 3)}" height="${at(b.height + 3)}" rx="1.5"/>`)}</a>`,
    )
    return html`<svg class="page-picture" id="page-${number}" viewBox="0 0 ${at(width)} ${at(height)}" role="group" aria-label="${esc(words.picture(number))}"><image href="${esc(pageAddress(id, document.doc, number))}" width="${at(width)}" height="${at(height)}"/>${boxes}</svg>`
  })
}

/** The piece of the page on which a finding stands, large enough to be read. */
export function crop(id: string, document: ShownDocument, { span }: ShownFinding, label: string): Html {
  const page = document.pages.find((p) => p.number === span.page)
  const [first] = span.boxes
  if (!page || !first) return html``
  const left = Math.min(...span.boxes.map((b) => b.x))
  const right = Math.max(...span.boxes.map((b) => b.x + b.width))
  const top = Math.min(...span.boxes.map((b) => b.y))
  const bottom = Math.max(...span.boxes.map((b) => b.y + b.height))
  const margin = first.height * 1.4
  const box = [left - margin * 3, top - margin, right - left + margin * 6, bottom - top + margin * 2].map(at)
  return html`<svg class="page-crop" viewBox="${esc(box.join(' '))}" role="img" aria-label="${esc(label)}"><image href="${esc(pageAddress(id, document.doc, span.page))}" width="${at(page.width)}" height="${at(page.height)}"/></svg>`
}

/** Words without a picture (pasted, Word, web page): the text itself, with what was understood marked in it. */
export function markedText(document: SourceDocument, findings: readonly ShownFinding[]): Html {
  return each(document.pages, (page) => {
    const spans = findings
      .map((f, i) => ({ start: f.span.start, end: f.span.end, page: f.span.page, i, doubt: f.doubt }))
      .filter((s) => s.page === page.number)
      .sort((a, b) => a.start - b.start || b.end - a.end)
    const parts: Html[] = []
    let from = 0
    for (const { start, end, i } of spans) {
      if (start < from) continue
      parts.push(
        esc(page.text.slice(from, start)),
        html`<a class="marked" href="#finding-${i}"><mark>${esc(page.text.slice(start, end))}</mark></a>`,
      )
      from = end
    }
    return html`<div class="page-text" id="page-${page.number}">${join(parts)}${esc(page.text.slice(from))}</div>`
  })
}
