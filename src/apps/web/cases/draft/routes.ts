import { PROBLEMS } from '../../../../base/problem.ts'
import type { Voice } from '../../../../casefile/event.ts'
import type { LetterKind } from '../../../../document/letter.ts'
import type { SourceDocument } from '../../../../reading/document.ts'
import type { Analysis } from '../../../../usecases/cases/analysis.ts'
import { analysisOf } from '../../../../usecases/cases/analysisOf.ts'
import { caseOf } from '../../../../usecases/cases/change.ts'
import { readingOf } from '../../../../usecases/cases/documents.ts'
import { askDraft, draftIsCurrent } from '../../../../usecases/cases/draft.ts'
import { type Editing, editSentence } from '../../../../usecases/cases/edit.ts'
import { chooseGroundsOf, chooseVoice } from '../../../../usecases/cases/grounds.ts'
import { isLetterKind } from '../../../../usecases/lettersNow.ts'
import { esc, html } from '../../html/html.ts'
import { inLang } from '../../language.ts'
import { casePage } from '../casePage.ts'
import { working } from '../pages/working.ts'
import { goto, type Reply, refused, shown } from '../reply.ts'
import { type AppRoute, type CaseAsked, inCase } from '../route.ts'
import type { RefusedChoice } from './choices.ts'
import { file } from './files.ts'
import { draftMain } from './page.ts'
import type { RefusedEdit } from './pane.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { DRAFT_WORDS } from './words/words.ts'

export const DRAFT_ROUTES: readonly AppRoute[] = [
  inCase('get', '/draft', 'draft.read', (asked) => draft(asked, 'appeal')),
  inCase('post', '/draft/grounds', 'grounds.choose', grounds),
  inCase('post', '/draft/voice', 'draft.edit', voice),
  inCase('post', '/draft/packet', 'packet.download', make),
  inCase('get', '/draft/packet', 'packet.download', making),
  inCase('get', '/draft/:kind', 'draft.read', other),
  inCase('post', '/draft/:kind/edit', 'draft.edit', edit),
  inCase('get', '/files/:name', 'packet.download', file),
]

const pathOf = (id: string, kind: LetterKind): string => `/case/${id}/draft${kind === 'appeal' ? '' : `/${kind}`}`

async function other(asked: CaseAsked): Promise<Reply> {
  const kind = asked.params.kind ?? ''
  if (!isLetterKind(kind) || kind === 'appeal') return goto(`/case/${asked.id}/draft`)
  return draft(asked, kind)
}

interface Refusals {
  readonly edit?: RefusedEdit
  readonly choice?: RefusedChoice
  /** The sentence a refused edit is about. */
  readonly at?: number
}

async function draft(asked: CaseAsked, kind: LetterKind, wrong: Refusals = {}): Promise<Reply> {
  const { app, id, state, lang, query } = asked
  const words = DRAFT_WORDS[lang]
  const found = await analysisOf(app.cases, id, state)
  if (!found.ok) return refused(found.problems)
  const analysis = found.value
  const letter = analysis.letters.find((l) => l.kind === kind)
  if (!letter) return shown(lacking(asked, kind, analysis))
  const sentences = sentencesOf(letter)
  const asks = query.get('s') ?? ''
  const place = wrong.at ?? (/^\d{1,5}$/.test(asks) ? Number(asks) : Number.NaN)
  const chosen = [...sentences.values()].find((s) => s.at === place) ?? null
  const view = {
    sentences,
    chosen,
    readings: await readingsFor(asked, analysis, chosen),
    edit: wrong.edit ?? null,
    choice: wrong.choice ?? null,
  }
  const title = kind === 'appeal' ? words.title : words.kinds[kind]
  const address = `/draft${kind === 'appeal' ? '' : `/${kind}`}`
  const page = casePage(asked, 'draft', address, title, draftMain(asked, analysis, letter, view), analysis, {
    wide: true,
    script: 'draft',
  })
  const problem = wrong.edit?.problem ?? wrong.choice?.problem
  return shown(page, problem ? PROBLEMS[problem.code].http : 200)
}

/** Documents without pictures are shown as text: only those the chosen sentence rests on are opened. */
async function readingsFor({ app, id }: CaseAsked, { documents }: Analysis, chosen: Sentence | null) {
  const readings = new Map<string, SourceDocument | null>()
  for (const s of chosen?.claim.support ?? []) {
    const plain = 'span' in s && !s.span.boxes.length && documents.some((d) => d.doc === s.source)
    if (plain && !readings.has(s.source)) readings.set(s.source, await readingOf(app.cases, id, s.source))
  }
  return readings
}

/** No such letter yet, and the way to it. */
function lacking(asked: CaseAsked, kind: LetterKind, analysis: Analysis) {
  const words = DRAFT_WORDS[asked.lang]
  const to = (path: string) => esc(inLang(asked.lang, `/case/${asked.id}${path}`))
  const main =
    kind === 'appeal'
      ? html`<p>${esc(words.notYetSay)}</p><p class="actions"><a class="button" href="${to('/questions')}">${esc(words.notYetDo)}</a></p>`
      : html`<p>${esc(words.noSuch)}</p><p class="actions"><a class="button" href="${to('/draft')}">${esc(words.makingBack)}</a></p>`
  const title = kind === 'appeal' ? words.notYet : words.kinds[kind]
  return casePage(asked, 'draft', `/draft${kind === 'appeal' ? '' : `/${kind}`}`, title, main, analysis)
}

async function edit(asked: CaseAsked): Promise<Reply> {
  const { app, id, actor, given } = asked
  const kind = asked.params.kind ?? ''
  if (!isLetterKind(kind)) return goto(`/case/${id}/draft`)
  const editing = editingOf(given.fields)
  const at = Number(given.fields.get('s') ?? Number.NaN)
  if (!editing) return goto(pathOf(id, kind))
  const done = await editSentence(app.cases, id, actor, kind, editing)
  if (done.ok) {
    const here = Number.isInteger(at)
      ? `${editing.do === 'remove' ? '' : `?s=${editing.do === 'add' ? at + 1 : at}`}#s-${at}`
      : ''
    return goto(`${pathOf(id, kind)}${here}`)
  }
  const now = await caseOf(app.cases, id)
  const text = given.fields.get('text') ?? ''
  const [problem] = done.problems
  const what = editing.do === 'add' ? 'add' : 'replace'
  return draft({ ...asked, state: now.ok ? now.value : asked.state }, kind, { at, edit: { do: what, text, problem } })
}

function editingOf(fields: URLSearchParams): Editing | null {
  const [sentence, text, held] = ['sentence', 'text', 'edit'].map((n) => fields.get(n) ?? '') as [string, string, string]
  switch (fields.get('do')) {
    case 'replace':
      return sentence ? { do: 'replace', sentence, text } : null
    case 'remove':
      return sentence ? { do: 'remove', sentence } : null
    case 'add':
      return { do: 'add', after: sentence || null, text }
    case 'restore':
      return { do: 'restore', edit: held }
    case 'place':
      return { do: 'place', edit: held, after: null }
    default:
      return null
  }
}

async function grounds(asked: CaseAsked): Promise<Reply> {
  const { app, id, state, actor, given } = asked
  const analysis = await analysisOf(app.cases, id, state)
  if (!analysis.ok) return refused(analysis.problems)
  const done = await chooseGroundsOf(app.cases, id, actor, analysis.value.grounds, given.fields.getAll('ground'))
  if (done.ok) return goto(`/case/${id}/draft#grounds`)
  return draft(asked, 'appeal', { choice: { of: 'grounds', problem: done.problems[0] } })
}

const VOICES: readonly Voice[] = ['member', 'prescriber', 'advocate']

async function voice(asked: CaseAsked): Promise<Reply> {
  const { app, id, actor, given } = asked
  const chosen = VOICES.find((v) => v === given.fields.get('voice'))
  if (!chosen) return goto(`/case/${id}/draft`)
  const done = await chooseVoice(app.cases, id, actor, chosen, given.fields.get('name') ?? '')
  if (done.ok) return goto(`/case/${id}/draft#voice`)
  return draft(asked, 'appeal', { choice: { of: 'voice', problem: done.problems[0] } })
}

async function make({ app, id, actor, state }: CaseAsked): Promise<Reply> {
  const analysis = await analysisOf(app.cases, id, state)
  if (!analysis.ok) return refused(analysis.problems)
  if (!analysis.value.letters.some((l) => l.kind === 'appeal')) return goto(`/case/${id}/draft`)
  const done = draftIsCurrent(state) ? null : await askDraft(app.cases, id, actor)
  return done && !done.ok ? refused(done.problems) : goto(`/case/${id}/draft/packet`)
}

/** Looks by itself until the files are there. */
async function making(asked: CaseAsked): Promise<Reply> {
  const { app, id, state, lang } = asked
  if (draftIsCurrent(state)) return goto(`/case/${id}/draft#files`)
  const progress = await app.cases.progress.of(id, 'typeset')
  // Of an earlier making; this one waits for its turn.
  const now = progress?.step === 'done' ? null : progress
  const words = DRAFT_WORDS[lang]
  const main = html`${working(lang, now)}<p><a href="${esc(inLang(lang, `/case/${id}/draft`))}">${esc(words.makingBack)}</a></p>`
  return shown(casePage(asked, 'draft', '/draft/packet', words.making, main, null, { again: 2 }))
}
