import type { AnswerOutcome, AnswerReading } from '../../../src/reading/answer/answer.ts'

/** A letter about an appeal, invented, and what a careful person reads in it. */
export interface AnswerExample {
  readonly name: string
  readonly text: string
  readonly expect: {
    readonly outcome: AnswerOutcome
    readonly kind?: AnswerReading['kind']
    readonly date: string
    /** Words that the quoted deciding sentence holds. */
    readonly decides?: string
    /** Words that one of the quoted reasons holds; left out: no reason is given. */
    readonly reason?: string
    readonly window?: string
    readonly windowDate?: string
    readonly reviewer?: string
  }
}
