import type { Problem } from '../../../../base/problem.ts'
import type { AskedField, AskedQuestion } from '../../../../interview/question.ts'
import { COVERAGE_FIELD } from '../../../../interview/readAnswer.ts'
import { each, esc, type Html, html, none, when } from '../../html/html.ts'
import type { Lang } from '../../language.ts'
import type { Library } from '../../library.ts'
import { namesOf } from '../../pages/names.ts'
import { QUESTION_WORDS } from './words.ts'

export interface Filled {
  readonly value: (name: string) => string
  readonly problem: (name: string) => Problem | null
}

/** The fields of one question, with what was typed before and what was wrong with it. */
export function questionFields(library: Library, lang: Lang, question: AskedQuestion, filled: Filled): Html {
  if (question.stage === 'coverage')
    return radios(
      COVERAGE_FIELD,
      question.asks[lang],
      question.answers.map((a) => ({ id: a.id, text: a.says[lang] })),
      filled,
      true,
    )
  return each(question.fields, (field) => oneField(library, lang, question, field, filled))
}

function oneField(
  library: Library,
  lang: Lang,
  question: Exclude<AskedQuestion, { stage: 'coverage' }>,
  field: AskedField,
  filled: Filled,
): Html {
  const words = QUESTION_WORDS[lang]
  const only = question.fields.length === 1
  // The question itself is the heading of the page: a single field needs no second label to be seen.
  const label = field.label?.[lang] ?? question.asks[lang]
  const optional = field.required ? none : html` <span class="optional">${esc(words.optional)}</span>`
  if (field.input === 'choice' || field.input === 'yes_no') {
    const choices =
      field.input === 'yes_no'
        ? [
            { id: 'yes', text: words.yes },
            { id: 'no', text: words.no },
          ]
        : (field.choices ?? []).map((c) => ({ id: c.id, text: c.says[lang] }))
    return radios(field.path, label, choices, filled, only && !field.label)
  }
  const id = `field-${field.path.replaceAll('.', '-')}`
  const wrong = filled.problem(field.path)
  const described = [...(field.example ? [`${id}-help`] : []), ...(wrong ? [`${id}-error`] : [])].join(' ')
  const about = html`${when(described, () => html` aria-describedby="${esc(described)}"`)}${when(wrong, () => html` aria-invalid="true"`)}`
  const value = filled.value(field.path)
  const input =
    field.input === 'state'
      ? html`<select id="${esc(id)}" name="${esc(field.path)}"${about}><option value="">${esc(words.choose)}</option>${each(namesOf(library.knowledge, lang, 'state'), (s) => html`<option value="${esc(s.id.toUpperCase())}"${s.id.toUpperCase() === value.toUpperCase() ? html` selected` : none}>${esc(s.name)}</option>`)}</select>`
      : field.input === 'long_text' || field.input === 'address'
        ? html`<textarea id="${esc(id)}" name="${esc(field.path)}" rows="${field.input === 'address' ? 4 : 5}" maxlength="2000"${about}>${esc(value)}</textarea>`
        : html`<input id="${esc(id)}" name="${esc(field.path)}" value="${esc(value)}" maxlength="300"${attributes(field)}${about}>`
  return html`<div class="field${wrong ? esc(' wrong') : none}"><label for="${esc(id)}"${only && !field.label ? html` class="unseen"` : none}>${esc(label)}${optional}</label>${wrong ? problemLine(`${id}-error`, wrong) : none}${input}${when(field.example, () => html`<p class="help" id="${esc(id)}-help">${esc(words.example(field.example ?? ''))}</p>`)}</div>`
}

/** What a phone's keyboard and its memory should offer. */
function attributes({ input, path }: AskedField): Html {
  if (input === 'phone')
    return html` type="tel" inputmode="tel" autocomplete="${path.startsWith('patient') ? esc('tel') : esc('off')}"`
  if (input === 'number') return html` inputmode="decimal" autocomplete="off"`
  if (input === 'npi') return html` inputmode="numeric" autocomplete="off"`
  if (input === 'person') return html` autocomplete="${path === 'patient.name' ? esc('name') : esc('off')}"`
  return html` autocomplete="off"`
}

function radios(
  name: string,
  legend: string,
  choices: readonly { readonly id: string; readonly text: string }[],
  filled: Filled,
  unseen: boolean,
): Html {
  const wrong = filled.problem(name)
  const id = `field-${name.replaceAll('.', '-')}`
  return html`<fieldset class="choices${wrong ? esc(' wrong') : none}"${when(wrong, () => html` aria-describedby="${esc(id)}-error"`)}><legend${unseen ? html` class="unseen"` : none}>${esc(legend)}</legend>${wrong ? problemLine(`${id}-error`, wrong) : none}${each(choices, (c) => html`<p class="check"><input type="radio" name="${esc(name)}" id="${esc(id)}-${esc(c.id)}" value="${esc(c.id)}"${filled.value(name) === c.id ? html` checked` : none}><label for="${esc(id)}-${esc(c.id)}">${esc(c.text)}</label></p>`)}</fieldset>`
}

const problemLine = (id: string, p: Problem): Html => html`<p class="error" id="${esc(id)}">${esc(p.say)} ${esc(p.fix)}</p>`
