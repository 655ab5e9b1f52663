import type { Problem } from '../../../../base/problem.ts'
import { openSigning, type Signing, standingSignature } from '../../../../casefile/state.ts'
import { newSigningId } from '../../../../usecases/cases/sign/ask.ts'
import { mayUndo } from '../../../../usecases/cases/sign/end.ts'
import { wasMailed } from '../../../../usecases/cases/sign/mail.ts'
import type { Side, SigningLetter, SigningSlot } from '../../../../usecases/cases/sign/slots.ts'
import { sayDate } from '../../dates.ts'
import { each, esc, type Html, html, none, when } from '../../html/html.ts'
import { inLang } from '../../language.ts'
import { DRAFT_WORDS } from '../draft/words/words.ts'
import { firstSaid, problemList } from '../pages/problem.ts'
import type { CaseAsked } from '../route.ts'
import { at, field, formOf, hidden } from './parts.ts'
import { SIGN_WORDS } from './words/words.ts'

/** What was typed when a request could not be taken. */
export interface RefusedAsk {
  readonly letter: string
  readonly role: string
  readonly name: string
  readonly email: string
  readonly problems: readonly Problem[]
}

type StateName = 'none' | 'asked' | 'seen' | 'sealing' | 'signed' | 'declined' | 'void' | 'withdrawn'

export function stateOf(signing: Signing | null): StateName {
  if (!signing) return 'none'
  if (signing.voided) return signing.voided.why === 'withdrawn' ? 'withdrawn' : 'void'
  if (signing.declined) return 'declined'
  if (signing.signed) return signing.certified ? 'signed' : 'sealing'
  return signing.seen ? 'seen' : 'asked'
}

/** Every letter that carries signatures, with what became of each. */
export function overviewMain(asked: CaseAsked, letters: readonly SigningLetter[], wrong: RefusedAsk | null): Html {
  const words = SIGN_WORDS[asked.lang]
  if (!letters.length)
    return html`<p>${esc(words.notYet)}</p><p class="actions"><a class="button" href="${at(asked, '/draft')}">${esc(words.notYetDo)}</a></p>`
  return html`<p class="lead">${esc(words.lead)}</p>${wrong?.problems.length ? problemList(asked.lang, wrong.problems) : none}${each(letters, (l) => letterCard(asked, l, wrong))}<section class="card"><h2>${esc(words.byHandTitle)}</h2><p>${esc(words.byHand)}</p><p><a href="${esc(inLang(asked.lang, '/verify'))}">${esc(words.check)}</a></p></section><p class="actions"><a class="button" href="${at(asked, '/send')}">${esc(words.toSend)}</a></p>`
}

function letterCard(asked: CaseAsked, { letter, slots }: SigningLetter, wrong: RefusedAsk | null): Html {
  return html`<section class="card signing" id="letter-${esc(letter)}"><h2>${esc(DRAFT_WORDS[asked.lang].kinds[letter])}</h2>${each(slots, (slot) => slotPart(asked, slot, wrong))}</section>`
}

function slotPart(asked: CaseAsked, slot: SigningSlot, wrong: RefusedAsk | null): Html {
  const words = SIGN_WORDS[asked.lang]
  const state = stateOf(slot.signing)
  const tag = state === 'signed' ? 'met' : ['declined', 'void'].includes(state) ? 'missing' : ''
  return html`<div class="slot" data-state="${esc(state)}"><h3>${esc(words.sides[slot.side])} <span class="tag ${esc(tag)}">${esc(words.states[state])}</span></h3><p class="help">${esc(words.under(slot.name))}</p>${slot.signing ? story(asked, slot.signing) : none}${doing(asked, slot, wrong)}</div>`
}

/** What happened, in sentences. */
function story({ lang, state }: CaseAsked, s: Signing): Html {
  const words = SIGN_WORDS[lang]
  const day = (when: string) => sayDate(lang, when.slice(0, 10))
  const lines = [
    ...(openSigning(s) ? [words.askedOn(day(s.asked), s.to.name)] : []),
    ...(openSigning(s) && s.to.email && wasMailed(state, s.id, 'asked') ? [words.mailedTo(s.to.email)] : []),
    ...(s.signed && !s.voided ? [words.signedBy(s.signed.signer.name, day(s.signed.at))] : []),
    ...(s.declined ? [words.declinedBecause(s.declined.reason), words.declinedFix] : []),
    ...(s.voided ? [words.voided[s.voided.why]] : []),
  ]
  return each(lines, (l) => html`<p>${esc(l)}</p>`)
}

function doing(asked: CaseAsked, slot: SigningSlot, wrong: RefusedAsk | null): Html {
  const words = SIGN_WORDS[asked.lang]
  const s = slot.signing
  if (s && standingSignature(s)) return signedPart(asked, s)
  const own = slot.side !== 'prescriber' ? memberPart(asked, slot) : none
  if (s && openSigning(s)) {
    const link =
      slot.side === 'prescriber' && asked.mayAlso('signing.ask')
        ? formOf(asked, '/sign/link', html`${hidden('signing', s.id)}<button class="second">${esc(words.newLink)}</button>`)
        : none
    const back = asked.mayAlso('signing.withdraw')
      ? formOf(asked, '/sign/withdraw', html`${hidden('signing', s.id)}<button class="plain">${esc(words.withdraw)}</button>`)
      : none
    const open = html`<a class="button${slot.side === 'prescriber' ? esc(' second') : none}" href="${at(asked, `/signing/${s.id}`)}">${esc(slot.side === 'prescriber' ? words.openIt : words.signOwn)}</a>`
    return html`<div class="actions">${open}${link}${back}</div>`
  }
  if (slot.side !== 'prescriber') return own
  // Who prescribes and opened the case signs without a link.
  if (asked.actor.kind === 'person' && asked.actor.role === 'prescriber') return ownForm(asked, slot)
  return asked.mayAlso('signing.ask') ? askForm(asked, slot, wrong) : none
}

function signedPart(asked: CaseAsked, s: Signing): Html {
  const words = SIGN_WORDS[asked.lang]
  const files =
    s.certified && asked.mayAlso('packet.download')
      ? html`<p class="help">${esc(words.sealedNote)}</p><div class="actions"><a class="button second" href="${at(asked, `/sign/sealed/${s.id}`)}" download>${esc(words.download)}</a><a href="${at(asked, `/sign/letter/${s.id}`)}" download>${esc(words.letterAlone)}</a></div>`
      : none
  const undo =
    mayUndo(s, asked.actor) && asked.mayAlso('signing.withdraw')
      ? formOf(asked, '/sign/withdraw', html`${hidden('signing', s.id)}<button class="plain">${esc(words.undo)}</button>`)
      : none
  return html`${files}${undo}`
}

const MEMBER_ROLE: Readonly<Record<Side, readonly string[]>> = {
  member: ['patient', 'representative'],
  acceptance: ['representative'],
  prescriber: ['prescriber'],
}

/** The member, and who acts for them with their signed form, sign here themselves. */
function memberPart(asked: CaseAsked, slot: SigningSlot): Html {
  const words = SIGN_WORDS[asked.lang]
  const role = asked.actor.kind === 'person' ? asked.actor.role : ''
  if (!asked.mayAlso('letter.sign.member') || !MEMBER_ROLE[slot.side].includes(role))
    return html`<p class="help">${esc(words.signOwnNote)}</p>`
  return ownForm(asked, slot)
}

function ownForm(asked: CaseAsked, slot: SigningSlot): Html {
  if (!asked.mayAlso('signing.ask')) return none
  const id = newSigningId(asked.app.cases)
  const button = html`<button>${esc(SIGN_WORDS[asked.lang].signOwn)}</button>`
  return html`<div class="actions">${formOf(asked, '/sign/own', html`${hidden('letter', slot.letter)}${hidden('signing', id)}${button}`)}</div>`
}

function askForm(asked: CaseAsked, slot: SigningSlot, wrong: RefusedAsk | null): Html {
  const words = SIGN_WORDS[asked.lang]
  const mine = wrong?.letter === slot.letter && wrong.role === 'prescriber' ? wrong : null
  const again = slot.signing !== null
  const id = (name: string) => `${slot.letter}-${name}`
  const problem = (where: string) => firstSaid(asked.lang, mine?.problems, where)
  const name = mine?.name ?? slot.signing?.to.name ?? (slot.name === 'Prescriber' ? '' : slot.name)
  const fields = html`${hidden('letter', slot.letter)}${hidden('signing', newSigningId(asked.app.cases))}${field({ id: id('name'), name: 'name', label: words.name, value: name, problem: problem('name') })}${
    asked.app.mailReady
      ? field({
          ...{ id: id('email'), name: 'email', label: words.email, value: mine?.email ?? slot.signing?.to.email ?? '' },
          ...{ help: words.emailHelp, problem: problem('e-mail address'), type: 'email', most: 254 },
        })
      : html`<p class="help">${esc(words.emailOff)}</p>`
  }<p class="actions"><button>${esc(words.askButton)}</button></p>`
  const open = mine || slot.letter === 'appeal' || again
  return html`<details class="ask"${when(open, () => html` open`)}><summary>${esc(again ? words.askAgain : words.ask)}</summary><p>${esc(words.askLead)}</p>${formOf(asked, '/sign/ask', fields)}</details>`
}
