import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkClaim } from '../../src/argument/ledger.ts'
import { claimsOfGuide, claimsOfSection, GUIDE_SECTIONS, type Guide } from '../../src/document/guide/guide.ts'
import { guideJson } from '../../src/document/guide/json.ts'
import { makeGuide } from '../../src/document/guide/makeGuide.ts'
import { guideText } from '../../src/document/guide/text.ts'
import { findProvision } from '../../src/knowledge/citations.ts'
import { five, knowledge, PAGES, section } from './five.ts'

/** Any guide the records can make, not only the five. */
const someKey = fc.record({
  payer: fc.constantFrom(...knowledge.payers.keys()),
  treatment: fc.constantFrom(...knowledge.treatments.keys()),
  reason: fc.constantFrom(...knowledge.reasons.keys()),
})
const guides = (check: (guide: Guide) => void) =>
  fc.assert(
    fc.property(someKey, (key) => {
      const made = makeGuide(knowledge, key)
      if (made.ok) check(made.value)
    }),
    { numRuns: 90, seed: 11 },
  )

test('sections come in reading order, none twice', () => {
  guides((guide) => {
    const ids = guide.sections.map((s) => s.id)
    expect(ids).toEqual(GUIDE_SECTIONS.filter((id) => ids.includes(id)))
  })
})

test('each of the five has all of its sections', () => {
  const always = GUIDE_SECTIONS.filter((id) => !['warning', 'notice', 'state'].includes(id))
  for (const page of PAGES)
    expect(
      five[page].sections.map((s) => s.id),
      page,
    ).toEqual(expect.arrayContaining(always))
})

test('every sentence has support that says something, and every record it names exists', () => {
  guides((guide) => {
    for (const c of claimsOfGuide(guide)) {
      expect(c.support.length, c.sentence).toBeGreaterThan(0)
      for (const s of c.support) expect(s.quote.trim(), c.sentence).not.toBe('')
      const unknown = checkClaim(c, { knowledge, documents: [], exhibits: [] }).filter((f) => f.fault === 'unknown source')
      expect(unknown, c.sentence).toEqual([])
    }
  })
})

test('every figure, citation and quotation of a sentence stands in what it rests on', () => {
  for (const page of PAGES)
    for (const c of claimsOfGuide(five[page]))
      expect(checkClaim(c, { knowledge, documents: [], exhibits: [] }), `${page}: ${c.sentence}`).toEqual([])
})

test('no percent, rate or promise of success', () => {
  const promise =
    /\d ?%|\bpercent\b|usually (flip|reverse|succeed|win)|frequently reversed|most insurers|success rate|odds|likely to (win|succeed)|guarantee/i
  guides((guide) => {
    for (const c of claimsOfGuide(guide)) expect(c.sentence).not.toMatch(promise)
  })
})

test('no sentence twice in one guide, table cells and link reasons aside', () => {
  for (const page of PAGES) {
    const said = five[page].sections
      .flatMap((s) => s.blocks)
      .flatMap((b) =>
        b.kind === 'paragraph' ? b.claims : b.kind === 'list' ? b.items.map((i) => i[0]).filter((c) => c !== undefined) : [],
      )
      .map((c) => c.sentence)
    expect(
      said.filter((s, i) => said.indexOf(s) !== i),
      page,
    ).toEqual([])
  }
})

describe('what one guide shares with another, law and names taken out', () => {
  const LAW_SECTIONS = ['rights', 'framework', 'deadline']
  const names = (guide: Guide) => {
    const payer = knowledge.payers.get(guide.key.payer)
    const treatment = knowledge.treatments.get(guide.key.treatment)
    return [payer?.displayName, treatment?.displayName, treatment?.shortName].filter((n) => n !== undefined)
  }
  /** A name alone does not make a sentence specific. */
  const own = (guide: Guide) => {
    const mask = (text: string) =>
      names(guide).reduce((t, name) => t.replaceAll(new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi'), '·'), text)
    const claims = guide.sections.filter((s) => !LAW_SECTIONS.includes(s.id)).flatMap(claimsOfSection)
    return new Set(claims.filter((c) => !c.support.some((s) => s.kind === 'law')).map((c) => mask(c.sentence)))
  }
  const pairs = PAGES.flatMap((a, i) => PAGES.slice(i + 1).map((b) => [a, b] as const))
  /** Most that two guides may share, of the smaller one's sentences. */
  const limit = (a: Guide, b: Guide): number => {
    if (a.key.treatment === b.key.treatment) return 0.6
    return a.key.reason === b.key.reason ? 0.4 : 0.25
  }
  test.each(pairs)('%s and %s', (a, b) => {
    const [left, right] = [own(five[a]), own(five[b])]
    const shared = [...left].filter((s) => right.has(s)).length / Math.min(left.size, right.size)
    expect(shared).toBeLessThan(limit(five[a], five[b]))
  })
})

test('references in the records of guides lead somewhere, and fields they rest on exist wherever they apply', () => {
  for (const record of knowledge.guides.values())
    for (const note of Object.values(record.notes).flat())
      for (const ref of note.cite ?? []) expect(findProvision(knowledge, ref), `${record.id}: ${ref}`).not.toBeNull()
  for (const { payers, treatments, reasons } of knowledge.guides.values())
    for (const payer of payers.length ? payers : ['blue-cross-blue-shield'])
      for (const treatment of treatments)
        for (const reason of reasons.length ? reasons : ['step_therapy', 'medical_necessity'])
          expect(() => makeGuide(knowledge, { payer, treatment, reason })).not.toThrow()
})

test('the same request gives the same bytes, and JSON carries the whole tree', () => {
  for (const page of PAGES) {
    const again = makeGuide(knowledge, five[page].key)
    expect(again.ok && guideJson(again.value)).toBe(guideJson(five[page]))
    expect(again.ok && guideText(again.value)).toBe(guideText(five[page]))
    expect(JSON.parse(guideJson(five[page]))).toEqual(JSON.parse(JSON.stringify(five[page])))
  }
})

test('only guides that exist are linked, and never itself', () => {
  guides((guide) => {
    for (const s of guide.sections)
      for (const b of s.blocks)
        if (b.kind === 'links')
          for (const link of b.links) {
            expect(makeGuide(knowledge, link.key).ok, link.address).toBe(true)
            expect(link.address).not.toBe(guide.address)
          }
  })
})

test('a state narrows the Blue companies and is never cited against a self-funded plan', () => {
  const made = makeGuide(knowledge, { payer: 'bcbs', treatment: 'ocrelizumab', reason: 'step-therapy', state: 'tx' })
  expect(made.ok && section(made.value, 'payer')).toContain(
    'In TX the Blue companies in this registry are: Blue Cross and Blue Shield of Texas.',
  )
  expect(made.ok && section(made.value, 'framework')).toContain('it never binds a self-funded employer plan')
  expect(
    claimsOfSection(five['bcbs-ocrelizumab-step'].sections[0] ?? { id: 'answer', heading: '', blocks: [] }).some((c) =>
      /\bTX\b/.test(c.sentence),
    ),
  ).toBe(false)
})

test('a statute that is held for the state is cited for a drug and not for a service', () => {
  const statute = {
    says: 'An insurer must grant an exception on stated grounds.',
    cite: 'Example Ins. Code § 1',
    status: 'secondary' as const,
    checked: '2026-11-22',
    basis: 'test',
  }
  const states = new Map([['tx', { id: 'tx', name: 'Texas', stepTherapy: { status: 'law' as const, statute } }]])
  const drug = makeGuide(
    { ...knowledge, states },
    { payer: 'bcbs', treatment: 'ocrelizumab', reason: 'step-therapy', state: 'TX' },
  )
  const service = makeGuide({ ...knowledge, states }, { payer: 'cigna', treatment: 'cimt', reason: 'step-therapy', state: 'TX' })
  expect(drug.ok && section(drug.value, 'state')).toContain(
    'An insurer must grant an exception on stated grounds (Example Ins. Code § 1).',
  )
  expect(drug.ok && section(drug.value, 'framework')).not.toContain('no statute is held here')
  expect(service.ok && service.value.sections.some((s) => s.id === 'state')).toBe(false)
})
