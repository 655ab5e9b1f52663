import type { GuideSection } from './guide.ts'

/** Stand in a part for what only one payer's guide knows, so that one part serves all payers. Private-use characters: no text has them. */
export const PAYER_NAME = '\uE000'
export const PAYER_SLUG = '\uE001'

export interface PayerSlots {
  readonly name: string
  readonly slug: string
}

export const fillText = (text: string, payer: PayerSlots): string =>
  text.includes(PAYER_NAME) || text.includes(PAYER_SLUG)
    ? text.replaceAll(PAYER_NAME, payer.name).replaceAll(PAYER_SLUG, payer.slug)
    : text

/** The sections with both slots filled in every text, supports included. */
export const fillSections = (sections: readonly GuideSection[], payer: PayerSlots): readonly GuideSection[] =>
  filled(sections, payer)

function filled<T>(value: T, payer: PayerSlots): T
function filled(value: unknown, payer: PayerSlots): unknown {
  if (typeof value === 'string') return fillText(value, payer)
  if (Array.isArray(value)) return value.map((v) => filled(v, payer))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, filled(v, payer)]))
}
