import type { CaseState } from '../../../../casefile/state.ts'
import { calendarFeed } from '../../../../casefile/track/calendarFeed.ts'
import { analysisOf } from '../../../../usecases/cases/analysisOf.ts'
import type { CaseId } from '../../../../usecases/cases/ports.ts'
import { calendarCase, shareCalendar, unshareCalendar } from '../../../../usecases/cases/track/calendar.ts'
import { trackingOf } from '../../../../usecases/cases/track/tracking.ts'
import { limited } from '../../../../usecases/people/limits.ts'
import type { Application } from '../../../application.ts'
import { esc, type Html, html, none, when } from '../../html/html.ts'
import { inLang, type Lang } from '../../language.ts'
import { SPANISH_CALENDAR } from '../../words/calendar.ts'
import { casePage } from '../casePage.ts'
import { notHerePage } from '../pages/problem.ts'
import { bytes, goto, type Reply, refused, shown } from '../reply.ts'
import { type AppAsked, type AppRoute, type CaseAsked, inCase, open } from '../route.ts'
import { action, token } from './forms.ts'
import { reckoningIn } from './reckoning.ts'
import { TRACK_WORDS } from './words/words.ts'

export const CALENDAR_ROUTES: readonly AppRoute[] = [
  inCase('get', '/calendar.ics', 'calendar.read', file),
  inCase('get', '/calendar', 'calendar.read', (asked) => Promise.resolve(page(asked, null))),
  inCase('post', '/calendar', 'calendar.read', change),
  open('get', '/calendar/:case/:feed', feed),
]

const TYPE = 'text/calendar; charset=utf-8'

/** The dates of the case, naming nobody and nothing of the illness. Null: nothing can be said of the case yet. */
async function icsOf(app: Application, id: CaseId, state: CaseState, lang: Lang): Promise<Uint8Array | null> {
  const { knowledge, clock, digest } = app.cases
  const analysis = await analysisOf(app.cases, id, state)
  if (!analysis.ok) return null
  const today = clock.today()
  const { awaited, ladder } = trackingOf(knowledge, state, analysis.value, today)
  const text = calendarFeed({
    state,
    ladder,
    awaited,
    today,
    // The case's own, and not its id: calendars are shared.
    key: digest(`calendar ${id}`).slice(0, 24),
    lang,
    ...(lang === 'es' ? { words: SPANISH_CALENDAR } : {}),
    said: (r) => reckoningIn(knowledge, lang, r),
  })
  return new TextEncoder().encode(text)
}

async function file({ app, id, state, lang }: CaseAsked): Promise<Reply> {
  const ics = await icsOf(app, id, state, lang)
  return ics ? bytes(ics, TYPE, 'dates.ics') : goto(`/case/${id}/track`)
}

/** For calendar programs, which have no session: the token in the address is what lets them in. */
async function feed(asked: AppAsked): Promise<Reply> {
  const { app, params, lang, from } = asked
  const none = shown(notHerePage(asked), 404)
  const [id, given] = [(params.case ?? '') as CaseId, (params.feed ?? '').replace(/\.ics$/, '')]
  const state = await calendarCase(app.cases, id, given)
  if (!state) {
    // Only tries that miss are counted: a program asks often, and many may ask from one address.
    const tooMany = await limited(app.people, 'linkTry', from)
    return tooMany ? refused(tooMany.problems) : none
  }
  const ics = await icsOf(app, id, state, lang)
  return ics ? bytes(ics, TYPE, null) : none
}

function page(asked: CaseAsked, address: string | null): Reply {
  const { lang, state } = asked
  const words = TRACK_WORDS[lang]
  const button = (what: string, label: string, second = false): Html =>
    html`<form method="post" action="${action(asked, '/calendar')}">${token(asked)}<input type="hidden" name="do" value="${esc(what)}"><button${second ? html` class="second"` : none}>${esc(label)}</button></form>`
  const shared = state.calendar !== null || address !== null
  const copy = address
    ? html`<div class="card" role="status"><p><strong>${esc(words.calendarHere)}</strong></p><div class="field"><label for="address">${esc(words.calendarAddress)}</label><input id="address" readonly value="${esc(address)}"></div></div>`
    : when(shared, () => html`<p>${esc(words.calendarIs)}</p>`)
  const main = html`<p class="lead">${esc(words.calendarSay)}</p>${copy}<div class="actions">${address ? none : button('make', shared ? words.calendarNew : words.calendarMake)}${when(shared, () => button('end', words.calendarEnd, true))}<a href="${action(asked, '/track')}">${esc(words.title)}</a></div>`
  return shown(casePage(asked, 'track', '/calendar', words.calendarTitle, main, null))
}

/** The new address is shown in the answer itself: it stands in no address line and is kept nowhere. */
async function change(asked: CaseAsked): Promise<Reply> {
  const { app, id, actor, given, lang } = asked
  const what = given.fields.get('do')
  if (what === 'end') {
    const ended = await unshareCalendar(app.cases, id, actor)
    return ended.ok ? goto(`/case/${id}/calendar`) : refused(ended.problems)
  }
  if (what !== 'make') return goto(`/case/${id}/calendar`)
  const made = await shareCalendar(app.cases, id, actor)
  return made.ok ? page(asked, `${app.origin}${inLang(lang, `/calendar/${id}/${made.value}.ics`)}`) : refused(made.problems)
}
