import type { GuideBlock, GuideSection, GuideSource } from '../../../document/guide/guide.ts'
import type { GuidePlan } from '../../../document/guide/plan.ts'
import { citesOf } from '../../../document/guide/sections/sources.ts'
import { each, join, none } from '../html/html.ts'
import type { Lang } from '../language.ts'
import { contentsEntry } from '../shell/contents.ts'
import type { RenderContext } from './blocks.ts'
import { encodedSlots } from './encoded.ts'
import type { PartStore, RenderedPart, Shape } from './parts.ts'
import { renderSection } from './sections.ts'
import { slotted } from './slotted.ts'
import { sourceItem } from './sources.ts'

/** A guide's parts as markup, in reading order: those that other guides share were rendered once for all of them. */
export function renderParts(plan: GuidePlan, store: PartStore, context: RenderContext): readonly RenderedPart[] {
  const payer = store.get(plan.ofPayer.key, () => rendered(plan.ofPayer.make(), context, store))
  const shape = store.shape(plan.shape, () => shapeOf(plan, store, context))
  const sources = shape.sources.get(payer.cites) ?? sourcesFor(shape, payer, plan, store, context)
  return shape.parts.map((part, i) => part ?? (i === shape.payerAt ? payer : sources))
}

function shapeOf(plan: GuidePlan, store: PartStore, context: RenderContext): Shape {
  const parts = plan.parts.map((part) =>
    part.id === 'payer' || part.id === 'sources' ? null : store.get(part.key, () => rendered(part.make(), context, store)),
  )
  return {
    parts,
    payerAt: plan.parts.findIndex((part) => part.id === 'payer'),
    sourcesAt: plan.parts.findIndex((part) => part.id === 'sources'),
    cites: parts.reduce((set, part) => (part ? set | part.cites : set), 0n),
    sources: new Map(),
  }
}

/** The list of sources is kept by what it lists, since the same few lists stand under guides of many shapes. */
function sourcesFor(shape: Shape, payer: RenderedPart, plan: GuidePlan, store: PartStore, context: RenderContext): RenderedPart {
  const cites = shape.cites | payer.cites
  const made = store.get(`sources|${cites.toString(32)}|${plan.lang}`, () =>
    listed(plan.parts[shape.sourcesAt]?.make(store.citesIn(cites)) ?? [], context, store),
  )
  shape.sources.set(payer.cites, made)
  return made
}

/** Read on the way down to the list of contents. */
const OPENING: readonly string[] = ['warning', 'notice', 'answer']

function rendered(sections: readonly GuideSection[], context: RenderContext, store: PartStore): RenderedPart {
  return {
    markup: encodedSlots(slotted(join(sections.map((section) => renderSection(section, context))))),
    contents: sections.map(({ id, heading }) => ({ id, heading })),
    entries: encodedSlots(slotted(each(sections, (s) => (OPENING.includes(s.id) ? none : contentsEntry(s))))),
    cites: store.citeSet(citesOf(sections)),
    opening: sections.flatMap((s) => s.blocks.flatMap(firstSentence))[0] ?? '',
  }
}

/**
 * The list of sources in pieces: nearly every guide has another list, all of the same few hundred sources, so each source
 * is rendered and kept once, and a list only points to its sources.
 */
function listed(sections: readonly GuideSection[], context: RenderContext, store: PartStore): RenderedPart {
  const sources = sections.flatMap((s) => s.blocks.flatMap((block) => (block.kind === 'sources' ? block.sources : [])))
  const frame = rendered(
    sections.map((s) => ({ ...s, blocks: [{ kind: 'sources', sources: [] }] })),
    context,
    store,
  )
  if (!sources.length) return frame
  const text = Buffer.concat(frame.markup.texts).toString()
  const at = text.indexOf('</ul>')
  const texts = [Buffer.from(text.slice(0, at)), ...sources.map((s) => itemBytes(s, context)), Buffer.from(text.slice(at))]
  // In the store's sum a list counts for what it holds itself.
  return { ...frame, markup: { texts, slots: [], length: text.length + 8 * texts.length } }
}

const items = new WeakMap<GuideSource, Map<Lang, Buffer>>()

/** A source is one object wherever it is listed (`sourcesOf`). */
function itemBytes(source: GuideSource, context: RenderContext): Buffer {
  const byLang = items.get(source) ?? new Map<Lang, Buffer>()
  items.set(source, byLang)
  const known = byLang.get(context.lang)
  if (known) return known
  const made = Buffer.from(sourceItem(source, context))
  byLang.set(context.lang, made)
  return made
}

const firstSentence = (block: GuideBlock): readonly string[] =>
  block.kind === 'paragraph' ? block.claims.slice(0, 1).map((c) => c.sentence) : []
