import type { Letter } from '../../../../document/letter.ts'
import type { Analysis } from '../../../../usecases/cases/analysis.ts'
import { esc, type Html, html, none } from '../../html/html.ts'
import type { CaseAsked } from '../route.ts'
import { groundsPart, leftPart, lettersNav, objectionsPart, type RefusedChoice, voicePart } from './choices.ts'
import { filesPart } from './files.ts'
import { letterSheet } from './letter.ts'
import { type RefusedEdit, sourcePane } from './pane.ts'
import type { Sentence } from './sentences.ts'
import type { Readings } from './support.ts'
import { DRAFT_WORDS } from './words/words.ts'

export interface DraftView {
  readonly sentences: ReadonlyMap<Letter['title'], Sentence>
  readonly chosen: Sentence | null
  readonly readings: Readings
  readonly edit: RefusedEdit | null
  readonly choice: RefusedChoice | null
}

/** The letter beside what the chosen sentence rests on; above it what shapes it, below it what was left out and the files. */
export function draftMain(asked: CaseAsked, analysis: Analysis, letter: Letter, view: DraftView): Html {
  const words = DRAFT_WORDS[asked.lang]
  const { sentences, chosen, readings } = view
  const english = asked.lang === 'es' ? html` ${esc(words.english)}` : none
  const shaping =
    letter.kind === 'appeal'
      ? html`<div class="shaping">${objectionsPart(asked, analysis)}${groundsPart(asked, analysis, view.choice)}${voicePart(asked, analysis, view.choice)}</div>`
      : none
  const sheet = letterSheet(letter, asked.lang, { sentences, chosen: chosen?.at ?? null })
  const pane = sourcePane(asked, analysis, letter.kind, chosen, readings, view.edit)
  const may = asked.mayAlso('packet.download') && analysis.letters.some((l) => l.kind === 'appeal')
  return html`<p class="lead">${esc(words.lead)}${english}</p>${lettersNav(asked, analysis, letter.kind)}${shaping}<div class="sides draft-sides">${sheet}${pane}</div>${leftPart(asked, analysis, letter.kind)}${filesPart(asked, may)}`
}
