import { describe, expect, test } from 'vitest'
import { addCites, citeSet, eachSource, noCites } from '../../src/apps/web/render/citeSet.ts'
import { type CiteOrder, citeOrder, type GuideCite, sourcesOf } from '../../src/document/guide/sections/sources.ts'
import { knowledge } from './site.ts'

const order = citeOrder(knowledge)

/** Sources in the order in which the set lists them. */
function listed(of: CiteOrder, cites: readonly GuideCite[]) {
  const found: string[][] = []
  eachSource(of, citeSet(of, cites), (at) => found.push(at.map((i) => of.cites[i] ?? '')))
  return found
}

describe('a set of citations', () => {
  test('lists what the records list, in the same order, records of one section together', () => {
    for (const step of [1, 2, 3, 7, 31, 32, 33, 64, 101]) {
      const cites = order.cites.filter((_, i) => i % step === 0)
      const sources = sourcesOf(knowledge, cites)
      const groups = listed(order, cites)
      expect(groups.flat().sort()).toEqual([...cites].sort())
      expect(groups.map((of) => sourcesOf(knowledge, of as GuideCite[])[0])).toEqual(sources)
    }
  })

  test('the first and the last place of a word of bits are not lost', () => {
    const edges = [0, 31, 32, 63, 64, order.cites.length - 1]
    const cites = edges.flatMap((i) => order.cites[i] ?? [])
    expect(listed(order, cites).flat()).toHaveLength(new Set(edges).size)
  })

  test('joined, it has both; what is no source is in none', () => {
    const [a, b] = [order.cites[3], order.cites[300]]
    if (!a || !b) throw new Error('too few sources')
    const both = citeSet(order, [a, 'no-such-record verified'])
    addCites(both, citeSet(order, [b]))
    expect(both).toEqual(citeSet(order, [b, a]))
    expect(citeSet(order, [])).toEqual(noCites(order))
  })
})
