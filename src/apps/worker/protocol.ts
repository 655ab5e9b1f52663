import type { Outcome } from '../../base/outcome.ts'
import type { AnalyseRequest } from '../../usecases/cases/analyse.ts'
import type { Progress, ReadResult, TypesetFile, TypesetRequest } from '../../usecases/cases/ports.ts'
import type { NamedBytes } from '../../usecases/ports.ts'

/** What the threads of the engine can be asked for, and what each gives. */
export interface Verbs {
  read: { readonly asks: { readonly doc: string; readonly file: NamedBytes }; readonly gives: Outcome<ReadResult> }
  analyse: { readonly asks: AnalyseRequest; readonly gives: Outcome<string> }
  typeset: { readonly asks: TypesetRequest; readonly gives: Outcome<readonly TypesetFile[]> }
  picture: {
    readonly asks: { readonly file: NamedBytes; readonly page: number; readonly width: number }
    readonly gives: Outcome<Uint8Array>
  }
}
export type Verb = keyof Verbs

export type Asked = { readonly [V in Verb]: { readonly id: number; readonly verb: V; readonly asks: Verbs[V]['asks'] } }[Verb]

export type Told =
  | { readonly id: number; readonly told: 'done'; readonly gives: Verbs[Verb]['gives'] }
  | { readonly id: number; readonly told: 'progress'; readonly progress: Progress }
  /** Our own broken promise; the message names no health data. */
  | { readonly id: number; readonly told: 'fault'; readonly at: string }
