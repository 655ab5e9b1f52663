import type { Claim } from '../../argument/claim.ts'
import type { GuideBlock, GuideSection, GuideSectionId } from './guide.ts'

/** Blocks of no sentences are no blocks; a heading with nothing under it is no heading. */
export const paragraph = (claims: readonly Claim[]): GuideBlock[] => (claims.length ? [{ kind: 'paragraph', claims }] : [])

export const list = (items: readonly (readonly Claim[])[], ordered = false): GuideBlock[] =>
  items.length ? [{ kind: 'list', ordered, items }] : []

export const bullets = (claims: readonly Claim[]): GuideBlock[] => list(claims.map((c) => [c]))

export const under = (text: string, blocks: readonly GuideBlock[]): GuideBlock[] =>
  blocks.length ? [{ kind: 'heading', text }, ...blocks] : []

export const section = (id: GuideSectionId, heading: string, blocks: readonly GuideBlock[]): GuideSection[] =>
  blocks.length ? [{ id, heading, blocks }] : []
