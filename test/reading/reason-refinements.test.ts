import { describe, expect, test } from 'vitest'
import { REASON_REFINEMENTS } from '../../src/reading/lexicon/reason-refinements.ts'

const refined = (broad: string, sentence: string): string | null => {
  const text = sentence.toLowerCase()
  return REASON_REFINEMENTS.find((r) => r.within.includes(broad) && r.cue.test(text) && !r.unless?.test(text))?.reasonId ?? null
}

describe('narrower reasons', () => {
  test.each([
    ['medical_necessity', 'Your visit was not an emergency.', 'emergency_not_emergent'],
    ['medical_necessity', 'Non-emergency ambulance transport is not medically necessary.', 'transport'],
    [
      'experimental_investigational',
      'Denied because it was provided as part of a clinical trial.',
      'clinical_trial_routine_costs',
    ],
    ['experimental_investigational', 'It has not been proven effective in clinical trials.', null],
    ['benefit_exclusion', 'Custodial care is not covered.', 'custodial'],
    ['benefit_exclusion', 'The surgery is cosmetic and not a covered benefit.', 'cosmetic'],
    ['benefit_exclusion', 'The surgery is not cosmetic but is not a covered benefit.', null],
    ['benefit_exclusion', 'This is educational and not a covered benefit.', 'educational_developmental'],
    ['benefit_exclusion', 'Educational materials are not covered.', null],
    ['benefit_exclusion', 'The drug is not covered for members under 18 years.', 'age_gender_limit'],
    ['benefit_exclusion', 'The drug is not covered.', null],
    ['medical_necessity', 'The bed is considered a convenience item.', 'dme_least_costly_convenience'],
    ['medical_necessity', 'Care must be needed, not for the convenience of the provider.', null],
    ['medical_necessity', 'You no longer meet the criteria for this care.', 'concurrent_review_stop'],
    ['medical_necessity', 'Inpatient admission does not meet criteria.', 'level_of_care'],
    ['medical_necessity', 'The imaging does not meet criteria.', null],
    ['non_formulary', 'The brand drug is not covered because a generic is available.', 'brand_generic_biosimilar'],
    ['timely_filing', 'Custodial care filed late.', null],
  ])('%s: %s', (broad, sentence, expected) => expect(refined(broad, sentence)).toBe(expected))
})
