import { decidingLeaves } from '../../../../argument/terms/criteria.ts'
import type { Support } from '../../../../base/support.ts'
import type { Clause, Match } from '../../../../criteria/requirement.ts'
import type { Analysis } from '../../../../usecases/cases/analysis.ts'
import { evidenceTasks, type ShownTask } from '../../../../usecases/cases/tasks.ts'
import { sayDate } from '../../dates.ts'
import { each, esc, type Html, html, none, when } from '../../html/html.ts'
import { inLang } from '../../language.ts'
import type { CaseAsked } from '../route.ts'
import { say, spanishIn } from '../words/say.ts'
import { sourceAddress } from './source.ts'
import { oneLine } from './values.ts'
import { CRITERIA_WORDS } from './words/criteria.ts'
import { EVIDENCE_WORDS } from './words/words.ts'

/** The requirements beside the evidence, then what is missing with whom to ask. */
export function criteriaMain(asked: CaseAsked, analysis: Analysis): Html {
  const words = CRITERIA_WORDS[asked.lang]
  const { criteria } = analysis
  const at = (path: string) => esc(inLang(asked.lang, `/case/${asked.id}${path}`))
  const next = html`<p class="actions"><a class="button" href="${at('/draft')}">${esc(words.toDraft)}</a><a href="${at('/evidence')}">${esc(words.toEvidence)}</a></p>`
  const rules = criteria
    ? html`${criteria.held ? heldLead(asked, analysis) : typicalLead(asked, analysis)}${sum(asked, criteria.match)}<ol class="rules">${rule(asked, analysis, criteria.match, false)}</ol>`
    : html`${typicalLead(asked, analysis)}`
  return html`${rules}${tasksPart(asked, analysis)}${next}`
}

function heldLead(asked: CaseAsked, { criteria, documents }: Analysis): Html {
  const words = CRITERIA_WORDS[asked.lang]
  const policy = criteria?.policy
  const doc = documents.find((d) => d.doc === policy?.doc)
  const named = [policy?.title ?? doc?.name, policy?.number].filter(Boolean).join(', ')
  return html`<p class="lead">${esc(words.leadHeld)}</p><p>${esc(words.policy)}: <a href="${esc(inLang(asked.lang, `/case/${asked.id}/source/${policy?.doc ?? ''}/1`))}">${esc(named)}</a></p>`
}

/** Said plainly: these are not the plan's own words, and the plan's own can be had. */
function typicalLead(asked: CaseAsked, { criteria, letters }: Analysis): Html {
  const words = CRITERIA_WORDS[asked.lang]
  const at = (path: string) => esc(inLang(asked.lang, `/case/${asked.id}${path}`))
  const letter = letters.some((l) => l.kind === 'claim_file_request')
    ? html`<a class="button" href="${at('/draft/claim_file_request')}">${esc(words.askPlan)}</a>`
    : none
  return html`<div class="note typical"><h2>${esc(words.typicalTitle)}</h2><p>${esc(criteria ? words.typicalSay : words.none)}</p><p class="actions">${letter}<a href="${at('/evidence')}#file-policy">${esc(words.addPolicy)}</a></p></div>`
}

const satisfied = (m: Match): boolean => m.status === 'met' || m.status === 'exception'

function sum({ lang }: CaseAsked, match: Match): Html {
  // Counted as the letter counts.
  const leaves = decidingLeaves(match)
  const [met, of] = [leaves.filter(satisfied).length, leaves.length]
  return of > 1 ? html`<p><strong>${esc(CRITERIA_WORDS[lang].sum(met, of))}</strong></p>` : none
}

function rule(asked: CaseAsked, analysis: Analysis, m: Match, spare: boolean): Html {
  const words = CRITERIA_WORDS[asked.lang]
  const { requirement: r } = m
  const group = r.kind !== 'leaf'
  const settled = r.kind !== 'allOf' && group && satisfied(m)
  const held = analysis.criteria?.held ?? false
  const how = r.kind === 'anyOf' ? words.any : r.kind === 'atLeast' ? words.atLeast(r.n) : r.kind === 'allOf' ? words.all : null
  const label = r.label ? html`<span class="rule-label">${esc(r.label)}</span> ` : none
  const clause = clauseLink(asked, r.clause)
  const own = spanishIn(asked.library.knowledge)
  const verdict = spare
    ? html`<span class="tag">${esc(words.spare)}</span>`
    : html`<span class="tag ${esc(m.status)}">${esc(words.status[m.status])}</span>`
  const why =
    group || spare
      ? none
      : html`<p class="rule-why">${say(asked.lang, m.because, own)}</p>${evidence(asked, analysis, m.evidence)}`
  const assumed = r.assumption ? html`<p class="help">${esc(words.assumption)}: ${say(asked.lang, r.assumption, own)}</p>` : none
  const inner = m.children.length
    ? html`<p class="rule-how">${esc(how ?? '')}</p><ol class="rules ${esc(r.kind)}">${each(m.children, (c) => rule(asked, analysis, c, spare || (settled && !satisfied(c))))}</ol>`
    : none
  return html`<li class="rule ${esc(spare ? 'spare' : m.status)}"><p class="rule-words">${label}${say(asked.lang, oneLine(r.words), own)} ${clause}${held ? none : html` <span class="help">(${esc(words.typicalTag)})</span>`}</p><p>${verdict}</p>${why}${assumed}${inner}</li>`
}

const clauseLink = (asked: CaseAsked, clause: Clause): Html =>
  clause.kind === 'policy'
    ? html`<a class="place" href="${esc(sourceAddress(asked, clause.span))}">${esc(CRITERIA_WORDS[asked.lang].clause(clause.span.page))}</a>`
    : none

/** Sources shown beside one requirement; the rest stands in the letter. */
const EVIDENCE_MOST = 4

function evidence(asked: CaseAsked, analysis: Analysis, support: readonly Support[]): Html {
  if (!support.length) return none
  const words = CRITERIA_WORDS[asked.lang]
  return html`<p class="help">${esc(words.evidence)}:</p><ul class="rule-evidence">${each(distinctPlaces(support).slice(0, EVIDENCE_MOST), (s) => html`<li>${evidenceItem(asked, analysis, s)}</li>`)}</ul>`
}

function distinctPlaces(support: readonly Support[]): readonly Support[] {
  const key = (s: Support) =>
    'span' in s ? `${s.source} ${s.span.page} ${s.span.start}` : `${s.kind} ${s.source} ${s.pin} ${s.quote}`
  return [...new Map(support.map((s) => [key(s), s])).values()]
}

function evidenceItem(asked: CaseAsked, { documents }: Analysis, s: Support): Html {
  const words = CRITERIA_WORDS[asked.lang]
  const quote = oneLine(s.quote)
  const said = html`<q>${esc(quote.length > 200 ? `${quote.slice(0, 199)}…` : quote)}</q>`
  if ('span' in s) {
    const name = documents.find((d) => d.doc === s.source)?.name ?? s.source
    return html`${said} <a href="${esc(sourceAddress(asked, s.span))}">${esc(EVIDENCE_WORDS[asked.lang].place(name, s.span.page))}</a>`
  }
  if (s.kind === 'statement')
    return html`${said} <span class="help">${esc(words.statement[s.source === 'prescriber' ? 'prescriber' : 'patient'])}</span>`
  return html`${say(asked.lang, quote, spanishIn(asked.library.knowledge))} <span class="help">${esc(words.reckoned)}</span>`
}

/** One form for all: what is done is checked, whom to ask is beside it. */
function tasksPart(asked: CaseAsked, analysis: Analysis): Html {
  const words = CRITERIA_WORDS[asked.lang]
  const tasks = evidenceTasks(asked.app.cases, analysis, asked.state)
  if (!tasks.length)
    return html`<section aria-labelledby="tasks"><h2 id="tasks">${esc(words.tasks)}</h2><p>${esc(words.noTasks)}</p></section>`
  const action = esc(inLang(asked.lang, `/case/${asked.id}/criteria/tasks`))
  const groups = Map.groupBy(tasks, (t) => t.from)
  return html`<section aria-labelledby="tasks"><h2 id="tasks">${esc(words.tasks)}</h2><p>${esc(words.tasksLead)}</p><form method="post" action="${action}#tasks" data-tasks><input type="hidden" name="csrf" value="${esc(asked.csrf)}">${each([...groups], ([from, list]) => html`<fieldset class="choices"><legend>${askOf(asked, from)}</legend>${each(list, (t) => taskItem(asked, t))}</fieldset>`)}<p class="actions"><button class="second">${esc(words.saveTasks)}</button><a href="${esc(inLang(asked.lang, `/case/${asked.id}/evidence`))}#file-record">${esc(words.addRecord)}</a></p></form></section>`
}

/** Whom to ask, said inside the reader's own words. */
function askOf({ lang, library }: CaseAsked, from: string): Html {
  const [before = '', after = ''] = CRITERIA_WORDS[lang].askOf('|').split('|')
  return html`${esc(before)}${say(lang, from, spanishIn(library.knowledge))}${esc(after)}`
}

function taskItem({ lang, id, library }: CaseAsked, t: ShownTask): Html {
  const words = CRITERIA_WORDS[lang]
  const own = spanishIn(library.knowledge)
  const letter = t.letter
    ? html` <a href="${esc(inLang(lang, `/case/${id}/draft/${t.letter}`))}">${esc(words.letter)}<span class="unseen">: ${say(lang, t.what, own)}</span></a>`
    : none
  return html`<div class="task"><p class="check"><input type="checkbox" id="task-${esc(t.id)}" name="done" value="${esc(t.id)}"${t.done ? html` checked` : none}><label for="task-${esc(t.id)}">${say(lang, t.what, own)}${when(t.by, () => html` <span class="help">${esc(words.by(sayDate(lang, t.by ?? '')))}</span>`)}</label></p><p class="help">${say(lang, t.why, own)}${letter}</p></div>`
}
