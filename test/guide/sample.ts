import fc from 'fast-check'
import type { GuideKey, GuideLang, GuideRequest } from '../../src/document/guide/guide.ts'
import { type GuidePlan, planGuide } from '../../src/document/guide/plan.ts'
import { knowledge } from './five.ts'

/** Keys for which there is a guide, drawn the same way each time. */
export function sampleKeys(count: number, seed: number): GuideKey[] {
  const any = fc.record({
    payer: fc.constantFrom(...knowledge.payers.keys()),
    treatment: fc.constantFrom(...knowledge.treatments.keys()),
    reason: fc.constantFrom(...knowledge.reasons.keys()),
  })
  return fc
    .sample(any, { numRuns: count * 3, seed })
    .filter((key) => planGuide(knowledge, key).ok)
    .slice(0, count)
}

export function planOf(request: GuideRequest): GuidePlan {
  const planned = planGuide(knowledge, request)
  if (!planned.ok) throw new Error(planned.problems.map((p) => `${p.where}: ${p.say}`).join('\n'))
  return planned.value
}

export const LANGS: readonly GuideLang[] = ['en', 'es']
