import { PAYER_NAME, PAYER_SLUG } from '../../../document/guide/slots.ts'
import { type Html, trusted } from '../html/html.ts'
import type { Slotted } from './slotted.ts'
import { TOP } from './slotted.ts'

/** Markup as the bytes that are sent, in pieces: what many pages share is encoded once, not once for each. */
export interface Encoded {
  readonly pieces: readonly Uint8Array[]
}

/** `Slotted` in bytes. */
export interface EncodedSlots {
  /** One more than `slots`. */
  readonly texts: readonly Uint8Array[]
  readonly slots: readonly string[]
  /** In bytes. */
  readonly length: number
}

export function encodedSlots({ texts, slots }: Slotted): EncodedSlots {
  const encoded = texts.map((text) => Buffer.from(text))
  return { texts: encoded, slots, length: encoded.reduce((sum, text) => sum + text.length, 0) }
}

/** What one page puts into the slots of all its parts. */
export interface EncodedFill {
  readonly payerName: Uint8Array
  readonly payerSlug: Uint8Array
}

const NOTHING: readonly Uint8Array[] = []

/** Appends a part, with its slots filled, to the pieces of a page. `top` and `end`: the page's own pieces in this part. */
export function fillInto(
  pieces: Uint8Array[],
  { texts, slots }: EncodedSlots,
  fill: EncodedFill,
  top: readonly Uint8Array[] = NOTHING,
  end: readonly Uint8Array[] = NOTHING,
): void {
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i]
    if (text?.length) pieces.push(text)
    const slot = slots[i]
    if (slot === undefined) continue
    if (slot === PAYER_NAME) pieces.push(fill.payerName)
    else if (slot === PAYER_SLUG) pieces.push(fill.payerSlug)
    else for (const own of slot === TOP ? top : end) pieces.push(own)
  }
}

export const isEncoded = (main: Html | Encoded): main is Encoded => typeof main !== 'string'

/** The same as text. */
export const decoded = (main: Html | Encoded): Html => (isEncoded(main) ? trusted(Buffer.concat(main.pieces).toString()) : main)
