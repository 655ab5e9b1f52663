import { type CivilDate, parseDate } from '../../../../base/date.ts'
import { PROBLEMS, type Problem, problem } from '../../../../base/problem.ts'
import type { LetterKind } from '../../../../document/letter.ts'
import { analysisOf } from '../../../../usecases/cases/analysisOf.ts'
import { caseOf, say } from '../../../../usecases/cases/change.ts'
import { addDocument } from '../../../../usecases/cases/documents.ts'
import { goToNextLevel } from '../../../../usecases/cases/track/advance.ts'
import {
  answerReading,
  comparedWith,
  compareNow,
  recordAnswer,
  recordExtension,
} from '../../../../usecases/cases/track/answer.ts'
import { decidedSince, trackingOf } from '../../../../usecases/cases/track/tracking.ts'
import { casePage } from '../casePage.ts'
import { problemList } from '../pages/problem.ts'
import { working } from '../pages/working.ts'
import { goto, type Reply, refused, shown } from '../reply.ts'
import { type AppRoute, type CaseAsked, inCase } from '../route.ts'
import { PASTE_MOST } from '../start/page.ts'
import { UPLOAD_MOST } from '../start/routes.ts'
import { answerMain } from './answerPage.ts'
import { CALENDAR_ROUTES } from './calendar.ts'
import { CLOSE_ROUTES } from './close.ts'
import { OUTCOMES, type Refused } from './forms.ts'
import { trackMain } from './page.ts'
import { REMINDER_ROUTES } from './reminders.ts'
import { TRACK_WORDS } from './words/words.ts'

export const TRACK_ROUTES: readonly AppRoute[] = [
  inCase('get', '/track', 'case.read', (asked) => track(asked, null)),
  inCase('post', '/track/answer', 'document.add', add, { most: UPLOAD_MOST }),
  inCase('post', '/track/told', 'answer.record', told),
  inCase('post', '/track/overdue', 'draft.edit', overdue),
  inCase('post', '/track/next', 'level.advance', next),
  inCase('get', '/answer/:doc', 'case.read', (asked) => answer(asked, null)),
  inCase('post', '/answer/:doc', 'answer.record', confirm),
  inCase('post', '/answer/:doc/longer', 'answer.record', longer),
  ...REMINDER_ROUTES,
  ...CALENDAR_ROUTES,
  ...CLOSE_ROUTES,
]

async function track(asked: CaseAsked, wrong: Refused | null): Promise<Reply> {
  const { app, id, state, lang } = asked
  const found = await analysisOf(app.cases, id, state)
  if (!found.ok) return refused(found.problems)
  const { knowledge, clock } = app.cases
  const today = clock.today()
  const doc = decidedSince(state)?.doc ?? null
  const reading = doc ? await answerReading(app.cases, id, state, doc) : null
  const tracking = trackingOf(knowledge, state, found.value, today, reading)
  const main = trackMain(asked, found.value, tracking, today, wrong)
  return shown(
    casePage(asked, 'track', '/track', TRACK_WORDS[lang].title, main, found.value),
    wrong ? statusOf(wrong.problems) : 200,
  )
}

const statusOf = ([first]: readonly Problem[]): number => PROBLEMS[first?.code ?? 'form-invalid'].http

/** The same request with the case as it is after a change. */
async function anew(asked: CaseAsked): Promise<CaseAsked> {
  const now = await caseOf(asked.app.cases, asked.id)
  return now.ok ? { ...asked, state: now.value } : asked
}

async function add(asked: CaseAsked): Promise<Reply> {
  const { app, id, actor, given, lang } = asked
  const words = TRACK_WORDS[lang]
  const text = (given.fields.get('text') ?? '').slice(0, PASTE_MOST)
  const files = given.files.filter((f) => f.field === 'letter')
  const again = (problems: readonly Problem[]) => track(asked, { form: 'answer', problems, fields: given.fields })
  if (!files.length && !text.trim()) return again([problem('form-invalid', 'letter', words.nothing, words.nothingFix)])
  const upload = await app.intake(files.length ? files : [{ name: 'answer.txt', bytes: new TextEncoder().encode(text) }])
  if (!upload.ok) return again(upload.problems)
  const added = await addDocument(app.cases, id, actor, 'answer', upload.value)
  return added.ok ? goto(`/case/${id}/answer/${added.value}`) : again(added.problems)
}

/** Outcome and date of a form, or what is wrong with them in the reader's language. */
function statedIn({ given, lang }: CaseAsked) {
  const words = TRACK_WORDS[lang]
  const outcome = OUTCOMES.find((o) => o === given.fields.get('outcome'))
  const on = parseDate(given.fields.get('on') ?? '')
  const problems = [
    ...(outcome ? [] : [problem('form-invalid', 'outcome', words.noOutcome, words.noOutcomeFix)]),
    ...(on ? [] : [problem('form-invalid', 'on', words.badDate, words.badDateFix)]),
  ]
  return outcome && on ? { stated: { outcome, on }, problems } : { stated: null, problems }
}

async function told(asked: CaseAsked): Promise<Reply> {
  const { app, id, actor, given } = asked
  const again = (problems: readonly Problem[]) => track(asked, { form: 'hand', problems, fields: given.fields })
  const { stated, problems } = statedIn(asked)
  if (!stated) return again(problems)
  const done = await recordAnswer(app.cases, id, actor, { doc: null, ...stated })
  return done.ok ? goto(`/case/${id}/track`) : again(done.problems)
}

async function answer(asked: CaseAsked, wrong: { problems: readonly Problem[]; fields: URLSearchParams } | null): Promise<Reply> {
  const { app, id, state, lang, params } = asked
  const words = TRACK_WORDS[lang]
  const held = state.documents.find((d) => d.doc === params.doc && d.role === 'answer')
  if (!held) return goto(`/case/${id}/track`)
  const address = `/answer/${held.doc}`
  if (held.reading.state === 'waiting') {
    const progress = await app.cases.progress.of(id, held.doc)
    return shown(casePage(asked, 'track', address, words.readingAnswer, working(lang, progress), null, { again: 2 }))
  }
  const found = await analysisOf(app.cases, id, state)
  if (!found.ok) return refused(found.problems)
  if (held.reading.state === 'unreadable')
    return shown(
      casePage(asked, 'track', address, words.answerPage, problemList(asked.lang, [held.reading.problem]), found.value),
    )
  const reading = await answerReading(app.cases, id, state, held.doc)
  if (!reading) return goto(`/case/${id}/track`)
  const kept = await comparedWith(app.cases, id, held.doc)
  const made = kept ? null : await compareNow(app.cases, id, state, held.doc)
  const compared = kept ?? (made?.ok ? made.value : null)
  const decides = reading.outcome !== 'not_an_answer' && reading.outcome !== 'overturned'
  const main = answerMain(asked, { doc: held.doc, reading, compared: decides ? compared : null, wrong })
  const page = casePage(asked, 'track', address, words.answerPage, main, found.value)
  return shown(page, wrong ? statusOf(wrong.problems) : 200)
}

async function confirm(asked: CaseAsked): Promise<Reply> {
  const { app, id, actor, given, params, state } = asked
  const doc = params.doc ?? ''
  if (!state.documents.some((d) => d.doc === doc && d.role === 'answer')) return goto(`/case/${id}/track`)
  const { stated, problems } = statedIn(asked)
  if (!stated) return answer(asked, { problems, fields: given.fields })
  const done = await recordAnswer(app.cases, id, actor, { doc, ...stated })
  if (!done.ok) return answer(await anew(asked), { problems: done.problems, fields: given.fields })
  return goto(stated.outcome === 'not_an_answer' ? `/case/${id}/answer/${doc}` : `/case/${id}/track#next`)
}

async function longer(asked: CaseAsked): Promise<Reply> {
  const { app, id, actor, given, params, lang, state } = asked
  const doc = params.doc ?? ''
  if (!state.documents.some((d) => d.doc === doc && d.role === 'answer')) return goto(`/case/${id}/track`)
  const words = TRACK_WORDS[lang]
  const until: CivilDate | null = parseDate(given.fields.get('until') ?? '')
  if (!until)
    return answer(asked, { problems: [problem('form-invalid', 'until', words.badDate, words.badDateFix)], fields: given.fields })
  const done = await recordExtension(app.cases, id, actor, doc, until)
  return done.ok ? goto(`/case/${id}/track`) : refused(done.problems)
}

/** The letter that says that the decision is late becomes one of the case's files, with those of use now. */
async function overdue({ app, id, actor, state, given }: CaseAsked): Promise<Reply> {
  if (given.fields.get('go') !== 'yes') return goto(`/case/${id}/track`)
  const found = await analysisOf(app.cases, id, state)
  if (!found.ok) return refused(found.problems)
  const { letters, now } = found.value
  // A choice leaves out what it does not name, so the letter to the outside reviewer is kept with it.
  const kinds = ([...now, 'overdue_decision', 'external_review_request'] as const).filter((k) =>
    letters.some((l) => l.kind === k),
  )
  const chosen: readonly LetterKind[] = [...new Set(kinds)]
  if (!state.letters.includes('overdue_decision')) {
    const done = await say(app.cases, id, actor, { kind: 'lettersChosen', letters: chosen })
    if (!done.ok) return refused(done.problems)
  }
  return goto(`/case/${id}/draft/overdue_decision`)
}

async function next({ app, id, actor, given }: CaseAsked): Promise<Reply> {
  if (given.fields.get('go') !== 'yes') return goto(`/case/${id}/track`)
  const done = await goToNextLevel(app.cases, id, actor)
  return done.ok ? goto(`/case/${id}`) : refused(done.problems)
}
