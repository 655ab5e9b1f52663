import { draftIsCurrent } from '../../../../usecases/cases/draft.ts'
import { isLetterKind } from '../../../../usecases/lettersNow.ts'
import { sayDate } from '../../dates.ts'
import { each, esc, type Html, html, none, when } from '../../html/html.ts'
import { inLang } from '../../language.ts'
import { bytes, goto, type Reply } from '../reply.ts'
import type { CaseAsked } from '../route.ts'
import { DRAFT_WORDS } from './words/words.ts'

const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** The packet and the letters as files: made when asked for, and said to be old when the draft went on. */
export function filesPart(asked: CaseAsked, may: boolean): Html {
  const words = DRAFT_WORDS[asked.lang]
  const { drafted } = asked.state
  const current = draftIsCurrent(asked.state)
  const make =
    may && !current
      ? html`<form method="post" action="${esc(inLang(asked.lang, `/case/${asked.id}/draft/packet`))}"><input type="hidden" name="csrf" value="${esc(asked.csrf)}"><p class="actions"><button>${esc(drafted ? words.makeAgain : words.make)}</button></p></form>`
      : none
  const old = drafted && !current ? html`<p class="note">${esc(words.old)}</p>` : none
  const made = drafted
    ? html`<p class="help">${esc(words.madeOn(sayDate(asked.lang, drafted.at.slice(0, 10))))}</p>${fileList(asked)}`
    : html`<p>${esc(words.filesNone)}</p>`
  const sign =
    drafted && current
      ? html`<p class="actions"><a class="button" href="${esc(inLang(asked.lang, `/case/${asked.id}/sign`))}">${esc(words.goSign)}</a></p>`
      : none
  return html`<section class="card files" aria-labelledby="files"><h2 id="files">${esc(words.files)}</h2>${old}${made}${make}${sign}</section>`
}

function fileList(asked: CaseAsked): Html {
  const words = DRAFT_WORDS[asked.lang]
  const documents = asked.state.drafted?.documents ?? {}
  const names = [...new Set(Object.keys(documents).map((n) => n.replace(/\.\w+$/, '')))]
  const items = each(names, (name) => {
    const title = name === 'packet' ? words.packet : isLetterKind(name) ? words.kinds[name] : name
    const links = each(['pdf', 'docx'] as const, (form) => {
      const held = documents[`${name}.${form}`]
      if (!held) return none
      return html` <a href="${esc(inLang(asked.lang, `/case/${asked.id}/files/${name}.${form}`))}" download>${esc(words[form])}<span class="unseen">: ${esc(title)}</span></a>${when(held.pages > 0, () => html` <span class="help">${esc(words.pages(held.pages))}</span>`)}`
    })
    return html`<li><span class="file-name">${esc(title)}</span>${links}</li>`
  })
  return html`<ul class="file-list">${items}</ul>`
}

/** A file of the last draft. Its name says what it is and nothing of the person. */
export async function file({ app, id, state, params }: CaseAsked): Promise<Reply> {
  const name = params.name ?? ''
  const documents = state.drafted?.documents ?? {}
  const held = Object.hasOwn(documents, name) ? documents[name] : undefined
  const type = TYPES[name.split('.').at(-1) ?? '']
  const content = held && type ? await app.cases.files.get(id, held.doc) : null
  return content && type ? bytes(content, type, name.replaceAll('_', '-')) : goto(`/case/${id}/draft#files`)
}
