import type { Outcome } from '../../base/outcome.ts'
import type { CaseRole, Instant } from '../../casefile/event.ts'
import type { AuditLog, CaseId, CaseStore, Chance, Clock, Mailer, PersonId } from '../cases/ports.ts'

export type Lang = 'en' | 'es'
/** What a person may be to the service itself; given by the settings of who runs it, by e-mail address. */
export type Duty = 'editor' | 'operator'

export interface Person {
  readonly id: PersonId
  /** Proven by a link sent there; null: a visitor. */
  readonly email: string | null
  readonly lang: Lang
  readonly duties: readonly Duty[]
}

export interface Session {
  /** Names the session without opening it: the hash of its token, hex. Forms are bound to it. */
  readonly id: string
  readonly person: Person
  readonly started: Instant
}

/** Tokens leave these functions once, in clear, towards their bearer; only their hashes are kept. */
export interface Sessions {
  start(person: PersonId, now: Instant): Promise<string>
  /** The session of a token, still valid now; counts as use of it. */
  find(token: string, now: Instant): Promise<Session | null>
  end(id: string): Promise<void>
  /** All of them, on every device. */
  endAll(person: PersonId): Promise<void>
}

export interface PeopleStore {
  create(lang: Lang, now: Instant): Promise<PersonId>
  get(id: PersonId): Promise<Person | null>
  byEmail(email: string): Promise<Person | null>
  /** The person of an address, made at need; two at once get the same one. */
  ofEmail(email: string, lang: Lang, now: Instant): Promise<PersonId>
  /** False: the address belongs to somebody else. */
  setEmail(id: PersonId, email: string): Promise<boolean>
  /** Whatever hangs on a visitor besides cases goes over; the visitor's sessions end. */
  absorb(visitor: PersonId, into: PersonId): Promise<void>
  forget(id: PersonId): Promise<void>
}

/** `signIn` opens an account; `changeEmail` needs the session it was asked in. */
export type LinkPurpose = 'signIn' | 'changeEmail'

export interface SignInLink {
  readonly purpose: LinkPurpose
  readonly email: string
  /** Whose session asked; null: nobody's. */
  readonly askedBy: PersonId | null
  readonly lang: Lang
  /** Path within the site to go on to. */
  readonly next: string
}

/** Links sent by mail: once, for one purpose, 20 minutes. */
export interface SignInLinks {
  make(link: SignInLink, now: Instant): Promise<string>
  /** Looks without using it up. */
  peek(token: string, purpose: LinkPurpose, now: Instant): Promise<SignInLink | null>
  /** Uses it up; of two at once, one gets it. */
  consume(token: string, purpose: LinkPurpose, now: Instant): Promise<SignInLink | null>
}

/** `resume`: the case on another device. `signing`: one letter, to sign. `preparation`: the same letter, for the office, without signing. */
export type CaseLinkKind = 'resume' | 'signing' | 'preparation'

export interface CaseLink {
  readonly id: string
  readonly case: CaseId
  readonly kind: CaseLinkKind
  readonly signing: string | null
  readonly role: CaseRole
  readonly made: Instant
  readonly until: Instant
}

export interface CaseLinks {
  make(
    link: Pick<CaseLink, 'case' | 'kind' | 'signing' | 'role'>,
    by: PersonId,
    now: Instant,
  ): Promise<{ readonly id: string; readonly token: string }>
  find(token: string, now: Instant): Promise<CaseLink | null>
  /** Lets a person in by a signing or preparation link, as long as the link holds. */
  admit(link: string, person: PersonId, now: Instant): Promise<void>
  /** Links by which the person was let into the case and which still hold. */
  admitted(id: CaseId, person: PersonId, now: Instant): Promise<readonly CaseLink[]>
  list(id: CaseId, now: Instant): Promise<readonly CaseLink[]>
  revoke(id: CaseId, link: string): Promise<void>
  /** Every link to a signing that was withdrawn, done or declined. */
  revokeSigning(id: CaseId, signing: string): Promise<void>
}

export type MemberRole = 'staff' | 'prescriber' | 'admin'
export interface Membership {
  readonly organisation: string
  readonly name: string
  readonly role: MemberRole
}

export interface Organisations {
  create(name: string, admin: PersonId, now: Instant): Promise<string>
  of(person: PersonId): Promise<readonly Membership[]>
  members(organisation: string): Promise<readonly { readonly person: PersonId; readonly role: MemberRole }[]>
  /** Adds a member or changes their role. False: it would leave nobody to administer. */
  put(organisation: string, person: PersonId, role: MemberRole): Promise<boolean>
  /** False: as above. */
  remove(organisation: string, person: PersonId): Promise<boolean>
  share(organisation: string, id: CaseId, now: Instant): Promise<void>
  unshare(organisation: string, id: CaseId): Promise<void>
  /** Organisations a case is shared with. */
  sharing(id: CaseId): Promise<readonly { readonly organisation: string; readonly name: string }[]>
  casesOf(organisation: string): Promise<readonly CaseId[]>
}

export interface Passkey {
  readonly id: string
  readonly name: string
  readonly made: Instant
  readonly used: Instant | null
}

/** The ceremonies of WebAuthn. Options and answers are its JSON, passed through. Challenges work once, five minutes. */
export interface Passkeys {
  registration(person: Person, now: Instant): Promise<unknown>
  register(person: Person, answer: unknown, name: string, now: Instant): Promise<Outcome<Passkey>>
  authentication(now: Instant): Promise<unknown>
  authenticate(answer: unknown, now: Instant): Promise<Outcome<PersonId>>
  list(person: PersonId): Promise<readonly Passkey[]>
  remove(person: PersonId, id: string): Promise<boolean>
}

export type LimitPurpose = 'signInMail' | 'signInAddress' | 'linkTry' | 'passkeyTry' | 'upload' | 'payment' | 'caseOpen'

export interface Limits {
  /** One try more; null: it may be made, else seconds until the next may. `who` is an address or an id; only its keyed hash is kept. */
  take(purpose: LimitPurpose, who: string, now: Instant): Promise<number | null>
}

export interface PeoplePorts {
  readonly clock: Clock
  readonly chance: Chance
  readonly people: PeopleStore
  readonly sessions: Sessions
  readonly signInLinks: SignInLinks
  readonly caseLinks: CaseLinks
  readonly organisations: Organisations
  readonly passkeys: Passkeys
  readonly limits: Limits
  readonly cases: CaseStore
  readonly mailer: Mailer
  readonly audit: AuditLog
  /** "https://appeals.example", without a slash at the end. */
  readonly origin: string
}
