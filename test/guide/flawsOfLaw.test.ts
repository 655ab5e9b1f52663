import { describe, expect, test } from 'vitest'
import { claimsOfGuide } from '../../src/document/guide/guide.ts'
import { FIVE, five, guideOf, PAGES, section, words } from './five.ts'
import {
  cimt,
  each,
  ocrelizumab,
  ot,
  rowOf,
  rows,
  sentencesWith,
  services,
  targetedNecessity,
  targetedStep,
} from './fivePages.ts'

/** Of the flaws of the five earlier pages (`flaws.test.ts`), those in what they said of law. */

describe('law by type of coverage', () => {
  test('F4: no state step-therapy law for a service', () => {
    for (const guide of services)
      expect(section(guide, 'framework')).toMatch(
        /State step-therapy exception laws are as a rule written for prescription drugs.*none is cited here/,
      )
    for (const guide of services)
      expect(
        sentencesWith(guide, /step-therapy (exception )?(law|statute)/i).every((s) =>
          /none is cited|read whether its text covers/.test(s),
        ),
      ).toBe(true)
    for (const guide of [targetedStep, ocrelizumab])
      expect(section(guide, 'framework')).toMatch(/never binds a self-funded employer plan/)
  })
  test('F5: no general law that a step must be sensible', () => {
    for (const page of PAGES.filter((p) => p.endsWith('step')))
      expect(section(five[page], 'framework')).toMatch(/No Federal law says in general that a (required )?step must be sensible/)
    each((guide) => expect(words(guide)).not.toMatch(/must be (medically )?rational|cannot require a child/i))
  })
  test('F6: no duty to answer point by point', () => {
    each((guide) => {
      expect(section(guide, 'framework')).toMatch(/does not have to answer point by point/)
      expect(words(guide)).not.toMatch(/must respond to each point/i)
    })
  })
  test('F7: external review is cited by statute and regulation, not as “ACA §2719”', () => {
    each((guide) => {
      expect(words(guide)).not.toMatch(/ACA\s*§/)
      expect(words(guide)).toContain('42 USC 300gg-19')
      expect(words(guide)).toContain('29 CFR 2590.715-2719')
    })
  })
  test('F8: external review never rests on the ERISA section on the plan’s own review', () => {
    each((guide) => {
      const external = claimsOfGuide(guide).filter((c) => /external review/i.test(c.sentence) && !/^29 USC/.test(c.sentence))
      for (const c of external)
        expect(
          c.support.map((s) => s.source),
          c.sentence,
        ).not.toContain('29-usc-1133')
      expect(section(guide, 'framework')).toMatch(/external review comes from the Public Health Service Act/)
    })
  })
  test('F9: 72 hours is the plan’s time to decide', () => {
    each((guide) => {
      expect(section(guide, 'framework')).toMatch(
        /72 hours of an urgent appeal are the plan’s time to decide, not a time within which to ask/,
      )
      expect(words(guide)).not.toMatch(/request (it )?within 72 hours/i)
    })
  })
  test('F10: decision times by type, and by number of levels', () => {
    expect(rowOf(cimt, 'erisa_self_funded').decision?.sentence).toBe(
      'Decision due: urgent 72 hours; before care 30 days (15 days at each of two levels); after care 60 days (30 days at each of two levels).',
    )
    expect(rowOf(cimt, 'aca_individual').decision?.sentence).toBe(
      'Decision due: urgent 72 hours; before care 30 days; after care 60 days.',
    )
    expect(rowOf(ocrelizumab, 'medicare_advantage').decision?.sentence).toContain('Part B drug 7 days')
    expect(rowOf(ot, 'medicaid_managed_care').decision?.sentence).toContain('standard 30 days')
  })
  test.each([
    ['erisa_self_funded', 'at least 180 days, counted from receipt of the notice'],
    ['aca_individual', 'at least 180 days, counted from receipt of the notice'],
    ['medicaid_managed_care', '60 days, counted from the date on the notice'],
    ['fehb_pshb', '6 months, counted from the date on the notice'],
  ])('F11: the window and what it runs from, %s', (coverage, window) =>
    expect(rowOf(ot, coverage).firstAppeal.sentence).toContain(window),
  )
  test('F11: Medicare counts from a presumed receipt', () => {
    expect(rowOf(ocrelizumab, 'medicare_advantage').firstAppeal.sentence).toMatch(
      /60 days, counted from receipt of the notice, which is presumed 5 days after the date on it/,
    )
    expect(rowOf(ocrelizumab, 'part_d').firstAppeal.sentence).toMatch(
      /60 days, counted from receipt of the notice, which is presumed 5 days/,
    )
  })
  test('F12: external review has its trigger and its limits', () => {
    each((guide) => {
      expect(rowOf(guide, 'erisa_self_funded').after.sentence).toBe(
        'Then external review: you have 4 months, counted from receipt of the notice of the appeal decision.',
      )
      expect(rowOf(guide, 'erisa_insured').after.sentence).toContain('what the State sets, at least 4 months')
      expect(rowOf(guide, 'grandfathered').after.sentence).toContain('no external review, except')
      expect(words(guide)).not.toMatch(/approximately (four|4) months/i)
    })
    expect(rowOf(ot, 'medicaid_managed_care').after.sentence).toContain('State fair hearing')
    expect(rowOf(ocrelizumab, 'medicare_advantage').after.sentence).toContain('without your asking')
  })
  test('F13: the window opens with the final answer', () => {
    each((guide) => expect(section(guide, 'framework')).toMatch(/opens with the plan’s final answer, not with the first denial/))
  })
  test('F14: what differs between types, and who has no such right', () => {
    each((guide) => {
      expect(section(guide, 'rights')).toMatch(/External review is not for every denial/)
      expect(section(guide, 'rights')).toMatch(/grandfathered plan has it for surprise-bill disputes only/)
      expect(section(guide, 'rights')).toMatch(/short-term plans and sharing ministries, which have no Federal right of appeal/)
      expect(words(guide)).not.toMatch(/most US health plans/i)
    })
  })
  test('F15: every row and every type has its citation', () => {
    each((guide) => {
      for (const row of rows(guide)) expect(row.cite, row.names).toMatch(/\d+ (CFR|USC) \d/)
      const box = guide.sections.find((s) => s.id === 'rights')
      const cites = box?.blocks.flatMap((b) => (b.kind === 'fields' ? [...b.rows] : [])) ?? []
      expect(cites.length).toBeGreaterThan(0)
      for (const { claim } of cites) expect(claim.sentence).toMatch(/^\d+ (CFR|USC) \d/)
    })
  })
  test('F17: the file by type of coverage, free only where the law says so', () => {
    const file = (coverage?: string) => sentencesWith(guideOf({ ...FIVE['bcbs-ocrelizumab-step'], coverage }), /^Claim file/)[0]
    expect(file()).toMatch(/free of charge.*29 CFR 2560\.503-1/)
    expect(file('erisa_self_funded')).toMatch(/free of charge.*29 CFR 2560\.503-1/)
    expect(file('medicare_advantage')).toMatch(/reasonable copying fee/)
    expect(file('medicaid_managed_care')).toMatch(/42 CFR 438\.406/)
    each((guide) => expect(words(guide)).not.toMatch(/they must provide it/i))
  })
  test('F18: a professional trained in the field is owed; the subspecialty may be asked for', () => {
    expect(section(targetedNecessity, 'framework')).toMatch(
      /consults a professional trained in the field.*same subspecialty may be asked for.*only where the plan or a state law says so/,
    )
    each((guide) => expect(words(guide)).not.toMatch(/board-certified/i))
  })
  test('F28: habilitative benefit, EPSDT, autism mandates and parity, each to the coverage it binds', () => {
    const laws = section(ot, 'framework')
    expect(laws).toMatch(
      /Individual and small-group insurance must cover habilitative care.*Large-group and self-funded plans need not/,
    )
    expect(laws).toMatch(/EPSDT.*42 USC 1396d/)
    expect(laws).toMatch(/CHIP program that is separate from Medicaid does not carry the EPSDT duty/)
    expect(laws).toMatch(/autism.*29 CFR 2590\.712/)
    expect(laws).toMatch(/State autism mandates.*self-funded plan is outside them/)
    const insuredOnly = guideOf({ ...FIVE['anthem-ot-step'], coverage: 'erisa_self_funded' })
    expect(section(insuredOnly, 'framework')).not.toMatch(/EPSDT|habilitative care/)
  })
  test('F37: Medicare’s own step rules, where Medicare can be meant', () => {
    expect(section(ocrelizumab, 'framework')).toMatch(/Medicare Advantage may ask for a step .* only at a new start/)
    expect(section(ocrelizumab, 'framework')).toMatch(
      /Part D must grant an exception to a step when the prescriber’s statement shows/,
    )
    for (const guide of [ot, targetedStep, targetedNecessity])
      expect(rows(guide).flatMap((r) => r.coverages)).not.toContain('medicare_advantage')
  })
  test('F38: peer to peer, care that has begun, and who may act', () => {
    each((guide) => {
      expect(`${section(guide, 'first')} ${section(guide, 'process')}`).toMatch(/peer to peer/)
      expect(section(guide, 'framework')).toMatch(/ongoing course of treatment/)
      expect(section(guide, 'framework')).toMatch(/authorized representative/)
    })
    const medicare = guideOf({ ...FIVE['bcbs-ocrelizumab-step'], coverage: 'medicare_advantage' })
    expect(section(medicare, 'framework')).toMatch(
      /physician who is treating the enrollee may.*standard pre-service reconsideration/,
    )
  })
  test('F48: urgent is a definition to be met, and a physician’s word meets it', () => {
    each((guide) => {
      expect(section(guide, 'framework')).toMatch(/Fast handling is not automatic: .*physician who knows the patient’s condition/)
      expect(words(guide)).not.toMatch(/almost always qualifies|always request expedited/i)
    })
  })
})
