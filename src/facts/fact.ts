import type { Span } from '../base/span.ts'

/** Where a value came from. A rule names what it was derived from. */
export type Origin =
  | { readonly kind: 'document'; readonly role: 'denial' | 'record' | 'policy'; readonly span: Span }
  | {
      readonly kind: 'person'
      readonly who: 'patient' | 'prescriber' | 'case file'
      readonly path: string
      readonly words: string
    }
  | { readonly kind: 'rule'; readonly rule: string; readonly why: string; readonly from: readonly Origin[] }

/** Known, assumed or unknown, as a type; never `undefined` meaning three things. */
export type Fact<T> =
  | { readonly state: 'known'; readonly value: T; readonly origin: Origin }
  | { readonly state: 'assumed'; readonly value: T; readonly why: string }
  | { readonly state: 'unknown'; readonly ask: string }

export const known = <T>(value: T, origin: Origin): Fact<T> => ({ state: 'known', value, origin })
export const assumed = <T>(value: T, why: string): Fact<T> => ({ state: 'assumed', value, why })
/** `ask` is the id of the question (`knowledge/facts`) that would settle it. */
export const unknown = (ask: string): Fact<never> => ({ state: 'unknown', ask })

export const factValue = <T>(fact: Fact<T>): T | null => (fact.state === 'unknown' ? null : fact.value)

/** One item of a list of facts: always known, always with its origin. */
export interface Entry<T> {
  readonly value: T
  readonly origin: Origin
  /** Further places that say the same. */
  readonly also?: readonly Origin[]
}
