import type { GuideCite } from '../../../document/guide/sections/sources.ts'
import type { EncodedSlots } from './encoded.ts'

/** Markup of one part of many pages, with what the page needs to know about it. */
export interface RenderedPart {
  readonly markup: EncodedSlots
  /** Id and heading of each section, for the list of contents. */
  readonly contents: readonly { readonly id: string; readonly heading: string }[]
  /** What its sentences rest on, for the list of sources. */
  readonly cites: readonly GuideCite[]
  /** The same for every part that cites the same. */
  readonly citesId: number
  /** Its first sentence, as search results may show it. */
  readonly opening: string
}

/** All parts that guides of one shape have in common, in reading order; null in the places of the payer's part and the sources. */
export interface Shape {
  readonly parts: readonly (RenderedPart | null)[]
  readonly payerAt: number
  readonly sourcesAt: number
  /** Lists of sources by `citesId` of the payer's part, which may cite more. */
  readonly sources: Map<number, RenderedPart>
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
  readonly #lists = new Map<string, number>()
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

  /** A number for a set of citations; there are some hundred in the whole library. */
  listId(cites: readonly GuideCite[]): number {
    const key = [...cites].sort().join()
    const known = this.#lists.get(key)
    if (known !== undefined) return known
    const id = this.#lists.size
    this.#lists.set(key, id)
    return id
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
