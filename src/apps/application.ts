import type { Outcome } from '../base/outcome.ts'
import type { Upload } from '../usecases/cases/documents.ts'
import type { CasePorts } from '../usecases/cases/ports.ts'
import type { PeoplePorts } from '../usecases/people/ports.ts'
import type { NamedBytes } from '../usecases/ports.ts'

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
  /** "https://appeals.example"; forms must come from here. */
  /**
   * What was given, as one document: what kind it is judged by its bytes, several pictures bound into one.
   * A kind that is not read is a problem.
   */
  intake(files: readonly NamedBytes[]): Promise<Outcome<Upload>>
  readonly origin: string
  /** Network hops whose X-Forwarded-For is believed; 0: none. */
  readonly proxies: number
}
