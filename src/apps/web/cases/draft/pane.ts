import type { Problem } from '../../../../base/problem.ts'
import type { LetterKind } from '../../../../document/letter.ts'
import type { Analysis } from '../../../../usecases/cases/analysis.ts'
import { SENTENCE_MOST } from '../../../../usecases/cases/edit.ts'
import { each, esc, type Html, html, none, when } from '../../html/html.ts'
import { inLang } from '../../language.ts'
import type { CaseAsked } from '../route.ts'
import type { Sentence } from './sentences.ts'
import { type Readings, supportItem } from './support.ts'
import { DRAFT_WORDS } from './words/words.ts'

/** What was typed and could not be taken. */
export interface RefusedEdit {
  readonly do: 'replace' | 'add'
  readonly text: string
  readonly problem: Problem
}

/** Sources shown at once; headings rest on a dozen. */
const SUPPORT_MOST = 5

/** What the chosen sentence rests on, and the form that changes it. */
export function sourcePane(
  asked: CaseAsked,
  analysis: Analysis,
  kind: LetterKind,
  chosen: Sentence | null,
  readings: Readings,
  wrong: RefusedEdit | null,
): Html {
  const words = DRAFT_WORDS[asked.lang]
  if (!chosen)
    return html`<aside class="pane stays idle" id="source" aria-labelledby="source-title"><h2 id="source-title">${esc(words.sources)}</h2><p class="help">${esc(words.choose)}</p></aside>`
  const { claim, own } = chosen
  const first = claim.support.slice(0, SUPPORT_MOST)
  const rest = claim.support.slice(SUPPORT_MOST)
  const items = (list: typeof first) =>
    html`<ul class="supports">${each(list, (s) => html`<li>${supportItem(asked, analysis, readings, s)}</li>`)}</ul>`
  const shown =
    own !== null
      ? html`<p class="own-note"><b>${esc(words.own)}</b> ${esc(words.ownSay)}</p>`
      : html`${items(first)}${when(rest.length, () => html`<details><summary>${esc(words.more(rest.length))}</summary>${items(rest)}</details>`)}`
  const edit = asked.mayAlso('draft.edit') ? editing(asked, kind, chosen, wrong) : none
  return html`<aside class="pane stays" id="source" aria-labelledby="source-title" tabindex="-1"><div class="pane-head"><h2 id="source-title">${esc(words.sources)}</h2><a class="pane-close" href="${esc(letterPath(asked, kind))}#s-${chosen.at}" data-close>${esc(words.close)}</a></div><p class="pane-sentence" lang="en">${esc(claim.sentence)}</p>${shown}${edit}</aside>`
}

export const letterPath = ({ lang, id }: Pick<CaseAsked, 'lang' | 'id'>, kind: LetterKind): string =>
  inLang(lang, `/case/${id}/draft${kind === 'appeal' ? '' : `/${kind}`}`)

function editing(asked: CaseAsked, kind: LetterKind, s: Sentence, wrong: RefusedEdit | null): Html {
  const words = DRAFT_WORDS[asked.lang]
  const action = esc(inLang(asked.lang, `/case/${asked.id}/draft/${kind}/edit`))
  const csrf = html`<input type="hidden" name="csrf" value="${esc(asked.csrf)}"><input type="hidden" name="s" value="${s.at}">`
  const sentence = html`<input type="hidden" name="sentence" value="${esc(s.claim.sentence)}">`
  if (!s.editable && s.own === null)
    return html`<p class="help">${esc(words.notEditable)}</p><p class="support-links"><a href="${esc(inLang(asked.lang, `/case/${asked.id}/letter`))}">${esc(words.correctLetter)}</a><a href="${esc(inLang(asked.lang, `/case/${asked.id}/evidence`))}#facts">${esc(words.correctEvidence)}</a></p>`
  const said = (what: 'replace' | 'add') =>
    wrong?.do === what ? html`<p class="error" id="${esc(what)}-wrong" role="alert">${esc(words.empty)}</p>` : none
  const kept = s.own === null ? undefined : asked.state.edits.get(s.own)
  const back = kept
    ? html`<form method="post" action="${action}">${csrf}<input type="hidden" name="edit" value="${esc(kept.edit)}">${when(kept.original, () => html`<p class="help">${esc(words.first)}</p><blockquote lang="en"><p>${esc(kept.original)}</p></blockquote>`)}<button class="plain" name="do" value="restore">${esc(kept.action === 'add' ? words.restoreAdded : words.restore)}</button></form>`
    : none
  const replace = html`<details class="edit"${wrong?.do === 'replace' ? html` open` : none}><summary>${esc(words.edit)}</summary><form method="post" action="${action}">${csrf}${sentence}${said('replace')}<label class="unseen" for="edit-text">${esc(words.edit)}</label><textarea id="edit-text" name="text" rows="5" maxlength="${SENTENCE_MOST}" lang="en" aria-describedby="edit-help${wrong?.do === 'replace' ? esc(' replace-wrong') : none}">${esc(wrong?.do === 'replace' ? wrong.text : s.claim.sentence)}</textarea><p class="help" id="edit-help">${esc(words.editHelp)}</p><p class="actions"><button name="do" value="replace">${esc(words.save)}</button>${kept?.action === 'add' ? none : html`<button class="second" name="do" value="remove">${esc(words.remove)}</button>`}</p></form></details>`
  const add =
    s.followed || s.own !== null
      ? html`<details class="edit"${wrong?.do === 'add' ? html` open` : none}><summary>${esc(words.addAfter)}</summary><form method="post" action="${action}">${csrf}${sentence}${said('add')}<label for="add-text">${esc(words.addText)}</label><textarea id="add-text" name="text" rows="3" maxlength="${SENTENCE_MOST}" lang="en"${wrong?.do === 'add' ? html` aria-describedby="add-wrong"` : none}>${esc(wrong?.do === 'add' ? wrong.text : '')}</textarea><p class="actions"><button class="second" name="do" value="add">${esc(words.add)}</button></p></form></details>`
      : none
  return html`<div class="pane-edit">${back}${replace}${add}</div>`
}
