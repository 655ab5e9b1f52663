import type { Knowledge } from '../../../knowledge/assemble.ts'
import { each, esc, type Html, html, none } from '../html/html.ts'
import { inLang, type Lang } from '../language.ts'
import { WORDS } from '../words/words.ts'
import { oncePerLang } from './once.ts'
import { choice, REQUIRED } from './options.ts'
import { choicesOf } from './picker.ts'

export const TIMINGS = ['pre_service', 'concurrent', 'post_service'] as const
const LETTERS = ['initial', 'internal_appeal'] as const

/** What the form of the calculator asks, as sent: text by field. */
export const DEADLINE_FIELDS = ['coverage', 'state', 'notice', 'received', 'timing', 'letter', 'urgent'] as const
export type DeadlineAsked = Readonly<Partial<Record<(typeof DEADLINE_FIELDS)[number], string>>>

/** The calculator. It is sent as a body, so that no date stands in an address, a log or a history. */
export function deadlineForm(knowledge: Knowledge, lang: Lang, asked: DeadlineAsked): Html {
  return Object.keys(asked).length ? formOf(knowledge, lang, asked) : emptyForm(knowledge, lang)
}

const emptyForm = oncePerLang((knowledge, lang) => formOf(knowledge, lang, {}))

function formOf(knowledge: Knowledge, lang: Lang, asked: DeadlineAsked): Html {
  const words = WORDS[lang]
  const { coverages, states } = choicesOf(knowledge, lang)
  const date = (name: 'notice' | 'received', label: string, required: boolean) =>
    html`<div class="field"><label for="deadline-${esc(name)}">${esc(label)}</label><input type="date" id="deadline-${esc(name)}" name="${esc(name)}" value="${esc(asked[name] ?? '')}" min="2000-01-01" max="2099-12-31"${required ? REQUIRED : none}></div>`
  const timing = ['', ...TIMINGS].map((value) => ({ value, text: words.careTimes[value as keyof typeof words.careTimes] }))
  const letter = LETTERS.map((value) => ({ value, text: words.letterLevels[value] }))
  return html`<form class="panel" method="post" action="${esc(inLang(lang, '/deadline'))}"><p class="panel-title">${esc(words.deadlineTitle)}</p><div class="row">${choice('deadline-coverage', 'coverage', words.coverage, words.chooseCoverage, coverages, asked.coverage ?? null, true)}${states.length ? choice('deadline-state', 'state', words.state, words.anyState, states, asked.state ?? null) : none}${choice('deadline-letter', 'letter', words.whichLetter, null, letter, asked.letter ?? null)}${choice('deadline-timing', 'timing', words.careWhen, null, timing, asked.timing ?? null)}${date('notice', words.noticeDate, true)}${date('received', words.receivedDate, false)}</div><p class="check"><input type="checkbox" id="deadline-urgent" name="urgent" value="yes"${asked.urgent ? CHECKED : none}><label for="deadline-urgent">${esc(words.urgentLabel)}</label></p><p><button>${esc(words.reckon)}</button></p><p class="help">${esc(words.deadlineNothingKept)}</p></form>`
}

const CHECKED = html` checked`

/** What was asked, to be sent again unseen. */
export const hiddenFields = (asked: DeadlineAsked): Html =>
  each(DEADLINE_FIELDS, (name) =>
    asked[name] ? html`<input type="hidden" name="${esc(name)}" value="${esc(asked[name] ?? '')}">` : none,
  )
