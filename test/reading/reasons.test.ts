import { describe, expect, it } from 'vitest'
import { denialIn } from './fixture.ts'

const HEAD = 'Acme Health Plan\nDate: May 1, 2026\nMember ID: A12345\n\nYour request was denied.\n\n'
const reasonsOf = (text: string) => denialIn(HEAD + text).denialReasons.map((r) => r.value.category)

describe('denial reasons', () => {
  it.each([
    ['The service is denied as not medically necessary.', ['not_medically_necessary']],
    ['The documentation does not establish medical necessity for the procedure.', ['not_medically_necessary']],
    ['The stay did not meet inpatient criteria.', ['not_medically_necessary']],
    ['Residential care is no longer medically necessary.', ['not_medically_necessary']],
    ['The notes do not show six weeks of conservative treatment.', ['conservative_treatment_not_tried']],
    ['You must try metformin before we can cover this drug.', ['step_therapy']],
    ['Our records show no trial and failure of a preferred agent.', ['step_therapy']],
    ['This drug is not on the formulary.', ['non_formulary_or_tier']],
    ['We did not receive the operative report.', ['insufficient_documentation']],
    ['The device is considered experimental and investigational.', ['experimental_investigational']],
    ['Prior authorization was not obtained.', ['prior_authorization_missing']],
    ['Dr. Patel is not a participating provider in our network.', ['out_of_network']],
    ['Acupuncture is not a covered benefit.', ['not_covered_excluded']],
    ['The quantity exceeds the plan limit.', ['quantity_or_frequency_limit']],
    ['Your limit of 30 visits was reached.', ['quantity_or_frequency_limit']],
    ['This service is included in the payment for another procedure.', ['bundling']],
    ['The claim has an invalid modifier.', ['coding_or_billing_error']],
    ['This is a duplicate of a claim already processed.', ['duplicate_claim']],
    ['The claim was filed late.', ['timely_filing']],
    ['Payment was reduced to the fee schedule.', ['payment_reduced']],
  ])('%s', (text, categories) => expect(reasonsOf(`Reason for denial: ${text}`)).toEqual(categories))

  it.each([
    'If your claim was denied as not medically necessary, you may ask for the criteria.',
    'You may ask for a step therapy exception.',
    'Corrected claims must be submitted within the timely filing limit.',
    'We did not deny this because the treatment is experimental.',
    'Please include medical records showing that conservative treatment was not effective.',
    'We did not receive your payment.',
  ])('gives none in: %s', (text) => expect(reasonsOf(text)).toEqual([]))

  it('reads no reasons from the rights and the instructions', () => {
    const rights =
      'YOUR APPEAL RIGHTS\nDenials based on medical necessity, or because a treatment is experimental, can go to external review.\n'
    expect(reasonsOf(`Reason for denial: Acupuncture is not a covered benefit.\n\n${rights}`)).toEqual(['not_covered_excluded'])
  })

  it('lets codes speak only where no sentence does, in the page’s own words', () => {
    const eob =
      'EOB\nPayer: Aetna\nClaim #: 12345\nDenial code: CO-252\n\nCO-252       An attachment is required to adjudicate this claim. More.\n'
    const [reason] = denialIn(eob).denialReasons
    expect(reason?.value.category).toBe('insufficient_documentation')
    expect(
      denialIn('Payer: Aetna\nClaim #: 12345\nCARC 50\nDenial: Experimental.\n').denialReasons.map((r) => r.value.category),
    ).toEqual(['experimental_investigational'])
  })

  it('names a reason record only where the registry has it', () => {
    const [a, b] = denialIn(`${HEAD}Reason: Step therapy is required. The drug is not on the formulary.`).denialReasons
    expect(a?.value).toEqual({ category: 'step_therapy', reasonId: 'step_therapy' })
    expect(b?.value).toEqual({ category: 'non_formulary_or_tier', reasonId: null })
  })
})
