import type { CivilDate } from '../../../../base/date.ts'
import { parseDate } from '../../../../base/date.ts'
import { PROBLEMS, type Problem, problem } from '../../../../base/problem.ts'
import type { Channel, Destination } from '../../../../casefile/event.ts'
import { sendingState } from '../../../../casefile/sending.ts'
import { splitPostal } from '../../../../casefile/sendingPostal.ts'
import { factValue } from '../../../../facts/fact.ts'
import { articleNumber } from '../../../../packet/mailSheetArticle.ts'
import { analysisOf } from '../../../../usecases/cases/analysisOf.ts'
import { caseOf } from '../../../../usecases/cases/change.ts'
import { addDocument } from '../../../../usecases/cases/documents.ts'
import { askSending } from '../../../../usecases/cases/send/ask.ts'
import { recordByHand } from '../../../../usecases/cases/send/byHand.ts'
import type { ProgramChannel } from '../../../../usecases/cases/send/ports.ts'
import { resolveUncertain } from '../../../../usecases/cases/send/resolve.ts'
import { casePage } from '../casePage.ts'
import { bytes, goto, json, type Reply, refused, shown } from '../reply.ts'
import { type AppAsked, type AppRoute, type CaseAsked, inCase, open } from '../route.ts'
import { UPLOAD_MOST } from '../start/routes.ts'
import { type RefusedSend, sendMain } from './page.ts'
import { papersOf } from './papers.ts'
import { proposedFor, sameAddress, statedBy } from './where.ts'
import { SEND_WORDS } from './words/words.ts'

export const SEND_ROUTES: readonly AppRoute[] = [
  inCase('get', '/send', 'case.read', (asked) => send(asked, null)),
  inCase('post', '/send/ask', 'send', ask),
  inCase('post', '/send/kit', 'packet.download', kit),
  inCase('post', '/send/hand', 'send.record', byHand, { most: UPLOAD_MOST }),
  inCase('post', '/send/resolve', 'send.record', resolve),
  inCase('get', '/send/paper/:doc', 'packet.download', paper),
  inCase('get', '/send/proof/:doc', 'case.read', proof),
  open('post', '/webhooks/letters', letterNews, { machine: true }),
]

async function send(asked: CaseAsked, wrong: RefusedSend | null): Promise<Reply> {
  const { app, id, lang } = asked
  const analysis = await analysisOf(app.cases, id, asked.state)
  if (!analysis.ok) return refused(analysis.problems)
  // Making the analysis may have voided signatures.
  const [now, events] = await Promise.all([caseOf(app.cases, id), app.cases.cases.load(id)])
  const current = { ...asked, state: now.ok ? now.value : asked.state }
  const papers = await papersOf(current, current.state, analysis.value)
  const main = sendMain(current, { analysis: analysis.value, papers, events: events ?? [], wrong })
  const leaving = current.state.sendings.some((s) => ['asked', 'begun'].includes(sendingState(events ?? [], s.id)?.stage ?? ''))
  const more = leaving && !wrong ? { again: 2 } : {}
  const page = casePage(current, 'send', '/send', SEND_WORDS[lang].title, main, analysis.value, more)
  return shown(page, wrong?.problems[0] ? PROBLEMS[wrong.problems[0].code].http : 200)
}

const text = (asked: CaseAsked, name: string): string => (asked.given.fields.get(name) ?? '').replaceAll('\r\n', '\n').trim()

/** The document and the hash it had when it was looked at. */
function paperOf(asked: CaseAsked): { readonly doc: string; readonly sha256: string } {
  const [doc = '', sha256 = ''] = text(asked, 'paper').split('|')
  return { doc, sha256 }
}

const CHANNELS: readonly ProgramChannel[] = ['fax', 'mail', 'email']

async function ask(asked: CaseAsked): Promise<Reply> {
  const { app, id, actor, access, given } = asked
  const channel = CHANNELS.find((c) => c === text(asked, 'channel'))
  if (!channel) return goto(`/case/${id}/send`)
  const wrong = (problems: readonly Problem[]) => send(asked, { form: channel, fields: given.fields, problems })
  // Signatures under changed words are voided before anything leaves.
  const analysis = await analysisOf(app.cases, id, asked.state)
  if (!analysis.ok) return refused(analysis.problems)
  const proposed = proposedFor(analysis.value, channel)
  const to = text(asked, 'to')
  const source = proposed && sameAddress(channel, to, proposed.to) ? proposed.source : statedBy(access.role)
  const destination: Destination = { channel, to, recipient: text(asked, 'recipient'), source }
  const { doc, sha256 } = paperOf(asked)
  const [confirmed, again] = ['confirmed', 'again'].map((name) => text(asked, name) === 'yes')
  const asking = { sending: text(asked, 'sending'), doc, sha256, destination }
  const done = await askSending(app.sending, id, actor, { ...asking, confirmed: confirmed === true, again: again === true })
  if (!done.ok) return wrong(done.problems)
  await app.cases.audit.record({ by: asked.session.person.id, what: `sending.asked.${channel}`, on: id, from: null })
  return goto(`/case/${id}/send#${done.value.sending}`)
}

const HAND: readonly Channel[] = ['post_by_self', 'portal', 'fax', 'hand']

async function byHand(asked: CaseAsked): Promise<Reply> {
  const { app, id, actor, access, given, lang } = asked
  const words = SEND_WORDS[lang]
  const wrong = (problems: readonly Problem[]) => send(asked, { form: 'record', fields: given.fields, problems })
  const channel = HAND.find((c) => c === text(asked, 'channel')) ?? 'post_by_self'
  const on = parseDate(text(asked, 'on'))
  if (!on) return wrong([problem('form-invalid', 'date', words.dateWrong, words.dateFix)])
  const receipt = receiptOf(channel, text(asked, 'confirmation'), lang)
  if (typeof receipt === 'object' && receipt !== null) return wrong([receipt])
  const proofFile = given.files.find((f) => f.field === 'proof')
  const upload = proofFile ? await app.intake([proofFile]) : null
  if (upload && !upload.ok) return wrong(upload.problems)
  const added = upload ? await addDocument(app.cases, id, actor, 'proof', upload.value) : null
  if (added && !added.ok) return wrong(added.problems)
  const destination = { channel, to: text(asked, 'to'), recipient: text(asked, 'recipient'), source: statedBy(access.role) }
  const sent = { sending: text(asked, 'sending'), destination, on, confirmation: receipt, proof: added?.value ?? null }
  const done = await recordByHand(app.sending, id, actor, sent)
  if (!done.ok) return wrong(done.problems)
  await app.cases.audit.record({ by: asked.session.person.id, what: `sending.recorded.${channel}`, on: id, from: null })
  return goto(`/case/${id}/send#${done.value.sending}`)
}

/** The number of a receipt; that of a certified letter by its check digit. */
function receiptOf(channel: Channel, given: string, lang: 'en' | 'es'): string | null | Problem {
  if (!given || channel !== 'post_by_self') return given || null
  const words = SEND_WORDS[lang]
  const number = articleNumber(given)
  if (number.kind === 'article') return number.shown
  const say = { wrong_length: words.articleLength, mistyped: words.articleTyped, return_receipt_card: words.articleCard }[
    number.kind
  ]
  return problem('form-invalid', 'confirmation number', say, words.articleFix)
}

async function resolve(asked: CaseAsked): Promise<Reply> {
  const { app, id, actor } = asked
  const finding =
    text(asked, 'found') === 'arrived' ? ({ found: 'arrived', proof: null } as const) : ({ found: 'not_arrived' } as const)
  const done = await resolveUncertain(app.sending, id, actor, text(asked, 'sending'), finding)
  if (!done.ok) return refused(done.problems)
  await app.cases.audit.record({ by: asked.session.person.id, what: 'sending.resolved', on: id, from: null })
  return goto(`/case/${id}/send`)
}

/** The packet and the sheet for the post office, as one download. */
async function kit(asked: CaseAsked): Promise<Reply> {
  const { app, id, state, given } = asked
  const analysis = await analysisOf(app.cases, id, state)
  if (!analysis.ok) return refused(analysis.problems)
  const { doc, sha256 } = paperOf(asked)
  const paper = (await papersOf(asked, state, analysis.value)).find((p) => p.doc === doc && p.sha256 === sha256)
  const pdf = paper ? await app.cases.files.get(id, paper.doc) : null
  if (!paper || !pdf) return goto(`/case/${id}/send`)
  const proposed = proposedFor(analysis.value, 'mail')
  const to = text(asked, 'to')
  const recipient = proposed?.recipient ?? 'Appeals department'
  const postal = splitPostal(to, recipient)
  if (!postal.ok) return send(asked, { form: 'paper', fields: given.fields, problems: postal.problems })
  const lines = to.split('\n').filter((l) => l.trim())
  const { facts, today, letters } = analysis.value
  const pages = paper.pages || (await app.sending.pagesOf(pdf))
  const whole = { kind: 'letter', id: null, title: 'Letter', pages, first: 1, last: pages } as const
  const named = lines.some((l) => l.trim() === postal.value.name)
  const sheet = await app.sending.mailSheet({
    title: letters.find((l) => l.kind === paper.letter)?.title.sentence ?? 'Appeal',
    to: named ? lines : [postal.value.name, ...lines],
    source: proposed && sameAddress('mail', to, proposed.to) ? proposed.source : statedBy(asked.access.role),
    from: await app.sending.senderLines(id),
    reference: facts ? (factValue(facts.denial.referenceNumber) ?? factValue(facts.plan.memberId)) : null,
    today,
    parts: paper.parts.length ? paper.parts : [whole],
    article: null,
  })
  if (!sheet.ok) return refused(sheet.problems)
  const files = [
    ['1-mailing-sheet.pdf', sheet.value],
    ['2-packet.pdf', pdf],
  ] as const
  return bytes(app.zip(files, today satisfies CivilDate), 'application/zip', 'appeal-by-mail.zip')
}

async function paper(asked: CaseAsked): Promise<Reply> {
  const { app, id, params, state } = asked
  const analysis = await analysisOf(app.cases, id, state)
  if (!analysis.ok) return refused(analysis.problems)
  const known = (await papersOf(asked, state, analysis.value)).find((p) => p.doc === params.doc)
  const pdf = known ? await app.cases.files.get(id, known.doc) : null
  return pdf ? bytes(pdf, 'application/pdf', null) : goto(`/case/${id}/send`)
}

const TYPES: Readonly<Record<string, string>> = { pdf: 'application/pdf', text: 'text/plain; charset=utf-8' }

/** A proof of delivery, as it was kept; always as a file to save, since some came from people. */
async function proof({ app, id, state, params }: CaseAsked): Promise<Reply> {
  const held = state.documents.find((d) => d.doc === params.doc && d.role === 'proof')
  const content = held ? await app.cases.files.get(id, held.doc) : null
  return held && content ? bytes(content, TYPES[held.media] ?? 'application/octet-stream', held.name) : goto(`/case/${id}/send`)
}

/** The letter service says that something happened: it proves itself by its signature, and is then asked. */
async function letterNews({ app, given, header }: AppAsked): Promise<Reply> {
  const heard = await app.sending.letterNews(given.body, header)
  return heard.ok ? json({ ok: true }) : json({ ok: false }, PROBLEMS[heard.problems[0].code].http)
}
