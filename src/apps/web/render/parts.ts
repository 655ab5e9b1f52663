import type { Lang } from '../language.ts'
import type { Entry } from '../shell/page.ts'
import type { CiteSet } from './citeSet.ts'
import type { EncodedSlots } from './encoded.ts'

/** Markup of one part of many pages, with what the page needs to know about it. */
export interface RenderedPart {
  readonly markup: EncodedSlots
  /** Id and heading of each section. */
  readonly contents: readonly Entry[]
  /** Its entries in the list of contents. */
  readonly entries: EncodedSlots
  /** What its sentences rest on, for the list of sources; null: nothing that is listed. */
  readonly cites: CiteSet | null
  /** Its first sentence, as search results may show it. */
  readonly opening: string
}

/** All parts that guides of one shape have in common, in reading order; empty in the places of the payer's part and the sources. */
export interface Shape {
  readonly parts: readonly RenderedPart[]
  readonly payerAt: number
  readonly sourcesAt: number
  /** Of all these parts; the payer's may be more. */
  readonly cites: CiteSet
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
  readonly #sources = new Map<Lang, Map<number | string, Uint8Array>>()
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

  /** The entry of one source in lists of sources. There are some hundred in each language. */
  source(lang: Lang, key: number | string, make: () => Uint8Array): Uint8Array {
    const ofLang = this.#sources.get(lang) ?? new Map<number | string, Uint8Array>()
    this.#sources.set(lang, ofLang)
    const kept = ofLang.get(key)
    if (kept) return kept
    const made = make()
    ofLang.set(key, made)
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
