import type { Problem } from '../../../../base/problem.ts'
import type { StoredEvent } from '../../../../casefile/event.ts'
import type { Analysis } from '../../../../usecases/cases/analysis.ts'
import { newSendingId } from '../../../../usecases/cases/send/ask.ts'
import type { ProgramChannel } from '../../../../usecases/cases/send/ports.ts'
import { SENDING_WARNINGS } from '../../../../usecases/cases/send/words.ts'
import { each, esc, type Html, html, none, when } from '../../html/html.ts'
import { DRAFT_WORDS } from '../draft/words/words.ts'
import { sourceAddress } from '../evidence/source.ts'
import { firstSaid, problemList } from '../pages/problem.ts'
import type { CaseAsked } from '../route.ts'
import { at, field, formOf, hidden } from '../sign/parts.ts'
import { say } from '../words/say.ts'
import type { Paper } from './papers.ts'
import { sentTable } from './table.ts'
import { type Proposed, proposedFor } from './where.ts'
import { SEND_WORDS } from './words/words.ts'

/** A form that could not be taken, with what was typed. */
export interface RefusedSend {
  readonly form: ProgramChannel | 'paper' | 'record'
  readonly fields: URLSearchParams
  readonly problems: readonly Problem[]
}

export interface SendView {
  readonly analysis: Analysis
  readonly papers: readonly Paper[]
  readonly events: readonly StoredEvent[]
  readonly wrong: RefusedSend | null
}

const CHANNELS: readonly ProgramChannel[] = ['fax', 'mail', 'email']

/** The name of a file by what is in it. */
export function paperName({ lang, state }: Pick<CaseAsked, 'lang' | 'state'>, doc: string): string {
  const kind = state.signings.find((s) => s.certified?.doc === doc)?.letter ?? /^(?:sealed|draft-\d+)-([a-z_]+)/.exec(doc)?.[1]
  if (kind === 'appeal' || kind === 'packet') return SEND_WORDS[lang].packet
  const kinds: Readonly<Record<string, string>> = DRAFT_WORDS[lang].kinds
  return kinds[kind ?? ''] ?? state.documents.find((d) => d.doc === doc)?.name ?? doc
}

/** What can be sent, by which ways, and what was sent. */
export function sendMain(asked: CaseAsked, view: SendView): Html {
  const words = SEND_WORDS[asked.lang]
  const { papers, wrong } = view
  const ready = papers.filter((p) => !p.inTheWay)
  const sent = sentTable(asked, view.events)
  const follow = asked.state.sendings.length
    ? html`<p class="actions"><a class="button" href="${at(asked, '/track')}">${esc(words.toTrack)}</a></p>`
    : none
  const first = asked.state.sendings.length ? html`${sent}${follow}` : none
  const last = asked.state.sendings.length ? none : sent
  if (!papers.length)
    return html`${first}<p>${esc(words.nothing)}</p><p class="actions"><a class="button" href="${at(asked, '/draft')}#files">${esc(words.nothingDo)}</a><a href="${at(asked, '/sign')}">${esc(words.toSign)}</a></p>${recordPart(asked, wrong)}${last}`
  const channels = CHANNELS.filter((c) => asked.app.sending.channels[c])
  const forms = ready.length && asked.mayAlso('send') ? each(channels, (c) => channelPart(asked, view, c, ready)) : none
  const off = channels.length ? none : html`<p class="note">${esc(words.channelsOff)}</p>`
  return html`<p class="lead">${esc(words.lead)}</p>${first}${papersPart(asked, papers)}<section aria-labelledby="ways"><h2 id="ways">${esc(words.ways)}</h2>${off}${forms}${ready.length ? paperPart(asked, view, ready) : none}${recordPart(asked, wrong)}</section>${last}`
}

function papersPart(asked: CaseAsked, papers: readonly Paper[]): Html {
  const words = SEND_WORDS[asked.lang]
  const item = (p: Paper) => {
    const facts = [p.signed ? words.signed : words.unsigned, ...(p.pages ? [words.pages(p.pages)] : [])].join(', ')
    const wait = p.inTheWay
      ? html`<p class="help"><span class="tag missing">${esc(words.notReady)}</span> ${say(asked.lang, p.inTheWay.say)} ${say(asked.lang, p.inTheWay.fix)} <a href="${at(asked, '/sign')}">${esc(words.toSign)}</a></p>`
      : none
    const look = asked.mayAlso('packet.download')
      ? html` <a href="${at(asked, `/send/paper/${p.doc}`)}">${esc(words.look)}<span class="unseen">: ${esc(paperName(asked, p.doc))}</span></a>`
      : none
    return html`<li><p><b>${esc(paperName(asked, p.doc))}</b> <span class="tag${p.signed ? esc(' met') : none}">${esc(facts)}</span>${look}</p>${wait}</li>`
  }
  return html`<section aria-labelledby="papers"><h2 id="papers">${esc(words.which)}</h2><ul class="papers">${each(papers, item)}</ul></section>`
}

/** Which file, where there are several. Its hash goes along: only what was looked at is sent. */
function choosePaper(asked: CaseAsked, prefix: string, papers: readonly Paper[], chosen: string | null): Html {
  const words = SEND_WORDS[asked.lang]
  const [only] = papers
  const value = (p: Paper) => `${p.doc}|${p.sha256}`
  if (papers.length === 1 && only) return hidden('paper', value(only))
  return html`<fieldset class="choices"><legend>${esc(words.which)}</legend>${each(papers, (p, i) => html`<p class="check"><input type="radio" name="paper" id="${esc(prefix)}-paper-${i}" value="${esc(value(p))}"${when(chosen ? chosen === value(p) : i === 0, () => html` checked`)}><label for="${esc(prefix)}-paper-${i}">${esc(paperName(asked, p.doc))}</label></p>`)}</fieldset>`
}

/** Where the proposed address stands, to be looked at. */
function proposedNote(asked: CaseAsked, analysis: Analysis, proposed: Proposed | null): Html {
  const words = SEND_WORDS[asked.lang]
  if (!proposed) return html`<p class="help">${esc(words.notProposed)}</p>`
  const { span } = proposed
  const name = span ? (analysis.documents.find((d) => d.doc === span.doc)?.name ?? span.doc) : ''
  const from = span
    ? html`<a href="${esc(sourceAddress(asked, span))}">${esc(words.proposedPage(name, span.page))}</a>`
    : esc(words.proposedStated)
  return html`<p class="help">${esc(words.proposed)} ${from}. ${esc(words.changeNote)}</p>`
}

function channelPart(asked: CaseAsked, { analysis, wrong }: SendView, channel: ProgramChannel, papers: readonly Paper[]): Html {
  const words = SEND_WORDS[asked.lang]
  const proposed = proposedFor(analysis, channel)
  const mine = wrong?.form === channel ? wrong : null
  const value = (name: string, other: string) => mine?.fields.get(name) ?? other
  const twice = mine?.problems.some((p) => p.where === 'again')
  const id = (name: string) => `${channel}-${name}`
  const to =
    channel === 'mail'
      ? html`<div class="field"><label for="${esc(id('to'))}">${esc(words.to.mail)}</label><textarea id="${esc(id('to'))}" name="to" rows="5" maxlength="400" aria-describedby="${esc(id('to-help'))}">${esc(value('to', proposed?.to ?? ''))}</textarea><p class="help" id="${esc(id('to-help'))}">${esc(words.toHelp.mail)}</p></div>`
      : field({
          ...{ id: id('to'), name: 'to', label: words.to[channel], value: value('to', proposed?.to ?? '') },
          ...{ help: words.toHelp[channel], type: channel === 'email' ? 'email' : 'tel', most: 254 },
        })
  const recipient = field({
    ...{ id: id('recipient'), name: 'recipient', label: words.recipient, most: 100 },
    value: value('recipient', proposed?.recipient ?? words.recipientDefault),
  })
  const warning = SENDING_WARNINGS[channel]?.[asked.lang]
  const check = (name: string, label: string) =>
    html`<p class="check"><input type="checkbox" name="${esc(name)}" id="${esc(id(name))}" value="yes"><label for="${esc(id(name))}">${esc(label)}</label></p>`
  const inside = html`${hidden('sending', value('sending', newSendingId(asked.app.sending)))}${hidden('channel', channel)}${choosePaper(asked, channel, papers, mine?.fields.get('paper') ?? null)}${to}${proposedNote(asked, analysis, proposed)}${recipient}${warning ? html`<p class="note">${esc(warning)}</p>` : none}${check('confirmed', words.confirm)}${twice ? check('again', words.again) : none}<p class="actions"><button>${esc(words.send[channel])}</button></p>`
  return html`<details class="card way" id="by-${esc(channel)}"${when(mine ?? channel === 'fax', () => html` open`)}><summary>${esc(words.channels[channel])}</summary>${mine ? problemList(asked.lang, mine.problems) : none}${formOf(asked, '/send/ask', inside)}</details>`
}

function paperPart(asked: CaseAsked, { analysis, wrong }: SendView, papers: readonly Paper[]): Html {
  const words = SEND_WORDS[asked.lang]
  if (!asked.mayAlso('packet.download')) return none
  const proposed = proposedFor(analysis, 'mail')
  const mine = wrong?.form === 'paper' ? wrong : null
  const inside = html`${choosePaper(asked, 'kit', papers, mine?.fields.get('paper') ?? null)}<div class="field"><label for="kit-to">${esc(words.paperTo)}</label><textarea id="kit-to" name="to" rows="5" maxlength="400">${esc(mine?.fields.get('to') ?? proposed?.to ?? '')}</textarea></div>${proposedNote(asked, analysis, proposed)}<p class="actions"><button class="second">${esc(words.paperButton)}</button></p>`
  return html`<details class="card way" id="paper"${when(mine, () => html` open`)}><summary>${esc(words.paperTitle)}</summary><p>${esc(words.paper)}</p>${mine ? problemList(asked.lang, mine.problems) : none}${formOf(asked, '/send/kit', inside)}</details>`
}

const HAND = ['post_by_self', 'portal', 'fax', 'hand'] as const

/** Sent by their own hand: written down with its day and proof. */
function recordPart(asked: CaseAsked, wrong: RefusedSend | null): Html {
  const words = SEND_WORDS[asked.lang]
  if (!asked.mayAlso('send.record')) return none
  const mine = wrong?.form === 'record' ? wrong : null
  const value = (name: string) => mine?.fields.get(name) ?? ''
  const chosen = value('channel') || HAND[0]
  const problem = (where: string) => firstSaid(asked.lang, mine?.problems, where)
  const ways = each(
    HAND,
    (c) =>
      html`<p class="check"><input type="radio" name="channel" id="hand-${esc(c)}" value="${esc(c)}"${when(chosen === c, () => html` checked`)}><label for="hand-${esc(c)}">${esc(words.recordWays[c])}</label></p>`,
  )
  const inside = html`${hidden('sending', value('sending') || newSendingId(asked.app.sending))}<fieldset class="choices"><legend>${esc(words.recordWay)}</legend>${ways}</fieldset><div class="field"><label for="hand-to">${esc(words.recordTo)}</label><textarea id="hand-to" name="to" rows="3" maxlength="300" aria-describedby="hand-to-help">${esc(value('to'))}</textarea><p class="help" id="hand-to-help">${esc(words.recordToHelp)}</p></div>${field({ id: 'hand-recipient', name: 'recipient', label: words.recipient, value: value('recipient') || words.recipientDefault, most: 100 })}${field({ id: 'hand-on', name: 'on', label: words.recordOn, value: value('on') || asked.app.cases.clock.today(), type: 'date', problem: problem('date') })}${field({ id: 'hand-confirmation', name: 'confirmation', label: words.recordConfirmation, value: value('confirmation'), help: words.recordConfirmationHelp, problem: problem('confirmation number') })}<div class="field"><label for="hand-proof">${esc(words.recordProof)}</label><input id="hand-proof" name="proof" type="file" accept="application/pdf,image/*,.heic"></div><p class="actions"><button class="second">${esc(words.recordButton)}</button></p>`
  return html`<details class="card way" id="record"${when(mine, () => html` open`)}><summary>${esc(words.recordTitle)}</summary><p>${esc(words.record)}</p>${mine ? problemList(asked.lang, mine.problems) : none}${formOf(asked, '/send/hand', inside, true)}</details>`
}
