import type { CivilDate } from '../base/date.ts'
import type { Problem } from '../base/problem.ts'
import type { LetterKind } from '../document/letter.ts'
import type { Rejection } from '../facts/casefile/casefile.ts'

/** A moment, UTC, to the millisecond: "2026-11-22T14:03:07.120Z". */
export type Instant = string & { readonly __instant: unique symbol }

/** What a person may be to a case. Operators and editors are nothing to any case. */
export type CaseRole = 'patient' | 'representative' | 'prescriber' | 'staff'
export const CASE_ROLES: readonly CaseRole[] = ['patient', 'representative', 'prescriber', 'staff']

/** Who did it: a person in their role, or the program itself. */
export type Actor = { readonly kind: 'person'; readonly id: string; readonly role: CaseRole } | { readonly kind: 'program' }

/** In whose words the letters speak. */
export type Voice = 'member' | 'prescriber' | 'advocate'

export type DocumentRole = 'denial' | 'record' | 'policy' | 'answer' | 'authorization' | 'proof' | 'typeset' | 'signature'

/** How a document came: a file of known kind, a picture, or words typed or pasted. */
export type DocumentMedia = 'pdf' | 'docx' | 'html' | 'text' | 'image' | 'fhir'

export interface CaseDocumentEntry {
  /** Stable within the case, "denial-1", "record-3"; never reused. */
  readonly doc: string
  readonly role: DocumentRole
  /** As its owner called it, without folders. */
  readonly name: string
  readonly media: DocumentMedia
  readonly sha256: string
  readonly bytes: number
}

/** A value at a path of the case file (docs/casefile.md): "plan.memberId", "denial.received.date". Null takes it back. */
export interface StatedValue {
  readonly path: string
  readonly value: string | boolean | null
  readonly by: 'patient' | 'prescriber'
}

/** Lists of the case file whose items people add, correct and take back. `fields` are those of the case file. */
export const LISTS = ['diagnoses', 'priorTreatments', 'contraindications', 'measures', 'results', 'events', 'statements'] as const
export type ListName = (typeof LISTS)[number]

export interface ListedItem {
  readonly list: ListName
  /** Made by the program, unique in the case. */
  readonly item: string
  /** Null takes the item back. */
  readonly fields: Readonly<Record<string, string>> | null
  readonly by: 'patient' | 'prescriber'
}

/**
 * A sentence of a letter changed by hand. `original` is the program's sentence: it finds the place again
 * after the letter is written anew. Null text leaves it out; an empty original adds one after `after`.
 */
export interface SentenceEdit {
  readonly edit: string
  readonly letter: LetterKind
  readonly original: string
  readonly after: string | null
  /** Null: the program's sentence stands again. */
  readonly text: string | null
  readonly action: 'replace' | 'remove' | 'add' | 'restore'
  readonly by: 'patient' | 'prescriber'
}

/** Who can be asked for a document that exists but is not at hand. */
export const HOLDERS = ['records_office', 'prescriber', 'plan', 'self'] as const
export type Holder = (typeof HOLDERS)[number]

/** A document that exists elsewhere and is to be asked for. Null `what` takes it back. */
export interface WantedRecord {
  /** Made by the program, unique in the case. */
  readonly wanted: string
  readonly what: string | null
  readonly from: Holder
  /** Name of the office, as the person gives it; empty: not given. */
  readonly office: string
}

export type SignatureMethod = 'drawn' | 'typed' | 'uploaded'

export interface Credentials {
  readonly name: string
  readonly credentials: string
  readonly npi: string
  readonly licence: string | null
}

/** How a signer came to the letter, which is all that vouches for who they are. */
export type Reached = 'email_link' | 'handed_link' | 'signed_in' | 'own_case'

export type Channel = 'fax' | 'mail' | 'email' | 'portal' | 'hand' | 'post_by_self'

/** Where something goes, and which words of which document said so. */
export interface Destination {
  readonly channel: Channel
  /** Fax number in E.164, e-mail address, or postal address in lines joined by "\n"; the portal's name. */
  readonly to: string
  readonly recipient: string
  /** "denial-1, page 2", "stated by the patient", "payer record anthem_elevance". */
  readonly source: string
}

/** What happens to a sending, in order. `uncertain`: it was begun, and whether it left can not be found out. */
export type SendingStep =
  /** `provider`: who is about to be called; only they can tell later whether it left. */
  | { readonly step: 'begun'; readonly provider?: string }
  | { readonly step: 'accepted'; readonly provider: string; readonly providerId: string }
  | { readonly step: 'delivered'; readonly on: Instant; readonly pages: number | null; readonly proof: string | null }
  | { readonly step: 'failed'; readonly why: string }
  | { readonly step: 'uncertain'; readonly why: string }

export type AnswerOutcome = 'overturned' | 'partly_overturned' | 'upheld' | 'dismissed' | 'not_an_answer'

export type Closing = 'won' | 'partly_won' | 'lost' | 'withdrawn' | 'other'

/** Everything that can happen to a case. The state of a case is these, in order, and nothing else. */
export type CaseEvent =
  | { readonly kind: 'opened'; readonly lang: 'en' | 'es'; readonly as: CaseRole }
  | ({ readonly kind: 'documentAdded' } & CaseDocumentEntry)
  | { readonly kind: 'documentRead'; readonly doc: string; readonly pages: number; readonly doubts: number }
  | { readonly kind: 'documentUnreadable'; readonly doc: string; readonly problem: Problem }
  | { readonly kind: 'documentRemoved'; readonly doc: string }
  /** Which denial of a letter that holds several, from 1. */
  | { readonly kind: 'denialChosen'; readonly doc: string; readonly which: number }
  /** The findings of the letter were looked through and are right, save what was stated otherwise. */
  | { readonly kind: 'readingConfirmed'; readonly doc: string }
  | ({ readonly kind: 'stated' } & StatedValue)
  | ({ readonly kind: 'listed' } & ListedItem)
  | { readonly kind: 'coverageAnswered'; readonly question: string; readonly answer: string | null }
  | { readonly kind: 'skipped'; readonly question: string }
  /** Nothing, or nothing more, is to be said to it: "nothing was tried". */
  | { readonly kind: 'questionDone'; readonly question: string }
  | { readonly kind: 'rejected'; readonly rejection: Rejection; readonly by: 'patient' | 'prescriber' }
  | { readonly kind: 'accepted'; readonly rejection: Rejection; readonly by: 'patient' | 'prescriber' }
  | { readonly kind: 'taskDone'; readonly task: string; readonly done: boolean }
  | ({ readonly kind: 'recordWanted' } & WantedRecord)
  | { readonly kind: 'groundsChosen'; readonly grounds: readonly string[] }
  | { readonly kind: 'lettersChosen'; readonly letters: readonly LetterKind[] }
  | { readonly kind: 'voiceChosen'; readonly voice: Voice }
  | ({ readonly kind: 'sentenceEdited' } & SentenceEdit)
  /** The packet and its letters as files; `documents` by letter kind, "packet" among them. */
  | {
      readonly kind: 'drafted'
      readonly knowledge: string
      readonly today: CivilDate
      readonly documents: Readonly<Record<string, { readonly doc: string; readonly sha256: string; readonly pages: number }>>
    }
  | {
      readonly kind: 'signingAsked'
      readonly signing: string
      readonly letter: LetterKind
      /** Of the letter's words, as the signer will see them. */
      readonly sha256: string
      readonly to: { readonly name: string; readonly email: string | null; readonly role: CaseRole }
    }
  | { readonly kind: 'signingSeen'; readonly signing: string }
  /** The letter changed before it was signed; what the signer is shown from now on. */
  | { readonly kind: 'signingRenewed'; readonly signing: string; readonly sha256: string }
  | {
      readonly kind: 'signed'
      readonly signing: string
      readonly sha256: string
      readonly signer: Credentials
      readonly method: SignatureMethod
      /** The picture of the signature; null for a typed one. */
      readonly image: string | null
      readonly attestation: string
      /** Minutes the signer's clock was ahead of UTC; left out where the browser did not say. */
      readonly offset?: number
      readonly reached?: Reached
    }
  | { readonly kind: 'certified'; readonly signing: string; readonly doc: string; readonly sha256: string }
  | { readonly kind: 'declined'; readonly signing: string; readonly reason: string }
  | { readonly kind: 'signatureVoided'; readonly signing: string; readonly why: 'edited' | 'facts_changed' | 'withdrawn' }
  | {
      readonly kind: 'sendingAsked'
      readonly sending: string
      readonly destination: Destination
      readonly doc: string
      readonly sha256: string
      /** Of the file; a receipt for fewer is no proof of the whole. Absent in older events. */
      readonly pages?: number
    }
  | { readonly kind: 'sending'; readonly sending: string; readonly step: SendingStep }
  /** Sent by the person's own hand: the counter, the portal, their own fax. */
  | {
      readonly kind: 'sentByHand'
      readonly sending: string
      readonly destination: Destination
      readonly on: CivilDate
      readonly confirmation: string | null
      readonly proof: string | null
    }
  | {
      readonly kind: 'answered'
      readonly doc: string | null
      readonly on: CivilDate
      readonly outcome: AnswerOutcome
    }
  /** The decider wrote that it takes until this day. */
  | { readonly kind: 'decisionExtended'; readonly doc: string | null; readonly until: CivilDate }
  | { readonly kind: 'levelReached'; readonly level: string; readonly denial: string | null }
  | { readonly kind: 'reminded'; readonly what: string; readonly days: number }
  /** By whom it was said: reminders by mail for this person, or none. */
  | { readonly kind: 'remindersSet'; readonly on: boolean }
  /** A private address from which calendars read the dates: the hash of its token. Null takes it back. */
  | { readonly kind: 'calendarShared'; readonly hash: string | null }
  /** The case stands in the anonymous counts, under a word that only the case knows. */
  | { readonly kind: 'counted'; readonly receipt: string }
  | { readonly kind: 'closed'; readonly how: Closing; readonly on: CivilDate; readonly note: string | null }
  | { readonly kind: 'reopened' }
  | {
      readonly kind: 'paid'
      readonly payment: string
      readonly cents: number
      readonly coupon: string | null
      readonly receipt: string | null
    }
  | { readonly kind: 'refunded'; readonly payment: string; readonly cents: number }
  | { readonly kind: 'feeWaived'; readonly why: 'free_mode' | 'hardship' }

export type CaseEventKind = CaseEvent['kind']

/** An event as it is kept: `seq` from 1, without holes. */
export interface StoredEvent {
  readonly seq: number
  readonly at: Instant
  readonly by: Actor
  readonly event: CaseEvent
}
