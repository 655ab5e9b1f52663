import { PROBLEMS, type Problem, problem } from '../../../../base/problem.ts'
import { HOLDERS, LISTS, type ListName } from '../../../../casefile/event.ts'
import type { Rejection } from '../../../../facts/casefile/casefile.ts'
import type { Analysis } from '../../../../usecases/cases/analysis.ts'
import { analysisOf } from '../../../../usecases/cases/analysisOf.ts'
import { addDocument, removeDocument } from '../../../../usecases/cases/documents.ts'
import {
  acceptFact,
  correctFact,
  LIST_FIELDS,
  listFact,
  REJECTION_WHYS,
  rejectFact,
  unlistFact,
} from '../../../../usecases/cases/facts.ts'
import type { Progress } from '../../../../usecases/cases/ports.ts'
import { unwantRecord, wantRecord } from '../../../../usecases/cases/requests.ts'
import { evidenceTasks, setTaskDone } from '../../../../usecases/cases/tasks.ts'
import { esc, html } from '../../html/html.ts'
import { inLang } from '../../language.ts'
import { casePage } from '../casePage.ts'
import { goto, type Reply, refused, shown } from '../reply.ts'
import { type AppRoute, type CaseAsked, inCase } from '../route.ts'
import { UPLOAD_MOST } from '../start/routes.ts'
import { sayPlain } from '../words/say.ts'
import { criteriaMain } from './criteria.ts'
import { type FactForm, factForm } from './factForm.ts'
import { type EvidenceTry, evidenceMain } from './page.ts'
import { sourcePage } from './source.ts'
import { fieldsOf } from './values.ts'
import { CRITERIA_WORDS } from './words/criteria.ts'
import { EVIDENCE_WORDS } from './words/words.ts'

export const EVIDENCE_ROUTES: readonly AppRoute[] = [
  inCase('get', '/evidence', 'case.read', (asked) => evidence(asked, {})),
  inCase('post', '/evidence/add', 'document.add', add, { most: UPLOAD_MOST }),
  inCase('get', '/evidence/remove/:doc', 'document.remove', askRemoval),
  inCase('post', '/evidence/remove', 'document.remove', remove),
  inCase('post', '/evidence/reject', 'fact.judge', reject),
  inCase('post', '/evidence/accept', 'fact.judge', accept),
  inCase('get', '/evidence/fact/:list', 'fact.judge', showForm),
  inCase('post', '/evidence/fact/:list', 'fact.judge', saveForm),
  inCase('post', '/evidence/unlist', 'fact.judge', unlist),
  inCase('post', '/evidence/wanted', 'case.answer', want),
  inCase('post', '/evidence/unwanted', 'case.answer', unwant),
  inCase('get', '/criteria', 'case.read', criteria),
  inCase('post', '/criteria/tasks', 'task.do', tasks),
  inCase('get', '/source/:doc/:page', 'document.read', sourcePage),
]

async function evidence(asked: CaseAsked, tried: EvidenceTry): Promise<Reply> {
  const { app, id, state, lang } = asked
  const waiting = state.documents.filter((d) => d.reading.state === 'waiting')
  const progress = new Map<string, Progress | null>()
  for (const { doc } of waiting) progress.set(doc, await app.cases.progress.of(id, doc))
  const found = waiting.length ? null : await analysisOf(app.cases, id, state)
  if (found && !found.ok) return refused(found.problems)
  const analysis = found?.ok ? found.value : null
  const main = evidenceMain(asked, analysis, progress, tried)
  const more = waiting.length ? { again: 2 } : { wide: true }
  const page = casePage(asked, 'evidence', '/evidence', EVIDENCE_WORDS[lang].title, main, analysis, more)
  const wrong = tried.problems?.[0] ?? tried.upload?.problems[0] ?? tried.wanted?.problem
  return shown(page, wrong ? PROBLEMS[wrong.code].http : 200)
}

/** Each file its own document, unless the photographs are said to belong together. */
async function add(asked: CaseAsked): Promise<Reply> {
  const { app, id, actor, given, lang } = asked
  const role = given.fields.get('role') === 'policy' ? 'policy' : 'record'
  const files = given.files.filter((f) => f.field === 'file')
  const words = EVIDENCE_WORDS[lang]
  const again = (problems: readonly Problem[]) => evidence(asked, { upload: { role, problems } })
  if (!files.length) return again([problem('form-invalid', 'file', words.nothing, words.nothingFix)])
  const parcels = role === 'policy' || given.fields.get('together') ? [files] : files.map((f) => [f])
  const problems: Problem[] = []
  for (const parcel of parcels) {
    const upload = await app.intake(parcel)
    const added = upload.ok ? await addDocument(app.cases, id, actor, role, upload.value) : upload
    const named = (said: string) => (parcels.length > 1 ? `${parcel[0]?.name}: ${sayPlain(lang, said)}` : said)
    if (!added.ok) problems.push(...added.problems.map((p) => ({ ...p, say: named(p.say) })))
  }
  return problems.length ? again(problems) : goto(`/case/${id}/evidence`)
}

async function askRemoval(asked: CaseAsked): Promise<Reply> {
  const { id, lang, state, params } = asked
  const held = state.documents.find((d) => d.doc === params.doc && (d.role === 'record' || d.role === 'policy'))
  if (!held) return goto(`/case/${id}/evidence`)
  const words = EVIDENCE_WORDS[lang]
  const back = esc(inLang(lang, `/case/${id}/evidence`))
  const main = html`<p><b>${esc(held.name)}</b></p><p>${esc(words.removeSay)}</p><form method="post" action="${back}/remove"><input type="hidden" name="csrf" value="${esc(asked.csrf)}"><input type="hidden" name="doc" value="${esc(held.doc)}"><p class="actions"><button>${esc(words.removeYes)}</button><a href="${back}">${esc(words.removeNo)}</a></p></form>`
  return shown(casePage(asked, 'evidence', `/evidence/remove/${held.doc}`, words.removeTitle, main, null))
}

async function remove({ app, id, state, actor, given }: CaseAsked): Promise<Reply> {
  const doc = given.fields.get('doc')
  const held = state.documents.find((d) => d.doc === doc && (d.role === 'record' || d.role === 'policy'))
  const done = held ? await removeDocument(app.cases, id, actor, held.doc) : null
  return done && !done.ok ? refused(done.problems) : goto(`/case/${id}/evidence`)
}

const KINDS: readonly Rejection['kind'][] = [
  'diagnosis',
  'treatment',
  'contraindication',
  'measure',
  'result',
  'event',
  'name',
  'birthDate',
  'prescriber',
]

/** Characters of the words that name a fact. */
const WHAT_MOST = 4000

function rejectionOf({ given }: CaseAsked): Rejection | null {
  const kind = KINDS.find((k) => k === given.fields.get('kind'))
  const what = (given.fields.get('what') ?? '').slice(0, WHAT_MOST)
  if (!kind || !what.trim()) return null
  const document = given.fields.get('document') || null
  const why = REJECTION_WHYS.find((w) => w === given.fields.get('why')) ?? null
  return { kind, what, document, why }
}

async function reject(asked: CaseAsked): Promise<Reply> {
  const rejection = rejectionOf(asked)
  const done = rejection ? await rejectFact(asked.app.cases, asked.id, asked.actor, rejection) : null
  return done && !done.ok ? refused(done.problems) : goto(`/case/${asked.id}/evidence#facts`)
}

async function accept(asked: CaseAsked): Promise<Reply> {
  const rejection = rejectionOf(asked)
  const done = rejection ? await acceptFact(asked.app.cases, asked.id, asked.actor, rejection) : null
  return done && !done.ok ? refused(done.problems) : goto(`/case/${asked.id}/evidence#facts`)
}

const listOf = (name: string | undefined): ListName | null => LISTS.find((l) => l === name) ?? null

async function showForm(asked: CaseAsked): Promise<Reply> {
  const list = listOf(asked.params.list)
  if (!list) return goto(`/case/${asked.id}/evidence`)
  const item = asked.state.listed.get(asked.query.get('item') ?? '')
  if (item?.fields && item.list === list)
    return form(asked, { list, item: item.item, read: null, fields: item.fields, problems: [] })
  const found = await analysisOf(asked.app.cases, asked.id, asked.state)
  if (!found.ok) return refused(found.problems)
  const at = Number(asked.query.get('read') ?? Number.NaN)
  const read = found.value.proposals[at]
  if (read)
    return form(asked, { list, item: null, read: { at, what: read.what }, fields: fieldsOf(read), problems: [] }, found.value)
  return form(asked, { list, item: null, read: null, fields: {}, problems: [] }, found.value)
}

async function form(asked: CaseAsked, shownForm: FactForm, analysis: Analysis | null = null): Promise<Reply> {
  const words = EVIDENCE_WORDS[asked.lang]
  const found = analysis ?? (await analysisOf(asked.app.cases, asked.id, asked.state).then((a) => (a.ok ? a.value : null)))
  const title = shownForm.read ? words.correctTitle : shownForm.item ? words.changeTitle : words.addTitle
  const heading = `${title}: ${words.lists[shownForm.list]}`
  const page = casePage(asked, 'evidence', `/evidence/fact/${shownForm.list}`, heading, factForm(asked, shownForm, found), found)
  const [wrong] = shownForm.problems
  return shown(page, wrong ? PROBLEMS[wrong.code].http : 200)
}

async function saveForm(asked: CaseAsked): Promise<Reply> {
  const { app, id, actor, given, state } = asked
  const list = listOf(asked.params.list)
  if (!list) return goto(`/case/${id}/evidence`)
  const fields = Object.fromEntries(LIST_FIELDS[list].map((name) => [name, given.fields.get(name) ?? '']))
  const item = given.fields.get('item')
  const what = given.fields.get('what')
  const found = what ? await analysisOf(app.cases, id, state) : null
  const at = Number(given.fields.get('read') ?? Number.NaN)
  const proposal = found?.ok ? found.value.proposals[at] : undefined
  const read = proposal && proposal.what === what ? proposal : null
  const done = read
    ? await correctFact(
        app.cases,
        id,
        actor,
        list,
        { rejection: { kind: read.kind, what: read.what, document: null, why: null }, fields: fieldsOf(read) },
        fields,
      )
    : await listFact(app.cases, id, actor, list, item, fields)
  if (done.ok) return goto(`/case/${id}/evidence#facts`)
  return form(asked, { list, item, read: read ? { at, what: read.what } : null, fields, problems: done.problems })
}

async function unlist({ app, id, actor, given }: CaseAsked): Promise<Reply> {
  const done = await unlistFact(app.cases, id, actor, given.fields.get('item') ?? '')
  return done.ok ? goto(`/case/${id}/evidence#facts`) : refused(done.problems)
}

async function want(asked: CaseAsked): Promise<Reply> {
  const { app, id, actor, given } = asked
  const typed = {
    what: given.fields.get('what') ?? '',
    from: HOLDERS.find((h) => h === given.fields.get('from')) ?? ('records_office' as const),
    office: given.fields.get('office') ?? '',
  }
  const done = await wantRecord(app.cases, id, actor, typed)
  return done.ok ? goto(`/case/${id}/evidence#wanted`) : evidence(asked, { wanted: { ...typed, problem: done.problems[0] } })
}

async function unwant({ app, id, actor, given }: CaseAsked): Promise<Reply> {
  const done = await unwantRecord(app.cases, id, actor, given.fields.get('wanted') ?? '')
  return done.ok ? goto(`/case/${id}/evidence#wanted`) : refused(done.problems)
}

async function criteria(asked: CaseAsked): Promise<Reply> {
  const analysis = await analysisOf(asked.app.cases, asked.id, asked.state)
  if (!analysis.ok) return refused(analysis.problems)
  const title = CRITERIA_WORDS[asked.lang].title
  return shown(casePage(asked, 'evidence', '/criteria', title, criteriaMain(asked, analysis.value), analysis.value))
}

/** Every task of the page is said at once: what is not marked is not done. */
async function tasks({ app, id, actor, given, state }: CaseAsked): Promise<Reply> {
  const analysis = await analysisOf(app.cases, id, state)
  if (!analysis.ok) return refused(analysis.problems)
  const marked = new Set(given.fields.getAll('done'))
  for (const task of evidenceTasks(app.cases, analysis.value, state)) {
    const done = await setTaskDone(app.cases, id, actor, task.id, marked.has(task.id))
    if (!done.ok) return refused(done.problems)
  }
  return goto(`/case/${id}/criteria#tasks`)
}
