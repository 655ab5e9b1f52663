import { describe, expect, test } from 'vitest'
import { frameOf } from '../../src/document/guide/frame.ts'
import type { GuideKey } from '../../src/document/guide/guide.ts'
import { insteadOf, planGuide } from '../../src/document/guide/plan.ts'
import { isPublished, LEAST, libraryOf, published, unpublished } from '../../src/document/guide/publish.ts'
import { fillSections } from '../../src/document/guide/slots.ts'
import { specificity } from '../../src/document/guide/specificity.ts'
import type { Knowledge } from '../../src/knowledge/assemble.ts'
import { FIVE, knowledge, PAGES } from './five.ts'
import { planOf, sampleKeys } from './sample.ts'

const keys = sampleKeys(400, 23)
const library = libraryOf(knowledge)
const judged = ({ payer, treatment, reason }: GuideKey, from: Knowledge = knowledge) => {
  const p = from.payers.get(payer)
  const t = from.treatments.get(treatment)
  const r = from.reasons.get(reason)
  if (!p || !t || !r) throw new Error(`no such key: ${payer} ${treatment} ${reason}`)
  return unpublished(from, p, t, r)
}

describe('the library', () => {
  test('every key is either published or counted under the threshold it misses', () => {
    const all = knowledge.payers.size * knowledge.treatments.size * knowledge.reasons.size
    const left = Object.values(library.left).reduce((sum, n) => sum + n, 0)
    expect(library.published.length + left).toBe(all)
    expect(library.published.length).toBeGreaterThan(1000)
  })

  test('what is listed is what a guide says of itself', () => {
    const listed = new Set(published(knowledge).map((k) => `${k.payer}|${k.treatment}|${k.reason}`))
    for (const key of keys) {
      const plan = planOf(key)
      expect(plan.indexable).toBe(listed.has(`${key.payer}|${key.treatment}|${key.reason}`))
      expect(plan.parent).toEqual(plan.indexable ? null : { treatment: key.treatment, reason: key.reason })
    }
  })

  test('a published guide has as much of its own as the thresholds ask', () => {
    for (const [i, key] of library.published.entries()) {
      if (i % 97) continue
      const own = specificity(knowledge, key)
      const payer = knowledge.payers.get(key.payer)
      const searched =
        (payer?.liveSlug ?? payer?.seedName) &&
        knowledge.treatments.get(key.treatment)?.liveSlug &&
        knowledge.reasons.get(key.reason)?.liveSlug
      expect(own?.treatment).toBeGreaterThanOrEqual(LEAST.treatment)
      expect(own?.reason).toBeGreaterThanOrEqual(LEAST.reason)
      if (!searched) expect(own?.payer).toBeGreaterThanOrEqual(LEAST.payer)
    }
  })

  test('related guides are published ones', () => {
    for (const key of keys) {
      const plan = planOf(key)
      const related = plan.parts.find((part) => part.id === 'related')?.make() ?? []
      for (const b of fillSections(related, plan.payer).flatMap((s) => s.blocks))
        if (b.kind === 'links') for (const link of b.links) expect(judged(link.key), link.address).toBeNull()
    }
  })
})

describe('what does not go together is not published', () => {
  test.each([
    ['a pharmacy benefit manager and an infusion', 'optum-rx', 'anti-amyloid', 'medical_necessity', 'not_a_pharmacy_drug'],
    ['a behavioral reviewer and a drug', 'optum-behavioral', 'ocrelizumab', 'medical_necessity', 'not_reviewed_there'],
    ['Medicare and children’s therapy', 'medicare-ffs', 'ot-pediatric', 'medical_necessity', 'children_in_medicare'],
    ['a drug rule and a therapy, where nobody looked for it', 'geisinger-hp', 'cimt', 'step_therapy', 'unusual_reason'],
    ['a drug list and a therapy', 'cigna', 'cimt', 'non_formulary', 'unusual_reason'],
  ])('%s', (_, payer, treatment, reason, why) => expect(judged({ payer, treatment, reason })).toBe(why))

  test('a treatment that loses its criteria and cautions is no longer published', () => {
    const own = knowledge.treatments.get('ocrelizumab')
    if (!own) throw new Error('record missing')
    const thin = { ...own, typicalCriteria: [], cautions: [], evidenceToGather: [], indications: [], guidelines: [] }
    const guides = new Map([...knowledge.guides].filter(([, g]) => !g.treatments.includes(own.id)))
    const from = { ...knowledge, guides, treatments: new Map([[own.id, thin]]) }
    expect(judged({ payer: 'cigna', treatment: own.id, reason: 'step_therapy' })).toBeNull()
    expect(judged({ payer: 'cigna', treatment: own.id, reason: 'step_therapy' }, from)).toBe('thin_treatment')
  })
})

describe('the earlier service', () => {
  test('its five known pages are published', () => {
    for (const page of PAGES) {
      const { payer, treatment, reason } = planOf(FIVE[page]).key
      expect(judged({ payer, treatment, reason }), page).toBeNull()
    }
  })
  test('every earlier address leads to a guide', () => {
    const live = <T extends { liveSlug?: string | undefined }>(records: ReadonlyMap<string, T>) =>
      [...records.values()].flatMap((r) => r.liveSlug ?? [])
    let reached = 0
    for (const payer of live(knowledge.payers))
      for (const treatment of live(knowledge.treatments))
        for (const reason of live(knowledge.reasons)) {
          const key = { payer, treatment, reason }
          const made = planGuide(knowledge, key)
          const instead = made.ok ? made.value.key : insteadOf(knowledge, key)
          expect(instead && planGuide(knowledge, instead).ok, `${payer}/${treatment}/${reason}`).toBe(true)
          reached++
        }
    expect(reached).toBeGreaterThan(1500)
  })
})

test('a frame is worked out once', () => {
  const treatment = knowledge.treatments.get('cimt')
  const reason = knowledge.reasons.get('medical_necessity')
  const payer = knowledge.payers.get('cigna')
  if (!treatment || !reason || !payer) throw new Error('records missing')
  expect(frameOf(knowledge, treatment, reason)).toBe(frameOf(knowledge, treatment, reason))
  expect(isPublished(knowledge, payer, treatment, reason)).toBe(true)
})
