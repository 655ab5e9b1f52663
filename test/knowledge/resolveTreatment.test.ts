import { expect, test } from 'vitest'
import { resolveTreatment } from '../../src/knowledge/resolveTreatment.ts'
import { real } from './real.ts'

test.each([
  ['Ocrevus 600 mg infusion', 'ocrelizumab'],
  ['OCREVUS ZUNOVO', 'ocrelizumab'],
  ['ocrelizumab and hyaluronidase-ocsq', 'ocrelizumab'],
  ['J2350', 'ocrelizumab'],
  ['HCPCS J2350 x 300 units', 'ocrelizumab'],
  ['Anti Cd 20 Ocrevus', 'ocrelizumab'],
  ['constraint-induced movement therapy, 30 hours', 'cimt'],
  ['CIMT', 'cimt'],
  ['Vitrakvi oral solution', 'trk-inhibitors'],
  ['Amjevita (adalimumab-atto)', 'adalimumab'],
  ['pediatric occupational therapy', 'ot-pediatric'],
])('%s is %s', (words, id) => expect(resolveTreatment(real, words)).toBe(id))

test.each(['ocrelizumb', 'Ocrelizumab', 'larotrectinb'])('%s is read in spite of a slip', (words) => {
  expect(resolveTreatment(real, words)).not.toBeNull()
})

test.each(['rituximab', 'Aimovig or Humira', 'omalizumab', 'therapy', 'J9999', 'cimt2', ''])('%s is not guessed', (words) => {
  expect(resolveTreatment(real, words)).toBeNull()
})

test('"occupational therapy" is the pediatric record only for a known child', () => {
  expect(resolveTreatment(real, 'occupational therapy, 24 visits')).toBeNull()
  expect(resolveTreatment(real, 'occupational therapy, 24 visits', { age: 6 })).toBe('ot-pediatric')
  expect(resolveTreatment(real, 'occupational therapy, 24 visits', { age: 20 })).toBe('ot-pediatric')
  expect(resolveTreatment(real, 'occupational therapy, 24 visits', { age: 21 })).toBeNull()
})

test('every treatment is found by its brands, nonproprietary names and drug codes', () => {
  for (const t of real.treatments.values())
    for (const name of [...t.brands, ...t.generic, ...t.hcpcs.map((c) => c.code)])
      expect([name, resolveTreatment(real, name)]).toEqual([name, t.id])
})
