import type { GuideBlock, GuideSection } from '../../../document/guide/guide.ts'
import type { GuidePlan } from '../../../document/guide/plan.ts'
import { citesOf } from '../../../document/guide/sections/sources.ts'
import { join } from '../html/html.ts'
import type { RenderContext } from './blocks.ts'
import { encodedSlots } from './encoded.ts'
import type { PartStore, RenderedPart } from './parts.ts'
import { renderSection } from './sections.ts'
import { slotted } from './slotted.ts'

/**
 * A guide's parts as markup, in reading order: those that other guides share were rendered once for all of them. The
 * list of sources is kept by what it lists, since the same few lists stand under guides of many keys.
 */
export function renderParts(plan: GuidePlan, store: PartStore, context: RenderContext): readonly RenderedPart[] {
  const made = plan.parts.map((part) =>
    part.id === 'sources' ? null : store.get(part.key, () => rendered(part.make(), context, store)),
  )
  const cited = new Set<number>()
  for (const part of made) if (part?.cites.length) cited.add(part.citesId)
  const key = `sources|${[...cited].sort((a, b) => a - b).join('.')}|${plan.lang}`
  return made.map((part, i) => part ?? store.get(key, () => rendered(plan.parts[i]?.make(citesIn(made)) ?? [], context, store)))
}

const citesIn = (parts: readonly (RenderedPart | null)[]) => new Set(parts.flatMap((part) => part?.cites ?? []))

function rendered(sections: readonly GuideSection[], context: RenderContext, store: PartStore): RenderedPart {
  const cites = citesOf(sections)
  return {
    markup: encodedSlots(slotted(join(sections.map((section) => renderSection(section, context))))),
    contents: sections.map(({ id, heading }) => ({ id, heading })),
    cites,
    citesId: store.listId(cites),
    opening: sections.flatMap((s) => s.blocks.flatMap(firstSentence))[0] ?? '',
  }
}

const firstSentence = (block: GuideBlock): readonly string[] =>
  block.kind === 'paragraph' ? block.claims.slice(0, 1).map((c) => c.sentence) : []
