import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { payerNames, resolvePayer } from '../../src/knowledge/resolvePayer.ts'
import { real } from './real.ts'

const idOf = (name: string, state?: string) => {
  const found = resolvePayer(real, name, state ? { state } : {})
  return found && 'payerId' in found ? found.payerId : found?.candidates
}

test('every payer is found by its display name and by each full name alone, whatever the case', () => {
  for (const payer of real.payers.values())
    for (const name of payerNames(payer)) {
      if (payer.type === 'family_of_companies') continue
      expect([name, idOf(name)]).toEqual([name, payer.id])
      expect([name, idOf(name.toUpperCase())]).toEqual([name, payer.id])
    }
})

describe('names as letters print them', () => {
  test.each([
    ['UNITEDHEALTHCARE', 'unitedhealthcare'],
    ['United Health Care', 'unitedhealthcare'],
    ['UHC', 'unitedhealthcare'],
    ['UnitedHealthcare of Texas, Inc.', 'unitedhealthcare'],
    ['UnitedHealthcare Community Plan of Ohio', 'uhc-community-plan'],
    ['Cigna Health & Life Ins. Co.', 'cigna'],
    ['Aetna Better Health of Kentucky', 'aetna-better-health'],
    ['Molina Healthcare of California, Inc.', 'molina'],
    ['Humana Insurance Company of Kentucky', 'humana'],
    ['Ambetter from Sunshine Health', 'ambetter'],
    ['Kaiser Foundation Health Plan of the Northwest', 'kaiser-permanente'],
    ['Blue Cross and Blue Shield of Texas, a Division of Health Care Service Corporation', 'bcbs-texas'],
    ['BCBSTX', 'bcbs-texas'],
    ['Anthem Blue Cross and Blue Shield of Indiana', 'anthem-bcbs'],
    ['Anthem Health Plans of Kentucky, Inc. dba Anthem Blue Cross and Blue Shield', 'anthem-bcbs'],
    ['Anthem (BCBS)', 'anthem-bcbs'],
    ['AIM Specialty Health', 'carelon-mbm'],
    ['Carelon (formerly AIM)', 'carelon-mbm'],
    ['Carelon', ['carelon-bh', 'carelon-mbm', 'carelon-post-acute']],
    ['Health Net Federal Services', 'tricare-west'],
    ['ASH', 'ash'],
    ['Celtic Insurance Company', 'ambetter'],
    ['Scott and White Health Plan', 'bsw-hp'],
    ['TennCareSelect', 'bcbs-tennessee'],
    ['Clear Health Alliance', 'simply'],
    ['Blue Cross Community Health Plans', 'bcbs-illinois'],
    ['Providence Health Assurance', 'providence-hp'],
    ['Tufts Health Together', 'point32'],
    ['UPMC for Kids', 'upmc-hp'],
    ['SelectHealth', 'select-health'],
    ['Octave', 'arkansas-bcbs'],
  ])('%s', (name, id) => expect(idOf(name)).toEqual(id))
})

describe('Blue Cross Blue Shield is 33 companies', () => {
  test('alone it is a question, not an answer', () => {
    for (const name of ['Blue Cross Blue Shield', 'BCBS', 'BlueCross BlueShield', 'Blue Cross & Blue Shield', 'Blue Shield']) {
      const found = resolvePayer(real, name)
      expect(found).toMatchObject({ familyId: 'blue-cross-blue-shield', ask: { en: expect.stringContaining('Which Blue plan') } })
      expect(found && 'candidates' in found && found.candidates.length).toBeGreaterThan(30)
    }
  })
  test.each([
    ['BCBS of Ohio', undefined, 'anthem-bcbs'],
    ['Blue Cross Blue Shield', 'TX', 'bcbs-texas'],
    ['Blue Cross Blue Shield', 'VT', 'bcbs-vermont'],
    ['Blue Cross Blue Shield of South Dakota', undefined, 'wellmark'],
    ['Blue Cross Blue Shield of North Dakota', undefined, 'bcbs-nd'],
  ])('%s with state %s is settled', (name, state, id) => expect(idOf(name, state)).toBe(id))
  test.each([
    ['Blue Cross Blue Shield', 'PA', ['capital-blue-cross', 'highmark', 'independence-ibx']],
    ['Blue Cross Blue Shield of Pennsylvania', undefined, ['capital-blue-cross', 'highmark', 'independence-ibx']],
    ['Blue Shield', 'CA', ['anthem-blue-cross-ca', 'blue-shield-ca']],
    ['Anthem', undefined, ['anthem-bcbs', 'anthem-blue-cross-ca']],
  ])('%s with state %s is not', (name, state, ids) => expect(idOf(name, state)).toEqual(ids))
  test('Anthem in California is Anthem Blue Cross, elsewhere Anthem Blue Cross and Blue Shield', () => {
    expect(idOf('Anthem', 'CA')).toBe('anthem-blue-cross-ca')
    expect(idOf('Anthem', 'OH')).toBe('anthem-bcbs')
  })
})

describe('misspelling', () => {
  test.each([
    ['Unitedhelthcare', 'unitedhealthcare'],
    ['Premera Blue Cros', 'premera'],
    ['Kaiser Permanante', 'kaiser-permanente'],
  ])('%s', (name, id) => expect(idOf(name)).toBe(id))
  test.each(['Acme Health', 'Etna', 'Hunana', 'Priority Partners', 'Health Plan', 'Insurance Company', ''])(
    '%s is nobody',
    (name) => {
      expect(resolvePayer(real, name)).toBeNull()
    },
  )
  test("never leads to another state's company", () => {
    expect(idOf('Blue Cross and Blue Shield of North Carolna')).not.toBe('bcbs-sc')
  })
})

test('a reviewer is marked as one', () => {
  expect(resolvePayer(real, 'eviCore healthcare')).toMatchObject({ payerId: 'evicore', vendor: true })
  expect(resolvePayer(real, 'Aetna')).toMatchObject({ payerId: 'aetna', vendor: false })
})

test('a weaker match says so', () => {
  const confidence = (name: string, state?: string) => {
    const found = resolvePayer(real, name, state ? { state } : {})
    return found && 'confidence' in found ? found.confidence : 0
  }
  expect(confidence('Aetna')).toBe(1)
  expect(confidence('Molina Healthcare of Ohio')).toBeLessThan(1)
  expect(confidence('Unitedhelthcare')).toBeLessThan(confidence('BCBS', 'TX'))
})

test('case, punctuation and spacing never change the answer', () => {
  const names = [...real.payers.values()].map((p) => p.displayName)
  const noise = fc.array(fc.constantFrom(' ', ',', '.', '  ', '®'), { maxLength: 3 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.boolean(), noise, noise, (name, upper, before, after) => {
      const printed = `${before}${upper ? name.toUpperCase() : name.toLowerCase()}${after}`
      expect(idOf(printed)).toEqual(idOf(name))
    }),
    { numRuns: 300 },
  )
})

test('a program that several plans run, or everyday words, are nobody’s name inside a sentence', () => {
  for (const words of [
    'You are a member of the STAR Kids program.',
    'Your child is enrolled in PeachCare for Kids.',
    'You are covered by Turquoise Care.',
    'The choice of a doctor is your personal choice.',
    'The pain rose by an octave each day.',
  ])
    expect([words, resolvePayer(real, words)]).toEqual([words, null])
})
