import { claimsOfLetter } from '../../../../document/claims.ts'
import type { Letter } from '../../../../document/letter.ts'
import type { Analysis } from '../../../../usecases/cases/analysis.ts'
import type { ShownProposal } from '../../../../usecases/cases/proposals.ts'
import { each, esc, type Html, html, none } from '../../html/html.ts'
import { sourceAddress } from '../evidence/source.ts'
import { LIST_OF, oneLine, sayProposal } from '../evidence/values.ts'
import type { CaseAsked } from '../route.ts'
import { at, formOf, hidden } from './parts.ts'
import { SIGN_WORDS } from './words/words.ts'

interface UsedFact {
  /** Its place in `analysis.proposals`. */
  readonly place: number
  readonly fact: ShownProposal
}

/** Facts of the records whose very words a sentence of the letter rests on; each once. */
export function factsUsed(analysis: Analysis, letter: Letter): readonly UsedFact[] {
  const spans = claimsOfLetter(letter).flatMap((c) => c.support.flatMap((s) => (s.kind === 'record' ? [s.span] : [])))
  const seen = new Set<string>()
  return analysis.proposals.flatMap((fact, place) => {
    const used = spans.some(
      (s) => s.doc === fact.doc && s.page === fact.span.page && s.start < fact.span.end && fact.span.start < s.end,
    )
    const key = `${fact.kind} ${fact.what.toLowerCase()} ${fact.doc} ${fact.span.page}`
    if (!used || fact.rejected || seen.has(key)) return []
    seen.add(key)
    return [{ place, fact }]
  })
}

/** More than these are folded, so that the letter is in reach. */
const OPEN_MOST = 6

/** The chart facts a letter rests on, each with its place and, for whoever may judge, a way to correct it. */
export function factsPart(asked: CaseAsked, analysis: Analysis, signing: string, letter: Letter): Html {
  const words = SIGN_WORDS[asked.lang]
  const used = factsUsed(analysis, letter)
  if (!used.length)
    return html`<section aria-labelledby="facts"><h2 id="facts">${esc(words.facts)}</h2><p>${esc(words.noFacts)}</p></section>`
  return html`<section aria-labelledby="facts"><h2 id="facts">${esc(words.facts)}</h2><p>${esc(words.factsLead)}</p><details class="fact-fold"${used.length <= OPEN_MOST ? html` open` : none}><summary>${esc(words.factsShow(used.length))}</summary><ul class="facts signer-facts">${each(used, (f) => factCard(asked, analysis, signing, f))}</ul></details></section>`
}

function factCard(asked: CaseAsked, analysis: Analysis, signing: string, { place, fact }: UsedFact): Html {
  const words = SIGN_WORDS[asked.lang]
  const { head, rest } = sayProposal(asked.lang, fact)
  const name = analysis.documents.find((d) => d.doc === fact.doc)?.name ?? fact.doc
  const quote = oneLine(fact.span.quote)
  const list = LIST_OF[fact.kind]
  const about = html`<span class="unseen">: ${esc(head)}</span>`
  const correct = list
    ? html`<a href="${at(asked, `/evidence/fact/${list}`)}?read=${place}">${esc(words.correct)}${about}</a>`
    : none
  const reject = formOf(
    asked,
    `/signing/${signing}/fact`,
    html`${hidden('kind', fact.kind)}${hidden('what', fact.what)}<button class="plain">${esc(words.leaveOut)}${about}</button>`,
  )
  const doing = asked.mayAlso('fact.judge') ? html`<div class="fact-do">${correct}${reject}</div>` : none
  return html`<li class="fact"><p class="fact-value"><b>${esc(head)}</b>${rest ? html` <span>${esc(rest)}</span>` : none}</p><p class="fact-place"><q lang="en">${esc(quote.length > 200 ? `${quote.slice(0, 199)}…` : quote)}</q> <a href="${esc(sourceAddress(asked, fact.span))}">${esc(words.fact(name, fact.span.page))}</a></p>${doing}</li>`
}
