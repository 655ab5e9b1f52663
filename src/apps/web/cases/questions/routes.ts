import type { Problem } from '../../../../base/problem.ts'
import { factValue } from '../../../../facts/fact.ts'
import type { AskedQuestion } from '../../../../interview/question.ts'
import { readAnswer } from '../../../../interview/readAnswer.ts'
import type { Analysis } from '../../../../usecases/cases/analysis.ts'
import { analysisOf } from '../../../../usecases/cases/analysisOf.ts'
import { say } from '../../../../usecases/cases/change.ts'
import { keepAnswer, questionsOf, takeBack } from '../../../../usecases/cases/interview.ts'
import { speaker } from '../../../../usecases/cases/state.ts'
import { each, esc, type Html, html, none, when } from '../../html/html.ts'
import { inLang } from '../../language.ts'
import { casePage } from '../casePage.ts'
import { goto, type Reply, refused, shown } from '../reply.ts'
import { type AppRoute, type CaseAsked, inCase } from '../route.ts'
import { answersMain, itemWords } from './answers.ts'
import { questionFields } from './fields.ts'
import { QUESTION_WORDS } from './words.ts'

export const QUESTION_ROUTES: readonly AppRoute[] = [
  inCase('get', '/questions', 'case.read', first),
  inCase('get', '/questions/all', 'case.read', all),
  inCase('post', '/questions/take-back', 'case.answer', back),
  inCase('get', '/questions/:question', 'case.read', (asked) => one(asked, [])),
  inCase('post', '/questions/:question', 'case.answer', answer),
]

interface Opened {
  readonly analysis: Analysis
  readonly questions: readonly AskedQuestion[]
}

async function opened({ app, id, state, library }: CaseAsked): Promise<Opened | Reply> {
  const analysis = await analysisOf(app.cases, id, state)
  if (!analysis.ok) return refused(analysis.problems)
  return { analysis: analysis.value, questions: questionsOf(library.knowledge, analysis.value, state) }
}

const waiting = ({ state }: CaseAsked) => state.documents.some((d) => d.doc === state.denial && d.reading.state === 'waiting')

/** On to the question that comes next; what was put off is not asked again by itself. */
async function first(asked: CaseAsked): Promise<Reply> {
  if (waiting(asked)) return goto(`/case/${asked.id}/letter`)
  const found = await opened(asked)
  if ('kind' in found) return found
  const next = found.questions.find((q) => !q.skipped)
  return goto(`/case/${asked.id}/questions/${next ? next.id : 'all'}`)
}

async function one(asked: CaseAsked, problems: readonly Problem[]): Promise<Reply> {
  const { id, lang, params, library, given, csrf, state } = asked
  const words = QUESTION_WORDS[lang]
  const found = await opened(asked)
  if ('kind' in found) return found
  const question = found.questions.find((q) => q.id === params.question)
  if (!question) return goto(`/case/${id}/questions`)
  const left = found.questions.filter((q) => !q.skipped).length
  const path = `/questions/${question.id}`
  const read = question.stage === 'coverage' ? null : question.read
  const filled = {
    value: (name: string) => given.fields.get(name) ?? (read?.path === name ? read.value : ''),
    problem: (name: string) => problems.find((p) => p.where === name) ?? null,
  }
  const list = question.stage === 'coverage' ? null : question.list
  const items = list ? [...state.listed.values()].filter((i) => i.list === list) : []
  const main = html`<p class="help question-where">${esc(words.stages[question.stage])} · ${esc(words.left(Math.max(left, 1)))}</p>${when(problems.length, () => html`<p class="note alert" role="alert">${esc(problems[0]?.say ?? '')}</p>`)}${when(read, () => html`<p>${esc(words.read)} <strong>${esc(read?.value ?? '')}</strong></p>`)}${when(items.length, () => html`<section class="card"><h2>${esc(words.given)}</h2><ul>${each(items, (i) => html`<li>${esc(itemWords(i))}</li>`)}</ul></section>`)}<form class="sheet-form" method="post" action="${esc(inLang(lang, `/case/${id}${path}`))}"><input type="hidden" name="csrf" value="${esc(csrf)}">${helpOf(question, lang)}${questionFields(library, lang, question, filled)}<p class="actions"><button name="go" value="save">${esc(words.save)}</button>${when(list, () => html`<button class="second" name="go" value="another">${esc(words.addAnother)}</button><button class="second" name="go" value="done" formnovalidate>${esc(items.length ? words.nothingMore : words.nothing)}</button>`)}<button class="plain" name="go" value="skip" formnovalidate>${esc(words.skip)}</button></p></form><details class="why"><summary>${esc(words.why)}</summary><p>${esc(question.why[lang])}</p>${question.stage === 'coverage' ? none : html`<p>${esc(question.changes[lang])}</p>`}</details><p><a href="${esc(inLang(lang, `/case/${id}/questions/all`))}">${esc(words.seeAll)}</a></p>`
  return shown(casePage(asked, 'questions', path, question.asks[lang], main, found.analysis), problems.length ? 422 : 200)
}

const helpOf = (question: AskedQuestion, lang: 'en' | 'es'): Html =>
  question.stage === 'coverage' || !question.help ? none : html`<p class="help">${esc(question.help[lang])}</p>`

async function answer(asked: CaseAsked): Promise<Reply> {
  const { app, id, actor, given, lang, params } = asked
  const found = await opened(asked)
  if ('kind' in found) return found
  const question = found.questions.find((q) => q.id === params.question)
  const next = goto(`/case/${id}/questions`)
  // Answered meanwhile on another device.
  if (!question) return next
  const go = given.fields.get('go')
  if (go === 'skip' || go === 'done') {
    const kind = go === 'skip' ? 'skipped' : 'questionDone'
    const done = await say(app.cases, id, actor, { kind, question: question.id })
    return done.ok ? next : refused(done.problems)
  }
  const noticeDate = found.analysis.facts ? factValue(found.analysis.facts.denial.noticeDate) : null
  const read = readAnswer(question, Object.fromEntries(given.fields), {
    lang,
    today: app.cases.clock.today(),
    noticeDate,
    speaker: speaker(actor),
  })
  if (!read.ok) return one(asked, read.problems)
  const kept = await keepAnswer(app.cases, id, actor, read.value)
  if (!kept.ok) return refused(kept.problems)
  if (go === 'another') return goto(`/case/${id}/questions/${question.id}`)
  if (read.value.kind !== 'listed') return next
  const done = await say(app.cases, id, actor, { kind: 'questionDone', question: question.id })
  return done.ok ? next : refused(done.problems)
}

async function all(asked: CaseAsked): Promise<Reply> {
  const found = await opened(asked)
  if ('kind' in found) return found
  const words = QUESTION_WORDS[asked.lang]
  const main = answersMain(asked, found.questions)
  return shown(casePage(asked, 'questions', '/questions/all', words.allTitle, main, found.analysis))
}

async function back(asked: CaseAsked): Promise<Reply> {
  const { app, id, actor, given } = asked
  const done = await takeBack(app.cases, id, actor, given.fields.get('what') ?? '')
  return done.ok ? goto(`/case/${id}/questions/all`) : refused(done.problems)
}
