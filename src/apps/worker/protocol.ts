import type { Outcome } from '../../base/outcome.ts'
import type { MailSheet } from '../../packet/mailSheet.ts'
import type { SourceDocument } from '../../reading/document.ts'
import type { AnalyseRequest } from '../../usecases/cases/analyse.ts'
import type { Progress, ReadResult, TypesetFile, TypesetRequest } from '../../usecases/cases/ports.ts'
import type { NamedBytes } from '../../usecases/ports.ts'

/** A document by the number under which the thread holds it: most are asked for again with every answer of a person. */
export interface HeldDocument {
  readonly held: number
}

/** A request whose documents are named by number. */
export type NamedRequest = Omit<AnalyseRequest, 'denial' | 'policy' | 'records'> & {
  readonly denial: HeldDocument | null
  readonly policy: HeldDocument | null
  readonly records: readonly HeldDocument[]
}

export interface Sent {
  readonly request: NamedRequest
  /** Those that the thread does not hold yet. */
  readonly documents: ReadonlyMap<number, SourceDocument>
  /** Not needed after this request. */
  readonly forget: readonly number[]
}

export type SentTypeset = Omit<TypesetRequest, 'analyse'> & { readonly analyse: Sent }

/** What the threads of the engine can be asked for, and what each gives. */
export interface Verbs {
  read: { readonly asks: { readonly doc: string; readonly file: NamedBytes }; readonly gives: Outcome<ReadResult> }
  analyse: { readonly asks: Sent; readonly gives: Outcome<string> }
  typeset: { readonly asks: SentTypeset; readonly gives: Outcome<readonly TypesetFile[]> }
  picture: {
    readonly asks: { readonly file: NamedBytes; readonly page: number; readonly width: number }
    readonly gives: Outcome<Uint8Array>
  }
  pages: { readonly asks: { readonly pdf: Uint8Array }; readonly gives: Outcome<number> }
  mailSheet: { readonly asks: MailSheet; readonly gives: Outcome<Uint8Array> }
}
export type Verb = keyof Verbs

export type Asked = { readonly [V in Verb]: { readonly id: number; readonly verb: V; readonly asks: Verbs[V]['asks'] } }[Verb]

export type Told =
  | { readonly id: number; readonly told: 'done'; readonly gives: Verbs[Verb]['gives'] }
  | { readonly id: number; readonly told: 'progress'; readonly progress: Progress }
  /** Our own broken promise; the message names no health data. */
  | { readonly id: number; readonly told: 'fault'; readonly at: string }
