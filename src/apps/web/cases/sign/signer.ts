import type { Claim } from '../../../../argument/claim.ts'
import type { Problem } from '../../../../base/problem.ts'
import { openSigning } from '../../../../casefile/state.ts'
import type { Analysis } from '../../../../usecases/cases/analysis.ts'
import type { ShownSigning } from '../../../../usecases/cases/sign/renew.ts'
import { sayDate } from '../../dates.ts'
import { each, esc, type Html, html, none, when } from '../../html/html.ts'
import { letterSheet } from '../draft/letter.ts'
import { type Sentence, sentencesOf } from '../draft/sentences.ts'
import { type Readings, supportItem } from '../draft/support.ts'
import { firstSaid, problemList } from '../pages/problem.ts'
import type { CaseAsked } from '../route.ts'
import { factsPart } from './facts.ts'
import { at, field, formOf, hidden } from './parts.ts'
import { type GivenSignature, signForm } from './signForm.ts'
import { SIGN_WORDS } from './words/words.ts'

/** Everything one page of a signer is made of. */
export interface SignerView {
  readonly shown: ShownSigning
  readonly analysis: Analysis
  /** Of documents without pictures on which the chosen sentence rests. */
  readonly readings: Readings
  /** What was typed and could not be taken. */
  readonly wrong: { readonly problems: readonly Problem[]; readonly given: GivenSignature | null } | null
}

/** Characters of one sentence. */
const SENTENCE_MOST = 4000

/** The letter with its facts and sources, to be corrected and then signed. */
export function signerMain(asked: CaseAsked, view: SignerView): Html {
  const { shown, wrong } = view
  const words = SIGN_WORDS[asked.lang]
  const { signing, letter } = shown
  if (!openSigning(signing)) return ended(asked, view)
  const office = !maySign(asked, shown)
  const sentences = sentencesOf(letter)
  const chosen = [...sentences.values()].find((s) => s.at === Number(asked.query.get('s') ?? Number.NaN)) ?? null
  const lead = office && asked.actor.kind === 'person' && asked.actor.role === 'staff' ? words.officeLead : words.signLead
  return html`<p class="lead">${esc(lead)}</p>${wrong?.problems.length ? problemList(asked.lang, wrong.problems) : none}${changed(asked, view)}${factsPart(asked, view.analysis, signing.id, letter)}<section aria-labelledby="letter-title"><h2 id="letter-title">${esc(words.letterTitle)}</h2><div class="sides signer-sides">${letterSheet(letter, asked.lang, { sentences, chosen: chosen?.at ?? null })}${pane(asked, view, chosen)}</div></section>${identity(asked, view)}${office ? none : signForm(asked, shown, view.analysis, wrong)}${office ? none : ending(asked, view)}`
}

/** Whether this person signs this very request, on their side. */
export const maySign = (asked: CaseAsked, { signing }: ShownSigning): boolean =>
  asked.actor.kind === 'person' &&
  asked.actor.role === signing.to.role &&
  asked.mayAlso(signing.to.role === 'prescriber' ? 'letter.sign.prescriber' : 'letter.sign.member')

function changed({ lang }: CaseAsked, { shown: { signing } }: SignerView): Html {
  if (!signing.renewed) return none
  const words = SIGN_WORDS[lang]
  return html`<div class="note" role="status"><p><strong>${esc(words.changedTitle)}</strong> ${esc(words.changed(sayDate(lang, signing.renewed.slice(0, 10))))}</p></div>`
}

/** What the chosen sentence rests on, and its change; folded away until a sentence is chosen. */
function pane(asked: CaseAsked, view: SignerView, chosen: Sentence | null): Html {
  const words = SIGN_WORDS[asked.lang]
  if (!chosen) return html`<aside class="pane idle"><p class="help">${esc(words.signLead)}</p></aside>`
  const path = `/signing/${view.shown.signing.id}`
  const rests =
    chosen.own === null
      ? html`<ul class="supports">${each(chosen.claim.support, (s) => html`<li>${supportItem(asked, view.analysis, view.readings, s)}</li>`)}</ul>`
      : html`<p>${esc(words.ownWords)}</p>`
  return html`<aside class="pane stays" id="source" aria-labelledby="source-title"><h2 id="source-title">${esc(words.source)}</h2><p class="pane-sentence" lang="en">${esc(chosen.claim.sentence)}</p>${rests}${change(asked, path, chosen)}<p><a href="${at(asked, path)}#s-${chosen.at}">${esc(words.close)}</a></p></aside>`
}

function change(asked: CaseAsked, path: string, { claim, editable, followed, own, at: place }: Sentence): Html {
  const words = SIGN_WORDS[asked.lang]
  if (!asked.mayAlso('draft.edit')) return none
  if (!editable && own === null) return html`<p class="help">${esc(words.notEditable)}</p>`
  const common = html`${hidden('sentence', claim.sentence)}${hidden('s', String(place))}`
  const replace = html`${common}${hidden('do', 'replace')}<label for="edit-text">${esc(words.change)}</label><textarea id="edit-text" name="text" rows="5" maxlength="${SENTENCE_MOST}" lang="en" aria-describedby="edit-help">${esc(claim.sentence)}</textarea><p class="help" id="edit-help">${esc(words.changeHelp)}</p><button class="second">${esc(words.save)}</button>`
  const add = html`${common}${hidden('do', 'add')}<label for="add-text">${esc(words.addText)}</label><textarea id="add-text" name="text" rows="3" maxlength="${SENTENCE_MOST}" lang="en"></textarea><button class="second">${esc(words.save)}</button>`
  return html`<div class="pane-edit">${formOf(asked, `${path}/edit`, replace)}${when(followed || own !== null, () => html`<details class="edit"><summary>${esc(words.addAfter)}</summary>${formOf(asked, `${path}/edit`, add)}</details>`)}</div>`
}

const IDENTITY = ['name', 'credentials', 'npi', 'practice'] as const

/** Name and NPI as the letter prints them: corrected in the letter, so that print and signature agree. */
function identity(asked: CaseAsked, { shown: { signing }, analysis, wrong }: SignerView): Html {
  if (signing.to.role !== 'prescriber' || !asked.mayAlso('case.answer') || !analysis.facts) return none
  const words = SIGN_WORDS[asked.lang]
  const { prescriber } = analysis.facts
  const value = (f: (typeof IDENTITY)[number]) => (prescriber[f].state === 'unknown' ? '' : prescriber[f].value)
  const problem = (f: string) => firstSaid(asked.lang, wrong?.problems, `prescriber.${f}`)
  const fields = each(IDENTITY, (f) =>
    field({ id: `in-${f}`, name: f, label: words.identityFields[f], value: value(f), problem: problem(f) }),
  )
  const open = IDENTITY.some((f) => problem(f)) || wrong?.problems.some((p) => p.code === 'npi-invalid')
  return html`<details class="card identity" id="identity"${when(open, () => html` open`)}><summary>${esc(words.identity)}</summary><p>${esc(words.identityHelp)}</p>${formOf(asked, `/signing/${signing.id}/identity`, html`${fields}<button class="second">${esc(words.save)}</button>`)}</details>`
}

/** The two ways on for whoever does not sign now. */
function ending(asked: CaseAsked, { shown: { signing }, wrong }: SignerView): Html {
  const words = SIGN_WORDS[asked.lang]
  const problem = wrong?.problems.find((p) => p.where === 'reason')
  const decline = asked.mayAlso('letter.decline')
    ? html`<details class="card" id="decline"${when(problem, () => html` open`)}><summary>${esc(words.decline)}</summary><p>${esc(words.declineLead)}</p>${formOf(asked, `/signing/${signing.id}/decline`, html`<label for="reason">${esc(words.reason)}</label><textarea id="reason" name="reason" rows="3" maxlength="1000"></textarea><button class="second">${esc(words.declineButton)}</button>`)}</details>`
    : none
  const delegate =
    asked.mayAlso('signing.delegate') && signing.to.role === 'prescriber'
      ? html`<details class="card"><summary>${esc(words.delegate)}</summary><p>${esc(words.delegateLead)}</p>${formOf(asked, `/signing/${signing.id}/delegate`, html`<button class="second">${esc(words.delegateButton)}</button>`)}</details>`
      : none
  return html`${delegate}${decline}`
}

/** After signing, declining, or when the signature no longer counts. */
function ended(asked: CaseAsked, { shown: { signing, letter } }: SignerView): Html {
  const words = SIGN_WORDS[asked.lang]
  const stands = signing.signed !== null && signing.voided === null
  const file =
    stands && signing.certified
      ? html`<p class="actions"><a class="button" href="${at(asked, `/signing/${signing.id}/sealed`)}" download>${esc(words.download)}</a></p><p class="help">${esc(words.sealedNote)}</p>`
      : none
  const said = stands ? words.doneLead : signing.voided ? words.voided[signing.voided.why] : words.declinedLead
  const list = asked.access.signing === null ? html`<p><a href="${at(asked, '/sign')}">${esc(words.back)}</a></p>` : none
  const sentences: ReadonlyMap<Claim, Sentence> = new Map()
  return html`<p class="lead" role="status">${esc(said)}</p>${file}${list}${when(stands, () => letterSheet(letter, asked.lang, { sentences, chosen: null }))}`
}
