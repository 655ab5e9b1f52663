import type { Problem } from '../../../../base/problem.ts'
import { each, esc, type Html, html } from '../../html/html.ts'
import { inLang, type Lang } from '../../language.ts'
import type { AppAsked } from '../route.ts'
import type { AppPage } from '../shell/page.ts'
import { say, sayPlain } from '../words/say.ts'
import type { Lookup } from '../words/slots.ts'
import { APP_WORDS } from '../words/words.ts'

/** What went wrong and what to do, in the place where the answer would have stood. */
export function problemList(lang: Lang, problems: readonly Problem[], own?: Lookup): Html {
  return html`<div class="note alert" role="alert">${each(problems, (p) => html`<p><strong>${say(lang, p.say, own)}</strong> ${say(lang, p.fix, own)}</p>`)}</div>`
}

/** What is wrong with one field, to stand beside it. */
export function firstSaid(lang: Lang, problems: readonly Problem[] | undefined, where: string): string | undefined {
  const first = problems?.find((p) => p.where === where)
  return first && sayPlain(lang, first.say)
}

const plain = (asked: AppAsked, title: string, main: Html, address: string): AppPage => ({
  lang: asked.lang,
  address,
  title,
  main,
  bar: null,
  signedIn: asked.session?.person.email != null,
  csrf: asked.csrf,
})

export function problemPage(asked: AppAsked, problems: readonly Problem[], url: URL): AppPage {
  const words = APP_WORDS[asked.lang]
  const path = url.pathname.replace(/^\/es(?=\/|$)/, '') || '/'
  return plain(
    asked,
    words.problemTitle,
    html`${problemList(asked.lang, problems)}<p><a href="${esc(inLang(asked.lang, path))}">${esc(words.goBack)}</a></p>`,
    path,
  )
}

/** The same for a case that is not there and one that is not yours. */
export function notHerePage(asked: AppAsked): AppPage {
  const words = APP_WORDS[asked.lang]
  const to = (path: string) => esc(inLang(asked.lang, path))
  return plain(
    asked,
    words.notHere,
    html`<p>${esc(words.notHereSay)}</p><p>${esc(words.notHereFix)}</p><p><a class="button" href="${to('/sign-in')}">${esc(words.signIn)}</a></p>`,
    '/cases',
  )
}
