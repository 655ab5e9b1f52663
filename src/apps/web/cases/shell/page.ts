import type { Html } from '../../html/html.ts'
import type { Lang } from '../../language.ts'

/** The steps of a case, in their order. */
export const STEPS = ['letter', 'questions', 'evidence', 'draft', 'sign', 'send', 'track'] as const
export type Step = (typeof STEPS)[number]

export interface StepMark {
  readonly step: Step
  /** Path without language. */
  readonly to: string
  readonly state: 'done' | 'now' | 'open' | 'later'
}

/** What stands over every page of a case. */
export interface CaseBar {
  readonly id: string
  /** "Ocrelizumab · Cigna": what the case is about, from what is known. */
  readonly about: string | null
  readonly steps: readonly StepMark[]
  /** The step this page belongs to; null: the overview and what stands beside the steps. */
  readonly here: Step | null
  /** "Send by December 12, 2026 (20 days)"; null while no deadline is known. */
  readonly deadline: { readonly text: string; readonly urgent: boolean } | null
}

/** A page of the application before its frame is put around it. */
export interface AppPage {
  readonly lang: Lang
  /** Path without language, for the switch of languages. */
  readonly address: string
  readonly title: string
  readonly main: Html
  readonly bar: CaseBar | null
  readonly signedIn: boolean
  /** For the form that signs out. */
  readonly csrf: string
  /** Seconds after which the page looks again by itself, where work goes on and scripts are off. */
  readonly again?: number
  /** Wide pages use the whole width: letter beside its sources. */
  readonly wide?: boolean
  /** Module of `script/` this page uses beside `app`, without ending. */
  readonly script?: string
}
