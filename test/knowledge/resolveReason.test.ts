import { expect, test } from 'vitest'
import { reasonCategory } from '../../src/knowledge/reason.ts'
import { resolveReason } from '../../src/knowledge/resolveReason.ts'
import { REASON_CATEGORIES } from '../../src/reading/denial.ts'
import { real } from './real.ts'

test.each([
  ['The requested service is not medically necessary.', 'medical_necessity'],
  ['Step therapy requirements have not been met', 'step_therapy'],
  ['This drug is not on the formulary', 'non_formulary'],
  ['considered experimental and investigational', 'experimental_investigational'],
  ['No prior authorization was obtained: no authorization on file', 'prior_auth_absent'],
  ['exceeds maximum dose', 'quantity_limit'],
  ['not FDA approved for this indication', 'off_label_not_covered'],
  ['therapeutic duplication with another agent', 'duplicate_therapy'],
  ['You did not get a referral: referral required', 'referral_missing'],
  ['exact duplicate', 'duplicate_claim'],
])('%s', (words, first) => expect(resolveReason(real, words)[0]).toBe(first))

test('words that give no reason give none', () => {
  expect(resolveReason(real, 'Please call us with questions.')).toEqual([])
  expect(resolveReason(real, '')).toEqual([])
})

test.each([
  [{ carc: '50' }, 'medical_necessity'],
  [{ carc: '55' }, 'experimental_investigational'],
  [{ carc: '197' }, 'prior_auth_absent'],
  [{ carc: '29' }, 'timely_filing'],
  [{ carc: '18' }, 'duplicate_claim'],
  [{ ncpdp: '608' }, 'step_therapy'],
  [{ ncpdp: '76' }, 'quantity_limit'],
  [{ rarc: 'N115' }, 'medical_necessity'],
])('code %j', (codes, first) => expect(resolveReason(real, codes)[0]).toBe(first))

test('an unknown code gives none', () => expect(resolveReason(real, { carc: '9999' })).toEqual([]))

test('the categories are those that reading sorts letters by, and each has a reason', () => {
  expect([...reasonCategory.options].sort()).toEqual([...REASON_CATEGORIES].sort())
  const covered = new Set([...real.reasons.values()].flatMap((r) => [r.category, ...r.otherCategories]))
  expect(REASON_CATEGORIES.filter((c) => !covered.has(c))).toEqual([])
})

test('every reason is the first answer to its own name', () => {
  for (const r of real.reasons.values()) expect(resolveReason(real, r.displayName)).toContain(r.id)
})
