import { PROBLEMS } from '../../../../base/problem.ts'
import { analysisOf } from '../../../../usecases/cases/analysisOf.ts'
import { caseOf, say } from '../../../../usecases/cases/change.ts'
import { pictureOf, readingOf } from '../../../../usecases/cases/documents.ts'
import { STATED_PATHS } from '../../../../usecases/cases/findings.ts'
import { stateValue } from '../../../../usecases/cases/state.ts'
import { esc, html, none } from '../../html/html.ts'
import { inLang } from '../../language.ts'
import { casePage } from '../casePage.ts'
import { problemList } from '../pages/problem.ts'
import { working } from '../pages/working.ts'
import { bytes, goto, type Reply, refused, shown } from '../reply.ts'
import { type AppRoute, type CaseAsked, inCase } from '../route.ts'
import { spanishIn } from '../words/say.ts'
import { APP_WORDS } from '../words/words.ts'
import { letterMain, type Refused } from './page.ts'
import { LETTER_WORDS } from './words.ts'

export const LETTER_ROUTES: readonly AppRoute[] = [
  inCase('get', '/letter', 'case.read', (asked) => letter(asked, null)),
  inCase('post', '/letter/which', 'reading.confirm', which),
  inCase('post', '/letter/correct', 'case.answer', correct),
  inCase('post', '/letter/right', 'reading.confirm', right),
  inCase('get', '/page/:doc/:page', 'document.read', picture),
]

async function letter(asked: CaseAsked, wrong: Refused | null): Promise<Reply> {
  const { app, id, state, lang } = asked
  const words = LETTER_WORDS[lang]
  const denial = state.documents.find((d) => d.doc === state.denial)
  if (denial?.reading.state === 'waiting') {
    const progress = await app.cases.progress.of(id, denial.doc)
    return shown(casePage(asked, 'letter', '/letter', APP_WORDS[lang].readingTitle, working(lang, progress), null, { again: 2 }))
  }
  if (denial?.reading.state === 'unreadable') {
    const main = html`${problemList(asked.lang, [denial.reading.problem], spanishIn(asked.library.knowledge))}${otherWays(asked)}`
    return shown(casePage(asked, 'letter', '/letter', words.unreadable, main, null))
  }
  const analysis = await analysisOf(app.cases, id, state)
  if (!analysis.ok) return refused(analysis.problems)
  if (analysis.value.denials === 0) {
    const pictured =
      analysis.value.documents.some((d) => d.role === 'denial' && d.media === 'image') ||
      (denial?.reading.state === 'read' && denial.reading.doubts > 0)
    const main = html`${problemList(asked.lang, analysis.value.warnings.slice(0, 1), spanishIn(asked.library.knowledge))}${pictured ? html`<p>${esc(words.betterPhoto)}</p>` : none}${otherWays(asked)}`
    return shown(casePage(asked, 'letter', '/letter', words.notDenial, main, analysis.value))
  }
  const pictured = analysis.value.documents.some((d) => d.role === 'denial' && d.pages.some((p) => p.width > 0))
  const text = pictured || !denial ? null : await readingOf(app.cases, id, denial.doc)
  const main = letterMain(asked, analysis.value, text, wrong)
  const page = casePage(asked, 'letter', '/letter', words.title, main, analysis.value, { wide: true })
  return shown(page, wrong ? PROBLEMS[wrong.problem.code].http : 200)
}

/** A better copy, or everything by hand: nobody is stopped here. */
const otherWays = ({ id, lang }: CaseAsked) => {
  const words = LETTER_WORDS[lang]
  return html`<p class="actions"><a class="button" href="${esc(inLang(lang, '/start'))}">${esc(words.tryAgain)}</a><a href="${esc(inLang(lang, `/case/${id}/questions`))}">${esc(words.goOnAnyway)}</a></p>`
}

async function which({ app, id, state, actor, given }: CaseAsked): Promise<Reply> {
  const number = Number(given.fields.get('which'))
  if (!state.denial || !Number.isInteger(number) || number < 1 || number > 200) return goto(`/case/${id}/letter`)
  const done = await say(app.cases, id, actor, { kind: 'denialChosen', doc: state.denial, which: number })
  return done.ok ? goto(`/case/${id}/letter`) : refused(done.problems)
}

async function correct(asked: CaseAsked): Promise<Reply> {
  const { app, id, actor, given } = asked
  const path = given.fields.get('path') ?? ''
  const value = given.fields.get('back') ? null : (given.fields.get('value') ?? '')
  if (!STATED_PATHS.some((p) => p === path)) return goto(`/case/${id}/letter`)
  const done = await stateValue(app.cases, id, actor, path, value)
  if (done.ok) return goto(`/case/${id}/letter`)
  const now = await caseOf(app.cases, id)
  return letter({ ...asked, state: now.ok ? now.value : asked.state }, { path, value: value ?? '', problem: done.problems[0] })
}

async function right({ app, id, state, actor }: CaseAsked): Promise<Reply> {
  if (!state.denial) return goto(`/case/${id}/letter`)
  if (!state.confirmed) {
    const done = await say(app.cases, id, actor, { kind: 'readingConfirmed', doc: state.denial })
    if (!done.ok) return refused(done.problems)
  }
  return goto(`/case/${id}`)
}

/** Widths in which pages are drawn, in pixels. */
const WIDTHS = [700, 1400]

async function picture(asked: CaseAsked): Promise<Reply> {
  const { app, id, params, query } = asked
  const width = WIDTHS.find((w) => String(w) === query.get('w')) ?? 1400
  const drawn = await pictureOf(app.cases, id, params.doc ?? '', Number(params.page) || 1, width)
  return drawn.ok ? bytes(drawn.value, 'image/webp', null, true) : refused(drawn.problems)
}
