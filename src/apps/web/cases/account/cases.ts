import type { CaseRole, Instant } from '../../../../casefile/event.ts'
import { caseState } from '../../../../casefile/state.ts'
import type { Analysis } from '../../../../usecases/cases/analysis.ts'
import type { CaseId } from '../../../../usecases/cases/ports.ts'
import type { Session } from '../../../../usecases/people/ports.ts'
import { sayDate } from '../../dates.ts'
import { each, esc, type Html, html, none, when } from '../../html/html.ts'
import { aboutOf } from '../casePage.ts'
import { type Reply, shown } from '../reply.ts'
import type { AppAsked } from '../route.ts'
import { at, ownPage } from './ownPage.ts'
import { ACCOUNT_WORDS } from './words.ts'

type Asked = AppAsked & { readonly session: Session }

/** Of the latest cases what they are about is told; an office may have hundreds. */
const TOLD_MOST = 60
const DAY_MS = 86_400_000

export async function myCases(asked: Asked): Promise<Reply> {
  const { app, lang, session, query } = asked
  const words = ACCOUNT_WORDS[lang]
  const own = [...(await app.cases.cases.casesOf(session.person.id))].sort((a, b) => (a.changed < b.changed ? 1 : -1))
  const rows = await Promise.all(own.slice(0, TOLD_MOST).map((c) => row(asked, c.id, c.role, c.changed)))
  const shared = await Promise.all((await app.people.organisations.of(session.person.id)).map((m) => sharedPart(asked, m)))
  const deleted = when(query.get('deleted'), () => html`<p class="note" role="status">${esc(words.casesDeleted)}</p>`)
  const list = own.length ? html`<ul class="case-list">${each(rows, (r) => r)}</ul>` : html`<p>${esc(words.casesNone)}</p>`
  const visitor = session.person.email
    ? html`<p><a href="${at(asked, '/account')}">${esc(words.accountLink)}</a> · <a href="${at(asked, '/organisations')}">${esc(words.organisations)}</a>${when(session.person.duties.includes('operator'), () => html` · <a href="${at(asked, '/operate')}">${esc(words.operate)}</a>`)}</p>`
    : html`<section class="card"><h2>${esc(words.visitorTitle)}</h2><p>${esc(words.visitor)}</p><p class="actions"><a class="button second" href="${at(asked, '/sign-in')}">${esc(words.signInTitle)}</a></p></section>`
  const main = html`${deleted}${list}<p class="actions"><a class="button" href="${at(asked, '/start')}">${esc(words.another)}</a></p>${each(shared, (s) => s)}${visitor}`
  return shown(ownPage(asked, '/cases', words.casesTitle, main))
}

async function sharedPart(asked: Asked, { organisation, name }: { readonly organisation: string; readonly name: string }) {
  const { app, lang } = asked
  const words = ACCOUNT_WORDS[lang]
  const ids = await app.people.organisations.casesOf(organisation)
  const rows = await Promise.all(
    ids.slice(0, TOLD_MOST).map(async (id) => {
      const events = await app.cases.cases.load(id)
      return events?.length ? row(asked, id, null, caseState(events).changed) : none
    }),
  )
  return html`<section><h2>${esc(words.sharedWith(name))}</h2>${ids.length ? html`<ul class="case-list">${each(rows, (r) => r)}</ul>` : html`<p>${esc(words.organisationCases)}</p>`}</section>`
}

async function row(asked: Asked, id: CaseId, role: CaseRole | null, changed: Instant): Promise<Html> {
  const { app, lang, library } = asked
  const words = ACCOUNT_WORDS[lang]
  const kept = await app.cases.cases.kept(id, 'analysis')
  const analysis = kept ? (JSON.parse(kept.json) as Analysis) : null
  const about = (analysis && aboutOf(library, lang, analysis)) || words.unnamed
  const due = analysis?.ladder?.current?.file?.safeDue ?? null
  const days = app.operations.retentionDays
  const until = days ? new Date(Date.parse(changed) + days * DAY_MS).toISOString().slice(0, 10) : null
  return html`<li class="card"><h2><a href="${at(asked, `/case/${id}`)}">${esc(about)}</a></h2><p class="case-facts">${when(due, () => html`<span class="case-due">${esc(words.sendBy(sayDate(lang, due ?? '')))}</span>`)}<span>${esc(words.changed(sayDate(lang, changed.slice(0, 10))))}</span>${when(role, () => html`<span>${esc(words.as)} ${esc(role ? words.roles[role] : '')}</span>`)}</p>${when(until, () => html`<p class="help">${esc(words.kept(sayDate(lang, until ?? '')))}</p>`)}</li>`
}
