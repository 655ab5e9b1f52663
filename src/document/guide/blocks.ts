import type { GuideBlock, GuideClaim, GuideSection, GuideSectionId } from './guide.ts'

/** Blocks of no sentences are no blocks; a heading with nothing under it is no heading. */
export const paragraph = (claims: readonly GuideClaim[]): GuideBlock[] => (claims.length ? [{ kind: 'paragraph', claims }] : [])

export const list = (items: readonly (readonly GuideClaim[])[], ordered = false): GuideBlock[] =>
  items.length ? [{ kind: 'list', ordered, items }] : []

export const bullets = (claims: readonly GuideClaim[]): GuideBlock[] => list(claims.map((c) => [c]))

/** `text` alone, or with the mark of a heading that stays English. */
export const under = (
  text: string | { readonly text: string; readonly lang?: 'en' },
  blocks: readonly GuideBlock[],
): GuideBlock[] => (blocks.length ? [{ kind: 'heading', ...(typeof text === 'string' ? { text } : text) }, ...blocks] : [])

export const section = (id: GuideSectionId, heading: string, blocks: readonly GuideBlock[]): GuideSection[] =>
  blocks.length ? [{ id, heading, blocks }] : []
