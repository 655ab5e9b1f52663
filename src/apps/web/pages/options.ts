import { stateEs } from '../../../document/guide/words/statesEs.ts'
import type { Knowledge } from '../../../knowledge/assemble.ts'
import { each, esc, type Html, html, none } from '../html/html.ts'
import type { Lang } from '../language.ts'

export interface Option {
  readonly value: string
  readonly text: string
}

/** A labelled choice; the first option stands for "not chosen". */
export const choice = (
  id: string,
  name: string,
  label: string,
  first: string | null,
  options: readonly Option[],
  chosen: string | null,
  required = false,
): Html =>
  html`<div class="field"><label for="${esc(id)}">${esc(label)}</label><select id="${esc(id)}" name="${esc(name)}"${required ? REQUIRED : none}>${first === null ? none : html`<option value="">${esc(first)}</option>`}${each(options, ({ value, text }) => html`<option value="${esc(value)}"${value === chosen ? SELECTED : none}>${esc(text)}</option>`)}</select></div>`

const SELECTED = html` selected`
export const REQUIRED = html` required`

export const coverageOptions = (knowledge: Knowledge, lang: Lang): readonly Option[] =>
  byText([...knowledge.coverage.values()].map((c) => ({ value: c.id, text: c.name[lang] })))

export const stateOptions = (knowledge: Knowledge, lang: Lang): readonly Option[] =>
  byText([...knowledge.states.values()].map((s) => ({ value: s.id, text: lang === 'es' ? stateEs(s.name) : s.name })))

const collator = new Intl.Collator(['en', 'es'])

const byText = (options: readonly Option[]): readonly Option[] => [...options].sort((a, b) => collator.compare(a.text, b.text))
