import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { claimsOfGuide } from '../../src/document/guide/guide.ts'
import { guideText } from '../../src/document/guide/text.ts'
import { five, guideOf, knowledge, PAGES, section, sentences, words } from './five.ts'
import { cimt, each, links, ocrelizumab, ot, sentencesWith, services, targetedNecessity, targetedStep } from './fivePages.ts'

/** The flaws of the five earlier pages, by the number under which they were found; each test fails on a page that has the flaw. */

describe('labels and names', () => {
  test('F1: no label is cited for a service that has none', () => {
    for (const guide of services) {
      expect(words(guide)).not.toMatch(/\b(FDA|prescribing (label|information)|labeled|off.label|package insert|compendium)\b/i)
      expect(claimsOfGuide(guide).flatMap((c) => c.support.map((s) => s.kind))).not.toContain('label')
    }
  })
  test('F2: a group of agents asks which one, before anything else is said', () => {
    for (const guide of [targetedStep, targetedNecessity]) {
      expect(guide.sections[0]?.id).toBe('notice')
      expect(section(guide, 'notice')).toMatch(/a group of drugs, not one.*which agent.*which tumor.*which alteration.*age/)
    }
  })
  test('F3: a drug label on a service is called unusual first, with a way to the usual one', () => {
    for (const guide of services) {
      expect(guide.sections[0]?.id).toBe('notice')
      expect(section(guide, 'notice')).toMatch(/Step therapy is a rule about drugs.*medical-necessity criterion/)
      expect(links(guide)[0]?.key.reason).toBe('medical_necessity')
    }
    expect(ocrelizumab.sections.some((s) => s.id === 'notice')).toBe(false)
  })
  test('F19: NCCN is the organization, and the Children’s Oncology Group publishes no such guideline', () => {
    for (const guide of [targetedStep, targetedNecessity]) {
      expect(words(guide)).not.toMatch(/NCCN Pediatric\b(?! (Acute|Central))/)
      expect(section(guide, 'evidence')).toMatch(/Children’s Oncology Group runs trials and does not publish/)
    }
  })
  test('F20: no guideline body of another specialty', () => {
    each((guide) => expect(words(guide)).not.toMatch(/\b(ADA|AACE)\b/))
    expect(words(ocrelizumab)).not.toMatch(/NCCN/)
    for (const guide of services) expect(words(guide)).not.toMatch(/NCCN|American Academy of Neurology/)
  })
  test('F22: Blue Cross Blue Shield is many companies, and has no policy of its own', () => {
    for (const guide of [targetedStep, targetedNecessity, ocrelizumab]) {
      expect(section(guide, 'payer')).toMatch(/no single Blue Cross Blue Shield policy/)
      expect(section(guide, 'payer')).toMatch(/33 independent companies/)
      expect(section(guide, 'payer')).toMatch(/Which Blue plan is it\?/)
      expect(words(guide)).not.toMatch(/Blue Cross Blue Shield’s (own )?(published|medical|coverage) polic/)
    }
  })
  test('F23: Anthem by its own names, and its parent', () => {
    expect(ot.title.sentence).toContain('Anthem Blue Cross and Blue Shield')
    expect(words(ot)).not.toContain('Anthem (BCBS)')
    expect(section(ot, 'payer')).toMatch(/Elevance Health.*in California the company is Anthem Blue Cross/)
  })
  test('F24: names from the registry, one spelling, never from an address', () => {
    each((guide) => {
      expect(words(guide)).not.toMatch(
        /\bOt Pediatric\b|\bot pediatric\b|\bCimt\b|\bcimt\b|Anti Cd|anti cd20|17ohp|\b[a-z]+-[a-z]+-step-therapy\b/,
      )
      expect(guide.title.sentence).toContain(knowledge.treatments.get(guide.key.treatment)?.displayName)
      expect(guide.title.sentence).toContain(knowledge.payers.get(guide.key.payer)?.displayName)
    })
  })
  test('F25: links read as phrases: treatment, then the denial, then who denied', () => {
    each((guide) => {
      for (const link of links(guide)) expect(link.title).toMatch(/^.+: [a-z/-]+ denial by .+$/)
      expect(guideText(guide)).not.toMatch(/denied for failing step therapy of/)
    })
  })
  test('F26: “not completing”, since a drug that failed completes the step', () => {
    each((guide) => expect(words(guide)).not.toMatch(/failing step therapy/i))
    for (const page of PAGES.filter((p) => p.endsWith('step')))
      expect(five[page].title.sentence).toContain('denied for not completing step therapy by')
    expect(targetedNecessity.title.sentence).toContain('denied as not medically necessary by')
    expect(section(ocrelizumab, 'angle')).toMatch(/tried and did not work completes the step/)
  })
})

describe('medicine', () => {
  test('F27: school services neither meet nor replace a step', () => {
    expect(section(ot, 'angle')).toMatch(/School therapy serves school goals and neither meets nor replaces the medical need/)
    expect(section(ot, 'documents')).toMatch(/share no more than these pages/)
    expect(section(ot, 'framework')).toMatch(
      /Medicaid may not refuse a covered service for the sole reason that it also stands in the child’s education program/,
    )
  })
  test('F29: who it is for, what movement it needs, which protocol', () => {
    expect(section(cimt, 'answer')).toMatch(/adult after stroke or brain injury or a child with one-sided cerebral palsy/)
    expect(words(cimt)).toMatch(/10 degrees of wrist extension/)
    expect(words(cimt)).toMatch(/how many hours a day, how many days/)
    expect(section(cimt, 'process')).toMatch(/goniometry of wrist, thumb and fingers/)
  })
  test('F30: dose argued honestly', () => {
    expect(section(cimt, 'angle')).toMatch(/similar to other arm therapy of the same dose/)
    expect(section(cimt, 'angle')).toMatch(/more intensive is not by itself a reason/)
    expect(words(cimt)).not.toMatch(/different mechanism/i)
  })
  test('F31: no recovery window as a fact', () => {
    expect(words(cimt)).not.toMatch(/neuroplastic/i)
    for (const s of sentencesWith(cimt, /recovery window/i)) expect(s).toMatch(/do not (claim|assert)|in place of/i)
    expect(section(cimt, 'evidence')).toMatch(
      /3 to 9 months after stroke and people treated 15 to 21 months after it both improved/,
    )
  })
  test('F32: no step-therapy policy is ascribed to a payer that has none known', () => {
    expect(section(cimt, 'angle')).toMatch(/No step-therapy policy of Cigna Healthcare for .* is held here, and none is assumed/)
    expect(section(cimt, 'payer')).toMatch(/CPG 155/)
  })
  test('F33: the type of multiple sclerosis comes first', () => {
    expect(section(ocrelizumab, 'answer')).toMatch(/^Settle the type of multiple sclerosis first: in primary progressive disease/)
    expect(section(ocrelizumab, 'evidence')).toMatch(/clinicians.* offer ocrelizumab|offer ocrelizumab to/)
    expect(section(ocrelizumab, 'evidence')).toMatch(/only disease-modifying therapy approved for primary progressive/)
  })
  test('F34: rituximab first, hepatitis B, place of care, code, the other product', () => {
    const text = words(ocrelizumab)
    for (const word of [/Rituximab first/, /Hepatitis B screening/, /site-of-care/, /J2350/, /Ocrevus Zunovo/, /AAN 2018/])
      expect(text).toMatch(word)
  })
  test('F35: off-label use in a child has its law and its evidence named', () => {
    for (const guide of [targetedStep, targetedNecessity])
      expect(section(guide, 'framework')).toMatch(
        /not labeled for this tumor or age, look for it in a recognized compendium.*never cite it to a self-funded plan/,
      )
  })
  test('F36: the biomarker ground only where a rule has it', () => {
    expect(section(targetedStep, 'angle')).toMatch(
      /ground of its own only where the plan’s rule or a statute says so; elsewhere argue it as medical necessity/,
    )
  })
  test('F46: guidelines cited with version and page', () => {
    for (const guide of [targetedStep, targetedNecessity]) expect(section(guide, 'evidence')).toMatch(/with its version and page/)
    each((guide) =>
      expect(words(guide)).not.toMatch(/without (quoting )?(specific )?(numbers|statistics)|not by specific numbers/i),
    )
  })
})

describe('the page itself', () => {
  test('F16: deadlines from the letter and the full plan document, not the short summary', () => {
    each((guide) =>
      expect(section(guide, 'next')).toMatch(
        /denial letter and in the plan’s full document.*summary plan description.*Evidence of Coverage.*short Summary of Benefits and Coverage does not set them out/,
      ),
    )
  })
  test('F21: no claim of success', () => {
    each((guide) =>
      expect(words(guide)).not.toMatch(/usually flip|frequently reversed|most insurers reverse|%|\bpercent\b|most effective/i),
    )
  })
  test('F39: who signs what', () => {
    each((guide) => {
      expect(section(guide, 'next')).toMatch(
        /member, parent or appointed representative signs the appeal, the clinician signs the medical letter/,
      )
      expect(words(guide)).not.toMatch(/physician signs and sends/i)
    })
  })
  test('F40: lists and tables are structure', () => {
    each((guide) => {
      const kinds = guide.sections.flatMap((s) => s.blocks.map((b) => b.kind))
      for (const kind of ['list', 'table', 'rights', 'links', 'sources']) expect(kinds).toContain(kind)
      for (const s of sentences(guide)) expect(s).not.toMatch(/\|\s*---|^#+ |\n|→|^\d+\. /)
      for (const s of guide.sections)
        for (const b of s.blocks) if (b.kind === 'table') for (const row of b.rows) expect(row.length).toBe(b.columns.length)
    })
  })
  test('F41: related guides by treatment, sibling reason and class', () => {
    each((guide) => {
      const related =
        guide.sections.find((s) => s.id === 'related')?.blocks.flatMap((b) => (b.kind === 'links' ? [...b.links] : [])) ?? []
      expect(related.length).toBeGreaterThan(1)
      const group = knowledge.treatments.get(guide.key.treatment)?.group
      for (const { key } of related) {
        expect(key.payer).toBe(guide.key.payer)
        expect(knowledge.treatments.get(key.treatment)?.group).toBe(group)
      }
    })
  })
  test('F42: the payer’s text is not held, and the page says so and asks for it', () => {
    each((guide) => {
      expect(section(guide, 'payer')).toMatch(/not held here, so nothing below is said to be its requirement/)
      expect(sentencesWith(guide, /^[A-Z][\w ]+ requires\b/)).toEqual([])
    })
    expect(section(ocrelizumab, 'request')).toMatch(/The step protocol that was applied/)
    expect(section(targetedNecessity, 'request')).toMatch(/The policy or guideline that was applied, whole/)
    expect(section(cimt, 'request')).toMatch(/edition of CPG 155/)
  })
  test('F43: criteria one by one, labelled typical, with what shows each', () => {
    each((guide) => {
      expect(section(guide, 'typical')).toMatch(/criteria that plans commonly set.*not .* own text/)
      expect(words(guide)).not.toMatch(/criteria those sources list/)
      const treatment = knowledge.treatments.get(guide.key.treatment)
      for (const c of treatment?.typicalCriteria ?? [])
        expect(words(guide)).toContain(
          c.requirement
            .replace(/^Renewal: /, '')
            .slice(1, 40)
            .replace(/'/g, '’'),
        )
    })
  })
  test('F44: a product with a warning is never linked without it, and a guide to it opens with it', () => {
    const warnings = [
      { says: 'Approval was withdrawn; do not start it.', status: 'verified' as const, checked: '2026-11-22', basis: 'test' },
    ]
    const other = knowledge.treatments.get('cgrp-mab-sc')
    const own = knowledge.treatments.get('ocrelizumab')
    if (!other || !own) throw new Error('records missing')
    const treatments = new Map([
      [other.id, { ...other, group: own.group, liveSlug: 'searched-for', warnings }],
      [own.id, { ...own, warnings }],
    ])
    const guide = guideOf({ payer: 'bcbs', treatment: 'ocrelizumab', reason: 'step-therapy' }, { ...knowledge, treatments })
    expect(guide.sections[0]?.id).toBe('warning')
    expect(section(guide, 'warning')).toBe('Approval was withdrawn; do not start it.')
    const linked = links(guide).filter((l) => l.key.treatment === other.id)
    expect(linked.length).toBe(1)
    for (const link of links(guide)) expect(link.title).toMatch(/\(carries a warning\)$/)
    each((g) =>
      expect(
        links(g)
          .map((l) => l.title)
          .join(),
      ).not.toMatch(/17/),
    )
  })
  test('F45: date, state of review, sources, limits', () => {
    each((guide) => {
      expect(guide.reviewed).toBeNull()
      expect(section(guide, 'status')).toMatch(/Not yet reviewed by a clinician or lawyer/)
      expect(guide.knowledgeAsOf).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(section(guide, 'limits')).toMatch(/not legal or medical advice.*Drafts are made by a program/)
      const sources = guide.sections.flatMap((s) => s.blocks.flatMap((b) => (b.kind === 'sources' ? [...b.sources] : [])))
      expect(sources.length).toBeGreaterThan(10)
      for (const s of sources) expect(s.asOf, s.cite).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    })
  })
  test('F47: the list price is what a letter without a code costs, and the draft is not behind it', () => {
    each((guide) => {
      expect(guide.offer).toEqual({ listPrice: 40, firstLetterPrice: 30, code: 'SEO25' })
      expect(section(guide, 'offer')).toMatch(
        /costs \$40, the price paid for every letter without a code; with code SEO25 a customer’s first letter costs \$30/,
      )
      expect(section(guide, 'offer')).toMatch(/the draft, its criteria table and its deadlines are never behind payment/)
    })
  })
})

const FILES = ['flaws.test.ts', 'flawsOfLaw.test.ts']

test('every flaw has a test here or among those of law', () => {
  const named = new Set(
    [
      ...FILES.map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
        .join('\n')
        .matchAll(/test(?:\.each\([\s\S]*?\]\))?\('F(\d+):/g),
    ].map((m) => Number(m[1])),
  )
  const applied = Array.from({ length: 48 }, (_, i) => i + 1).filter((n) => !named.has(n))
  expect(applied).toEqual([])
})
