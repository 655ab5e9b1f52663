import type { Problem } from '../../../../base/problem.ts'
import type { ListName } from '../../../../casefile/event.ts'
import { OUTCOMES } from '../../../../facts/casefile/fields.ts'
import type { Analysis } from '../../../../usecases/cases/analysis.ts'
import { LIST_FIELDS, type ListFields } from '../../../../usecases/cases/facts.ts'
import { each, esc, type Html, html, none, when } from '../../html/html.ts'
import { inLang } from '../../language.ts'
import type { CaseAsked } from '../route.ts'
import { EVIDENCE_WORDS } from './words/words.ts'

/** What is being filled in: a new item, one stated before, or one that was read in a record. */
export interface FactForm {
  readonly list: ListName
  readonly item: string | null
  /** Place of the fact in `analysis.proposals`, with the words that name it. */
  readonly read: { readonly at: number; readonly what: string } | null
  readonly fields: ListFields
  readonly problems: readonly Problem[]
}

/** Fields without which an item says nothing. */
const NEEDED: ReadonlySet<string> = new Set([
  'diagnoses.name',
  'priorTreatments.agent',
  'contraindications.agent',
  'contraindications.reason',
  'measures.measure',
  'measures.value',
  'results.test',
  'results.finding',
  'events.kind',
  'events.what',
  'statements.words',
])
const DATES: ReadonlySet<string> = new Set(['since', 'start', 'end', 'date'])
const LONG: ReadonlySet<string> = new Set(['reason', 'finding', 'what', 'words'])

export function factForm(asked: CaseAsked, form: FactForm, analysis: Analysis | null): Html {
  const words = EVIDENCE_WORDS[asked.lang]
  const action = esc(inLang(asked.lang, `/case/${asked.id}/evidence/fact/${form.list}`))
  const hidden = html`<input type="hidden" name="csrf" value="${esc(asked.csrf)}">${when(form.item, () => html`<input type="hidden" name="item" value="${esc(form.item ?? '')}">`)}${when(form.read, () => html`<input type="hidden" name="read" value="${form.read?.at ?? 0}"><input type="hidden" name="what" value="${esc(form.read?.what ?? '')}">`)}`
  const lead = form.read ? html`<p>${esc(words.correctLead)}</p>` : none
  return html`${lead}<form class="sheet-form" method="post" action="${action}">${hidden}${each(LIST_FIELDS[form.list], (name) => fieldOf(asked, form, name, analysis))}<p class="actions"><button>${esc(words.save)}</button><a href="${esc(inLang(asked.lang, `/case/${asked.id}/evidence`))}#facts">${esc(words.cancel)}</a></p></form>`
}

function fieldOf(asked: CaseAsked, form: FactForm, name: string, analysis: Analysis | null): Html {
  const words = EVIDENCE_WORDS[asked.lang]
  const value = form.fields[name] ?? ''
  const wrong = form.problems.find((p) => p.where === name)
  const needed = NEEDED.has(`${form.list}.${name}`)
  const described = [...(wrong ? [`${name}-wrong`] : []), ...(DATES.has(name) ? [`${name}-help`] : [])].join(' ')
  const says = html` id="${esc(name)}" name="${esc(name)}"${described ? html` aria-describedby="${esc(described)}"` : none}${wrong ? html` aria-invalid="true"` : none}${needed ? html` required` : none}`
  const input =
    name === 'outcome'
      ? html`<select${says}><option value=""></option>${each(OUTCOMES, (o) => html`<option value="${esc(o)}"${value === o ? html` selected` : none}>${esc(words.outcomes[o])}</option>`)}</select>`
      : name === 'ground'
        ? html`<select${says}><option value="">${esc(words.anyGround)}</option>${each(analysis?.grounds ?? [], (g) => html`<option value="${esc(g.id)}"${value === g.id ? html` selected` : none}>${esc(g.heading)}</option>`)}</select>`
        : LONG.has(name)
          ? html`<textarea${says} rows="3" maxlength="1000">${esc(value)}</textarea>`
          : html`<input${says} value="${esc(value)}" maxlength="300" autocomplete="off">`
  const label = words.fields[name as keyof typeof words.fields] ?? name
  return html`<div class="field${wrong ? esc(' wrong') : none}"><label for="${esc(name)}">${esc(label)}${needed ? html` <span class="help">(${esc(words.needed)})</span>` : none}</label>${wrong ? html`<p class="error" id="${esc(name)}-wrong">${esc(saidWrong(asked, form, name, value))}</p>` : none}${input}${when(DATES.has(name), () => html`<p class="help" id="${esc(name)}-help">${esc(words.dateHelp)}</p>`)}</div>`
}

/** What is wrong with a field, in the language of the page. */
function saidWrong({ lang }: CaseAsked, { fields, list, problems }: FactForm, name: string, value: string): string {
  const says = EVIDENCE_WORDS[lang].notThisField
  if (!value.trim() && NEEDED.has(`${list}.${name}`)) return says.needed
  if (name === 'end' && fields.start && problems.length === 1 && /earlier/.test(problems[0]?.say ?? '')) return says.order
  if (DATES.has(name)) return says.date
  if (name === 'value') return says.figure
  return name === 'code' ? says.code : says.other
}
