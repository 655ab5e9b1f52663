import type { NonEmpty, Support } from '../base/support.ts'

/** A sentence and what it rests on. There is no way to make one without support. */
export interface Claim {
  readonly sentence: string
  readonly support: NonEmpty<Support>
}

export function claim(sentence: string, support: readonly Support[]): Claim {
  const [first, ...rest] = support
  if (!first) throw new Error('a claim needs support')
  if (!sentence.trim()) throw new Error('a claim needs words')
  return { sentence: sentence.trim(), support: [first, ...rest] }
}
