import { describe, expect, test } from 'vitest'
import { claimsOfGuide, claimsOfSection, GUIDE_SECTIONS, type GuideSection } from '../../src/document/guide/guide.ts'
import { makeGuide } from '../../src/document/guide/makeGuide.ts'
import { citesOf, sourcesOf } from '../../src/document/guide/sections/sources.ts'
import { fillSections, PAYER_NAME, PAYER_SLUG } from '../../src/document/guide/slots.ts'
import { guideOf, knowledge } from './five.ts'
import { LANGS, planOf, sampleKeys } from './sample.ts'

const keys = sampleKeys(400, 7)

describe('400 guides drawn by chance, in both languages', () => {
  test('a key names all that its part depends on: the same key, the same sections', () => {
    const made = new Map<string, { readonly sections: string; again: number }>()
    let shared = 0
    for (const lang of LANGS)
      for (const key of keys)
        for (const part of planOf({ ...key, lang }).parts) {
          const known = made.get(part.key)
          if (known) shared++
          // Parts of law are met hundreds of times: a few are enough.
          if (known && known.again++ > 3) continue
          const sections = JSON.stringify(part.make([]))
          expect(known?.sections ?? sections, part.key).toBe(sections)
          if (!known) made.set(part.key, { sections, again: 0 })
        }
    expect(shared).toBeGreaterThan(keys.length * 6)
  })

  test('whatever the reader says of their case is in the key', () => {
    const made = new Map<string, string>()
    const coverages = [undefined, 'erisa_self_funded', 'aca_individual', 'medicare_advantage', 'medicaid_managed_care']
    const states = [undefined, 'TX', 'CA']
    for (const [i, key] of keys.slice(0, 30).entries())
      for (const noticeDate of [undefined, '2026-10-06' as const]) {
        const coverage = coverages[i % coverages.length]
        const state = states[i % states.length]
        const date = noticeDate as Parameters<typeof planOf>[0]['noticeDate']
        for (const part of planOf({ ...key, coverage, state, noticeDate: date }).parts) {
          const sections = JSON.stringify(part.make([]))
          expect(made.get(part.key) ?? sections, part.key).toBe(sections)
          made.set(part.key, sections)
        }
      }
  })

  test('a guide is its parts, filled, and no slot is left', () => {
    for (const lang of LANGS)
      for (const key of keys.slice(0, 40)) {
        const plan = planOf({ ...key, lang })
        const parts = plan.parts.map((part) => ({ id: part.id, sections: part.make([]) }))
        const cites = new Set(parts.flatMap((p) => citesOf(p.sections)))
        const whole = parts.flatMap((p) =>
          p.id === 'sources' ? (plan.parts.find((x) => x.id === 'sources')?.make(cites) ?? []) : p.sections,
        )
        const guide = guideOf({ ...key, lang })
        expect(guide.sections).toEqual(fillSections(whole as GuideSection[], plan.payer))
        const text = JSON.stringify(guide)
        expect(text).not.toContain(PAYER_NAME)
        expect(text).not.toContain(PAYER_SLUG)
        expect(text).not.toMatch(/undefined|\[object/)
      }
  })

  test('no empty section, heading, list or table; sections in reading order; all of the anatomy', () => {
    const always = GUIDE_SECTIONS.filter(
      (id) => !['warning', 'notice', 'state', 'related', 'typical', 'mapping', 'evidence', 'peer'].includes(id),
    )
    for (const key of keys.slice(0, 150)) {
      const guide = guideOf(key)
      const ids = guide.sections.map((s) => s.id)
      expect(ids).toEqual(GUIDE_SECTIONS.filter((id) => ids.includes(id)))
      expect(ids, guide.address).toEqual(expect.arrayContaining(always))
      for (const s of guide.sections) {
        expect(s.blocks.length, `${guide.address} ${s.id}`).toBeGreaterThan(0)
        s.blocks.forEach((b, i) => {
          if (b.kind === 'heading') expect(s.blocks[i + 1]?.kind ?? 'heading').not.toBe('heading')
          if (b.kind === 'list') expect(b.items.every((item) => item.length > 0)).toBe(true)
          if (b.kind === 'table') expect(b.rows.length).toBeGreaterThan(0)
        })
      }
    }
  })

  test('every sentence is supported and ends as a sentence does', () => {
    for (const lang of LANGS)
      for (const key of keys.slice(0, 60))
        for (const s of guideOf({ ...key, lang }).sections)
          for (const c of claimsOfSection(s)) {
            expect(c.support.length).toBeGreaterThan(0)
            expect(c.sentence).not.toMatch(/\.\.|\(\)|\s{2}|\s[.,;]|\{\w+\}/)
          }
  })
})

test('only the payer’s and the related section’s keys may name the payer', () => {
  for (const key of keys) {
    const plan = planOf(key)
    for (const part of plan.parts)
      if (part.id !== 'payer' && part.id !== 'related')
        expect(
          part.key.split('|').filter((piece) => piece === key.payer && !knowledge.guides.has(piece)),
          part.key,
        ).toEqual([])
  }
})

test('sources come from what the parts cite, one entry for each section of law', () => {
  const guide = guideOf({ payer: 'bcbs', treatment: 'ocrelizumab', reason: 'step-therapy' })
  const sources = sourcesOf(knowledge, citesOf(guide.sections))
  expect(guide.sections.find((s) => s.id === 'sources')?.blocks).toEqual([{ kind: 'sources', sources }])
  expect(new Set(sources.map((s) => s.cite)).size).toBe(sources.length)
  const cited = new Set(claimsOfGuide(guide).flatMap((c) => c.support.map((s) => s.source)))
  for (const s of sources) expect(s.ids.some((id) => cited.has(id))).toBe(true)
})

test('a request that cannot be met gives the same problems as a plan and as a guide', () => {
  const bad = { payer: 'cigma', treatment: 'cimt', reason: 'step-therapy' }
  const made = makeGuide(knowledge, bad)
  expect(made.ok).toBe(false)
  expect(() => planOf(bad)).toThrow(/cigma/)
})
