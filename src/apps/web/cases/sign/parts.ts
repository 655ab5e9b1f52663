import { esc, type Html, html, none } from '../../html/html.ts'
import { inLang } from '../../language.ts'
import type { CaseAsked } from '../route.ts'

type Here = Pick<CaseAsked, 'lang' | 'id' | 'csrf'>

/** Address within the case, in the language of the page. */
export const at = ({ lang, id }: Pick<Here, 'lang' | 'id'>, path: string): Html => esc(inLang(lang, `/case/${id}${path}`))

/** A form of one or few fields that posts within the case. */
export const formOf = (here: Here, path: string, inside: Html, files = false): Html =>
  html`<form method="post" action="${at(here, path)}"${files ? html` enctype="multipart/form-data"` : none}><input type="hidden" name="csrf" value="${esc(here.csrf)}">${inside}</form>`

export const hidden = (name: string, value: string): Html => html`<input type="hidden" name="${esc(name)}" value="${esc(value)}">`

export interface FieldShown {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly value: string
  readonly help?: string
  readonly problem?: string | undefined
  readonly type?: string
  readonly autocomplete?: string
  readonly inputmode?: string
  readonly required?: boolean
  readonly most?: number
}

/** A labelled line with its help and, where it could not be taken, why. */
export function field(f: FieldShown): Html {
  const described = [...(f.problem ? [`${f.id}-wrong`] : []), ...(f.help ? [`${f.id}-help`] : [])].join(' ')
  return html`<div class="field${f.problem ? esc(' wrong') : none}"><label for="${esc(f.id)}">${esc(f.label)}</label>${f.problem ? html`<p class="error" id="${esc(f.id)}-wrong">${esc(f.problem)}</p>` : none}<input id="${esc(f.id)}" name="${esc(f.name)}" type="${esc(f.type ?? 'text')}" value="${esc(f.value)}" maxlength="${f.most ?? 120}" autocomplete="${esc(f.autocomplete ?? 'off')}"${f.inputmode ? html` inputmode="${esc(f.inputmode)}"` : none}${described ? html` aria-describedby="${esc(described)}"` : none}${f.problem ? html` aria-invalid="true"` : none}${f.required ? html` required` : none}>${f.help ? html`<p class="help" id="${esc(f.id)}-help">${esc(f.help)}</p>` : none}</div>`
}
