import { PROBLEMS, type Problem } from '../../../../base/problem.ts'
import type { Actor, Reached, SignatureMethod } from '../../../../casefile/event.ts'
import { openSigning } from '../../../../casefile/state.ts'
import { analysisOf } from '../../../../usecases/cases/analysisOf.ts'
import { caseOf } from '../../../../usecases/cases/change.ts'
import { readingOf } from '../../../../usecases/cases/documents.ts'
import { editSentence } from '../../../../usecases/cases/edit.ts'
import { rejectFact } from '../../../../usecases/cases/facts.ts'
import { askSigning } from '../../../../usecases/cases/sign/ask.ts'
import { sealedOf } from '../../../../usecases/cases/sign/certify.ts'
import { declineSigning, withdrawSigning } from '../../../../usecases/cases/sign/end.ts'
import { handOver, officeLink, wasHanded } from '../../../../usecases/cases/sign/links.ts'
import { wasMailed } from '../../../../usecases/cases/sign/mail.ts'
import { renewSigning, type ShownSigning, seeSigning } from '../../../../usecases/cases/sign/renew.ts'
import { type Hand, signLetter } from '../../../../usecases/cases/sign/sign.ts'
import { signingLetters } from '../../../../usecases/cases/sign/slots.ts'
import { stateValue } from '../../../../usecases/cases/state.ts'
import { isLetterKind } from '../../../../usecases/lettersNow.ts'
import { linkAddress } from '../../../../usecases/people/mailLink.ts'
import { casePage } from '../casePage.ts'
import { sentencesOf } from '../draft/sentences.ts'
import { bytes, goto, type Reply, refused, shown } from '../reply.ts'
import { type AppRoute, type CaseAsked, inCase, open } from '../route.ts'
import { UPLOAD_MOST } from '../start/routes.ts'
import { linkPage, offer, take } from './link.ts'
import { overviewMain, type RefusedAsk } from './overview.ts'
import { maySign, type SignerView, signerMain } from './signer.ts'
import type { GivenSignature } from './signForm.ts'
import { verify, verifyPage } from './verify.ts'
import { SIGN_WORDS } from './words/words.ts'

const upon = { signing: 'signing' } as const
/** A photo of a signature. */
const PICTURE_MOST = 6 * 1024 * 1024

export const SIGN_ROUTES: readonly AppRoute[] = [
  inCase('get', '/sign', 'case.read', (asked) => overview(asked, null)),
  inCase('post', '/sign/ask', 'signing.ask', ask),
  inCase('post', '/sign/own', 'signing.ask', own),
  inCase('post', '/sign/link', 'signing.ask', link),
  inCase('post', '/sign/withdraw', 'signing.withdraw', withdraw),
  inCase('get', '/sign/sealed/:signing', 'packet.download', (asked) => file(asked, 'doc')),
  inCase('get', '/sign/letter/:signing', 'packet.download', (asked) => file(asked, 'letterDoc')),
  inCase('get', '/signing/:signing', 'draft.read', (asked) => signer(asked, null), upon),
  inCase('get', '/signing/:signing/sealed', 'packet.download', (asked) => file(asked, 'doc'), upon),
  inCase('post', '/signing/:signing/edit', 'draft.edit', edit, upon),
  inCase('post', '/signing/:signing/fact', 'fact.judge', fact, upon),
  inCase('post', '/signing/:signing/identity', 'case.answer', identity, upon),
  inCase('post', '/signing/:signing/sign', 'letter.sign.prescriber', sign, { ...upon, most: PICTURE_MOST }),
  inCase('post', '/signing/:signing/sign-own', 'letter.sign.member', sign, { ...upon, most: PICTURE_MOST }),
  inCase('post', '/signing/:signing/decline', 'letter.decline', decline, upon),
  inCase('post', '/signing/:signing/delegate', 'signing.delegate', delegate, upon),
  open('get', '/signing/:token', offer),
  open('post', '/signing/:token', take),
  open('get', '/verify', verifyPage),
  open('post', '/verify', verify, { most: UPLOAD_MOST }),
]

const statusOf = (problems: readonly Problem[] | undefined): number => (problems?.[0] ? PROBLEMS[problems[0].code].http : 200)

async function overview(asked: CaseAsked, wrong: RefusedAsk | null): Promise<Reply> {
  const { app, id, lang } = asked
  const analysis = await analysisOf(app.cases, id, asked.state)
  if (!analysis.ok) return refused(analysis.problems)
  // Making the analysis may have voided signatures.
  const now = await caseOf(app.cases, id)
  const current = { ...asked, state: now.ok ? now.value : asked.state }
  const letters = signingLetters(current.state, analysis.value)
  const sealing = current.state.signings.some((s) => s.signed && !s.voided && !s.certified)
  const main = overviewMain(current, letters, wrong)
  const again = sealing && !wrong ? { again: 2 } : {}
  const page = casePage(current, 'sign', '/sign', SIGN_WORDS[lang].title, main, analysis.value, { script: 'sign', ...again })
  return shown(page, statusOf(wrong?.problems))
}

const text = (asked: CaseAsked, name: string): string => asked.given.fields.get(name) ?? ''

async function ask(asked: CaseAsked): Promise<Reply> {
  const { app, id, actor } = asked
  const letter = text(asked, 'letter')
  if (!isLetterKind(letter)) return goto(`/case/${id}/sign`)
  const [signing, name, email] = [text(asked, 'signing'), text(asked, 'name'), app.mailReady ? text(asked, 'email') : '']
  // Mail of ours to whatever address is typed: as seldom as links to sign in.
  const to = email.trim() ? await linkAddress(app.people, email, asked.from) : null
  if (to && !to.ok) return overview(asked, { letter, role: 'prescriber', name, email, problems: to.problems })
  const done = await askSigning(app.signing, id, actor, { signing, letter, role: 'prescriber', name, email })
  if (!done.ok) return overview(asked, { letter, role: 'prescriber', name, email, problems: done.problems })
  await app.cases.audit.record({ by: asked.session.person.id, what: 'signing.asked', on: id, from: null })
  // A mailed link vouches for more than one that is handed on: it is shown only where none is mailed.
  if (email.trim()) return goto(`/case/${id}/sign#letter-${letter}`)
  return linkPage(asked, await handOver(app.signing, id, asked.session.person.id, signing), false)
}

/** The member's own signature, or the prescriber's who opened the case: no link is needed. */
async function own(asked: CaseAsked): Promise<Reply> {
  const { app, id, actor, access } = asked
  const [letter, signing] = [text(asked, 'letter'), text(asked, 'signing')]
  if (!isLetterKind(letter) || access.role === 'staff') return goto(`/case/${id}/sign`)
  const asking = { signing, letter, role: access.role, name: '', email: '' }
  const done = await askSigning(app.signing, id, actor, asking)
  if (!done.ok) return overview(asked, { letter, role: access.role, name: '', email: '', problems: done.problems })
  return goto(`/case/${id}/signing/${signing}`)
}

async function link(asked: CaseAsked): Promise<Reply> {
  const { app, id, state } = asked
  const signing = state.signings.find((s) => s.id === text(asked, 'signing'))
  if (!signing || !openSigning(signing) || signing.to.role !== 'prescriber') return goto(`/case/${id}/sign`)
  return linkPage(asked, await handOver(app.signing, id, asked.session.person.id, signing.id), false)
}

async function delegate(asked: CaseAsked): Promise<Reply> {
  const { app, id, state, params } = asked
  const signing = state.signings.find((s) => s.id === params.signing)
  if (!signing || !openSigning(signing)) return goto(`/case/${id}/signing/${params.signing}`)
  return linkPage(asked, await officeLink(app.signing, id, asked.session.person.id, signing.id), true)
}

const person = ({ actor }: CaseAsked): Actor & { readonly kind: 'person' } => {
  if (actor.kind !== 'person') throw new Error('a route of a case is asked for by a person')
  return actor
}

async function withdraw(asked: CaseAsked): Promise<Reply> {
  const done = await withdrawSigning(asked.app.signing, asked.id, person(asked), text(asked, 'signing'))
  return done.ok ? goto(`/case/${asked.id}/sign`) : refused(done.problems)
}

async function file(asked: CaseAsked, which: 'doc' | 'letterDoc'): Promise<Reply> {
  const { app, id, state, params } = asked
  const signing = state.signings.find((s) => s.id === params.signing)
  const sealed = signing?.certified ? await sealedOf(app.cases, id, signing.id) : null
  const content = sealed ? await app.cases.files.get(id, sealed[which]) : null
  if (!signing || !content) return goto(`/case/${id}/sign`)
  const name = `${signing.letter.replaceAll('_', '-')}-${which === 'doc' ? 'sealed' : 'signed'}.pdf`
  return bytes(content, 'application/pdf', name)
}

async function signer(asked: CaseAsked, wrong: SignerView['wrong']): Promise<Reply> {
  const { app, id, lang, params } = asked
  const renewed = await renewSigning(app.cases, id, params.signing ?? '')
  if (!renewed.ok) return refused(renewed.problems)
  let view: ShownSigning = renewed.value
  if (maySign(asked, view) && view.signing.seen === null && openSigning(view.signing)) {
    await seeSigning(app.cases, id, asked.actor, view.signing.id)
    view = { ...view, signing: { ...view.signing, seen: app.cases.clock.now() } }
  }
  const current = { ...asked, state: view.state }
  const analysis = await analysisOf(app.cases, id, view.state)
  if (!analysis.ok) return refused(analysis.problems)
  const readings = await readingsFor(asked, view)
  const main = signerMain(current, { shown: view, analysis: analysis.value, readings, wrong })
  const words = SIGN_WORDS[lang]
  const { signing } = view
  const title = openSigning(signing)
    ? words.signTitle
    : signing.signed && !signing.voided
      ? words.doneTitle
      : signing.declined
        ? words.declinedTitle
        : words.endedTitle
  const sealing = signing.signed && !signing.voided && !signing.certified
  const more = { wide: openSigning(signing), script: 'sign', ...(sealing ? { again: 2 } : {}) }
  const page = casePage(current, 'sign', `/signing/${signing.id}`, title, main, analysis.value, more)
  return shown(page, statusOf(wrong?.problems))
}

/** Documents without pictures are shown as text: only those the chosen sentence rests on are opened. */
async function readingsFor({ app, id, query }: CaseAsked, { letter }: ShownSigning) {
  const readings = new Map<string, Awaited<ReturnType<typeof readingOf>>>()
  const chosen = [...sentencesOf(letter).values()].find((s) => s.at === Number(query.get('s') ?? Number.NaN))
  for (const s of chosen?.claim.support ?? [])
    if ('span' in s && !s.span.boxes.length && !readings.has(s.source))
      readings.set(s.source, await readingOf(app.cases, id, s.source))
  return readings
}

async function edit(asked: CaseAsked): Promise<Reply> {
  const { app, id, actor, state, params } = asked
  const held = state.signings.find((s) => s.id === params.signing)
  const [sentence, said, place] = [text(asked, 'sentence'), text(asked, 'text').trim(), text(asked, 's')]
  if (!held || !openSigning(held) || !sentence) return goto(`/case/${id}/signing/${params.signing}`)
  const editing =
    text(asked, 'do') === 'add'
      ? ({ do: 'add', after: sentence, text: said } as const)
      : said
        ? ({ do: 'replace', sentence, text: said } as const)
        : ({ do: 'remove', sentence } as const)
  const done = await editSentence(app.cases, id, actor, held.letter, editing)
  if (!done.ok) return signer(asked, { problems: done.problems, given: null })
  return goto(`/case/${id}/signing/${held.id}${/^\d+$/.test(place) ? `#s-${place}` : ''}`)
}

async function fact(asked: CaseAsked): Promise<Reply> {
  const { app, id, actor, params } = asked
  const here = `/case/${id}/signing/${params.signing}`
  const analysis = await analysisOf(app.cases, id, asked.state)
  if (!analysis.ok) return refused(analysis.problems)
  const shown = analysis.value.proposals.find((p) => p.kind === text(asked, 'kind') && p.what === text(asked, 'what'))
  if (!shown) return goto(here)
  const { kind, what } = shown
  const done = await rejectFact(app.cases, id, actor, { kind, what, document: null, why: 'wrong' })
  return done.ok ? goto(`${here}#facts`) : refused(done.problems)
}

const IDENTITY = ['name', 'credentials', 'npi', 'practice'] as const

async function identity(asked: CaseAsked): Promise<Reply> {
  const { app, id, actor, params, given } = asked
  const problems: Problem[] = []
  for (const name of IDENTITY) {
    const value = given.fields.get(name)
    if (value === null || !value.trim()) continue
    const done = await stateValue(app.cases, id, actor, `prescriber.${name}`, value)
    if (!done.ok) problems.push(...done.problems)
  }
  return problems.length ? signer(asked, { problems, given: null }) : goto(`/case/${id}/signing/${params.signing}#sign`)
}

const METHODS: readonly SignatureMethod[] = ['typed', 'drawn', 'uploaded']

async function sign(asked: CaseAsked): Promise<Reply> {
  const { app, id, params, given } = asked
  const signing = params.signing ?? ''
  const method = METHODS.find((m) => m === text(asked, 'method')) ?? 'typed'
  const typed: GivenSignature = {
    ...{ name: text(asked, 'name'), credentials: text(asked, 'credentials'), npi: text(asked, 'npi') },
    ...{ licence: text(asked, 'licence'), method, strokes: text(asked, 'strokes') },
  }
  const picture = given.files.find((f) => f.field === 'picture')?.bytes ?? null
  const hand: Hand =
    method === 'drawn' ? { method, strokes: typed.strokes } : method === 'uploaded' ? { method, bytes: picture } : { method }
  const done = await signLetter(app.signing, id, person(asked), signing, {
    words: text(asked, 'words'),
    signer: { name: typed.name, credentials: typed.credentials, npi: typed.npi, licence: typed.licence || null },
    hand,
    attestation: text(asked, 'attestation'),
    zone: text(asked, 'zone').slice(0, 60),
    reached: await reachedBy(asked),
  })
  if (done.ok) return goto(`/case/${id}/signing/${signing}`)
  return signer(asked, { problems: done.problems, given: typed })
}

/** By a link that was only ever mailed, by one that was also handed on, by an account, or in the case's own browser. */
async function reachedBy({ app, id, access, session, params, state }: CaseAsked): Promise<Reached> {
  const signing = params.signing ?? ''
  if (access.signing === null) return session.person.email === null ? 'own_case' : 'signed_in'
  return wasMailed(state, signing, 'asked') && !(await wasHanded(app.cases, id, signing)) ? 'email_link' : 'handed_link'
}

async function decline(asked: CaseAsked): Promise<Reply> {
  const { app, id, params } = asked
  const done = await declineSigning(app.signing, id, person(asked), params.signing ?? '', text(asked, 'reason'))
  return done.ok ? goto(`/case/${id}/signing/${params.signing}`) : signer(asked, { problems: done.problems, given: null })
}
