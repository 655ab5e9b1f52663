import { PAYER_NAME, PAYER_SLUG } from '../../../document/guide/slots.ts'
import { type Html, none, trusted } from '../html/html.ts'

// A section is rendered once for many pages, so the places of a page's own pieces are kept in it as characters no text has.
export const TOP: Html = trusted('\uE010')
export const END: Html = trusted('\uE011')

/** Markup cut at its slots once, so that filling it for one page of many is only putting pieces together. */
export interface Slotted {
  /** One more than `slots`. */
  readonly texts: readonly string[]
  readonly slots: readonly string[]
  readonly length: number
}

const SLOT = new RegExp(`([${PAYER_NAME}${PAYER_SLUG}${TOP}${END}])`, 'u')

export function slotted(markup: Html): Slotted {
  const parts = markup.split(SLOT)
  return {
    texts: parts.filter((_, i) => i % 2 === 0),
    slots: parts.filter((_, i) => i % 2 === 1),
    length: markup.length,
  }
}

/** What one page puts into the slots. */
export interface Fill {
  /** Escaped already. */
  readonly payerName?: Html
  readonly payerSlug?: Html
  /** A form or a picture at the start or the end of the section. */
  readonly top?: Html | undefined
  readonly end?: Html | undefined
}

export function filled({ texts, slots }: Slotted, fill: Fill): Html {
  let out = texts[0] ?? ''
  for (let i = 0; i < slots.length; i++) out += pieceFor(slots[i], fill) + (texts[i + 1] ?? '')
  return out as Html
}

function pieceFor(slot: string | undefined, fill: Fill): Html {
  switch (slot) {
    case PAYER_NAME:
      return fill.payerName ?? none
    case PAYER_SLUG:
      return fill.payerSlug ?? none
    case TOP:
      return fill.top ?? none
    default:
      return fill.end ?? none
  }
}
