import { wasReminded } from '../../../../casefile/track/reminders.ts'
import { analysisOf } from '../../../../usecases/cases/analysisOf.ts'
import { setReminders } from '../../../../usecases/cases/track/remind.ts'
import { trackingOf } from '../../../../usecases/cases/track/tracking.ts'
import { sayDate } from '../../dates.ts'
import { each, esc, html, none } from '../../html/html.ts'
import { inLang } from '../../language.ts'
import { casePage } from '../casePage.ts'
import { goto, type Reply, refused, shown } from '../reply.ts'
import { type AppRoute, type CaseAsked, inCase } from '../route.ts'
import { action, token } from './forms.ts'
import { TRACK_WORDS } from './words/words.ts'

export const REMINDER_ROUTES: readonly AppRoute[] = [
  inCase('get', '/reminders', 'case.read', reminders),
  inCase('post', '/reminders', 'reminders.set', change),
]

async function reminders(asked: CaseAsked): Promise<Reply> {
  const { app, id, state, lang, session } = asked
  const words = TRACK_WORDS[lang]
  const found = await analysisOf(app.cases, id, state)
  if (!found.ok) return refused(found.problems)
  const today = app.cases.clock.today()
  const { reminders: all } = trackingOf(app.cases.knowledge, state, found.value, today)
  const coming = all.filter((r) => r.on >= today && !wasReminded(state, r))
  const list = coming.length
    ? html`<ul class="coming">${each(coming, (r) => {
        const kind = r.what.split(':')[0] as keyof typeof words.remind
        return html`<li><strong>${esc(sayDate(lang, r.on))}</strong> ${esc(words.remind[kind](r.days))}</li>`
      })}</ul>`
    : html`<p>${esc(words.noneComing)}</p>`
  const main = html`<p class="lead">${esc(words.remindersSay)}</p>${mailPart(asked, session.person.email !== null)}<h2>${esc(words.coming)}</h2>${list}<p class="actions"><a href="${action(asked, '/track')}">${esc(words.title)}</a></p>`
  return shown(casePage(asked, 'track', '/reminders', words.remindersTitle, main, found.value))
}

function mailPart(asked: CaseAsked, hasAddress: boolean) {
  const { app, lang, id, state, session, mayAlso } = asked
  const words = TRACK_WORDS[lang]
  if (!app.mailReady) return html`<p class="note">${esc(words.noMail)}</p>`
  if (!mayAlso('reminders.set')) return none
  if (!hasAddress)
    return html`<p class="note">${esc(words.needAddress)}</p><p class="actions"><a class="button" href="${esc(inLang(lang, `/sign-in?next=${encodeURIComponent(`/case/${id}/reminders`)}`))}">${esc(words.signIn)}</a></p>`
  const off = state.remindersOff.has(session.person.id)
  return html`<form method="post" action="${action(asked, '/reminders')}">${token(asked)}<input type="hidden" name="on" value="${esc(off ? 'yes' : 'no')}"><p>${esc(off ? words.remindersOff : words.remindersOn)}</p><p><button class="${esc(off ? '' : 'second')}">${esc(off ? words.turnOn : words.turnOff)}</button></p></form>`
}

async function change({ app, id, actor, given }: CaseAsked): Promise<Reply> {
  const on = given.fields.get('on')
  if (on === 'yes' || on === 'no') {
    const done = await setReminders(app.cases, id, actor, on === 'yes')
    if (!done.ok) return refused(done.problems)
  }
  return goto(`/case/${id}/reminders`)
}
