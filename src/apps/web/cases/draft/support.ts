import { fullCitation } from '../../../../base/citation.ts'
import type { Span } from '../../../../base/span.ts'
import type { DocumentSupport, KnowledgeSupport, Support } from '../../../../base/support.ts'
import type { SourceDocument } from '../../../../reading/document.ts'
import type { Analysis, ShownDocument } from '../../../../usecases/cases/analysis.ts'
import { addressOf } from '../../addresses.ts'
import { esc, type Html, html, isWebAddress, none } from '../../html/html.ts'
import { inLang } from '../../language.ts'
import { sourceAddress } from '../evidence/source.ts'
import { pageAddress } from '../letter/pictures.ts'
import type { CaseAsked } from '../route.ts'
import { say, spanishIn } from '../words/say.ts'
import { DRAFT_WORDS } from './words/words.ts'

/** Readings of documents that have no pictures, so that their words can be shown in their surroundings. */
export type Readings = ReadonlyMap<string, SourceDocument | null>

/** One thing a sentence rests on, as a person can check it. */
export function supportItem(asked: CaseAsked, analysis: Analysis, readings: Readings, s: Support): Html {
  const words = DRAFT_WORDS[asked.lang]
  if ('span' in s) return documentSupport(asked, analysis, readings, s)
  if (s.kind === 'statement')
    return html`<p class="support-what">${esc(words.statement[s.source])}</p><blockquote lang="en"><p>${esc(s.quote)}</p></blockquote>`
  if (s.kind === 'reckoning')
    return html`<p class="support-what">${esc(words.reckoned)}</p><p>${say(asked.lang, s.quote, spanishIn(asked.library.knowledge))}</p>`
  return knowledgeSupport(asked, analysis, s)
}

function documentSupport(asked: CaseAsked, analysis: Analysis, readings: Readings, s: DocumentSupport): Html {
  const words = DRAFT_WORDS[asked.lang]
  const shown = analysis.documents.find((d) => d.doc === s.source)
  const name = shown?.name ?? s.source
  const link = html`<a href="${esc(sourceAddress(asked, s.span))}">${esc(words.page(name, s.span.page))}</a>`
  const crop = shown ? cropOf(asked, shown, s.span, words.pagePicture(name, s.span.page)) : none
  const around = crop ? none : inText(readings.get(s.source) ?? null, s.span)
  const quote = s.quote.replace(/\s+/g, ' ').trim()
  return html`<p class="support-what">${esc(words.roles[s.kind])} · ${link}</p>${crop}${around || html`<blockquote lang="en"><p>${esc(quote)}</p></blockquote>`}`
}

const round = (points: number): number => Math.round(points * 100) / 100
/** Points around the marked words, and the least width that is shown: enough to know the place again. */
const MARGIN = 22
const LEAST_WIDTH = 330
const MOST_HEIGHT = 210

/** The place on its page, marked; nothing for a document without pictures. */
function cropOf({ id }: CaseAsked, shown: ShownDocument, span: Span, label: string): Html {
  const page = shown.pages.find((p) => p.number === span.page)
  const [first] = span.boxes
  if (!page?.width || !first) return none
  const left = Math.min(...span.boxes.map((b) => b.x))
  const right = Math.max(...span.boxes.map((b) => b.x + b.width))
  const top = Math.max(0, Math.min(...span.boxes.map((b) => b.y)) - MARGIN)
  const bottom = Math.min(page.height, Math.max(...span.boxes.map((b) => b.y + b.height)) + MARGIN)
  const width = Math.min(page.width, Math.max(LEAST_WIDTH, right - left + 2 * MARGIN))
  const x = Math.max(0, Math.min(page.width - width, (left + right - width) / 2))
  const boxes = span.boxes.map(
    (b) =>
      html`<rect class="mark-box" x="${round(b.x - 1.5)}" y="${round(b.y - 1.5)}" width="${round(b.width + 3)}" height="${round(b.height + 3)}" rx="1.5"/>`,
  )
  return html`<svg class="support-picture page-picture" viewBox="${round(x)} ${round(top)} ${round(width)} ${round(Math.min(MOST_HEIGHT, bottom - top))}" role="img" aria-label="${esc(label)}"><image href="${esc(pageAddress(id, shown.doc, span.page))}" width="${round(page.width)}" height="${round(page.height)}"/>${boxes.reduce((a, b) => html`${a}${b}`, none)}</svg>`
}

/** Characters shown before and after the marked words. */
const AROUND = 180

function inText(document: SourceDocument | null, span: Span): Html {
  const page = document?.pages.find((p) => p.number === span.page)
  if (!page) return none
  const from = Math.max(0, span.start - AROUND)
  const to = Math.min(page.text.length, span.end + AROUND)
  return html`<div class="page-text support-text" lang="en">${from > 0 ? esc('…') : none}${esc(page.text.slice(from, span.start))}<mark>${esc(page.text.slice(span.start, span.end))}</mark>${esc(page.text.slice(span.end, to))}${to < page.text.length ? esc('…') : none}</div>`
}

/** Citation, plain words, the text itself and the guide page that tells more. */
function knowledgeSupport(asked: CaseAsked, analysis: Analysis, s: KnowledgeSupport): Html {
  const { library, lang } = asked
  const words = DRAFT_WORDS[lang]
  const record = library.knowledge.sources.get(s.source)
  const state = s.source.startsWith('state-') ? s.source.slice('state-'.length) : null
  const cite = record
    ? fullCitation({ source: s.source, cite: record.cite, pin: s.pin, status: s.status })
    : state
      ? s.pin
      : words.knowledge[s.kind]
  const spanish = record ? Object.values(record.provisions).find((p) => p.says === s.quote)?.saysEs : undefined
  const said = lang === 'es' && spanish ? html`<p>${esc(spanish)}</p>` : html`<p lang="en">${esc(s.quote)}</p>`
  const text =
    record?.url && isWebAddress(record.url)
      ? html`<a href="${esc(record.url)}" rel="external noreferrer">${esc(words.lawText)}</a>`
      : none
  const to = guideOf(asked, analysis, s, state)
  const guide = to ? html`<a href="${esc(inLang(lang, to))}">${esc(words.guide)}</a>` : none
  const title = record ? html`<p class="help" lang="en">${esc(record.title)}</p>` : none
  return html`<p class="support-what"><b lang="en">${esc(cite)}</b> <span class="help">${esc(words.status[s.status])}</span></p>${title}${said}<p class="support-links">${text}${guide}</p>`
}

/** The page of the library that tells of this record; of a law, the page of the coverage whose rights it gives. */
function guideOf(
  { library: { knowledge } }: CaseAsked,
  { coverage }: Analysis,
  s: KnowledgeSupport,
  state: string | null,
): string | null {
  if (state) return addressOf(knowledge, 'state', state)
  switch (s.kind) {
    case 'coverage':
    case 'payer':
    case 'treatment':
    case 'reason':
      return addressOf(knowledge, s.kind, s.source)
    case 'law':
      return coverage.settled ? addressOf(knowledge, 'coverage', coverage.settled) : null
    default:
      return null
  }
}
