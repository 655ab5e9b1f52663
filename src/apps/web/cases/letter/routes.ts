import { analysisOf } from '../../../../usecases/cases/analysisOf.ts'
import { pictureOf } from '../../../../usecases/cases/documents.ts'
import { esc, html } from '../../html/html.ts'
import { casePage } from '../casePage.ts'
import { problemList } from '../pages/problem.ts'
import { working } from '../pages/working.ts'
import { bytes, type Reply, refused, shown } from '../reply.ts'
import { type AppRoute, type CaseAsked, inCase } from '../route.ts'
import { APP_WORDS } from '../words/words.ts'
import { LETTER_WORDS } from './words.ts'

export const LETTER_ROUTES: readonly AppRoute[] = [
  inCase('get', '/letter', 'case.read', letter),
  inCase('get', '/page/:doc/:page', 'document.read', picture),
]

async function letter(asked: CaseAsked): Promise<Reply> {
  const { app, id, state, lang } = asked
  const words = LETTER_WORDS[lang]
  const denial = state.documents.find((d) => d.doc === state.denial)
  if (denial?.reading.state === 'waiting') {
    const progress = await app.cases.progress.of(id, denial.doc)
    return shown(casePage(asked, 'letter', '/letter', APP_WORDS[lang].readingTitle, working(lang, progress), null, { again: 2 }))
  }
  if (denial?.reading.state === 'unreadable')
    return shown(casePage(asked, 'letter', '/letter', words.unreadable, problemList([denial.reading.problem]), null))
  const analysis = await analysisOf(app.cases, id, state)
  if (!analysis.ok) return refused(analysis.problems)
  const main = html`<ul>${analysis.value.findings.map((f) => html`<li>${esc(f.field)}: ${esc(f.value)}</li>`).reduce((a, b) => html`${a}${b}`, html``)}</ul>`
  return shown(casePage(asked, 'letter', '/letter', words.title, main, analysis.value))
}

/** Widths in which pages are drawn, in pixels. */
const WIDTHS = [700, 1400]

async function picture(asked: CaseAsked): Promise<Reply> {
  const { app, id, params, query } = asked
  const width = WIDTHS.find((w) => String(w) === query.get('w')) ?? 1400
  const drawn = await pictureOf(app.cases, id, params.doc ?? '', Number(params.page) || 1, width)
  return drawn.ok ? bytes(drawn.value, 'image/webp', null, true) : refused(drawn.problems)
}
