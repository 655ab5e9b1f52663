import type { PriorTreatment } from '../../../../facts/casefacts.ts'
import type { Entry } from '../../../../facts/fact.ts'
import { originsOf } from '../../../../facts/origins.ts'
import type { Analysis } from '../../../../usecases/cases/analysis.ts'
import { placeIn, type TreatmentHistory, type TrialBar, treatmentHistory, yearsIn } from '../../../../usecases/cases/history.ts'
import { each, esc, type Html, html, none, when } from '../../html/html.ts'
import type { CaseAsked } from '../route.ts'
import { sourceAddress } from './source.ts'
import { oneLine, sayCourse, sayOutcome, sayPartial } from './values.ts'
import { EVIDENCE_WORDS } from './words/words.ts'

const WIDTH = 600
const ROW = 46
const AXIS = 26

/** The treatments so far as bars on a line of time, and the same as a table; nothing where none is known. */
export function historyPart(asked: CaseAsked, { facts, today, documents }: Analysis): Html {
  if (!facts?.priorTreatments.length) return none
  const words = EVIDENCE_WORDS[asked.lang]
  const history = treatmentHistory(facts.priorTreatments, today)
  const name = (doc: string) => documents.find((d) => d.doc === doc)?.name ?? doc
  const rows = [...history.bars.map((b) => b.entry), ...history.undated]
  return html`<section aria-labelledby="history"><h2 id="history">${esc(words.history)}</h2><p>${esc(words.historyLead)}</p>${picture(asked, history)}<details><summary>${esc(words.tableTitle)}</summary><div class="scroll" role="region" aria-labelledby="history" tabindex="0"><table><thead><tr><th scope="col">${esc(words.table.what)}</th><th scope="col">${esc(words.table.when)}</th><th scope="col">${esc(words.table.outcome)}</th><th scope="col">${esc(words.table.where)}</th></tr></thead><tbody>${each(rows, (e) => row(asked, e, name))}</tbody></table></div></details></section>`
}

function row(asked: CaseAsked, entry: Entry<PriorTreatment>, name: (doc: string) => string): Html {
  const words = EVIDENCE_WORDS[asked.lang]
  const { agent, dose, outcome, reason } = entry.value
  const spans = originsOf(entry).flatMap((o) => (o.kind === 'document' ? [o.span] : []))
  const stated = originsOf(entry).find((o) => o.kind === 'person')
  const places = [...new Map(spans.map((s) => [`${s.doc} ${s.page}`, s])).values()]
  return html`<tr><th scope="row">${esc(dose ? `${agent}, ${dose}` : agent)}</th><td>${esc(sayCourse(asked.lang, entry.value))}</td><td>${esc(sayOutcome(asked.lang, outcome))}${reason ? html`: <q>${esc(oneLine(reason))}</q>` : none}</td><td>${each(places, (s) => html`<a href="${esc(sourceAddress(asked, s))}">${esc(words.place(name(s.doc), s.page))}</a><br>`)}${when(stated, () => html`${esc(words.stated[stated?.kind === 'person' && stated.who === 'prescriber' ? 'prescriber' : 'patient'])}`)}</td></tr>`
}

function picture({ lang }: CaseAsked, { span, bars }: TreatmentHistory): Html {
  if (!span) return none
  const words = EVIDENCE_WORDS[lang]
  const x = (at: number) => Math.round((4 + at * (WIDTH - 8)) * 10) / 10
  const height = AXIS + bars.length * ROW + 6
  const text = bars
    .map(({ entry: { value: t } }) => `${t.agent}: ${sayCourse(lang, t)}, ${sayOutcome(lang, t.outcome)}`)
    .join('. ')
  const title = words.historyText(
    bars.length,
    sayPartial(lang, span.from.slice(0, 7) as never),
    sayPartial(lang, span.to.slice(0, 7) as never),
  )
  const years = each(yearsIn(span), (day) => {
    const at = x(placeIn(span, day))
    return html`<line class="year-line" x1="${at}" x2="${at}" y1="${AXIS - 6}" y2="${height}"/><text class="year" x="${Math.min(at + 4, WIDTH - 34)}" y="13">${esc(day.slice(0, 4))}</text>`
  })
  const fades = html`<defs><linearGradient id="fade-end"><stop offset="0.35" class="fade-full"/><stop offset="1" class="fade-none"/></linearGradient><linearGradient id="fade-start"><stop offset="0" class="fade-none"/><stop offset="0.65" class="fade-full"/></linearGradient></defs>`
  return html`<figure class="history"><svg role="img" aria-labelledby="history-t history-d" viewBox="0 0 ${WIDTH} ${height}"><title id="history-t">${esc(title)}</title><desc id="history-d">${esc(text)}</desc>${fades}${years}${each(bars, (bar, i) => barOf(lang, bar, AXIS + i * ROW, (day) => x(placeIn(span, day))))}</svg></figure>`
}

function barOf(lang: 'en' | 'es', bar: TrialBar, y: number, x: (day: TrialBar['from']) => number): Html {
  const { value: t } = bar.entry
  const [left, right] = [x(bar.from), x(bar.to)]
  const width = Math.max(8, right - left)
  const look = bar.openStart ? 'open-start' : bar.openEnd ? 'open-end' : bar.ongoing ? 'ongoing' : 'closed'
  const label = `${t.agent.charAt(0).toUpperCase()}${t.agent.slice(1)}: ${sayOutcome(lang, t.outcome)}`
  // A bar near the right edge carries its words to the left of where it ends.
  const late = left > WIDTH * 0.55
  const start = Math.min(left, WIDTH - 8)
  const words = late
    ? html`<text x="${Math.min(WIDTH - 2, Math.max(right, start + 8))}" y="${y + 14}" text-anchor="end">${esc(label)}</text>`
    : html`<text x="${start}" y="${y + 14}">${esc(label)}</text>`
  return html`${words}<rect class="course ${esc(look)}" x="${start}" y="${y + 21}" width="${width}" height="12" rx="${look === 'closed' ? 3 : 0}"/>`
}
