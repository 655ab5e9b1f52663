import { fullCitation } from '../../../base/citation.ts'
import type { Problem } from '../../../base/problem.ts'
import type { LadderLevel } from '../../../rights/ladder.ts'
import type { Reckoning } from '../../../rights/reckoning.ts'
import type { RightsAnswer } from '../../../usecases/rights.ts'
import { sayDate, sayDay } from '../dates.ts'
import { datesFigure } from '../figures/dates.ts'
import { CARE } from '../figures/rungs.ts'
import { each, esc, type Html, html, none } from '../html/html.ts'
import { inLang, type Lang } from '../language.ts'
import type { Library } from '../library.ts'
import { inTongue } from '../render/claims.ts'
import type { Page } from '../shell/page.ts'
import { amountIn, assumptionIn, countIn, lawIn, ruleIn, type Worded } from '../words/reckoning.ts'
import { WORDS } from '../words/words.ts'
import { type DeadlineAsked, deadlineForm, hiddenFields } from './deadlineForm.ts'

const ADDRESS = '/deadline'

const deadlinePage = (lang: Lang, main: Html, index: boolean): Page => {
  const words = WORDS[lang]
  return {
    kind: 'deadline',
    lang,
    address: ADDRESS,
    title: words.deadlineTitle,
    description: words.deadlineIntro,
    index,
    crumbs: [
      { text: words.home, address: '/' },
      { text: words.deadlineTitle, address: null },
    ],
    contents: [],
    main,
    asOf: null,
  }
}

export const deadlineFormPage = ({ knowledge }: Library, lang: Lang): Page =>
  deadlinePage(lang, html`<p class="lead">${esc(WORDS[lang].deadlineIntro)}</p>${deadlineForm(knowledge, lang, {})}`, true)

/** The form again, with what is missing said above it. */
export function deadlineProblemPage({ knowledge }: Library, lang: Lang, asked: DeadlineAsked, problem: Problem): Page {
  const words = WORDS[lang]
  const say = words.deadlineProblems[problem.where as keyof typeof words.deadlineProblems] ?? words.deadlineProblems.notice
  return deadlinePage(
    lang,
    html`<div class="note alert" role="alert"><h2>${esc(words.problemsFound)}</h2><p>${esc(say)}</p></div>${deadlineForm(knowledge, lang, asked)}`,
    false,
  )
}

export function deadlineAnswerPage(library: Library, lang: Lang, asked: DeadlineAsked, { ladder }: RightsAnswer): Page {
  const words = WORDS[lang]
  const { current, next } = ladder
  const beside = ladder.levels.filter((l) => l.beside !== null && l.standing === 'current' && l.file?.due)
  const name = library.knowledge.coverage.get(ladder.coverage)?.name[lang] ?? ''
  const main = html`<p class="lead">${esc(name)}</p>${current ? open(library, lang, asked, current) : html`<p>${esc(words.noDate)}</p>`}${beside.length ? html`<h2>${esc(words.besides)}</h2>${each(beside, (level) => levelBox(library, lang, level, isTimed(asked)))}` : none}${next ? html`<h2>${esc(words.comesNext)}</h2><p><b>${esc(next.name[lang])}</b>: ${esc(next.decider[lang])}.</p>` : none}<p class="note">${esc(words.compareLetter)}</p><h2>${esc(words.changeDates)}</h2>${deadlineForm(library.knowledge, lang, asked)}`
  return { ...deadlinePage(lang, main, false), heading: esc(words.deadlineAnswer) }
}

/** The level to use now, with its picture and the file for the calendar. */
function open(library: Library, lang: Lang, asked: DeadlineAsked, level: LadderLevel): Html {
  const words = WORDS[lang]
  const file = level.file
  const figure = file?.due && asked.notice ? datesFigure(lang, asked.notice, file.safeDue ?? file.due, file.due, words) : none
  const calendar = file?.due
    ? html`<form method="post" action="${esc(inLang(lang, '/deadline.ics'))}">${hiddenFields(asked)}<button>${esc(words.saveCalendar)}</button></form>`
    : none
  return html`${levelBox(library, lang, level, isTimed(asked), figure)}${calendar}`
}

export function levelBox(library: Library, lang: Lang, level: LadderLevel, timed: boolean, figure: Html = none): Html {
  const words = WORDS[lang]
  const times = timesToDecide(level, timed)
    .map((care) => `${words.care[care]} ${amountIn(lang, level.decide[care]?.amount ?? '')}`)
    .join(', ')
  const time = times ? html`<div><dt>${esc(words.decisionDue)}</dt><dd>${esc(times)}</dd></div>` : none
  return html`<article class="answer"><h2>${esc(level.name[lang])}</h2><p class="decider">${esc(level.decider[lang])}</p>${level.file ? filing(library, lang, level.file, figure, time) : html`<p>${level.automatic ? tongue(lawIn(library.knowledge, lang, level.automatic.says, null)) : esc(words.noDate)}</p><dl>${time}</dl>`}</article>`
}

/** Whether the reader said which of the decider's clocks runs. */
const isTimed = (asked: DeadlineAsked): boolean => asked.urgent === 'yes' || Boolean(asked.timing)

/** The clock that runs; every one of them where that is not known. */
const timesToDecide = (level: LadderLevel, timed: boolean) =>
  CARE.filter((care) => level.decide[care] && (!timed || level.clock === care))

function filing({ knowledge }: Library, lang: Lang, file: Reckoning, figure: Html, time: Html): Html {
  const words = WORDS[lang]
  const rule = ruleIn(knowledge, lang, file)
  const safe = file.safeDue ?? file.due
  const days = safe
    ? html`<p class="due">${esc(words.safeDay)} <b class="time">${esc(sayDay(lang, safe))}</b></p>${file.due && file.due !== safe ? html`<p>${esc(words.legalDay)}: <b>${esc(sayDay(lang, file.due))}</b></p>` : none}${file.alternative ? html`<p>${esc(words.alternativeDay(sayDate(lang, file.alternative)))}</p>` : none}`
    : html`<p class="due">${esc(words.noDate)}</p>`
  const row = (label: string, body: Html) => html`<div><dt>${esc(label)}</dt><dd>${body}</dd></div>`
  return html`${days}${figure}<dl>${row(words.theRule, tongue(rule))}${file.arithmetic ? row(words.theCount, esc(countIn(lang, file.arithmetic))) : none}${row(
    words.law,
    each(
      file.citations,
      (c, i) =>
        html`${i ? SEMICOLON : none}${esc(fullCitation(c))}${c.status === 'recalled' ? html` <small>(${esc(words.status.recalled)})</small>` : none}`,
    ),
  )}${time}${file.assumptions.length ? row(words.assumed, assumptions(lang, file.assumptions)) : none}</dl>`
}

const SEMICOLON = html`; `

const assumptions = (lang: Lang, list: readonly string[]): Html =>
  html`<ul>${each(list, (sentence) => html`<li>${tongue(assumptionIn(lang, sentence))}</li>`)}</ul>`

const tongue = ({ text, lang }: Worded): Html => inTongue(text, lang)
