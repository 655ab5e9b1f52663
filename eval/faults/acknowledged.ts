/** Everything the service said yes to, as the person's browser saw it. */
export interface Acknowledged {
  readonly case: string
  readonly cookie: string
  readonly from: string
  /** SHA-256 of the letter that was given. */
  readonly letter: string
  /** Path and value, in order. */
  readonly stated: (readonly [path: string, value: string])[]
  packets: number
  /** Ids of signings that were asked for, and of those that were signed. */
  readonly signingsAsked: string[]
  readonly signed: string[]
  /** Ids of sendings. */
  readonly sendings: string[]
}

export type Phase = 'reading' | 'drafting' | 'signing' | 'sending'
export const PHASES: readonly Phase[] = ['reading', 'drafting', 'signing', 'sending']
