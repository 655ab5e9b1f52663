import type { CivilDate } from '../../../../base/date.ts'
import { guideExists } from '../../../../document/guide/links.ts'
import { addressOf } from '../../../../document/guide/subject.ts'
import { factValue } from '../../../../facts/fact.ts'
import { spanishOf } from '../../../../knowledge/spanish.ts'
import type { Analysis } from '../../../../usecases/cases/analysis.ts'
import { analysisOf } from '../../../../usecases/cases/analysisOf.ts'
import { sayDate } from '../../dates.ts'
import { datesFigure } from '../../figures/dates.ts'
import { each, esc, type Html, html, join, none, when } from '../../html/html.ts'
import { inLang } from '../../language.ts'
import { levelBox } from '../../pages/deadline.ts'
import { nameOf } from '../../pages/names.ts'
import { WORDS } from '../../words/words.ts'
import { casePage, stepsOf } from '../casePage.ts'
import { goto, type Reply, refused, shown } from '../reply.ts'
import { type AppRoute, type CaseAsked, inCase } from '../route.ts'
import { say, spanishIn } from '../words/say.ts'
import { chancesPart } from './chances.ts'
import { OVERVIEW_WORDS } from './words.ts'

export const OVERVIEW_ROUTES: readonly AppRoute[] = [inCase('get', '', 'case.read', overview)]

async function overview(asked: CaseAsked): Promise<Reply> {
  const { app, id, state, lang } = asked
  if (state.documents.some((d) => d.doc === state.denial && d.reading.state !== 'read')) return goto(`/case/${id}/letter`)
  const analysis = await analysisOf(app.cases, id, state)
  if (!analysis.ok) return refused(analysis.problems)
  const a = analysis.value
  const main = html`${whatAndWhy(asked, a)}${plan(asked, a)}${deadline(asked, a)}${chancesPart(asked, a)}${nextStep(asked, a)}${tasks(asked, a)}${keeping(asked)}`
  return shown(casePage(asked, null, '', OVERVIEW_WORDS[lang].title, main, a))
}

const treatmentOf = ({ library, lang }: CaseAsked, { facts, treatment }: Analysis): string | null =>
  (treatment ? nameOf(library.knowledge, lang, 'treatment', treatment) : null) || (facts ? factValue(facts.treatment.name) : null)

function whatAndWhy(asked: CaseAsked, analysis: Analysis): Html {
  const { lang, library } = asked
  const words = OVERVIEW_WORDS[lang]
  const treatment = treatmentOf(asked, analysis)
  const payer = analysis.facts ? (factValue(analysis.facts.plan.payer)?.name ?? null) : null
  const said = analysis.findings.filter((f) => f.field === 'reason')
  const reason = analysis.reason ? library.knowledge.reasons.get(analysis.reason) : undefined
  const first = reason ?? null
  const es = spanishOf(library.knowledge)
  const inLanguage = (text: string) => (lang === 'es' ? (es.get(text) ?? text) : text)
  const quote = said[0]?.span.quote.replace(/\s+/g, ' ').trim()
  const why = first
    ? html`<p><strong>${esc(nameOf(library.knowledge, lang, 'reason', first.id))}.</strong> ${esc(first.tagline[lang])}</p>${when(quote, () => html`<figure class="quoted"><figcaption>${esc(words.inTheirWords)}</figcaption><blockquote lang="en">${esc(quote ?? '')}</blockquote></figure>`)}<p>${esc(inLanguage(first.firstMove))}</p>`
    : html`<p>${esc(words.whyUnknown)}</p>`
  return html`<p class="lead">${esc(treatment ? words.denied(payer, treatment) : words.deniedUnknown)}</p><section><h2>${esc(words.why)}</h2>${why}${guideLink(asked, analysis)}</section>`
}

/** The guide of this very payer, treatment and reason, where there is one. */
function guideLink({ library, lang }: CaseAsked, { facts, treatment, reason }: Analysis): Html {
  const k = library.knowledge
  const payer = k.payers.get((facts && factValue(facts.plan.payer)?.payerId) || '')
  const [t, r] = [k.treatments.get(treatment ?? ''), k.reasons.get(reason ?? '')]
  if (!payer || !t || !r || !guideExists(k, t, r)) return none
  return html`<p><a href="${esc(inLang(lang, addressOf(payer, t, r)))}">${esc(OVERVIEW_WORDS[lang].guide)}</a></p>`
}

function plan({ lang, library, id }: CaseAsked, { coverage }: Analysis): Html {
  const words = OVERVIEW_WORDS[lang]
  if (!coverage.settled)
    return html`<section><h2>${esc(words.plan)}</h2><p>${esc(words.planUnknown)}</p><p class="actions"><a class="button" href="${esc(inLang(lang, `/case/${id}/questions`))}">${esc(words.planAsk)}</a></p></section>`
  const name = library.knowledge.coverage.get(coverage.settled)?.name[lang] ?? ''
  const assumed = coverage.assumes ? html`<p class="note">${esc(coverage.assumes[lang])}</p>` : none
  const own = spanishIn(library.knowledge)
  const because = when(
    coverage.because.length,
    () =>
      html`<p class="help">${esc(words.because)}: ${join(
        coverage.because.map((b) => say(lang, b, own)),
        ' ',
      )}</p>`,
  )
  return html`<section><h2>${esc(words.plan)}</h2><p><strong>${esc(name)}</strong></p>${assumed}${because}</section>`
}

function deadline({ lang, library }: CaseAsked, { ladder, facts }: Analysis): Html {
  const words = OVERVIEW_WORDS[lang]
  const current = ladder?.current
  const notice = facts ? factValue(facts.denial.noticeDate) : null
  if (!ladder || !current?.file) return html`<section><h2>${esc(words.deadline)}</h2><p>${esc(words.noDeadline)}</p></section>`
  const { due, safeDue } = current.file
  const figure = due && notice ? datesFigure(lang, notice, safeDue ?? due, due, WORDS[lang]) : none
  const beside = ladder.levels.filter((l) => l.beside !== null && l.standing === 'current' && l.file?.due)
  return html`<section><h2>${esc(words.deadline)}</h2>${levelBox(library, lang, current, true, figure)}${when(beside.length, () => html`<h3>${esc(words.side)}</h3>${each(beside, (level) => levelBox(library, lang, level, true))}`)}</section>`
}

/** The first step that is not done, as one button. */
function nextStep({ id, lang, state }: CaseAsked, analysis: Analysis): Html {
  const words = OVERVIEW_WORDS[lang]
  const next = stepsOf(id, state, analysis, null).find((s) => s.state !== 'done')
  if (!next) return none
  return html`<section class="next"><h2>${esc(words.next)}</h2><p class="actions"><a class="button" href="${esc(inLang(lang, next.to))}">${esc(words.steps[next.step])}</a></p></section>`
}

const TASKS_SHOWN = 6

function tasks({ lang, state, library }: CaseAsked, { tasks: list }: Analysis): Html {
  const words = OVERVIEW_WORDS[lang]
  const open = list.filter((t) => !state.tasksDone.has(`${t.what}|${t.from}`))
  if (!open.length) return none
  const own = spanishIn(library.knowledge)
  const item = (t: (typeof open)[number]) =>
    html`<li><strong>${say(lang, t.what, own)}</strong><br><span class="help">${esc(words.from)} ${say(lang, t.from, own)}${t.by ? html`, ${esc(words.by)} ${esc(sayDate(lang, t.by satisfies CivilDate))}` : none}</span></li>`
  const more = open.length - TASKS_SHOWN
  return html`<section><h2>${esc(words.tasks)}</h2><ul class="tasks">${each(open.slice(0, TASKS_SHOWN), item)}</ul>${when(more > 0, () => html`<p class="help">${esc(words.tasksMore(more))}</p>`)}</section>`
}

function keeping({ id, lang, session, mayAlso }: CaseAsked): Html {
  const words = OVERVIEW_WORDS[lang]
  const to = (path: string) => esc(inLang(lang, path))
  return html`<section class="card keep"><h2>${esc(words.keep)}</h2><p>${esc(words.keepSay)}</p><ul class="plain-list">${when(mayAlso('share'), () => html`<li><a href="${to(`/case/${id}/people`)}">${esc(words.share)}</a></li>`)}${when(session.person.email === null, () => html`<li><a href="${to('/sign-in')}">${esc(words.account)}</a></li>`)}${when(mayAlso('case.export'), () => html`<li><a href="${to(`/case/${id}/export`)}">${esc(words.download)}</a></li>`)}${when(mayAlso('case.delete'), () => html`<li><a href="${to(`/case/${id}/delete`)}">${esc(words.remove)}</a></li>`)}</ul></section>`
}
