import type { StoredEvent } from '../../../../casefile/event.ts'
import { type SendingState, sendingState } from '../../../../casefile/sending.ts'
import type { Sending } from '../../../../casefile/state.ts'
import { SENDING_WHYS, type SendingWhy } from '../../../../usecases/cases/send/words.ts'
import { sayDate } from '../../dates.ts'
import { each, esc, type Html, html, none } from '../../html/html.ts'
import type { CaseAsked } from '../route.ts'
import { at, formOf, hidden } from '../sign/parts.ts'
import { paperName } from './page.ts'
import { SEND_WORDS } from './words/words.ts'

/** Who sent what, when, to which address taken from which source, and what became of it. */
export function sentTable(asked: CaseAsked, events: readonly StoredEvent[]): Html {
  const words = SEND_WORDS[asked.lang]
  const list = asked.state.sendings.toReversed()
  if (!list.length)
    return html`<section aria-labelledby="sent"><h2 id="sent">${esc(words.done)}</h2><p>${esc(words.none)}</p></section>`
  return html`<section aria-labelledby="sent"><h2 id="sent">${esc(words.done)}</h2>${each(list, (s) => sentCard(asked, s, sendingState(events, s.id)))}</section>`
}

function sentCard(asked: CaseAsked, s: Sending, now: SendingState | null): Html {
  const words = SEND_WORDS[asked.lang]
  if (!now) return none
  const { columns } = words
  const row = (label: string, value: Html) => html`<div><dt>${esc(label)}</dt><dd>${value}</dd></div>`
  const when = s.byHand ? sayDate(asked.lang, s.byHand.on) : moment(asked.lang, s.asked)
  const who = s.askedBy.kind === 'person' ? words.who[s.askedBy.role] : words.who.program
  const stage =
    now.stage === 'accepted' && s.destination.channel === 'email' ? words.stages.acceptedMail : words.stages[now.stage]
  const whole = now.delivery?.pages == null || s.pages === null || now.delivery.pages >= s.pages
  const good = (now.stage === 'delivered' && whole) || now.stage === 'by_hand'
  const bad = now.stage === 'failed' || now.stage === 'uncertain'
  const tag = html`<span class="tag ${esc(good ? 'met' : bad ? 'missing' : '')}">${esc(stage)}</span>`
  const to = each([s.destination.recipient, ...sayTo(s.destination.to)], (l, i) => html`${i ? html`<br>` : none}${esc(l)}`)
  const what = s.doc ? html`${esc(paperName(asked, s.doc))}` : none
  const receipt = s.byHand?.confirmation ? row(words.confirmation, html`${esc(s.byHand.confirmation)}`) : none
  return html`<article class="card sent" id="${esc(s.id)}" data-stage="${esc(now.stage)}"><h3>${esc(words.channels[s.destination.channel])} ${tag}</h3><dl class="sent-facts">${row(columns.when, html`${esc(when)}`)}${row(columns.who, html`${esc(who)}`)}${row(columns.where, to)}${row(columns.from, html`${esc(saySource(asked, s.destination.source))}`)}${s.doc ? row(columns.what, what) : none}${receipt}</dl>${why(asked, now)}${short(asked, s, now)}${steps(asked, s)}${proof(asked, s, now)}${resolve(asked, now)}</article>`
}

/** What happened when, to the minute. */
function steps({ lang }: CaseAsked, s: Sending): Html {
  const words = SEND_WORDS[lang]
  if (!s.steps.length) return none
  return html`<ol class="sent-steps">${each(s.steps, ({ at: when, step }) => html`<li><time datetime="${esc(when)}">${esc(moment(lang, step.step === 'delivered' ? step.on : when))}</time> ${esc(words.steps[step.step])}${step.step === 'delivered' && step.pages ? html`, ${esc(words.arrivedPages(step.pages))}` : none}</li>`)}</ol>`
}

function why({ lang }: CaseAsked, now: SendingState): Html {
  const said = now.why && now.why in SENDING_WHYS ? SENDING_WHYS[now.why as SendingWhy][lang] : null
  return said ? html`<p class="note">${esc(said)}</p>` : none
}

/** A receipt for fewer pages than were sent proves that something is missing. */
function short({ lang }: CaseAsked, s: Sending, now: SendingState): Html {
  const arrived = now.delivery?.pages ?? null
  return arrived !== null && s.pages !== null && arrived < s.pages
    ? html`<p class="note alert">${esc(SEND_WORDS[lang].fewerPages(arrived, s.pages))}</p>`
    : none
}

function proof(asked: CaseAsked, s: Sending, now: SendingState): Html {
  const doc = now.delivery?.proof ?? s.byHand?.proof ?? null
  return doc ? html`<p><a href="${at(asked, `/send/proof/${doc}`)}">${esc(SEND_WORDS[asked.lang].proof)}</a></p>` : none
}

/** Nobody but a person can find out: two buttons with which they say what they learned. */
function resolve(asked: CaseAsked, now: SendingState): Html {
  const words = SEND_WORDS[asked.lang]
  if (now.stage !== 'uncertain' || !asked.mayAlso('send.record')) return none
  const inside = html`${hidden('sending', now.id)}<p>${esc(words.findOut)}</p><p class="actions"><button class="second" name="found" value="arrived">${esc(words.arrived)}</button><button class="second" name="found" value="not_arrived">${esc(words.notArrived)}</button></p>`
  return formOf(asked, '/send/resolve', inside)
}

const MOMENTS = {
  en: new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }),
  es: new Intl.DateTimeFormat('es-US', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }),
} as const
const moment = (lang: 'en' | 'es', when: string): string => `${MOMENTS[lang].format(new Date(when))} UTC`

/** "denial-1, page 2" by the document's own name. */
function saySource({ lang, state }: CaseAsked, source: string): string {
  const words = SEND_WORDS[lang].sources
  const [, doc, page] = /^([a-z]+-[\w-]+), page (\d+)$/.exec(source) ?? []
  const name = state.documents.find((d) => d.doc === doc)?.name
  if (name && page) return words.page(name, page)
  const role = /^stated by the (patient|representative|prescriber|staff)$/.exec(source)?.[1]
  return role ? words.stated[role as keyof typeof words.stated] : source
}

/** Lines of an address; a US number as people write it. */
const sayTo = (to: string): readonly string[] => to.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3').split('\n')
