import type { CaseState } from '../../../../casefile/state.ts'
import { deleteCase } from '../../../../usecases/cases/deleteCase.ts'
import { exportCase } from '../../../../usecases/cases/exportCase.ts'
import { each, esc, html, when } from '../../html/html.ts'
import { confirmed, confirmForm } from '../account/account.ts'
import { analysisIfRead } from '../account/analysisIfRead.ts'
import { at } from '../account/ownPage.ts'
import { casePage } from '../casePage.ts'
import { bytes, goto, type Reply, refused, shown } from '../reply.ts'
import { type AppRoute, type CaseAsked, inCase } from '../route.ts'
import { KEEP_WORDS } from './words.ts'

/** Taking everything along, and deleting everything. Neither is ever behind payment. */
export const KEEP_ROUTES: readonly AppRoute[] = [
  inCase('get', '/export', 'case.export', exportPage),
  inCase('get', '/export/archive', 'case.export', archive),
  inCase('get', '/delete', 'case.delete', (asked) => deletePage(asked, false)),
  inCase('post', '/delete', 'case.delete', remove),
]

async function exportPage(asked: CaseAsked): Promise<Reply> {
  const { id, lang } = asked
  const words = KEEP_WORDS[lang]
  const main = html`<p class="lead">${esc(words.exportLead)}</p><ul>${each(words.exportHolds, (line) => html`<li>${esc(line)}</li>`)}</ul><p class="note">${esc(words.exportKeep)}</p><p class="actions"><a class="button" href="${at(asked, `/case/${id}/export/archive`)}" download>${esc(words.exportButton)}</a></p>`
  return shown(casePage(asked, null, '/export', words.exportTitle, main, await analysisIfRead(asked)))
}

async function archive({ app, id, lang, session }: CaseAsked): Promise<Reply> {
  const files = await exportCase(app.cases, id)
  if (!files.ok) return refused(files.problems)
  const today = app.cases.clock.today()
  await app.cases.audit.record({ by: session.person.id, what: 'case.exported', on: id, from: null })
  const zipped = app.zip(
    files.value.map(({ path, content }) => [path, content] as const),
    today,
  )
  return bytes(zipped, 'application/zip', `${KEEP_WORDS[lang].fileName}-${today}.zip`)
}

const isWaiting = ({ sendings }: CaseState): boolean =>
  sendings.some((s) => !s.byHand && !s.steps.some(({ step }) => step.step !== 'begun'))
const wasSent = ({ sendings }: CaseState): boolean =>
  sendings.some((s) => s.byHand || s.steps.some(({ step }) => step.step === 'accepted'))

async function deletePage(asked: CaseAsked, wrong: boolean): Promise<Reply> {
  const { app, id, lang, state, session } = asked
  const words = KEEP_WORDS[lang]
  const others = (await app.cases.cases.members(id)).filter((m) => m.person !== session.person.id).length
  const gone = html`<ul><li>${esc(words.deleteDocuments(state.documents.length))}</li><li>${esc(words.deleteRest)}</li>${when(others, () => html`<li>${esc(words.deletePeople(others))}</li>`)}<li>${esc(words.deleteLinks)}</li></ul>`
  const letters = html`${when(isWaiting(state), () => html`<p class="note alert">${esc(words.deleteWaiting)}</p>`)}${when(wasSent(state), () => html`<p class="note">${esc(words.deleteSent)}</p>`)}`
  const main = html`<p class="lead">${esc(words.deleteLead)}</p><p>${esc(words.deleteGone)}</p>${gone}${letters}<p>${esc(words.deleteKey)}</p><p>${esc(words.deleteStays)}</p><p class="actions"><a class="button second" href="${at(asked, `/case/${id}/export`)}">${esc(words.deleteSave)}</a></p>${confirmForm(asked, `/case/${id}/delete`, words.type(words.word), words.button, wrong ? words.wrong(words.word) : null)}`
  return shown(casePage(asked, null, '/delete', words.deleteTitle, main, await analysisIfRead(asked)), wrong ? 422 : 200)
}

async function remove(asked: CaseAsked): Promise<Reply> {
  const { app, id, given, lang, session } = asked
  if (!confirmed(given.fields.get('word'), KEEP_WORDS[lang].word)) return deletePage(asked, true)
  await deleteCase(app.cases, id, session.person.id)
  return goto('/cases?deleted=1')
}
