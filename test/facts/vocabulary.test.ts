import { expect, test } from 'vitest'
import { agentsIn } from '../../src/facts/record/agents.ts'
import { measuresNamed } from '../../src/facts/vocabulary.ts'
import { vocabulary } from './documents.ts'

const names = [...vocabulary.agents.values()].flat()

test('every agent and brand is found in a sentence and answers to its generic name', () => {
  for (const name of names) {
    const written = name.exact ?? name.words.join(' ')
    const hit = agentsIn(`Treated with ${written} for a year.`, vocabulary)
    expect(
      hit.map((h) => h.agent),
      written,
    ).toContain(name.agent)
  }
})

test('no brand stands for two generics', () => {
  const generics = new Map<string, Set<string>>()
  for (const n of names)
    if (!n.isClass) generics.set(n.words.join(' '), new Set([...(generics.get(n.words.join(' ')) ?? []), n.agent]))
  expect([...generics].filter(([, g]) => g.size > 1)).toEqual([])
})

test('every measure is found under each of its names, within its range', () => {
  for (const [key, hits] of vocabulary.measures.byName)
    for (const { measure, exact } of hits) {
      expect(measure.record.min, key).toBeLessThan(measure.record.max)
      const name = exact ?? measure.record.aliases[0] ?? ''
      expect(
        measuresNamed(`The ${name} 1`, vocabulary.measures).flatMap((m) => [m.measure.id, ...m.others.map((o) => o.id)]),
        name,
      ).toContain(measure.id)
    }
})

test('a name of two measures is told apart by its case or by the unit printed', () => {
  const shared = [...vocabulary.measures.byName].filter(([, hits]) => new Set(hits.map((h) => h.measure.id)).size > 1)
  const confused = shared.filter(([, hits]) => {
    const apartByCase = new Set(hits.map((h) => h.exact)).size === hits.length && hits.every((h) => h.exact !== null)
    const units = hits.map((h) => h.measure.record.units ?? [])
    const apartByUnit = units.every((u, i) => u.length > 0 && units.every((o, j) => i === j || !o.some((x) => u.includes(x))))
    return !apartByCase && !apartByUnit
  })
  expect(confused.map(([name]) => name)).toEqual([])
})

test('class words of policies reach the agents', () => {
  for (const [agent, className] of [
    ['Copaxone', 'disease-modifying therapy for multiple sclerosis'],
    ['sumatriptan', 'triptan'],
    ['Lipitor', 'statin'],
    ['Humira', 'tnf inhibitor'],
    ['carboplatin', 'platinum agent'],
    ['Vitrakvi', 'trk inhibitor'],
    ['topiramate', 'anticonvulsant'],
  ])
    expect(agentsIn(agent ?? '', vocabulary)[0]?.alsoKnownAs, agent).toContain(className)
})
