import type { Problem } from '../../../../base/problem.ts'
import type { Span } from '../../../../base/span.ts'
import type { ComparedAnswer, ComparedPoint } from '../../../../casefile/track/compareAnswer.ts'
import type { AnswerReading } from '../../../../reading/answer/answer.ts'
import { surelyDecided } from '../../../../usecases/cases/track/answer.ts'
import { each, esc, type Html, html, none, when } from '../../html/html.ts'
import { sourceAddress } from '../evidence/source.ts'
import { problemList } from '../pages/problem.ts'
import type { CaseAsked } from '../route.ts'
import { action, OUTCOMES, outcomeFields, token } from './forms.ts'
import { TRACK_WORDS } from './words/words.ts'

export interface AnswerView {
  readonly doc: string
  readonly reading: AnswerReading
  readonly compared: ComparedAnswer | null
  readonly wrong: { readonly problems: readonly Problem[]; readonly fields: URLSearchParams } | null
}

export function answerMain(asked: CaseAsked, { doc, reading, compared, wrong }: AnswerView): Html {
  const { lang, state } = asked
  const words = TRACK_WORDS[lang]
  const kept = state.answers.findLast((a) => a.doc === doc) ?? null
  const sure = surelyDecided(reading)
  const notice = reading.decided
    ? html`<p class="lead">${esc(sure ? words.understood : words.unsure)}</p>`
    : html`<p class="lead">${esc(reading.kind === 'decision' ? words.unsure : words.kinds[reading.kind])}</p>`
  const decided = reading.decided
    ? html`<figure class="quoted"><figcaption>${esc(words.sentence)}</figcaption>${quote(asked, reading.decided.span)}</figure>`
    : none
  const typed = wrong?.fields ?? null
  const said = OUTCOMES.find((o) => o === typed?.get('outcome'))
  // What is doubtful is chosen by the person, not for them.
  const chosen = said ?? kept?.outcome ?? (sure || !reading.decided ? reading.outcome : null)
  const on = typed?.get('on') ?? kept?.on ?? reading.date?.value ?? ''
  const confirm = asked.mayAlso('answer.record')
    ? html`<form class="sheet-form" method="post" action="${action(asked, `/answer/${doc}`)}">${token(asked)}${outcomeFields(asked, 'read', reading.decided || said || kept ? chosen : 'not_an_answer', on)}${when(reading.date, () => html`<p class="help">${quoteLink(asked, reading.date?.span ?? null)}</p>`)}<p><button>${esc(words.confirm)}</button></p>${when(kept, () => html`<p class="help">${esc(words.confirmed)}</p>`)}</form>`
    : none
  return html`${notice}${wrong ? problemList(asked.lang, wrong.problems) : none}${decided}${confirm}${reading.kind === 'extension' || state.extended?.doc === doc ? extension(asked, doc) : none}${why(asked, reading)}${after(asked, reading)}${compared ? comparison(asked, compared) : none}<p class="actions"><a class="button second" href="${action(asked, '/track#next')}">${esc(words.whatNext)}</a></p>`
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

const quoteLink = (asked: CaseAsked, span: Span | null): Html =>
  span
    ? html`<q lang="en">${esc(oneLine(span.quote))}</q> <a class="see" href="${esc(sourceAddress(asked, span))}">${esc(TRACK_WORDS[asked.lang].onPage(span.page))}</a>`
    : none

const quote = (asked: CaseAsked, span: Span): Html =>
  html`<blockquote lang="en">${esc(oneLine(span.quote))}</blockquote><p><a class="see" href="${esc(sourceAddress(asked, span))}">${esc(TRACK_WORDS[asked.lang].onPage(span.page))}</a></p>`

function extension(asked: CaseAsked, doc: string): Html {
  const words = TRACK_WORDS[asked.lang]
  if (!asked.mayAlso('answer.record')) return none
  return html`<form class="card" method="post" action="${action(asked, `/answer/${doc}/longer`)}">${token(asked)}<div class="field"><label for="until">${esc(words.until)}</label><input type="date" id="until" name="until" value="${esc(asked.state.extended?.until ?? '')}"></div><p><button class="second">${esc(words.untilSave)}</button></p></form>`
}

function why(asked: CaseAsked, { outcome, reasons, reviewer }: AnswerReading): Html {
  const words = TRACK_WORDS[asked.lang]
  if (outcome === 'not_an_answer') return none
  const list = reasons.length
    ? html`<ul class="quotes">${each(reasons, (r) => html`<li>${quoteLink(asked, r.span)}</li>`)}</ul>`
    : html`<p>${esc(words.noReasons)}</p>`
  const who = reviewer ? html`<h2>${esc(words.reviewer)}</h2><p>${quoteLink(asked, reviewer.span)}</p>` : none
  return html`${when(outcome !== 'overturned', () => html`<section><h2>${esc(words.reasons)}</h2>${list}</section>`)}${who}`
}

function after(asked: CaseAsked, { outcome, next }: AnswerReading): Html {
  const words = TRACK_WORDS[asked.lang]
  if (outcome === 'not_an_answer' || outcome === 'overturned') return none
  const window = next.window
  const [, n = '', unit] = /^P(\d+)([DM])$/.exec(window?.value.duration ?? '') ?? []
  const said = unit === 'D' ? words.days(n) : unit === 'M' ? words.months(n) : null
  return html`<p>${esc(words.nextWho[next.who])}${said ? html` ${esc(words.window(said))}.` : none}</p>${window ? html`<p>${quoteLink(asked, window.span)}</p>` : none}`
}

/** Each point that was argued, with what the answer says to it; the unanswered first, since they are worth the most. */
function comparison(asked: CaseAsked, { points, newReasons }: ComparedAnswer): Html {
  const words = TRACK_WORDS[asked.lang]
  if (!points.length) return none
  const order = ['not_mentioned', 'touched', 'answered_new', 'answered']
  const sorted = points.toSorted((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing))
  const point = ({ point: p, standing, quotes }: ComparedPoint) =>
    html`<li class="compared ${esc(standing)}"><p><span class="tag">${esc(words.standings[standing])}</span> <span class="help">${esc(words.pointKinds[p.kind])}</span></p><p lang="en"><strong>${esc(p.title)}</strong></p>${when(quotes.length, () => html`<ul class="quotes">${each(quotes, (q) => html`<li>${quoteLink(asked, q)}</li>`)}</ul>`)}</li>`
  const fresh = newReasons.length
    ? html`<h3>${esc(words.newReasons)}</h3><ul class="quotes">${each(newReasons, (r) => html`<li>${quoteLink(asked, r.span)}</li>`)}</ul>`
    : none
  const use = points.some((p) => p.standing === 'not_mentioned') ? html`<p>${esc(words.useIt)}</p>` : none
  return html`<section><h2>${esc(words.compare)}</h2><p class="help">${esc(words.compareLead)}</p><ul class="points">${each(sorted, point)}</ul>${use}${fresh}</section>`
}
