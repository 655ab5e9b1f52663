import type { CivilDate } from '../base/date.ts'
import type { Outcome } from '../base/outcome.ts'
import type { Upload } from '../usecases/cases/documents.ts'
import type { PayPorts } from '../usecases/cases/pay/ports.ts'
import type { CasePorts } from '../usecases/cases/ports.ts'
import type { OutcomeCounts } from '../usecases/cases/track/ports.ts'
import type { PeoplePorts } from '../usecases/people/ports.ts'
import type { NamedBytes } from '../usecases/ports.ts'
import type { Operations } from './wireOperations.ts'
import type { Sending } from './wireSending.ts'
import type { Signing } from './wireSigning.ts'

/** The session's token as the browser holds it. */
export interface SessionCookie {
  /** The token in a Cookie header; null: none. */
  read(header: string | null): string | null
  /** Values for Set-Cookie. */
  set(token: string): string
  clear(): string
}

/** Form tokens: a keyed hash of the session's id. */
export interface FormTokens {
  of(session: string): string
  holds(session: string, token: string): boolean
}

/** Everything the application's pages stand on; joined in wire.ts. */
export interface Application {
  readonly cases: CasePorts
  readonly people: PeoplePorts
  readonly cookie: SessionCookie
  readonly forms: FormTokens
  readonly pay: PayPorts
  /** What became of cases, without anything of a person. */
  readonly counts: OutcomeCounts
  readonly signing: Signing
  readonly sending: Sending
  /** Every screen with sample data may be looked at by anybody (GALLERY). */
  readonly gallery?: boolean
  /** A mail server is set up; without one, links can not be sent. */
  readonly mailReady: boolean
  /** For the one who runs the service. */
  readonly operations: Operations
  /** Files as one archive. */
  zip(files: readonly (readonly [path: string, content: string | Uint8Array])[], today: CivilDate): Uint8Array
  /**
   * What was given, as one document: what kind it is judged by its bytes, several pictures bound into one.
   * A kind that is not read is a problem.
   */
  intake(files: readonly NamedBytes[]): Promise<Outcome<Upload>>
  /** "https://appeals.example"; forms must come from here. */
  readonly origin: string
  /** Network hops whose X-Forwarded-For is believed; 0: none. */
  readonly proxies: number
}
