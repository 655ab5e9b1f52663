import type { Problem } from '../../../../base/problem.ts'
import { HOLDERS, type Holder } from '../../../../casefile/event.ts'
import type { LetterKind } from '../../../../document/letter.ts'
import type { Analysis } from '../../../../usecases/cases/analysis.ts'
import { WANTED_MOST } from '../../../../usecases/cases/requests.ts'
import { each, esc, type Html, html, none, when } from '../../html/html.ts'
import { inLang } from '../../language.ts'
import type { CaseAsked } from '../route.ts'
import { EVIDENCE_WORDS } from './words/words.ts'

/** What was typed and could not be taken. */
export interface WantedForm {
  readonly what: string
  readonly from: Holder
  readonly office: string
  readonly problem: Problem | null
}

export const NOTHING_WANTED: WantedForm = { what: '', from: 'records_office', office: '', problem: null }

/** The letter that asks whoever has it. */
const LETTER_TO: Readonly<Record<Holder, LetterKind | null>> = {
  records_office: 'records_request',
  prescriber: 'prescriber_request',
  plan: 'claim_file_request',
  self: null,
}

/** "It exists, but I don't have it." */
export function wantedPart(asked: CaseAsked, analysis: Analysis | null, form: WantedForm): Html {
  const words = EVIDENCE_WORDS[asked.lang]
  const at = (path: string) => esc(inLang(asked.lang, `/case/${asked.id}${path}`))
  const csrf = html`<input type="hidden" name="csrf" value="${esc(asked.csrf)}">`
  const written = (kind: LetterKind | null) => kind !== null && (analysis?.letters.some((l) => l.kind === kind) ?? false)
  const held = each([...asked.state.wanted.values()], (w) => {
    const kind = LETTER_TO[w.from]
    return html`<li><p><b>${esc(w.what)}</b> <span class="help">${esc(w.office || words.holders[w.from])}</span></p><div class="fact-do">${written(kind) ? html`<a href="${at(`/draft/${kind ?? ''}`)}">${esc(words.letterReady)}<span class="unseen">: ${esc(w.what)}</span></a>` : none}<form method="post" action="${at('/evidence/unwanted')}">${csrf}<input type="hidden" name="wanted" value="${esc(w.wanted)}"><button class="plain">${esc(words.wantedGone)}<span class="unseen">: ${esc(w.what)}</span></button></form></div></li>`
  })
  const wrong = form.problem
  return html`<section aria-labelledby="wanted"><h2 id="wanted">${esc(words.wanted)}</h2><p>${esc(words.wantedLead)}</p>${when(asked.state.wanted.size, () => html`<ul class="wanted">${held}</ul>`)}<form class="card" method="post" action="${at('/evidence/wanted')}#wanted">${csrf}<div class="field${wrong ? esc(' wrong') : none}"><label for="wanted-what">${esc(words.wantedWhat)}</label>${wrong ? html`<p class="error" id="wanted-wrong" role="alert">${esc(words.wantedMissing)}</p>` : none}<input id="wanted-what" name="what" value="${esc(form.what)}" maxlength="${WANTED_MOST}" autocomplete="off" aria-describedby="wanted-help${wrong ? esc(' wanted-wrong') : none}"><p class="help" id="wanted-help">${esc(words.wantedWhatHelp)}</p></div><div class="row"><div><label for="wanted-from">${esc(words.wantedFrom)}</label><select id="wanted-from" name="from">${each(HOLDERS, (h) => html`<option value="${esc(h)}"${form.from === h ? html` selected` : none}>${esc(words.holders[h])}</option>`)}</select></div><div><label for="wanted-office">${esc(words.wantedOffice)}</label><input id="wanted-office" name="office" value="${esc(form.office)}" maxlength="${WANTED_MOST}" autocomplete="off"></div></div><p class="actions"><button class="second">${esc(words.wantedAdd)}</button></p></form></section>`
}
