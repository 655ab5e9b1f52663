import type { Access, Action } from '../../../casefile/access.ts'
import type { Actor } from '../../../casefile/event.ts'
import type { CaseState } from '../../../casefile/state.ts'
import type { CaseId } from '../../../usecases/cases/ports.ts'
import type { Session } from '../../../usecases/people/ports.ts'
import type { Application } from '../../application.ts'
import type { Lang } from '../language.ts'
import type { Library } from '../library.ts'
import type { Reply } from './reply.ts'
import type { Given } from './server/form.ts'

/** A request as a route of the application sees it. */
export interface AppAsked {
  readonly app: Application
  readonly library: Library
  readonly lang: Lang
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** Fields and files that were sent; empty for a page that is only read. */
  readonly given: Given
  readonly session: Session | null
  /** For the hidden field of every form; empty without a session. */
  readonly csrf: string
  /** The asker's network address, for limits only. */
  readonly from: string
  /** The browser runs on the machine of the service itself, with nothing in between. */
  readonly onThisMachine: boolean
  /** A header of the request, for machines that prove themselves by one. */
  header(name: string): string | null
}

/** A request within a case that this person may make. */
export interface CaseAsked extends AppAsked {
  readonly session: Session
  readonly id: CaseId
  readonly state: CaseState
  readonly access: Access
  readonly actor: Actor
  /** Whether this person may also do something else here; pages offer only what may be done. */
  mayAlso(action: Action): boolean
}

interface Common {
  /** Pattern without language. */
  readonly path: string
  readonly method: 'get' | 'post'
  /** Largest body in bytes; 64 KB when left out. Files need more. */
  readonly most?: number
  /** Sent by another server, which proves itself in its own way: no session, no form token, the body as it came. */
  readonly machine?: true
  /** Stands on pages that are kept for everybody, so it has no token; that it comes from our own page is still seen to. */
  readonly tokenless?: true
}

/** Anybody may ask; the route itself looks at the session. */
export interface OpenRoute extends Common {
  readonly needs: 'anybody'
  readonly make: (asked: AppAsked) => Promise<Reply>
}

/** Somebody signed in, or with a session; `action` where it acts upon the service. */
export interface PersonRoute extends Common {
  readonly needs: 'person'
  readonly action: Action
  readonly make: (asked: AppAsked & { readonly session: Session }) => Promise<Reply>
}

/** A page of a case: the pattern holds ":case". Whoever may not do `action` is told that there is no such page. */
export interface CaseRoute extends Common {
  readonly needs: 'case'
  readonly action: Action
  /** The pattern's parameter that names the signing the action is about. */
  readonly signing?: string
  readonly make: (asked: CaseAsked) => Promise<Reply>
}

export type AppRoute = OpenRoute | PersonRoute | CaseRoute

export const open = (method: Common['method'], path: string, make: OpenRoute['make'], more: Partial<Common> = {}): OpenRoute => ({
  needs: 'anybody',
  method,
  path,
  make,
  ...more,
})
export const forPerson = (
  method: Common['method'],
  path: string,
  action: Action,
  make: PersonRoute['make'],
  more: Partial<Common> = {},
): PersonRoute => ({ needs: 'person', method, path, action, make, ...more })
export const inCase = (
  method: Common['method'],
  path: string,
  action: Action,
  make: CaseRoute['make'],
  more: Partial<Common> & { readonly signing?: string } = {},
): CaseRoute => ({ needs: 'case', method, path: `/case/:case${path}`, action, make, ...more })
