import type { Analysis } from '../../../../usecases/cases/analysis.ts'
import { figuresFor } from '../../../../usecases/cases/track/figures.ts'
import { each, esc, type Html, html, none, when } from '../../html/html.ts'
import type { CaseAsked } from '../route.ts'
import type { InBoth } from '../words/words.ts'

const EN = {
  title: 'How such appeals have ended',
  notYours: 'This is not your chance of winning. It is what a public source counted.',
  leavesOut: 'What it leaves out',
  quoted: 'We saw these figures quoted by others, not on the page itself.',
} as const

export const CHANCES_WORDS: InBoth<typeof EN> = {
  en: EN,
  es: {
    title: 'Cómo terminaron apelaciones así',
    notYours: 'Esta no es su probabilidad de ganar. Es lo que contó una fuente pública.',
    leavesOut: 'Lo que no dice',
    quoted: 'Vimos estas cifras citadas por otros, no en la página misma.',
  },
}

/** Figures of a public source for this kind of plan, State and level; nothing where none fits. */
export function chancesPart({ lang, library, state }: CaseAsked, analysis: Analysis): Html {
  const figures = state.closed ? [] : figuresFor(library.knowledge, analysis)
  if (!figures.length) return none
  const words = CHANCES_WORDS[lang]
  return html`<section class="figures"><h2>${esc(words.title)}</h2>${each(
    figures,
    ({ says, leavesOut, source, period, status }) =>
      html`<div class="card"><p><strong>${esc(says[lang])}</strong></p><p class="help"><a href="${esc(source.url)}" rel="noreferrer" lang="en">${esc(source.title)}</a>, ${esc(source.publisher)}, ${esc(period)}.${when(status === 'secondary', () => html` ${esc(words.quoted)}`)}</p><p>${esc(words.notYours)}</p><details><summary>${esc(words.leavesOut)}</summary><ul>${each(leavesOut, (l) => html`<li>${esc(l[lang])}</li>`)}</ul></details></div>`,
  )}</section>`
}
