import type { Lang } from './language.ts'
import type { Library, Made } from './library.ts'

/** A request as a route sees it. */
export interface Asked {
  readonly library: Library
  readonly lang: Lang
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** Fields of a form that was sent as a body; empty for a page that is only read. */
  readonly form: URLSearchParams
}

export interface Route {
  /** Pattern without language: "/help/:payer/:treatment/:reason". */
  readonly path: string
  readonly method: 'get' | 'post'
  readonly make: (asked: Asked) => Made
  /** Addresses of the published pages behind the pattern, without language. */
  readonly addresses?: (library: Library) => Iterable<string>
}
