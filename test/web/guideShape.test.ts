import { expect, test } from 'vitest'
import { LANGS, planOf, sampleKeys } from '../guide/sample.ts'

/** Neighbors in a sample drawn by chance seldom share a shape: the same care and reason at every payer of the sample do. */
const drawn = sampleKeys(400, 11)
const payers = [...new Set(drawn.map((key) => key.payer))].slice(0, 40)
const keys = drawn.slice(0, 12).flatMap((key) => payers.map((payer) => ({ ...key, payer })))

test('guides of one shape have the same parts, save the payer’s', () => {
  const byShape = new Map<string, string>()
  let shared = 0
  for (const lang of LANGS)
    for (const [i, key] of keys.entries()) {
      const plan = planOf({ ...key, lang, ...(i % 3 === 0 ? { coverage: 'erisa_insured', state: i % 2 ? 'TX' : 'CA' } : {}) })
      const parts = plan.parts.filter((part) => part.id !== 'payer').map((part) => part.key)
      const known = byShape.get(plan.shape)
      if (known) shared++
      expect(known ?? parts.join('\n'), plan.shape).toBe(parts.join('\n'))
      byShape.set(plan.shape, parts.join('\n'))
      expect(plan.parts.find((part) => part.id === 'payer')?.key).toBe(plan.ofPayer.key)
    }
  expect(shared).toBeGreaterThan(keys.length / 2)
})
