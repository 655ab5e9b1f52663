/** What the people are to do; given to their process as JSON. */
export interface Plan {
  readonly base: string
  readonly seconds: number
  /** Of these seconds the first are not counted: everybody arrives. */
  readonly warmUp: number
  /** Between two pages a person reads or writes for so long, in milliseconds, evenly spread. */
  readonly think: readonly [number, number]
  readonly people: readonly Seeded[]
  readonly drafters: readonly Seeded[]
}

export interface Seeded {
  readonly id: string
  readonly cookie: string
  readonly from: string
}

export interface Told {
  readonly samples: readonly { readonly kind: string; readonly status: number; readonly ms: number }[]
  /** Milliseconds from asking for a packet to its files, one for each that was made. */
  readonly drafts: readonly number[]
  /** Codes of requests that got no answer at all. */
  readonly broken: readonly string[]
  /** Questions that were really answered, and corrections. */
  readonly answers: number
}
