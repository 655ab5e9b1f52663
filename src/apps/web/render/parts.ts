import type { GuideCite } from '../../../document/guide/sections/sources.ts'
import type { Entry } from '../shell/page.ts'
import type { EncodedSlots } from './encoded.ts'

/** Citations as a set of bits, each at its number in the store: sets are joined by "|" and the same if equal. */
export type CiteSet = bigint

/** Markup of one part of many pages, with what the page needs to know about it. */
export interface RenderedPart {
  readonly markup: EncodedSlots
  /** Id and heading of each section. */
  readonly contents: readonly Entry[]
  /** Its entries in the list of contents. */
  readonly entries: EncodedSlots
  /** What its sentences rest on, for the list of sources. */
  readonly cites: CiteSet
  /** Its first sentence, as search results may show it. */
  readonly opening: string
}

/** All parts that guides of one shape have in common, in reading order; null in the places of the payer's part and the sources. */
export interface Shape {
  readonly parts: readonly (RenderedPart | null)[]
  readonly payerAt: number
  readonly sourcesAt: number
  /** Of all its parts. */
  readonly cites: CiteSet
  /** Lists of sources by the citations of the payer's part, which may be more. */
  readonly sources: Map<CiteSet, RenderedPart>
}

/** Shapes are lists of parts, some hundred bytes each. */
const MOST_SHAPES = 100_000

/**
 * Parts by key, each made once. When the bound is reached the oldest half goes: parts are cheap to make
 * again, and the ones in use come back at once.
 */
export class PartStore {
  readonly #parts = new Map<string, RenderedPart>()
  readonly #shapes = new Map<string, Shape>()
  readonly #cites = new Map<GuideCite, number>()
  readonly #bound: number
  #bytes = 0

  constructor(boundBytes: number) {
    this.#bound = boundBytes
  }

  get(key: string, make: () => RenderedPart): RenderedPart {
    const kept = this.#parts.get(key)
    if (kept) return kept
    const made = make()
    this.#parts.set(key, made)
    this.#bytes += made.markup.length
    if (this.#bytes > this.#bound) this.#dropOldest()
    return made
  }

  shape(key: string, make: () => Shape): Shape {
    const kept = this.#shapes.get(key)
    if (kept) return kept
    const made = make()
    if (this.#shapes.size >= MOST_SHAPES) this.#shapes.clear()
    this.#shapes.set(key, made)
    return made
  }

  /** There are some hundred citations in the whole library. */
  citeSet(cites: readonly GuideCite[]): CiteSet {
    let set = 0n
    for (const cite of cites) {
      const known = this.#cites.get(cite)
      const at = known ?? this.#cites.size
      if (known === undefined) this.#cites.set(cite, at)
      set |= 1n << BigInt(at)
    }
    return set
  }

  citesIn(set: CiteSet): readonly GuideCite[] {
    return [...this.#cites].flatMap(([cite, at]) => ((set >> BigInt(at)) & 1n ? [cite] : []))
  }

  #dropOldest() {
    // A shape would hold on to its parts.
    this.#shapes.clear()
    for (const [key, part] of this.#parts) {
      if (this.#bytes <= this.#bound / 2) return
      this.#parts.delete(key)
      this.#bytes -= part.markup.length
    }
  }
}
