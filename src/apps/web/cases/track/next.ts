import type { NextStep } from '../../../../casefile/track/nextLevel.ts'
import { factValue } from '../../../../facts/fact.ts'
import { stateNamed } from '../../../../rights/stateRules.ts'
import type { Analysis } from '../../../../usecases/cases/analysis.ts'
import { sayDate } from '../../dates.ts'
import { each, esc, type Html, html, isWebAddress, none, when } from '../../html/html.ts'
import { inLang } from '../../language.ts'
import { inTongue } from '../../render/claims.ts'
import { lawIn } from '../../words/reckoning.ts'
import type { CaseAsked } from '../route.ts'
import { reckoningBox } from './reckoning.ts'
import { TRACK_WORDS } from './words/words.ts'

/** What is open now, nearest first, each with what to have ready and the one button that does it. */
export function nextPart(asked: CaseAsked, analysis: Analysis, steps: readonly NextStep[], answered: boolean): Html {
  if (!steps.length) return none
  const words = TRACK_WORDS[asked.lang]
  return html`<section id="next"><h2>${esc(words.whatNext)}</h2>${each(steps, (step) => card(asked, analysis, step, answered))}</section>`
}

/** Those to which the case itself can go on; a second appeal and a reopening stay where the case is. */
const GOES_ON: ReadonlySet<string> = new Set(['external', 'hearing', 'administrative', 'second_level', 'automatic'])

function card(asked: CaseAsked, analysis: Analysis, step: NextStep, answered: boolean): Html {
  const { lang, library } = asked
  const words = TRACK_WORDS[lang]
  const k = library.knowledge
  const process = step.process ? k.processes.get(step.process) : undefined
  const to = (path: string) => esc(inLang(lang, path))
  const named = step.level ? html`<p><strong>${esc(step.name[lang])}</strong></p>` : none
  const decider = step.decider ? html`<p>${esc(words.decides)}: ${esc(step.decider[lang])}</p>` : none
  const law = step.law ? lawIn(k, lang, step.law.says, null) : null
  const needs = step.needs.filter((n) => n !== 'nothing')
  return html`<article class="card next-step"><h3>${esc(words.next[step.kind])}</h3>${named}${decider}${when(step.stated, () => html`<p>${esc(words.statedDay(sayDate(lang, step.stated ?? '')))}</p>`)}${step.file && !step.stated ? reckoningBox(k, lang, step.file) : none}${law ? html`<details class="reckoned"><summary>${esc(words.lawSays)}</summary><p>${inTongue(law.text, law.lang)}</p></details>` : none}${when(needs.length, () => html`<p class="help">${esc(words.have)}: ${esc(needs.map((n) => words.needs[n]).join('; '))}.</p>`)}${step.kind === 'regulator' ? regulator(asked, analysis) : none}<div class="actions">${button(asked, analysis, step, answered)}${when(process, () => html`<a href="${to(`/process/${process?.slug ?? ''}`)}">${esc(words.explained)}</a>`)}</div>${when(GOES_ON.has(step.kind) && step.level && answered, () => html`<p class="help">${esc(words.goOnSay)}</p>`)}</article>`
}

function button({ lang, id, csrf, mayAlso }: CaseAsked, { letters }: Analysis, step: NextStep, answered: boolean): Html {
  const words = TRACK_WORDS[lang]
  const at = (path: string) => esc(inLang(lang, `/case/${id}${path}`))
  const post = (action: string, label: string) =>
    html`<form method="post" action="${at(action)}"><input type="hidden" name="csrf" value="${esc(csrf)}"><input type="hidden" name="go" value="yes"><button>${esc(label)}</button></form>`
  if (step.kind === 'regulator' && letters.some((l) => l.kind === 'regulator_complaint') && mayAlso('draft.read'))
    return html`<a class="button second" href="${at('/draft/regulator_complaint')}">${esc(words.complaint)}</a>`
  if (step.kind === 'overdue_letter')
    return letters.some((l) => l.kind === 'overdue_decision') && mayAlso('draft.edit')
      ? post('/track/overdue', words.writeLate)
      : none
  return GOES_ON.has(step.kind) && step.level && mayAlso('level.advance') && (answered || step.law || step.kind === 'automatic')
    ? post('/track/next', words.goOn)
    : none
}

/** The State's office, where its law reaches this coverage; else the record's own words have named the office already. */
function regulator({ library, lang }: CaseAsked, { facts, ladder }: Analysis): Html {
  const words = TRACK_WORDS[lang]
  const k = library.knowledge
  const state = facts ? stateNamed(k, factValue(facts.plan.state)) : null
  const reached = k.coverage.get(ladder?.coverage ?? '')?.stateLaw
  const office = state && reached === 'applies' ? state.regulator : null
  if (!office) return none
  const site = office.complaintUrl ?? office.url
  return html`<dl class="office"><div><dt>${esc(words.complainAt)}</dt><dd lang="en">${esc(office.name)}</dd></div>${when(office.phone, () => html`<div><dt>${esc(words.phone)}</dt><dd>${esc(office.phone ?? '')}</dd></div>`)}${when(site && isWebAddress(site), () => html`<div><dt>${esc(words.site)}</dt><dd><a href="${esc(site ?? '')}" rel="noreferrer">${esc(site ?? '')}</a></dd></div>`)}</dl>`
}
