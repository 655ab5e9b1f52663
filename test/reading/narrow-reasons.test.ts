import { describe, expect, it } from 'vitest'
import { readLetters } from '../../src/reading/read-letters.ts'
import { documentOf, REGISTRY } from './fixture.ts'

/** A registry that has every reason, so that the narrow ones can be named. */
const reading = { ...REGISTRY, hasReason: () => true }
const HEAD = 'Acme Health Plan\nDate: May 1, 2026\nMember ID: A12345\n\nYour request was denied.\n\nReason for denial: '
const idsOf = (text: string) =>
  readLetters(documentOf(HEAD + text), reading)[0]?.denials[0]?.denialReasons.map((r) => r.value.reasonId) ?? []

describe('the narrow reason that a letter gives', () => {
  it.each([
    ['You have reached the lifetime maximum of $10,000 for this benefit.', 'lifetime_annual_max'],
    ['You have reached the limit of 30 visits per calendar year.', 'visit_frequency_limit'],
    ['The patient has reached a plateau and no further improvement is expected.', 'maintenance_no_progress'],
    ['There has been a lack of measurable progress.', 'maintenance_no_progress'],
    ['Continuation criteria were not met; there is no documented response.', 'reauthorization_response'],
    ['We did not receive the operative report.', 'missing_information'],
    ['This drug must be dispensed by our designated specialty pharmacy.', 'network_channel_provider_type'],
    [
      'This provider type is not eligible for payment under your plan; provider type is not covered.',
      'network_channel_provider_type',
    ],
    ['The surgeon is an out-of-network provider.', 'out_of_network'],
    ['A referral is required and was not on file.', 'referral_missing'],
    ['The claim was downcoded after review.', 'payment_audit_downgrade'],
    ['The test was processed as diagnostic and not as preventive.', 'preventive_cost_sharing'],
    [
      'Infusion in the hospital outpatient department is not medically necessary; an alternate site is available.',
      'site_of_care',
    ],
    ['The claim was filed late.', 'timely_filing'],
    ['The ambulance was not medically necessary.', 'transport'],
    ['The ambulance went beyond the nearest appropriate facility.', 'transport'],
    ['The request is for a compounded drug.', 'unapproved_or_compounded'],
    ['This product is not FDA approved.', 'unapproved_or_compounded'],
    ['Duplicate therapy with the inhaler you already take.', 'duplicate_therapy'],
    ['The plan does not cover two drugs of the same class at the same time.', 'duplicate_therapy'],
    ['The claim is an exact duplicate of a claim already processed.', 'duplicate_claim'],
    ['Your plan requires that you try metformin and one SGLT2 inhibitor for 90 days each first.', 'step_therapy'],
    ["A standard wheelchair would meet your child's needs at home.", 'dme_least_costly_convenience'],
  ])('%s → %s', (text, id) => expect(idsOf(text)).toEqual([id]))

  it.each([
    // The same words in the service of a broader reason.
    ['The MRI is not medically necessary.', 'medical_necessity'],
    ['Inpatient admission is not medically necessary; the care could be given at a lower level of care.', 'level_of_care'],
    ['Residential treatment is not medically necessary; an alternative setting is appropriate.', 'medical_necessity'],
    ['Prior authorization was not obtained.', 'prior_auth_absent'],
    ['Acupuncture is not a covered benefit.', 'benefit_exclusion'],
    ['The quantity exceeds the plan limit.', 'quantity_limit'],
    ['The use of this drug is off-label.', 'off_label_not_covered'],
  ])('%s → %s, and nothing narrower', (text, id) => expect(idsOf(text)[0]).toBe(id))

  it('keeps the broad reason where the narrow words are about a drug', () => {
    expect(idsOf('Maintenance doses of this drug are not medically necessary.')).toEqual(['medical_necessity'])
    expect(idsOf('The drug is not FDA approved for your condition and is not a covered benefit.')).not.toContain(
      'unapproved_or_compounded',
    )
  })
})

describe('letters that take money back or charge for prevention', () => {
  it.each([
    'After an audit this claim was downcoded.',
    'The overpayment will be recouped from your provider.',
    'This service was processed as diagnostic.',
  ])('are denials: %s', (text) => {
    const letter = `Acme Health Plan\nDate: May 1, 2026\nMember ID: A12345\n\n${text}\n`
    expect(readLetters(documentOf(letter), reading)[0]?.kind).toBe('denial')
  })
  it.each(['Your claim was processed and paid in full.', 'You asked about our recoupment policy; here it is.'])(
    'are none: %s',
    (text) => {
      const letter = `Acme Health Plan\nDate: May 1, 2026\nMember ID: A12345\n\n${text}\n`
      expect(readLetters(documentOf(letter), reading)[0]?.kind).toBe('other')
    },
  )
})

describe('the policy that a letter names', () => {
  const named = (text: string) =>
    readLetters(documentOf(HEAD + text), reading)[0]?.denials[0]?.policyNamed.map((p) => p.value) ?? []
  it.each([
    ['Not medically necessary. See Policy RX-114, Interleukin-5 Antagonists.', 'Policy RX-114, Interleukin-5 Antagonists'],
    ['Not medically necessary under Policy RX-114.', 'Policy RX-114'],
    ['Not medically necessary. Policy: Acme Site of Care for Drugs, SOC-2.', 'Acme Site of Care for Drugs, SOC-2'],
    [
      'The lifetime maximum was reached. Plan document, Section 7.4, Prosthetic Devices.',
      'Plan document, Section 7.4, Prosthetic Devices',
    ],
    ['Not medically necessary. TRICARE Policy Manual 6010.60-M, Chapter 8.', 'TRICARE Policy Manual 6010.60-M, Chapter 8'],
  ])('%s', (text, policy) => expect(named(text)).toEqual([policy]))
  it.each(['Not medically necessary. Policy GR-4471 is in force.', 'Not medically necessary. Policy: 4471.'])(
    'is not the member’s own: %s',
    (text) => expect(named(text)).toEqual([]),
  )
})
