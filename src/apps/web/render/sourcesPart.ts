import { citeOrder, type GuideCite, sourcesOf } from '../../../document/guide/sections/sources.ts'
import { addCites, type CiteSet, eachSource } from './citeSet.ts'
import type { GuideContext } from './context.ts'
import type { PartStore, RenderedPart, Shape } from './parts.ts'
import { sourceItem } from './sources.ts'

/**
 * The list of sources in pieces: nearly every guide has another list, all of the same few hundred sources, so each source
 * is rendered and kept once, and no list is kept. `around` makes the part that an empty list stands in.
 */
export function sourcesPart(
  shape: Shape,
  payer: RenderedPart,
  store: PartStore,
  context: GuideContext,
  around: (cites: readonly GuideCite[]) => RenderedPart,
): RenderedPart {
  const order = citeOrder(context.knowledge)
  let cites: CiteSet = shape.cites
  if (payer.cites) {
    cites = cites.slice()
    addCites(cites, payer.cites)
  }
  const items: Uint8Array[] = []
  eachSource(order, cites, (of) => {
    const key = of.length > 1 ? of.join() : (of[0] ?? 0)
    items.push(
      store.source(context.lang, key, () => {
        const [source] = sourcesOf(
          context.knowledge,
          of.flatMap((at) => order.cites[at] ?? []),
        )
        return Buffer.from(source ? sourceItem(source, context) : '')
      }),
    )
  })
  if (!items.length) return around([])
  const part = store.get(`sources|${context.lang}`, () => cutAtList(around(order.cites.slice(0, 1))))
  const [before = NONE, after = NONE] = part.markup.texts
  return { ...part, markup: { texts: [before, ...items, after], slots: [], length: 0 } }
}

const NONE = new Uint8Array()

/** In two pieces, with the place of the entries between them. No page has pieces of its own in this part. */
function cutAtList(part: RenderedPart): RenderedPart {
  const whole = Buffer.concat(part.markup.texts)
  const at = whole.indexOf('</ul>')
  return { ...part, markup: { texts: [whole.subarray(0, at), whole.subarray(at)], slots: [], length: whole.length } }
}
