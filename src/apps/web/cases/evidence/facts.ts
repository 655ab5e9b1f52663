import { LISTS, type ListedItem } from '../../../../casefile/event.ts'
import type { Rejection } from '../../../../facts/casefile/casefile.ts'
import type { Analysis } from '../../../../usecases/cases/analysis.ts'
import { LIST_FIELDS, REJECTION_WHYS } from '../../../../usecases/cases/facts.ts'
import type { ShownProposal } from '../../../../usecases/cases/proposals.ts'
import { each, esc, type Html, html, none, when } from '../../html/html.ts'
import { inLang } from '../../language.ts'
import type { CaseAsked } from '../route.ts'
import { sourceAddress } from './source.ts'
import { LIST_OF, oneLine, sayProposal } from './values.ts'
import { EVIDENCE_WORDS } from './words/words.ts'

/** One fact, at every place where the records state it. `at` is its first place in `analysis.proposals`. */
interface FactCard {
  readonly at: number
  readonly places: readonly ShownProposal[]
}

const GROUPS = [
  { group: 'who', kinds: ['name', 'birthDate', 'prescriber'] },
  { group: 'diagnosis', kinds: ['diagnosis'] },
  { group: 'treatment', kinds: ['treatment'] },
  { group: 'contraindication', kinds: ['contraindication'] },
  { group: 'measure', kinds: ['measure'] },
  { group: 'result', kinds: ['result'] },
  { group: 'event', kinds: ['event'] },
] as const satisfies readonly { readonly group: string; readonly kinds: readonly Rejection['kind'][] }[]

/** More cards than this are folded, so that the page can be looked over. */
const OPEN_MOST = 8

/** What the records say, to be checked; what a person stated stands beside it. */
export function factsPart(asked: CaseAsked, analysis: Analysis): Html {
  const words = EVIDENCE_WORDS[asked.lang]
  const cards = cardsOf(analysis.proposals)
  const own = [...asked.state.listed.values()].filter((item) => item.fields !== null)
  const groups = each(GROUPS, ({ group, kinds }) => {
    const read = cards.filter((c) => kinds.some((k) => k === c.places[0]?.kind))
    const list = kinds.map((k) => LIST_OF[k]).find((l) => l !== undefined)
    const stated = own.filter((item) => item.list === list)
    return factGroup(words.groups[group], read, stated, asked, analysis)
  })
  const said = own.filter((item) => item.list === 'statements')
  return html`<section aria-labelledby="facts"><h2 id="facts">${esc(words.facts)}</h2>${cards.length ? html`<p>${esc(words.factsLead)}</p>` : html`<p>${esc(words.noFacts)}</p>`}${groups}${factGroup(words.groups.statement, [], said, asked, analysis)}</section>`
}

/** The same words of the same kind are one fact, wherever they stand. */
function cardsOf(proposals: readonly ShownProposal[]): readonly FactCard[] {
  const cards = new Map<string, { at: number; places: ShownProposal[] }>()
  proposals.forEach((p, at) => {
    const key = `${p.kind} ${p.what
      .toLowerCase()
      .replace(/[^\p{L}\p{N}.]+/gu, ' ')
      .trim()} ${p.rejected}`
    const card = cards.get(key)
    if (card) card.places.push(p)
    else cards.set(key, { at, places: [p] })
  })
  return [...cards.values()]
}

function factGroup(
  title: string,
  read: readonly FactCard[],
  stated: readonly ListedItem[],
  asked: CaseAsked,
  analysis: Analysis,
): Html {
  if (!read.length && !stated.length) return none
  const open = read.length + stated.length <= OPEN_MOST
  return html`<details class="fact-group"${open ? html` open` : none}><summary><h3>${esc(title)} <span class="count">${read.length + stated.length}</span></h3></summary><ul class="facts">${each(read, (card) => factCard(card, asked, analysis))}${each(stated, (item) => statedCard(item, asked))}</ul></details>`
}

function factCard({ at, places }: FactCard, asked: CaseAsked, analysis: Analysis): Html {
  const [first] = places
  if (!first) return none
  const said = new Map(places.map((p) => [`${sayProposal(asked.lang, p).head} ${sayProposal(asked.lang, p).rest}`, p]))
  const readings = each([...said.values()], (p) => {
    const { head, rest } = sayProposal(asked.lang, p)
    return html`<p class="fact-value"><b>${esc(head)}</b>${rest ? html` <span>${esc(rest)}</span>` : none}</p>`
  })
  const body = html`${first.rejected ? html`<s>${readings}</s>` : readings}${each(places.slice(0, 4), (p) => place(p, asked, analysis))}`
  return html`<li class="fact${first.rejected ? esc(' rejected') : none}" id="fact-${at}">${body}${when(asked.mayAlso('fact.judge'), () => (first.rejected ? taken(first, asked) : judge(at, places, asked, analysis)))}</li>`
}

const nameOf = (analysis: Analysis, doc: string): string => analysis.documents.find((d) => d.doc === doc)?.name ?? doc

/** Document, page and quoted words, leading to the page with the words marked. */
function place({ doc, span }: ShownProposal, asked: CaseAsked, analysis: Analysis): Html {
  const words = EVIDENCE_WORDS[asked.lang]
  const quote = oneLine(span.quote)
  return html`<p class="fact-place"><q>${esc(quote.length > 220 ? `${quote.slice(0, 219)}…` : quote)}</q> <a href="${esc(sourceAddress(asked, span))}">${esc(words.place(nameOf(analysis, doc), span.page))}</a></p>`
}

const csrf = (asked: CaseAsked): Html => html`<input type="hidden" name="csrf" value="${esc(asked.csrf)}">`
const at = (asked: CaseAsked, path: string): Html => esc(inLang(asked.lang, `/case/${asked.id}${path}`))

function judge(card: number, places: readonly ShownProposal[], asked: CaseAsked, analysis: Analysis): Html {
  const words = EVIDENCE_WORDS[asked.lang]
  const [first] = places
  if (!first) return none
  const about = html`<span class="unseen">: ${esc(sayProposal(asked.lang, first).head)}</span>`
  const docs = [...new Set(places.map((p) => p.doc))]
  const which =
    docs.length > 1
      ? html`<div class="field"><label for="doc-${card}">${esc(words.inWhich)}</label><select id="doc-${card}" name="document"><option value="">${esc(words.inAll)}</option>${each(docs, (d) => html`<option value="${esc(d)}">${esc(nameOf(analysis, d))}</option>`)}</select></div>`
      : none
  const whys = REJECTION_WHYS.filter((w) => w !== 'corrected')
  const list = LIST_OF[first.kind]
  const correct = list
    ? html`<a href="${at(asked, `/evidence/fact/${list}`)}?read=${card}">${esc(words.correct)}${about}</a>`
    : none
  return html`<div class="fact-do">${correct}<details class="correct"><summary>${esc(words.notTrue)}${about}</summary><form method="post" action="${at(asked, '/evidence/reject')}">${csrf(asked)}<input type="hidden" name="kind" value="${esc(first.kind)}"><input type="hidden" name="what" value="${esc(first.what)}"><div class="field"><label for="why-${card}">${esc(words.notTrueLead)}</label><select id="why-${card}" name="why">${each(whys, (why) => html`<option value="${esc(why)}">${esc(words.whys[why])}</option>`)}</select></div>${which}<button class="second small">${esc(words.leaveOut)}${about}</button></form></details></div>`
}

/** Struck out, and one press from being true again: each rejection that fits is offered. */
function taken(p: ShownProposal, asked: CaseAsked): Html {
  const words = EVIDENCE_WORDS[asked.lang]
  const held = asked.state.rejections.map((r) => r.rejection).filter((r) => r.kind === p.kind && fits(r, p))
  return each(held.slice(0, 1), (r) => {
    const why = words.whys[(r.why ?? '') as keyof typeof words.whys]
    return html`<form class="fact-do" method="post" action="${at(asked, '/evidence/accept')}">${csrf(asked)}<input type="hidden" name="kind" value="${esc(r.kind)}"><input type="hidden" name="what" value="${esc(r.what)}"><input type="hidden" name="document" value="${esc(r.document ?? '')}"><span class="help">${esc(why ? words.leftOutBecause(why) : words.leftOut)}</span> <button class="plain">${esc(words.takeBack)}<span class="unseen">: ${esc(p.what)}</span></button></form>`
  })
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim()

/** The rejection by the fact's own name first; failing that, one of its kind that took it along. */
function fits(r: Rejection, p: ShownProposal): boolean {
  if (r.document !== null && r.document !== p.doc) return false
  const others = p.kind === 'treatment' || p.kind === 'contraindication' ? p.value.alsoKnownAs : []
  return [p.what, ...others].some((w) => plain(w) === plain(r.what) || plain(w).includes(plain(r.what)))
}

function statedCard(item: ListedItem, asked: CaseAsked): Html {
  const words = EVIDENCE_WORDS[asked.lang]
  const fields: Readonly<Record<string, string>> = item.fields ?? {}
  const parts = LIST_FIELDS[item.list].flatMap((name) => {
    const value = fields[name]
    if (!value || name === 'ground') return []
    return [name === 'outcome' ? (words.outcomes[value as keyof typeof words.outcomes] ?? value) : value]
  })
  const [head = '', ...rest] = parts
  const by = item.by === 'prescriber' ? words.stated.prescriber : words.stated.patient
  const doing = asked.mayAlso('fact.judge')
    ? html`<div class="fact-do"><a href="${at(asked, `/evidence/fact/${item.list}`)}?item=${esc(item.item)}">${esc(words.change)}<span class="unseen">: ${esc(head)}</span></a><form method="post" action="${at(asked, '/evidence/unlist')}">${csrf(asked)}<input type="hidden" name="item" value="${esc(item.item)}"><button class="plain">${esc(words.remove)}<span class="unseen">: ${esc(head)}</span></button></form></div>`
    : none
  return html`<li class="fact stated"><p class="fact-value"><b>${esc(head)}</b>${rest.length ? html` <span>${esc(rest.join(', '))}</span>` : none}</p><p><span class="tag">${esc(by)}</span></p>${doing}</li>`
}

/** What no page shows can be said by hand. */
export function byHandPart(asked: CaseAsked): Html {
  const words = EVIDENCE_WORDS[asked.lang]
  return html`<section aria-labelledby="by-hand"><h2 id="by-hand">${esc(words.byHand)}</h2><p>${esc(words.byHandLead)}</p><ul class="by-hand">${each(LISTS, (list) => html`<li><a href="${at(asked, `/evidence/fact/${list}`)}">${esc(words.lists[list])}</a></li>`)}</ul></section>`
}
