import { problem } from '../../../../base/problem.ts'
import type { Span } from '../../../../base/span.ts'
import { type Page, type SourceDocument, spanOf } from '../../../../reading/document.ts'
import { analysisOf } from '../../../../usecases/cases/analysisOf.ts'
import { readingOf } from '../../../../usecases/cases/documents.ts'
import { each, esc, type Html, html, none, when } from '../../html/html.ts'
import { inLang } from '../../language.ts'
import { casePage } from '../casePage.ts'
import { pageAddress } from '../letter/pictures.ts'
import { type Reply, refused, shown } from '../reply.ts'
import type { CaseAsked } from '../route.ts'
import { EVIDENCE_WORDS } from './words/words.ts'

/** Where the words of a span are shown marked on their page. */
export const sourceAddress = (
  asked: Pick<CaseAsked, 'lang' | 'id'>,
  span: Pick<Span, 'doc' | 'page' | 'start' | 'end'>,
): string => inLang(asked.lang, `/case/${asked.id}/source/${span.doc}/${span.page}?at=${span.start}-${span.end}#marked`)

const round = (points: number): number => Math.round(points * 100) / 100

/** A page of a document with some of its words marked: on its picture, or in its text where it has none. */
export async function sourcePage(asked: CaseAsked): Promise<Reply> {
  const { app, id, state, lang, params, query } = asked
  const words = EVIDENCE_WORDS[lang]
  const held = state.documents.find((d) => d.doc === params.doc)
  const document = held ? await readingOf(app.cases, id, held.doc) : null
  const page = document?.pages.find((p) => p.number === Number(params.page))
  if (!held || !document || !page) return refused([problem('case-missing', 'page', words.sourceGone, '')])
  const span = spanAt(document, page, query.get('at'))
  const analysis = await analysisOf(app.cases, id, state)
  const main = html`${span ? html`<p>${esc(words.markedWords)} <q>${esc(span.quote.replace(/\s+/g, ' ').trim())}</q></p>` : none}${turning(asked, document, page)}${pictured(document) && page.width > 0 ? picture(asked, page, document.id, span) : text(page, span)}${turning(asked, document, page)}<p class="actions"><a href="${esc(inLang(lang, `/case/${id}/evidence`))}">${esc(words.title)}</a><a href="${esc(inLang(lang, `/case/${id}/draft`))}">${esc(words.goDraft)}</a></p>`
  const title = words.sourceTitle(held.name, page.number)
  return shown(casePage(asked, null, `/source/${held.doc}/${page.number}`, title, main, analysis.ok ? analysis.value : null))
}

/** "120-188" of the page's text; null for a range that the page does not have. */
function spanAt(document: SourceDocument, page: Page, at: string | null): Span | null {
  const m = /^(\d{1,7})-(\d{1,7})$/.exec(at ?? '')
  const [start, end] = [Number(m?.[1]), Number(m?.[2])]
  return m && start < end && end <= page.text.length ? spanOf(document, page, start, end) : null
}

function turning({ lang, id }: CaseAsked, document: SourceDocument, page: Page): Html {
  if (document.pages.length < 2) return none
  const words = EVIDENCE_WORDS[lang]
  const to = (n: number) => esc(inLang(lang, `/case/${id}/source/${document.id}/${n}`))
  const at = document.pages.findIndex((p) => p.number === page.number)
  const [before, after] = [document.pages[at - 1], document.pages[at + 1]]
  return html`<p class="turning">${when(before, () => html`<a href="${to(before?.number ?? 1)}" rel="prev">${esc(words.earlier)}</a>`)}<span>${esc(words.pageOf(at + 1, document.pages.length))}</span>${when(after, () => html`<a href="${to(after?.number ?? 1)}" rel="next">${esc(words.later)}</a>`)}</p>`
}

/** Text, HTML and Word files have pages without a picture. */
const pictured = ({ media }: SourceDocument): boolean => media === 'pdf' || media === 'image'

function picture({ lang, id }: CaseAsked, page: Page, doc: string, span: Span | null): Html {
  const boxes = each(
    span?.boxes ?? [],
    (b) =>
      html`<rect class="mark-box" x="${round(b.x - 1.5)}" y="${round(b.y - 1.5)}" width="${round(b.width + 3)}" height="${round(b.height + 3)}" rx="1.5"/>`,
  )
  return html`<svg class="page-picture source-picture" viewBox="0 0 ${round(page.width)} ${round(page.height)}" role="img" aria-label="${esc(EVIDENCE_WORDS[lang].sourceAlt(page.number))}"><image href="${esc(pageAddress(id, doc, page.number))}" width="${round(page.width)}" height="${round(page.height)}"/>${span ? html`<g id="marked">${boxes}</g>` : none}</svg>`
}

function text(page: Page, span: Span | null): Html {
  if (!span) return html`<div class="page-text">${esc(page.text)}</div>`
  return html`<div class="page-text">${esc(page.text.slice(0, span.start))}<mark id="marked">${esc(span.quote)}</mark>${esc(page.text.slice(span.end))}</div>`
}
