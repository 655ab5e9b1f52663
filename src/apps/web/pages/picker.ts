import type { Knowledge } from '../../../knowledge/assemble.ts'
import type { CoverageRecord } from '../../../knowledge/coverage.ts'
import { esc, type Html, html, none } from '../html/html.ts'
import { inLang, type Lang } from '../language.ts'
import { WORDS } from '../words/words.ts'
import { oncePerLang } from './once.ts'
import { choice, coverageOptions, stateOptions } from './options.ts'

/** What a reader chose: null where nothing, or nothing that is known here, was chosen. */
export interface Pick {
  readonly coverage: CoverageRecord | null
  /** Two letters, lower case, of a state whose record is held. */
  readonly state: string | null
  /** Something was chosen that is not known. */
  readonly unknown: boolean
}

export function pickOf(knowledge: Knowledge, query: URLSearchParams): Pick {
  const coverage = query.get('coverage') ?? ''
  const state = (query.get('state') ?? '').toLowerCase()
  const found = knowledge.coverage.get(coverage) ?? null
  const held = knowledge.states.has(state) ? state : null
  return { coverage: found, state: held, unknown: (coverage !== '' && !found) || (state !== '' && !held) }
}

/** The same for every page of a language, so sorted once. */
export const choicesOf = oncePerLang((knowledge, lang) => ({
  coverages: coverageOptions(knowledge, lang),
  states: stateOptions(knowledge, lang),
}))

/** A form that asks for this same page with the rights of one coverage type and state. */
export function picker(knowledge: Knowledge, lang: Lang, address: string, pick: Pick): Html {
  const words = WORDS[lang]
  const chosen = [pick.coverage?.name[lang], choicesOf(knowledge, lang).states.find((s) => s.value === pick.state)?.text].filter(
    (name) => name !== undefined,
  )
  const result = chosen.length
    ? html`<p role="status">${esc(words.picked(chosen.join(', ')))} <a href="${esc(inLang(lang, address))}#rights">${esc(words.showAll)}</a></p>`
    : pick.unknown
      ? html`<p role="status">${esc(words.unknownPick)}</p>`
      : none
  const fields = chosen.length || pick.unknown ? fieldsOf(knowledge, lang, pick) : emptyFields(knowledge, lang)
  return html`<form class="panel picker" action="${esc(inLang(lang, address))}#rights">${fields}${result}</form>`
}

/** The picker of a page on which nothing was chosen; its fields, the same on all, are encoded once. */
export const emptyPicker = (knowledge: Knowledge, lang: Lang, address: string): readonly Uint8Array[] => [
  Buffer.from(html`<form class="panel picker" action="${esc(inLang(lang, address))}#rights">`),
  emptyBytes(knowledge, lang),
]

const emptyBytes = oncePerLang((knowledge, lang) => Buffer.from(html`${emptyFields(knowledge, lang)}</form>`))

const emptyFields = oncePerLang((knowledge, lang) => fieldsOf(knowledge, lang, { coverage: null, state: null, unknown: false }))

function fieldsOf(knowledge: Knowledge, lang: Lang, pick: Pick): Html {
  const words = WORDS[lang]
  const { coverages, states } = choicesOf(knowledge, lang)
  return html`<p class="panel-title">${esc(words.pickTitle)}</p><div class="row">${choice('pick-coverage', 'coverage', words.coverage, words.anyCoverage, coverages, pick.coverage?.id ?? null)}${states.length ? choice('pick-state', 'state', words.state, words.anyState, states, pick.state) : none}<button>${esc(words.showRights)}</button></div><p class="help">${esc(words.pickHelp)} <a href="${esc(inLang(lang, '/coverage'))}">${esc(words.pickKinds)}</a></p>`
}
