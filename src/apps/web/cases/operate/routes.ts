import { each, esc, html, none, when } from '../../html/html.ts'
import { at, token } from '../account/ownPage.ts'
import { goto, json, type Reply } from '../reply.ts'
import { type AppAsked, type AppRoute, forPerson, open } from '../route.ts'
import { type Operated, operatePage } from './page.ts'
import { OPERATE_PAYMENT_ROUTES } from './payments.ts'
import { OPERATE_WORDS } from './words.ts'

export const OPERATE_ROUTES: readonly AppRoute[] = [
  open('get', '/health', health),
  forPerson('get', '/operate', 'operate.jobs', standing),
  forPerson('post', '/operate/jobs/retry', 'operate.jobs', retryAll),
  forPerson('post', '/operate/jobs/:job/retry', 'operate.jobs', async ({ app, params, session }) => {
    await app.operations.retry(params.job ?? '')
    await app.cases.audit.record({ by: session.person.id, what: 'job.retried', on: params.job ?? '', from: null })
    return goto('/operate?retried=1')
  }),
  forPerson('get', '/operate/retention', 'operate.retention', (asked) => retention(asked, null)),
  forPerson('post', '/operate/retention', 'operate.retention', async (asked) => {
    const swept = await asked.app.operations.housekeep()
    await asked.app.cases.audit.record({ by: asked.session.person.id, what: 'retention.run', on: 'service', from: null })
    return retention(asked, swept)
  }),
  forPerson('get', '/operate/audit', 'operate.audit', (asked) => audit(asked, false)),
  forPerson('post', '/operate/audit', 'operate.audit', (asked) => audit(asked, true)),
  forPerson('get', '/operate/settings', 'operate.jobs', settings),
  ...OPERATE_PAYMENT_ROUTES,
]

/** For machines that watch: whether, not how many. */
async function health({ app }: AppAsked): Promise<Reply> {
  const { well, database } = await app.operations.health()
  return json({ status: well ? 'ok' : 'degraded', database }, well ? 200 : 503)
}

async function standing(asked: Operated): Promise<Reply> {
  const { app, lang, query } = asked
  const words = OPERATE_WORDS[lang]
  const [{ well, database, jobs }, failed] = await Promise.all([app.operations.health(), app.operations.failedJobs()])
  const facts = html`<dl class="card"><div><dt>${esc(words.database)}</dt><dd>${esc(database ? words.answers : words.silent)}</dd></div><div><dt>${esc(words.waiting)}</dt><dd>${esc(jobs ? words.waitingFor(jobs.jobs, jobs.seconds) : '?')}</dd></div></dl>`
  const row = (job: (typeof failed)[number]) =>
    html`<tr><td>${esc(job.queue)}</td><td><code>${esc(job.why)}</code></td><td>${job.tries}</td><td>${esc(job.at.slice(0, 16).replace('T', ' '))}</td><td><form method="post" action="${at(asked, `/operate/jobs/${job.id}/retry`)}">${token(asked)}<button class="second small">${esc(words.retry)}<span class="unseen"> ${esc(job.queue)}</span></button></form></td></tr>`
  const list = html`<div class="scroll" tabindex="0" role="region" aria-label="${esc(words.failedTitle)}"><table><thead><tr><th scope="col">${esc(words.queue)}</th><th scope="col">${esc(words.why)}</th><th scope="col">${esc(words.tries)}</th><th scope="col">${esc(words.when)}</th><th scope="col"><span class="unseen">${esc(words.retry)}</span></th></tr></thead><tbody>${each(failed, row)}</tbody></table></div><p class="help">${esc(words.sendNote)}</p><form method="post" action="${at(asked, '/operate/jobs/retry')}">${token(asked)}<p class="actions"><button class="second">${esc(words.retryAll)}</button></p></form>`
  const main = html`${when(query.get('retried'), () => html`<p class="note" role="status">${esc(words.retried)}</p>`)}<p class="note${well ? none : esc(' alert')}"><strong>${esc(well ? words.well : words.unwell)}</strong>${when(database && !well, () => html` ${esc(words.stuck)}`)}</p>${facts}<section><h2>${esc(words.failedTitle)}</h2>${failed.length ? list : html`<p>${esc(words.failedNone)}</p>`}</section>`
  return operatePage(asked, 'health', main)
}

async function retryAll({ app, session }: Operated): Promise<Reply> {
  for (const job of await app.operations.failedJobs()) await app.operations.retry(job.id)
  await app.cases.audit.record({ by: session.person.id, what: 'job.retried', on: 'all', from: null })
  return goto('/operate?retried=1')
}

async function retention(asked: Operated, swept: Readonly<Record<string, number>> | null): Promise<Reply> {
  const { app, lang } = asked
  const words = OPERATE_WORDS[lang]
  const due = await app.operations.retirable()
  const names: Readonly<Record<string, string>> = words.sweptNames
  const done = swept
    ? html`<div class="note" role="status"><p>${esc(words.ran)}</p><ul>${each(Object.entries(swept), ([what, n]) => html`<li>${n} ${esc(names[what] ?? what)}</li>`)}</ul></div>`
    : none
  const main = html`${done}<p>${esc(words.days(app.operations.retentionDays))}</p><p><strong>${esc(words.due(due.length))}</strong></p><form method="post" action="${at(asked, '/operate/retention')}">${token(asked)}<p class="actions"><button class="second">${esc(words.runNow)}</button></p></form>`
  return operatePage(asked, 'retention', main)
}

async function audit(asked: Operated, read: boolean): Promise<Reply> {
  const words = OPERATE_WORDS[asked.lang]
  const verdict = read ? await asked.app.operations.verifyAudit() : null
  const told = verdict
    ? html`<div class="note${verdict.broken === null ? none : esc(' alert')}" role="status"><p><strong>${esc(verdict.broken === null ? words.auditWhole(verdict.entries) : words.auditBroken(verdict.broken))}</strong></p>${verdict.head ? html`<p>${esc(words.auditHead)}: <code>${verdict.head.seq} ${esc(verdict.head.hash)}</code></p>` : none}</div>`
    : none
  const main = html`${told}<p>${esc(words.auditSay)}</p><form method="post" action="${at(asked, '/operate/audit')}">${token(asked)}<p class="actions"><button class="second">${esc(words.auditRun)}</button></p></form>`
  return operatePage(asked, 'audit', main)
}

async function settings(asked: Operated): Promise<Reply> {
  const { app, lang } = asked
  const words = OPERATE_WORDS[lang]
  const odd = app.operations.misspelled()
  const all = app.operations.settings()
  const set = all.filter((s) => s.value !== null)
  const unset = all.filter((s) => s.value === null)
  const line = ({ name, value }: (typeof all)[number]) =>
    html`<div><dt><code>${esc(name)}</code></dt><dd><code>${esc(value ?? '')}</code></dd></div>`
  const main = html`<p>${esc(words.settingsSay)}</p>${when(odd.length, () => html`<p class="note alert">${esc(words.odd)} <code>${esc(odd.join(', '))}</code></p>`)}<dl class="card receipt">${each(set, line)}</dl><details><summary>${esc(words.unset)} (${unset.length})</summary><p><code>${esc(unset.map((s) => s.name).join(', '))}</code></p></details>`
  return operatePage(asked, 'settings', main)
}
