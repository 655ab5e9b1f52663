import type { Criterion } from '../treatment.ts'
import type { Finding, Rule } from './rule.ts'

export const indicationsKnown: Rule = {
  name: 'indications-known',
  why: 'A criterion, step or guideline tied to an indication the record does not have is never shown. Correct the id.',
  check: ({ knowledge }) =>
    [...knowledge.treatments.values()].flatMap((t) => {
      const known = new Set(t.indications.map((i) => i.id))
      const used = [
        ...t.stepPrerequisites.map((s, i) => [`stepPrerequisites.${i}.for`, s.for] as const),
        ...t.guidelines.map((g, i) => [`guidelines.${i}.for`, g.for] as const),
        ...t.typicalCriteria.flatMap((c, i) => usedBy(c, `typicalCriteria.${i}`)),
      ]
      return used.flatMap(([at, ids]) =>
        ids
          .filter((id) => !known.has(id))
          .map((id): Finding => ({ kind: 'treatments', id: t.id, at, say: `No indication is called "${id}".` })),
      )
    }),
}

const usedBy = (c: Criterion, at: string): readonly (readonly [string, readonly string[]])[] => [
  [`${at}.for`, c.for],
  ...c.of.flatMap((inner, i) => usedBy(inner, `${at}.of.${i}`)),
  ...c.exceptions.flatMap((inner, i) => usedBy(inner, `${at}.exceptions.${i}`)),
]
