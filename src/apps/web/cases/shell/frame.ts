import { each, esc, type Html, html, none, when } from '../../html/html.ts'
import { inLang, type Lang } from '../../language.ts'
import type { FrameContext } from '../../shell/frame.ts'
import { MARK } from '../../shell/mark.ts'
import { WORDS } from '../../words/words.ts'
import { APP_WORDS } from '../words/words.ts'
import type { AppPage, CaseBar, StepMark } from './page.ts'

export interface AppFrameContext extends FrameContext {
  /** Address of a script module of the application by its name. */
  script(name: string): string
}

/** A page of the application: its own slim head, the steps of the case, nothing of the library's navigation. */
export function appFrame(page: AppPage, context: AppFrameContext): Html {
  const words = WORDS[page.lang]
  const own = APP_WORDS[page.lang]
  return html`<!doctype html><html lang="${esc(page.lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${esc(page.title)} · ${esc(context.siteName)}</title><meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><link rel="preload" href="${esc(context.font)}" as="font" type="font/woff2" crossorigin><link rel="stylesheet" href="${esc(context.style)}"><link rel="icon" href="${esc(context.icon)}" type="image/svg+xml">${when(page.again, () => html`<noscript><meta http-equiv="refresh" content="${page.again ?? 0}"></noscript>`)}<script type="module" src="${esc(context.script('app'))}"></script>${when(page.script, () => html`<script type="module" src="${esc(context.script(page.script ?? 'app'))}"></script>`)}</head><body class="app${page.wide ? esc(' wide') : none}"><a class="skip" href="#main">${esc(words.skip)}</a>${header(page)}${page.bar ? caseBar(page.bar, page.lang) : none}<main id="main" tabindex="-1"${when(page.again, () => html` data-again="${page.again ?? 0}"`)}><h1>${esc(page.title)}</h1>${page.main}</main><footer class="foot app-foot"><p>${esc(own.footPrivacy)}</p><p>${esc(words.footLimits)}</p></footer></body></html>`
}

function header({ lang, address, signedIn, csrf }: AppPage): Html {
  const words = WORDS[lang]
  const own = APP_WORDS[lang]
  const other: Lang = lang === 'en' ? 'es' : 'en'
  const at = (path: string) => esc(inLang(lang, path))
  const account = signedIn
    ? html`<a href="${at('/cases')}">${esc(own.myCases)}</a><form method="post" action="${at('/sign-out')}"><input type="hidden" name="csrf" value="${esc(csrf)}"><button class="plain">${esc(own.signOut)}</button></form>`
    : html`<a href="${at('/cases')}">${esc(own.myCases)}</a><a href="${at('/sign-in')}">${esc(own.signIn)}</a>`
  return html`<header class="top app-top"><div class="bar"><a class="brand" href="${at('/')}">${MARK}<span>${esc(words.siteName)}</span></a><nav aria-label="${esc(own.accountNav)}">${account}<a class="other" href="${esc(inLang(other, address))}" lang="${esc(other)}" hreflang="${esc(other)}">${esc(words.otherLanguage)}</a></nav></div></header>`
}

/** Where the case stands: what it is about, by when, and the steps; folded into one line on a phone. */
function caseBar(bar: CaseBar, lang: Lang): Html {
  const words = APP_WORDS[lang]
  const at = bar.steps.findIndex((s) => s.step === bar.here)
  const current = bar.steps[at]
  const summary = current ? words.stepOf(at + 1, bar.steps.length, words.steps[current.step]) : words.overview
  return html`<div class="case-bar"><p class="case-about"><a href="${esc(inLang(lang, `/case/${bar.id}`))}">${esc(bar.about ?? words.yourAppeal)}</a>${bar.deadline ? html`<span class="case-due${bar.deadline.urgent ? esc(' soon') : none}">${esc(bar.deadline.text)}</span>` : none}</p><nav class="steps" aria-label="${esc(words.stepsNav)}"><details><summary>${esc(summary)}</summary><ol>${each(bar.steps, (mark) => stepItem(mark, bar, lang))}</ol></details></nav></div>`
}

function stepItem(mark: StepMark, bar: CaseBar, lang: Lang): Html {
  const words = APP_WORDS[lang]
  const here = mark.step === bar.here
  const state = html`<span class="unseen"> (${esc(words.stepStates[mark.state])})</span>`
  return html`<li class="${esc(mark.state)}"><a href="${esc(inLang(lang, mark.to))}"${when(here, () => html` aria-current="step"`)}>${esc(words.steps[mark.step])}${state}</a></li>`
}
