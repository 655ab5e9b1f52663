import type { Problem } from '../../../../base/problem.ts'
import type { HeldDocument } from '../../../../casefile/state.ts'
import type { Progress } from '../../../../usecases/cases/ports.ts'
import { each, esc, type Html, html, none, when } from '../../html/html.ts'
import { inLang } from '../../language.ts'
import { problemList } from '../pages/problem.ts'
import { working } from '../pages/working.ts'
import type { CaseAsked } from '../route.ts'
import { sayPlain } from '../words/say.ts'
import { EVIDENCE_WORDS } from './words/words.ts'

/** What was given, and how far its reading is. `progress` by document, for those that wait. */
export function documentsPart(asked: CaseAsked, progress: ReadonlyMap<string, Progress | null>): Html {
  const words = EVIDENCE_WORDS[asked.lang]
  const held = asked.state.documents.filter((d) => d.role === 'denial' || d.role === 'record' || d.role === 'policy')
  const evidence = held.filter((d) => d.role !== 'denial')
  return html`<section aria-labelledby="documents"><h2 id="documents">${esc(words.documents)}</h2><ul class="documents">${each(held, (d) => documentItem(asked, d, progress.get(d.doc) ?? null))}</ul>${when(!evidence.length, () => html`<p>${esc(words.noDocuments)}</p>`)}</section>`
}

function documentItem(asked: CaseAsked, d: HeldDocument, progress: Progress | null): Html {
  const words = EVIDENCE_WORDS[asked.lang]
  const at = (path: string) => esc(inLang(asked.lang, `/case/${asked.id}${path}`))
  const see = d.role === 'denial' ? at('/letter') : at(`/source/${d.doc}/1`)
  const remove =
    d.role !== 'denial' && asked.mayAlso('document.remove')
      ? html`<a href="${at(`/evidence/remove/${d.doc}`)}">${esc(words.remove)}<span class="unseen">: ${esc(d.name)}</span></a>`
      : none
  return html`<li class="document"><p class="document-name"><b>${esc(d.name)}</b> <span class="tag">${esc(words.roles[d.role as keyof typeof words.roles] ?? d.role)}</span></p>${state(asked, d, progress)}<p class="document-do">${when(d.reading.state === 'read', () => html`<a href="${see}">${esc(words.see)}<span class="unseen">: ${esc(d.name)}</span></a>`)}${remove}</p></li>`
}

function state({ lang }: CaseAsked, { reading }: HeldDocument, progress: Progress | null): Html {
  const words = EVIDENCE_WORDS[lang]
  switch (reading.state) {
    case 'waiting':
      return html`<div class="document-wait"><p class="help">${esc(words.waiting)}</p>${working(lang, progress)}</div>`
    case 'unreadable':
      return problemList(lang, [{ ...reading.problem, say: `${words.unreadable}. ${sayPlain(lang, reading.problem.say)}` }])
    case 'read':
      return html`<p class="help">${esc(words.read(reading.pages))}${when(reading.doubts > 0, () => html` · ${esc(words.unsureWords(reading.doubts))}`)}</p>`
  }
}

/** One form for the records, one for the policy: what a file is for is said by the box it is put into. */
export function uploadForms(asked: CaseAsked, problems: readonly Problem[], wrong: string | null): Html {
  const words = EVIDENCE_WORDS[asked.lang]
  const action = esc(inLang(asked.lang, `/case/${asked.id}/evidence/add`))
  const accept = esc('application/pdf,image/*,.heic,.docx,.txt,.html,.json,text/plain,application/json,application/fhir+json')
  const form = (role: 'record' | 'policy', label: string, help: string, more: Html) =>
    html`<form method="post" action="${action}" enctype="multipart/form-data"><input type="hidden" name="csrf" value="${esc(asked.csrf)}"><input type="hidden" name="role" value="${esc(role)}">${wrong === role ? problemList(asked.lang, problems) : none}<div class="drop"><label for="file-${esc(role)}">${esc(label)}</label><input id="file-${esc(role)}" name="file" type="file" multiple accept="${accept}" aria-describedby="file-${esc(role)}-help"><p class="help" id="file-${esc(role)}-help">${esc(help)}</p></div>${more}<p class="actions"><button class="second">${esc(words.send)}<span class="unseen">: ${esc(label)}</span></button></p></form>`
  const together = html`<p class="check"><input type="checkbox" id="together" name="together" value="yes"><label for="together">${esc(words.together)}</label></p>`
  return html`<div class="uploads">${form('record', words.addRecords, words.addRecordsHelp, together)}${form('policy', words.addPolicy, words.addPolicyHelp, none)}</div>`
}
