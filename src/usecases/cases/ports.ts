import type { CivilDate } from '../../base/date.ts'
import type { Outcome } from '../../base/outcome.ts'
import type { Actor, CaseEvent, CaseRole, Destination, Instant, StoredEvent } from '../../casefile/event.ts'
import type { Letter, LetterKind } from '../../document/letter.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'
import type { SignedLetter } from '../../packet/certificate.ts'
import type { NumberedPart } from '../../packet/numbering.ts'
import type { SourceDocument } from '../../reading/document.ts'
import type { NamedBytes } from '../ports.ts'
import type { AnalyseRequest } from './analyse.ts'

/** 128 random bits in base 32: names a case, gives no right to it. */
export type CaseId = string & { readonly __case: unique symbol }
export type PersonId = string & { readonly __person: unique symbol }

export interface Clock {
  now(): Instant
  /** The civil day where the person is; a server knows only its own. */
  today(): CivilDate
}

export interface Chance {
  /** Unguessable, URL-safe. */
  token(bytes: number): string
}

/** Work to be done later, by any worker, at least once. `data` holds ids only, never health data. */
export type Job =
  | { readonly queue: 'read'; readonly data: { readonly case: CaseId; readonly doc: string } }
  | { readonly queue: 'analyse'; readonly data: { readonly case: CaseId } }
  | { readonly queue: 'typeset'; readonly data: { readonly case: CaseId } }
  | { readonly queue: 'certify'; readonly data: { readonly case: CaseId; readonly signing: string } }
  | { readonly queue: 'send'; readonly data: { readonly case: CaseId; readonly sending: string } }
  | { readonly queue: 'follow'; readonly data: { readonly case: CaseId; readonly sending: string } }
  | { readonly queue: 'remind'; readonly data: { readonly case: CaseId; readonly what: string; readonly days: number } }
  | { readonly queue: 'mail'; readonly data: { readonly message: string } }

export interface Enqueued {
  readonly job: Job
  /** Not before; at once when left out. */
  readonly after?: Instant
  /** Jobs of one queue and key that still wait are one job. */
  readonly key?: string
}

export interface NewEvent {
  readonly by: Actor
  readonly event: CaseEvent
}

export interface CaseSummary {
  readonly id: CaseId
  readonly role: CaseRole
  readonly opened: Instant
  readonly changed: Instant
}

/** Cases as lists of events, encrypted under a key of their own. */
export interface CaseStore {
  /** The case, its first events, its first member and its first jobs, together or not at all. */
  open(id: CaseId, owner: PersonId, role: CaseRole, events: readonly NewEvent[], jobs?: readonly Enqueued[]): Promise<void>
  /** Null: no such case, or its key is destroyed. */
  load(id: CaseId): Promise<readonly StoredEvent[] | null>
  /**
   * Appends events and enqueues jobs in one transaction, when the case still ends with `last`; false when
   * somebody was faster. What it returned true for survives any crash.
   */
  append(id: CaseId, last: number, events: readonly NewEvent[], jobs?: readonly Enqueued[]): Promise<boolean>
  /** What was made from the case up to event `seq`; JSON text, replaced as a whole. */
  keep(id: CaseId, name: string, seq: number, json: string): Promise<void>
  kept(id: CaseId, name: string): Promise<{ readonly seq: number; readonly json: string } | null>
  /** Role of a person in a case; null: none. */
  roleOf(id: CaseId, person: PersonId): Promise<CaseRole | null>
  grant(id: CaseId, person: PersonId, role: CaseRole): Promise<void>
  revoke(id: CaseId, person: PersonId): Promise<void>
  members(id: CaseId): Promise<readonly { readonly person: PersonId; readonly role: CaseRole }[]>
  casesOf(person: PersonId): Promise<readonly CaseSummary[]>
  /** Events, files, derived things and the key: gone, from backups too, since they are cipher without it. */
  destroy(id: CaseId): Promise<void>
  /** Cases nothing happened to since; for retention. */
  untouchedSince(before: Instant): Promise<readonly CaseId[]>
}

/** Files of a case, encrypted under the case's key, named by their document id. */
export interface CaseFiles {
  put(id: CaseId, doc: string, bytes: Uint8Array): Promise<void>
  /** Null: not held, or the key is destroyed. */
  get(id: CaseId, doc: string): Promise<Uint8Array | null>
  remove(id: CaseId, doc: string): Promise<void>
}

/** How far long work is; lost in a crash without harm. `step` is a code that the pages put into words. */
export interface Progress {
  readonly step: 'queued' | 'preparing' | 'recognizing' | 'understanding' | 'matching' | 'writing' | 'typesetting' | 'done'
  readonly done: number
  readonly of: number
}

export interface ProgressBoard {
  tell(id: CaseId, what: string, progress: Progress): Promise<void>
  of(id: CaseId, what: string): Promise<Progress | null>
}

/** Append-only, hash-chained. `what` is a code such as "case.signed"; no health data. */
export interface AuditLog {
  record(entry: { readonly by: string; readonly what: string; readonly on: string; readonly from: string | null }): Promise<void>
}

/** What became of a sending, as its provider tells it. */
export type SendingStatus =
  | { readonly state: 'waiting'; readonly providerId: string }
  | {
      readonly state: 'delivered'
      readonly providerId: string
      readonly on: Instant
      readonly pages: number | null
      readonly proof: Uint8Array | null
    }
  | { readonly state: 'failed'; readonly providerId: string; readonly why: string }

export interface Parcel {
  /** The sending's own id: providers are asked to take it once only. */
  readonly key: string
  readonly destination: Destination
  readonly subject: string
  readonly pdf: Uint8Array
  readonly pages: number
  /** Postal address of the sender, lines; needed for mail. */
  readonly from: readonly string[]
}

/** One provider of fax, letter mail or e-mail. */
export interface Sender {
  /** "sinch", "lob", "smtp": kept with the sending. */
  readonly name: string
  /** Hands it over once. Problem codes say whether another try may be made: `provider-busy` may, `provider-refused` may not, `provider-uncertain` must first be looked up. */
  send(parcel: Parcel): Promise<Outcome<{ readonly providerId: string }>>
  /** What the provider holds under our key; null: nothing. Undefined: this provider can not tell. */
  find(key: string): Promise<Outcome<{ readonly providerId: string } | null | undefined>>
  status(providerId: string): Promise<Outcome<SendingStatus>>
}

export interface Message {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Calendar entry beside it, if any. */
  readonly ics?: string
}

/** Mail to people of the service: sign-in links, reminders. It names no diagnosis, drug or payer. */
export interface Mailer {
  /** `key` makes a message one and the same however often it is handed over. */
  send(message: Message, key: string): Promise<Outcome<void>>
}

export interface CheckoutAsked {
  readonly payment: string
  readonly cents: number
  readonly email: string | null
  readonly successUrl: string
  readonly cancelUrl: string
}

export type PaymentNews =
  | {
      readonly kind: 'paid'
      readonly payment: string
      readonly cents: number
      readonly intent: string
      readonly receipt: string | null
    }
  | { readonly kind: 'refunded'; readonly payment: string; readonly cents: number }
  | { readonly kind: 'expired'; readonly payment: string }
  | { readonly kind: 'other' }

export interface Payments {
  checkout(asked: CheckoutAsked): Promise<Outcome<{ readonly url: string; readonly session: string }>>
  /** Verifies the signature of a webhook; a body that is not the provider's is a problem. */
  news(body: string, signature: string): Outcome<PaymentNews>
  refund(intent: string, cents: number, key: string): Promise<Outcome<void>>
}

/** The picture of a page as it is shown, so that boxes of words lie where the words are. */
export interface PagePicture {
  readonly page: number
  readonly bytes: Uint8Array
}

export interface ReadResult {
  readonly document: SourceDocument
  /** Of pages that had to be straightened; other pages are drawn from the file itself. */
  readonly pictures: readonly PagePicture[]
}

export interface TypesetRequest {
  readonly analyse: AnalyseRequest
  /** Bytes of each document of the case by its id, for the exhibits. */
  readonly files: ReadonlyMap<string, NamedBytes>
  /** Letters beside the appeal that become files. */
  readonly letters: readonly LetterKind[]
  /** One signed letter as it was frozen, to be set with its signatures and certificates instead of the draft. */
  readonly signed?: { readonly letter: Letter; readonly signatures: SignedLetter }
}

export interface TypesetFile {
  /** "packet", or the letter's kind. */
  readonly name: string
  readonly form: 'pdf' | 'docx'
  readonly bytes: Uint8Array
  readonly pages: number
  /** Of a packet: what is on which page. */
  readonly parts?: readonly NumberedPart[]
}

/** The engine on other cores than the one that answers requests. */
export interface Engine {
  read(doc: string, file: NamedBytes, tell: (progress: Progress) => void): Promise<Outcome<ReadResult>>
  /** `Analysis` as JSON. */
  analyse(request: AnalyseRequest): Promise<Outcome<string>>
  typeset(request: TypesetRequest): Promise<Outcome<readonly TypesetFile[]>>
  /** PNG of a page, `width` pixels wide. */
  pagePicture(file: NamedBytes, page: number, width: number): Promise<Outcome<Uint8Array>>
}

/**
 * What was opened or made of a case a moment ago, so that the next page need not open or make it again. Never the
 * truth itself: what is in it is either unchangeable, or named with the event up to which it holds. May forget
 * anything at any time.
 */
export interface CaseMemory {
  get(id: CaseId, name: string): unknown
  /** `size`: characters of it as JSON. */
  put(id: CaseId, name: string, value: unknown, size: number): void
}

/** What the use cases of a case need from the world. */
export interface CasePorts {
  readonly knowledge: Knowledge
  readonly clock: Clock
  readonly chance: Chance
  readonly cases: CaseStore
  readonly files: CaseFiles
  readonly progress: ProgressBoard
  readonly audit: AuditLog
  readonly engine: Engine
  /** Left out: nothing is remembered. */
  readonly memory?: CaseMemory
  /** SHA-256 of bytes or of text as UTF-8, in hexadecimal. */
  digest(of: Uint8Array | string): string
}
