import type { Problem } from '../../../../base/problem.ts'
import { CASE_ROLES } from '../../../../casefile/event.ts'
import { each, esc, type Html, html, none, when } from '../../html/html.ts'
import { inLang, type Lang } from '../../language.ts'
import { problemList } from '../pages/problem.ts'
import type { AppAsked } from '../route.ts'
import type { AppPage } from '../shell/page.ts'
import { START_WORDS } from './words.ts'

/** Characters of a pasted letter. */
export const PASTE_MOST = 100_000

/** The one form that begins a case; it stands on the first page of the site as well, where `csrf` is not known. */
export function startForm(lang: Lang, csrf: string, text = ''): Html {
  const words = START_WORDS[lang]
  return html`<form class="start-form" method="post" action="${esc(inLang(lang, '/start'))}" enctype="multipart/form-data">${when(csrf, () => html`<input type="hidden" name="csrf" value="${esc(csrf)}">`)}<div class="drop"><label for="letter">${esc(words.choose)}</label><input id="letter" name="letter" type="file" multiple accept="application/pdf,image/*,.heic,.docx,.txt,.html,text/plain" aria-describedby="letter-help"><p class="help" id="letter-help">${esc(words.chooseHelp)}</p></div><p class="or">${esc(words.or)}</p><div class="field"><label for="text">${esc(words.paste)}</label><textarea id="text" name="text" rows="4" maxlength="${PASTE_MOST}" aria-describedby="text-help">${esc(text)}</textarea><p class="help" id="text-help">${esc(words.pasteHelp)}</p></div><fieldset class="choices"><legend>${esc(words.who)}</legend>${each(CASE_ROLES, (role, i) => html`<p class="check"><input type="radio" name="as" id="as-${esc(role)}" value="${esc(role)}"${i === 0 ? html` checked` : none}><label for="as-${esc(role)}">${esc(words.roles[role])}</label></p>`)}</fieldset><p><button>${esc(words.button)}</button></p><p class="help">${esc(words.private)}</p></form>`
}

export function startPage(asked: AppAsked, problems: readonly Problem[] = [], text = ''): AppPage {
  const words = START_WORDS[asked.lang]
  return {
    lang: asked.lang,
    address: '/start',
    title: words.title,
    main: html`<p class="lead">${esc(words.lead)}</p>${problems.length ? problemList(asked.lang, problems) : none}${startForm(asked.lang, asked.csrf, text)}`,
    bar: null,
    signedIn: asked.session?.person.email != null,
    csrf: asked.csrf,
  }
}
