import type { CivilDate } from '../../../../base/date.ts'
import { filed } from '../../../../casefile/track/filed.ts'
import type { Analysis } from '../../../../usecases/cases/analysis.ts'
import { decidedSince, type Tracking } from '../../../../usecases/cases/track/tracking.ts'
import { sayDate } from '../../dates.ts'
import { each, esc, type Html, html, none, when } from '../../html/html.ts'
import type { CaseAsked } from '../route.ts'
import { action, answerForms, type Refused, token } from './forms.ts'
import { nextPart } from './next.ts'
import { reckoningBox } from './reckoning.ts'
import { timelinePart } from './timeline.ts'
import { TRACK_WORDS } from './words/words.ts'

export function trackMain(
  asked: CaseAsked,
  analysis: Analysis,
  tracking: Tracking,
  today: CivilDate,
  refused: Refused | null,
): Html {
  const { lang, library, state } = asked
  const answered = decidedSince(state) !== null
  return html`${here(asked, analysis, tracking)}${nextPart(asked, analysis, tracking.next, answered)}${timelinePart(library.knowledge, lang, tracking.timeline, today)}${heldAnswers(asked)}${when(!state.closed, () => answerForms(asked, refused))}${keepUp(asked)}`
}

/** One sentence on where the case stands, and the date that counts now. */
function here(asked: CaseAsked, { ladder }: Analysis, { awaited }: Tracking): Html {
  const { lang, state, library } = asked
  const words = TRACK_WORDS[lang]
  const box = (body: Html, late = false) =>
    html`<section class="standing-now${late ? esc(' late') : none}" aria-labelledby="here-h"><h2 id="here-h">${esc(words.here)}</h2>${body}</section>`
  if (state.closed) {
    const { how, on } = state.closed
    const again = asked.mayAlso('case.close')
      ? html`<form method="post" action="${action(asked, '/reopen')}">${token(asked)}<button class="second">${esc(words.reopen)}</button></form>`
      : none
    return box(html`<p class="lead">${esc(words.closedOn(words.closings[how], sayDate(lang, on)))}</p>${again}`)
  }
  const decision = decidedSince(state)
  if (decision) {
    const won = decision.outcome === 'overturned' ? html`<p>${esc(words.wonSay)}</p>` : none
    return box(
      html`<p class="lead">${esc(words.decided(words.outcomes[decision.outcome], sayDate(lang, decision.on)))}</p>${won}`,
    )
  }
  if (awaited) {
    const decider = awaited.decider[lang]
    const due = awaited.due
      ? html`<p>${esc(words.answerBy(decider, sayDate(lang, awaited.due)))}</p>`
      : html`<p>${esc(words.noTime)}</p>`
    const longer = state.extended ? html`<p>${esc(words.extended(sayDate(lang, state.extended.until)))}</p>` : none
    const lead =
      awaited.overdue === null
        ? html`<p class="lead">${esc(words.waiting)}</p>`
        : html`<p class="lead">${esc(words.late(awaited.overdue))}</p><p>${esc(words.lateSay)}</p>`
    return box(html`${lead}${due}${longer}${reckoningBox(library.knowledge, lang, awaited.reckoning)}`, awaited.overdue !== null)
  }
  const safe = ladder?.current?.file?.safeDue ?? null
  const sent = filed(state) !== null
  const by = safe && !sent ? html`<p>${esc(words.sendBy(sayDate(lang, safe)))}</p>` : none
  const go = sent
    ? none
    : html`<p class="actions"><a class="button" href="${action(asked, '/send')}">${esc(words.toSend)}</a></p>`
  return box(html`<p class="lead">${esc(sent ? words.waiting : words.notSent)}</p>${by}${go}`)
}

function heldAnswers(asked: CaseAsked): Html {
  const { state, lang } = asked
  const words = TRACK_WORDS[lang]
  const held = state.documents.filter((d) => d.role === 'answer')
  if (!held.length) return none
  const say = (doc: string, reading: (typeof held)[number]['reading']['state']) => {
    const kept = state.answers.findLast((a) => a.doc === doc)
    if (kept) return `${words.outcomes[kept.outcome]}, ${sayDate(lang, kept.on)}`
    return reading === 'waiting' ? words.waitingRead : reading === 'unreadable' ? words.unread : ''
  }
  return html`<section><h2>${esc(words.answersHeld)}</h2><ul class="plain-list">${each(held, (d) => html`<li><a href="${action(asked, `/answer/${d.doc}`)}">${esc(d.name)}</a> <span class="help">${esc(say(d.doc, d.reading.state))}</span></li>`)}</ul></section>`
}

function keepUp(asked: CaseAsked): Html {
  const { lang, mayAlso, state } = asked
  const words = TRACK_WORDS[lang]
  const link = (path: string, text: string) => html`<li><a href="${action(asked, path)}">${esc(text)}</a></li>`
  return html`<section class="card keep"><h2>${esc(words.keepUp)}</h2><ul class="plain-list">${when(mayAlso('calendar.read') && !state.closed, () => html`${link('/calendar.ics', words.calendarFile)}${link('/calendar', words.calendarTitle)}`)}${link('/reminders', words.remindersLink)}${when(mayAlso('case.close') && !state.closed, () => link('/close', words.close))}</ul></section>`
}
