import type { GuideBlock, GuideSection } from '../../../document/guide/guide.ts'
import type { GuidePlan } from '../../../document/guide/plan.ts'
import { citeOrder, citesOf } from '../../../document/guide/sections/sources.ts'
import { each, join, none } from '../html/html.ts'
import { contentsEntry } from '../shell/contents.ts'
import { addCites, citeSet, noCites } from './citeSet.ts'
import type { GuideContext } from './context.ts'
import { encodedSlots } from './encoded.ts'
import type { PartStore, RenderedPart, Shape } from './parts.ts'
import { renderSection } from './sections.ts'
import { slotted } from './slotted.ts'
import { sourcesPart } from './sourcesPart.ts'

/** A guide's parts as markup, in reading order: those that other guides share were rendered once for all of them. */
export function renderParts(plan: GuidePlan, store: PartStore, context: GuideContext): readonly RenderedPart[] {
  const payer = store.get(plan.ofPayer.key, () => rendered(plan.ofPayer.make(), context))
  const shape = store.shape(plan.shape, () => shapeOf(plan, store, context))
  const sources = sourcesPart(shape, payer, store, context, (cites) => {
    const [section] = plan.parts[shape.sourcesAt]?.make(cites) ?? []
    return rendered(section ? [{ ...section, blocks: [{ kind: 'sources', sources: [] }] }] : [], context)
  })
  const parts = shape.parts.slice()
  parts[shape.payerAt] = payer
  parts[shape.sourcesAt] = sources
  return parts
}

function shapeOf(plan: GuidePlan, store: PartStore, context: GuideContext): Shape {
  const payerAt = plan.parts.findIndex((part) => part.id === 'payer')
  const sourcesAt = plan.parts.findIndex((part) => part.id === 'sources')
  const parts = plan.parts.map((part, i) =>
    i === payerAt || i === sourcesAt ? NO_PART : store.get(part.key, () => rendered(part.make(), context)),
  )
  const cites = noCites(citeOrder(context.knowledge))
  for (const part of parts) if (part.cites) addCites(cites, part.cites)
  return { parts, payerAt, sourcesAt, cites }
}

/** Read on the way down to the list of contents. */
const OPENING: readonly string[] = ['warning', 'notice', 'answer']

function rendered(sections: readonly GuideSection[], context: GuideContext): RenderedPart {
  if (!sections.length) return NO_PART
  const cites = citesOf(sections)
  return {
    markup: encodedSlots(slotted(join(sections.map((section) => renderSection(section, context))))),
    contents: sections.map(({ id, heading }) => ({ id, heading })),
    entries: encodedSlots(slotted(each(sections, (s) => (OPENING.includes(s.id) ? none : contentsEntry(s))))),
    cites: cites.length ? citeSet(citeOrder(context.knowledge), cites) : null,
    opening: sections.flatMap((s) => s.blocks.flatMap(firstSentence))[0] ?? '',
  }
}

/** Of a section that a guide does not have. */
const NOTHING = { texts: [], slots: [], length: 0 }
const NO_PART: RenderedPart = { markup: NOTHING, contents: [], entries: NOTHING, cites: null, opening: '' }

const firstSentence = (block: GuideBlock): readonly string[] =>
  block.kind === 'paragraph' ? block.claims.slice(0, 1).map((c) => c.sentence) : []
