import { expect, test } from 'vitest'
import { payerBySlug, reasonBySlug, reasonSlug, treatmentBySlug } from '../../src/knowledge/resolveSlug.ts'
import { real } from './real.ts'

/** The eight reason addresses and seven payer addresses of earlier guides. */
test.each([
  ['step-therapy', 'step_therapy'],
  ['medical-necessity', 'medical_necessity'],
  ['experimental', 'experimental_investigational'],
  ['duplicate-therapy', 'duplicate_therapy'],
  ['prior-auth-required', 'prior_auth_absent'],
  ['non-formulary', 'non_formulary'],
  ['quantity-limits', 'quantity_limit'],
  ['not-fda-approved', 'off_label_not_covered'],
])('reason %s leads to %s', (slug, id) => {
  expect(reasonBySlug(real, slug)).toMatchObject({ id })
})

test.each([
  ['uhc', 'unitedhealthcare'],
  ['aetna', 'aetna'],
  ['cigna', 'cigna'],
  ['humana', 'humana'],
  ['bcbs', 'blue-cross-blue-shield'],
  ['evicore-healthcare', 'evicore'],
  ['carelon-formerly-aim', 'carelon-mbm'],
])('payer %s leads to %s', (slug, id) => expect(payerBySlug(real, slug)?.id).toBe(id))

test.each([
  ['anti-cd20-ocrevus', 'ocrelizumab'],
  ['ot-pediatric', 'ot-pediatric'],
  ['cimt', 'cimt'],
  ['pediatric-targeted-therapy', 'pediatric-targeted-therapy'],
  ['cgrp-mab-subcutaneous', 'cgrp-mab-sc'],
])('treatment %s leads to %s', (slug, id) => expect(treatmentBySlug(real, slug)?.id).toBe(id))

test('our own addresses lead back', () => {
  for (const r of real.reasons.values()) expect(reasonBySlug(real, reasonSlug(r))).toBe(r)
})

test('an unknown address leads nowhere', () => {
  expect([payerBySlug(real, 'nobody'), treatmentBySlug(real, 'nothing'), reasonBySlug(real, 'none')]).toEqual([null, null, null])
})
