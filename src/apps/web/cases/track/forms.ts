import type { Problem } from '../../../../base/problem.ts'
import type { AnswerOutcome } from '../../../../casefile/event.ts'
import { each, esc, type Html, html, none } from '../../html/html.ts'
import { inLang } from '../../language.ts'
import { problemList } from '../pages/problem.ts'
import type { CaseAsked } from '../route.ts'
import { PASTE_MOST } from '../start/page.ts'
import { TRACK_WORDS } from './words/words.ts'

export const OUTCOMES: readonly AnswerOutcome[] = ['overturned', 'partly_overturned', 'upheld', 'dismissed', 'not_an_answer']

/** What was typed and could not be taken, shown where it was typed. */
export interface Refused {
  readonly form: 'answer' | 'hand'
  readonly problems: readonly Problem[]
  readonly fields: URLSearchParams
}

export const action = ({ lang, id }: Pick<CaseAsked, 'lang' | 'id'>, path: string): Html =>
  esc(inLang(lang, `/case/${id}${path}`))
export const token = ({ csrf }: Pick<CaseAsked, 'csrf'>): Html => html`<input type="hidden" name="csrf" value="${esc(csrf)}">`

/** The letter dropped in, and below it the answer that came without one. */
export function answerForms(asked: CaseAsked, refused: Refused | null): Html {
  const { lang, mayAlso } = asked
  const words = TRACK_WORDS[lang]
  const wrong = (form: Refused['form']) => (refused?.form === form ? problemList(asked.lang, refused.problems) : none)
  const upload = mayAlso('document.add')
    ? html`<form class="sheet-form" method="post" action="${action(asked, '/track/answer')}" enctype="multipart/form-data">${token(asked)}<h2>${esc(words.answerTitle)}</h2><p>${esc(words.answerLead)}</p>${wrong('answer')}<div class="drop"><label for="letter">${esc(words.choose)}</label><input id="letter" name="letter" type="file" multiple accept="application/pdf,image/*,.heic,.docx,.txt,.html,text/plain" aria-describedby="letter-help"><p class="help" id="letter-help">${esc(words.chooseHelp)}</p></div><div class="field"><label for="text">${esc(words.paste)}</label><textarea id="text" name="text" rows="3" maxlength="${PASTE_MOST}">${esc(refused?.form === 'answer' ? (refused.fields.get('text') ?? '') : '')}</textarea></div><p><button>${esc(words.add)}</button></p></form>`
    : none
  if (!mayAlso('answer.record')) return upload
  const given = refused?.form === 'hand' ? refused.fields : null
  const chosen = OUTCOMES.find((o) => o === given?.get('outcome')) ?? null
  return html`${upload}<details class="by-hand" ${given ? html`open` : none}><summary>${esc(words.byHand)}</summary><p>${esc(words.byHandSay)}</p>${wrong('hand')}<form method="post" action="${action(asked, '/track/told')}">${token(asked)}${outcomeFields(asked, 'hand', chosen, given?.get('on') ?? '')}<p><button>${esc(words.record)}</button></p></form></details>`
}

/** Outcome and date; nothing is chosen beforehand where it is not known. */
export function outcomeFields({ lang }: Pick<CaseAsked, 'lang'>, id: string, chosen: AnswerOutcome | null, on: string): Html {
  const words = TRACK_WORDS[lang]
  return html`<fieldset class="choices"><legend>${esc(words.outcome)}</legend>${each(OUTCOMES, (o) => html`<p class="check"><input type="radio" name="outcome" id="${esc(id)}-${esc(o)}" value="${esc(o)}"${o === chosen ? html` checked` : none}><label for="${esc(id)}-${esc(o)}">${esc(words.outcomes[o])}</label></p>`)}</fieldset><div class="field"><label for="${esc(id)}-on">${esc(words.on)}</label><input type="date" id="${esc(id)}-on" name="on" value="${esc(on)}" aria-describedby="${esc(id)}-on-help"><p class="help" id="${esc(id)}-on-help">${esc(words.onHelp)}</p></div>`
}
