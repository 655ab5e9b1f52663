import { describe, expect, it } from 'vitest'
import { findProvision } from '../../src/knowledge/citations.ts'
import type { CoverageRecord } from '../../src/knowledge/coverage.ts'
import { citation, defectLaw, right } from '../../src/rights/rights.ts'
import { knowledge } from './knowledge.ts'

const TYPES = [
  ...['aca_individual', 'erisa_insured', 'erisa_self_funded', 'nonfederal_governmental', 'church', 'grandfathered'],
  ...['medicare_advantage', 'part_d', 'original_medicare', 'medicaid_managed_care', 'medicaid_ffs', 'chip'],
  ...['fehb_pshb', 'tricare', 'va', 'stldi_limited_hcsm', 'student', 'ihs'],
]

function refsOf(c: CoverageRecord): string[] {
  const levels = c.levels.flatMap((l) => [
    ...(l.deciderRefs ?? []),
    ...(l.file ?? []),
    ...Object.values(l.fileWhen ?? {}).flat(),
    ...Object.values(l.decide ?? {}).flat(),
    ...(l.automatic ? [l.automatic] : []),
    ...(l.otherwise ?? []),
    ...(l.notes ?? []),
  ])
  const forms = (c.forms ?? []).flatMap((f) => f.cite ?? [])
  const tables = [...Object.values(c.rights), ...Object.values(c.defects)].flat()
  return [...c.governing, ...levels, ...tables, ...c.representative, ...c.dayCounting, ...(c.notes ?? []), ...forms]
}

describe('coverage records', () => {
  it('are the eighteen types', () => expect([...knowledge().coverage.keys()].sort()).toEqual([...TYPES].sort()))

  it.each(TYPES)('%s: every reference resolves', (id) => {
    const record = knowledge().coverage.get(id)
    expect(record && refsOf(record).filter((ref) => !findProvision(knowledge(), ref))).toEqual([])
  })

  it.each(TYPES)('%s: levels have one id each, stand beside a level that exists, and say why when they may be absent', (id) => {
    const levels = knowledge().coverage.get(id)?.levels ?? []
    const names = levels.flatMap((l) => [l.id, ...(l.also ?? [])])
    expect(new Set(names).size).toBe(names.length)
    for (const l of levels) {
      if (l.beside) expect(levels.map((x) => x.id)).toContain(l.beside)
      expect(l.onlyIf === undefined).toBe(l.otherwise === undefined)
    }
  })

  it('no provision of law is left without a sentence or a status that is honest', () => {
    for (const source of knowledge().sources.values())
      for (const [key, p] of Object.entries(source.provisions)) {
        const where = `${source.id}#${key}`
        expect(p.says, where).toMatch(/^[A-Z].*[.]$/s)
        if (p.status !== 'recalled') expect(p.basis, where).toBeTruthy()
        if (p.clock?.extensionRef) expect(findProvision(knowledge(), p.clock.extensionRef), where).not.toBeNull()
      }
  })
})

describe('rights', () => {
  it('of the individual market rest on its own paragraphs, never on those of group plans', () => {
    for (const id of ['aca_individual', 'student'])
      for (const key of Object.keys(knowledge().coverage.get(id)?.rights ?? {}))
        for (const c of right(knowledge(), id, key)?.citations ?? [])
          expect(c.pin.startsWith('(b)(2)') && c.cite === '45 CFR 147.136').toBe(false)
  })

  it.each([
    ['erisa_self_funded', 'claim_file', '29 CFR 2560.503-1', '(h)(2)(iii)'],
    ['aca_individual', 'testimony', '45 CFR 147.136', '(b)(3)(ii)(C)'],
    ['nonfederal_governmental', 'testimony', '45 CFR 147.136', '(b)(2)(ii)(C)'],
    ['erisa_insured', 'testimony', '29 CFR 2590.715-2719', '(b)(2)(ii)(C)'],
    ['church', 'testimony', '26 CFR 54.9815-2719', '(b)(2)(ii)(C)'],
    ['medicare_advantage', 'physician_decides_urgency', '42 CFR 422.584', '(c)(2)(ii)'],
    ['part_d', 'step_therapy_exception', '42 CFR 423.578', '(b)(5)'],
    ['medicaid_managed_care', 'epsdt', '42 USC 1396d', '(r)(5)'],
    ['tricare', 'external_review', '32 CFR 199.15', '(f)(3)(ii)(A)'],
  ])('%s %s: %s%s', (id, key, cite, pin) => {
    expect(right(knowledge(), id, key)?.citations[0]).toMatchObject({ cite, pin })
  })

  it.each([
    ['erisa_self_funded', 'step_therapy_exception'],
    ['erisa_self_funded', 'ehb_habilitative'],
    ['erisa_self_funded', 'external_fee'],
    ['grandfathered', 'external_review'],
    ['grandfathered', 'testimony'],
    ['chip', 'epsdt'],
    ['chip', 'continuation'],
    ['part_d', 'continuation'],
    ['medicaid_ffs', 'deemed_exhaustion'],
    ['medicare_advantage', 'no_fee'],
    ['stldi_limited_hcsm', 'claim_file'],
    ['ihs', 'external_review'],
    ['va', 'continuation'],
    ['no_such_type', 'claim_file'],
    ['erisa_insured', 'constructor'],
  ])('%s has no %s', (id, key) => expect(right(knowledge(), id, key)).toBeNull())

  it.each([
    ['erisa_insured', 'no_criterion', '(g)(1)(v)(A)'],
    ['aca_individual', 'no_external_review_info', '(b)(3)(ii)(E)(4)'],
    ['medicare_advantage', 'no_specific_reason', '(e)(2)'],
    ['medicaid_managed_care', 'no_advance_notice', '(c)(1)'],
  ])('%s, defect %s: %s', (id, key, pin) => expect(defectLaw(knowledge(), id, key)?.citations[0]?.pin).toBe(pin))

  it('a defect that this type’s law does not know has no law', () => {
    expect(defectLaw(knowledge(), 'grandfathered', 'no_external_review_info')).toBeNull()
    expect(defectLaw(knowledge(), 'va', 'no_criterion')).toBeNull()
  })

  it('a citation to a whole source carries its weakest status', () => {
    expect(citation(knowledge(), '42-cfr-422.584').pin).toBe('')
    expect(() => citation(knowledge(), '42-cfr-422.584#nothing')).toThrow(/no provision/)
  })

  it('State insurance law is never used against a self-funded plan', () => {
    expect(knowledge().coverage.get('erisa_self_funded')?.stateLaw).toBe('self_funded_preempted')
    const refs = Object.values(knowledge().coverage.get('erisa_self_funded')?.rights ?? {}).flat()
    expect(refs.filter((r) => r.includes('state_'))).toEqual([])
  })
})
