import type { CivilDate } from '../base/date.ts'
import type { Problem } from '../base/problem.ts'
import type { LetterKind } from '../document/letter.ts'
import type { Rejection } from '../facts/casefile/casefile.ts'
import type {
  Actor,
  AnswerOutcome,
  CaseDocumentEntry,
  CaseEvent,
  CaseRole,
  Closing,
  Credentials,
  Destination,
  Instant,
  ListedItem,
  Reached,
  SendingStep,
  SentenceEdit,
  SignatureMethod,
  StatedValue,
  StoredEvent,
  Voice,
  WantedRecord,
} from './event.ts'
import { nextSendings, nextSignings } from './stateParts.ts'

export interface HeldDocument extends CaseDocumentEntry {
  readonly added: Instant
  readonly reading:
    | { readonly state: 'waiting' }
    | { readonly state: 'read'; readonly pages: number; readonly doubts: number }
    | { readonly state: 'unreadable'; readonly problem: Problem }
}

export interface Signing {
  readonly id: string
  readonly letter: LetterKind
  readonly sha256: string
  readonly to: { readonly name: string; readonly email: string | null; readonly role: CaseRole }
  readonly asked: Instant
  readonly askedBy: Actor
  readonly seen: Instant | null
  /** When the letter that is to be signed was last frozen anew. */
  readonly renewed: Instant | null
  readonly signed: {
    readonly at: Instant
    readonly by: Actor
    readonly signer: Credentials
    readonly method: SignatureMethod
    readonly image: string | null
    readonly attestation: string
    readonly offset: number | null
    readonly reached: Reached
  } | null
  readonly certified: { readonly doc: string; readonly sha256: string } | null
  readonly declined: { readonly at: Instant; readonly reason: string } | null
  readonly voided: { readonly at: Instant; readonly why: 'edited' | 'facts_changed' | 'withdrawn' } | null
}

export interface Sending {
  readonly id: string
  readonly destination: Destination
  readonly doc: string | null
  readonly sha256: string | null
  readonly pages: number | null
  readonly asked: Instant
  readonly askedBy: Actor
  readonly steps: readonly { readonly at: Instant; readonly step: SendingStep }[]
  readonly byHand: { readonly on: CivilDate; readonly confirmation: string | null; readonly proof: string | null } | null
}

export interface Drafted {
  readonly at: Instant
  /** Of the last event the packet was made from. */
  readonly seq: number
  readonly knowledge: string
  readonly today: CivilDate
  readonly documents: Readonly<Record<string, { readonly doc: string; readonly sha256: string; readonly pages: number }>>
}

export interface Answer {
  readonly doc: string | null
  readonly on: CivilDate
  readonly outcome: AnswerOutcome
  readonly recorded: Instant
}

/** What a case is after its events; a pure function of them. */
export interface CaseState {
  readonly seq: number
  readonly opened: Instant
  readonly changed: Instant
  readonly lang: 'en' | 'es'
  readonly as: CaseRole
  /** In the order they were added; removed ones are gone. */
  readonly documents: readonly HeldDocument[]
  /** The denial the case is about now: the last of its kind. */
  readonly denial: string | null
  readonly which: number | null
  readonly confirmed: boolean
  /** By path of the case file. */
  readonly stated: ReadonlyMap<string, StatedValue>
  /** By item id, in order of their first mention. */
  readonly listed: ReadonlyMap<string, ListedItem>
  readonly coverageAnswers: ReadonlyMap<string, string>
  readonly skipped: ReadonlySet<string>
  /** Questions to which nothing more is to be said. */
  readonly questionsDone: ReadonlySet<string>
  readonly rejections: readonly { readonly rejection: Rejection; readonly by: 'patient' | 'prescriber' }[]
  readonly tasksDone: ReadonlySet<string>
  /** Documents to be asked for, by their id. */
  readonly wanted: ReadonlyMap<string, WantedRecord & { readonly what: string }>
  readonly grounds: readonly string[]
  readonly letters: readonly LetterKind[]
  readonly voice: Voice
  /** Edits that stand, by edit id. */
  readonly edits: ReadonlyMap<string, SentenceEdit>
  readonly drafted: Drafted | null
  readonly signings: readonly Signing[]
  readonly sendings: readonly Sending[]
  readonly answers: readonly Answer[]
  /** Level of the ladder the person says they are at; null: as the letter says. */
  readonly level: string | null
  /** Since when they are there; what was sent before belongs to an earlier level. */
  readonly levelSince: Instant | null
  readonly reminded: ReadonlySet<string>
  /** People who want no reminders by mail. */
  readonly remindersOff: ReadonlySet<string>
  /** Until when the decider says it takes, for what is awaited now. */
  readonly extended: { readonly doc: string | null; readonly until: CivilDate } | null
  /** Hash of the token of the calendar's private address. */
  readonly calendar: string | null
  readonly counted: string | null
  readonly closed: { readonly how: Closing; readonly on: CivilDate; readonly note: string | null } | null
  readonly payments: readonly {
    readonly payment: string
    readonly cents: number
    readonly refunded: number
    readonly coupon: string | null
  }[]
  readonly feeWaived: boolean
  /** Of the last event that can change what the letters say; a draft made before it is out of date. */
  readonly contentSeq: number
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Events that can change a letter or the packet. */
const CONTENT: ReadonlySet<CaseEvent['kind']> = new Set([
  'opened',
  'documentAdded',
  'documentRead',
  'documentUnreadable',
  'documentRemoved',
  'denialChosen',
  'stated',
  'listed',
  'coverageAnswered',
  'rejected',
  'accepted',
  'recordWanted',
  'groundsChosen',
  'lettersChosen',
  'voiceChosen',
  'sentenceEdited',
  'levelReached',
])

/** Documents that are evidence or the denial; a proof of delivery or a signature changes no letter. */
const SPEAKS: ReadonlySet<string> = new Set(['denial', 'record', 'policy'])

export function caseState(events: readonly StoredEvent[]): CaseState {
  const first = events[0]
  if (first?.event.kind !== 'opened') throw new Error('a case begins with its opening')
  let state: CaseState = {
    seq: 0,
    opened: first.at,
    changed: first.at,
    lang: first.event.lang,
    as: first.event.as,
    documents: [],
    denial: null,
    which: null,
    confirmed: false,
    stated: new Map(),
    listed: new Map(),
    coverageAnswers: new Map(),
    skipped: new Set(),
    questionsDone: new Set(),
    rejections: [],
    tasksDone: new Set(),
    wanted: new Map(),
    grounds: [],
    letters: [],
    voice: first.event.as === 'prescriber' ? 'prescriber' : first.event.as === 'staff' ? 'advocate' : 'member',
    edits: new Map(),
    drafted: null,
    signings: [],
    sendings: [],
    answers: [],
    level: null,
    levelSince: null,
    reminded: new Set(),
    remindersOff: new Set(),
    extended: null,
    calendar: null,
    counted: null,
    closed: null,
    payments: [],
    feeWaived: false,
    contentSeq: 0,
  }
  for (const stored of events) {
    const changes = CONTENT.has(stored.event.kind) && speaks(state, stored.event)
    state = { ...state, ...change(state, stored), seq: stored.seq, changed: stored.at }
    if (changes) state = { ...state, contentSeq: stored.seq }
  }
  return state
}

function speaks(state: CaseState, event: CaseEvent): boolean {
  if (event.kind === 'documentAdded') return SPEAKS.has(event.role)
  if (event.kind === 'documentRead' || event.kind === 'documentUnreadable' || event.kind === 'documentRemoved')
    return state.documents.some((d) => d.doc === event.doc && SPEAKS.has(d.role))
  return true
}

function change(state: CaseState, { at, by, seq, event }: StoredEvent): Partial<Mutable<CaseState>> {
  switch (event.kind) {
    case 'opened':
      return {}
    case 'documentAdded': {
      const { kind: _, ...entry } = event
      const documents = [...state.documents, { ...entry, added: at, reading: { state: 'waiting' as const } }]
      return event.role === 'denial' ? { documents, denial: event.doc, which: null, confirmed: false } : { documents }
    }
    case 'documentRead':
      return { documents: read(state, event.doc, { state: 'read', pages: event.pages, doubts: event.doubts }) }
    case 'documentUnreadable':
      return { documents: read(state, event.doc, { state: 'unreadable', problem: event.problem }) }
    case 'documentRemoved': {
      const documents = state.documents.filter((d) => d.doc !== event.doc)
      const denial = documents.findLast((d) => d.role === 'denial')?.doc ?? null
      return { documents, ...(denial === state.denial ? {} : { denial, which: null, confirmed: false }) }
    }
    case 'denialChosen':
      return event.doc === state.denial ? { which: event.which } : {}
    case 'readingConfirmed':
      return event.doc === state.denial ? { confirmed: true } : {}
    case 'stated': {
      const { kind: _, ...value } = event
      const stated = new Map(state.stated)
      if (value.value === null) stated.delete(value.path)
      else stated.set(value.path, value)
      return { stated, skipped: without(state.skipped, value.path) }
    }
    case 'listed': {
      const { kind: _, ...item } = event
      const listed = new Map(state.listed)
      if (item.fields === null) listed.delete(item.item)
      else listed.set(item.item, item)
      return { listed }
    }
    case 'coverageAnswered': {
      const coverageAnswers = new Map(state.coverageAnswers)
      if (event.answer === null) coverageAnswers.delete(event.question)
      else coverageAnswers.set(event.question, event.answer)
      return { coverageAnswers, skipped: without(state.skipped, event.question) }
    }
    case 'skipped':
      return { skipped: new Set([...state.skipped, event.question]) }
    case 'questionDone':
      return { questionsDone: new Set([...state.questionsDone, event.question]), skipped: without(state.skipped, event.question) }
    case 'rejected':
      return { rejections: [...others(state, event.rejection), { rejection: event.rejection, by: event.by }] }
    case 'accepted':
      return { rejections: others(state, event.rejection) }
    case 'taskDone':
      return { tasksDone: event.done ? new Set([...state.tasksDone, event.task]) : without(state.tasksDone, event.task) }
    case 'recordWanted': {
      const { wanted: key, what, from, office } = event
      const wanted = new Map(state.wanted)
      if (what === null) wanted.delete(key)
      else wanted.set(key, { wanted: key, what, from, office })
      return { wanted }
    }
    case 'groundsChosen':
      return { grounds: event.grounds }
    case 'lettersChosen':
      return { letters: event.letters }
    case 'voiceChosen':
      return { voice: event.voice }
    case 'sentenceEdited': {
      const { kind: _, ...edit } = event
      const edits = new Map(state.edits)
      if (edit.action === 'restore') edits.delete(edit.edit)
      else edits.set(edit.edit, edit)
      return { edits }
    }
    case 'drafted': {
      const { knowledge, today, documents } = event
      return { drafted: { at, seq, knowledge, today, documents } }
    }
    case 'paid':
      return {
        payments: [...state.payments, { payment: event.payment, cents: event.cents, refunded: 0, coupon: event.coupon }],
      }
    case 'refunded':
      return {
        payments: state.payments.map((p) => (p.payment === event.payment ? { ...p, refunded: p.refunded + event.cents } : p)),
      }
    case 'feeWaived':
      return { feeWaived: true }
    case 'answered':
      return {
        answers: [...state.answers, { doc: event.doc, on: event.on, outcome: event.outcome, recorded: at }],
        ...(event.outcome === 'not_an_answer' ? {} : { extended: null }),
      }
    case 'decisionExtended':
      return { extended: { doc: event.doc, until: event.until } }
    case 'levelReached':
      return {
        level: event.level,
        levelSince: at,
        extended: null,
        // What was said of the earlier notice (its date, its receipt, where an appeal goes) is not true of this one.
        stated: new Map([...state.stated].filter(([path]) => !path.startsWith('denial.'))),
        ...(event.denial ? { denial: event.denial, which: null, confirmed: false } : {}),
      }
    case 'reminded':
      return { reminded: new Set([...state.reminded, `${event.what}@${event.days}`]) }
    case 'remindersSet': {
      const who = by.kind === 'person' ? by.id : ''
      const off = without(state.remindersOff, who)
      return { remindersOff: event.on ? off : new Set([...off, who]) }
    }
    case 'calendarShared':
      return { calendar: event.hash }
    case 'counted':
      return { counted: event.receipt }
    case 'closed':
      return { closed: { how: event.how, on: event.on, note: event.note } }
    case 'reopened':
      return { closed: null }
    case 'sendingAsked':
    case 'sending':
    case 'sentByHand':
      return { sendings: nextSendings(state.sendings, at, by, event) }
    default:
      return { signings: nextSignings(state.signings, at, by, event) }
  }
}

const read = (state: CaseState, doc: string, reading: HeldDocument['reading']): readonly HeldDocument[] =>
  state.documents.map((d) => (d.doc === doc ? { ...d, reading } : d))

const without = (set: ReadonlySet<string>, value: string): ReadonlySet<string> => new Set([...set].filter((v) => v !== value))

const sameRejection = (a: Rejection, b: Rejection): boolean =>
  a.kind === b.kind && a.document === b.document && a.what.toLowerCase() === b.what.toLowerCase()

const others = (state: CaseState, rejection: Rejection) => state.rejections.filter((r) => !sameRejection(r.rejection, rejection))

/** A signature counts while it is neither voided nor declined. */
export const standingSignature = (s: Signing): boolean => s.signed !== null && s.voided === null
export const openSigning = (s: Signing): boolean => s.signed === null && s.voided === null && s.declined === null
