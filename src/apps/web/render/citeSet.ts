import type { CiteOrder, GuideCite } from '../../../document/guide/sections/sources.ts'

/** Citations as bits in the order in which sources are listed: joined without a search, and read off in order. */
export type CiteSet = Uint32Array

export const noCites = ({ cites }: CiteOrder): CiteSet => new Uint32Array(Math.ceil(cites.length / 32))

export function citeSet(order: CiteOrder, cites: Iterable<GuideCite>): CiteSet {
  const set = noCites(order)
  for (const cite of cites) {
    const at = order.at.get(cite)
    if (at !== undefined) set[at >> 5] = (set[at >> 5] ?? 0) | (1 << (at & 31))
  }
  return set
}

export function addCites(to: CiteSet, more: CiteSet): void {
  for (let i = 0; i < more.length; i++) if (more[i]) to[i] = (to[i] ?? 0) | (more[i] ?? 0)
}

/** Calls `listed` for each source in order, with the places in `order.cites` of its citations. */
export function eachSource(order: CiteOrder, set: CiteSet, listed: (of: readonly number[]) => void): void {
  let of: number[] = []
  for (let i = 0; i < set.length; i++) {
    // The lowest bit that is left, until none is.
    for (let word = set[i] ?? 0; word; word &= word - 1) {
      const at = i * 32 + 31 - Math.clz32(word & -word)
      const last = of[0]
      if (last !== undefined && order.places[last] !== order.places[at]) {
        listed(of)
        of = []
      }
      of.push(at)
    }
  }
  if (of.length) listed(of)
}
