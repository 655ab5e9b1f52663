import { describe, expect, it } from 'vitest'
import { administrator } from '../../src/reading/findings/administrator.ts'
import { appealLevel } from '../../src/reading/findings/level.ts'
import { patient } from '../../src/reading/findings/patient.ts'
import { payer } from '../../src/reading/findings/payer.ts'
import { planCues, planType } from '../../src/reading/findings/plan-type.ts'
import { policiesNamed } from '../../src/reading/findings/policy-named.ts'
import { provider } from '../../src/reading/findings/provider.ts'
import { reviewer } from '../../src/reading/findings/reviewer.ts'
import { serviceName } from '../../src/reading/findings/service.ts'
import { contextFor, denialIn } from './fixture.ts'

const payerIn = (text: string) => payer(contextFor(text))?.value ?? null

describe('payer and administrator', () => {
  it('takes the letterhead, in ordinary case, with the registry’s capitals and id', () => {
    expect(payerIn('EVERGREEN HEALTH PLAN\nPO Box 1\n')).toEqual({ name: 'Evergreen Health Plan', payerId: null })
    expect(payerIn('AETNA\nP.O. Box 981106\n')).toEqual({ name: 'Aetna', payerId: 'aetna' })
    expect(payerIn('Payer: UNITED HEALTHCARE\n')).toEqual({ name: 'United Healthcare', payerId: 'unitedhealthcare' })
  })

  it('finds the name in the signature when the head has none', () => {
    expect(payerIn('Dear Provider,\n\nDenied.\n\nSincerely,\nUtilization Management\nACME Health Plan')?.name).toBe(
      'ACME Health Plan',
    )
  })

  it.each([
    'NOTICE OF ADVERSE BENEFIT DETERMINATION\n\nMember Name: Jordan Miller\nProvider: Metro Health Specialty Center\n',
    'Important notice\n',
  ])('names none in %j', (text) => expect(payerIn(text)).toBeNull())

  it('takes the plan that the letterhead says it administers, and keeps a possessive small', () => {
    expect(payerIn('HALCYON BENEFITS, administrator for Redwood Logistics Employee Benefit Plan\nPO Box 88\n')?.name).toBe(
      'Redwood Logistics Employee Benefit Plan',
    )
    expect(payerIn("STARFISH CHILDREN'S HEALTH PLAN\nPO Box 1\n")?.name).toBe("Starfish Children's Health Plan")
  })

  it('tells who wrote from whom it wrote for', () => {
    const ctx = contextFor('EVICORE HEALTHCARE\n\nDear Jo,\n\nWe review imaging on behalf of Prairie Health Plan.\n')
    const plan = payer(ctx)
    expect(plan?.value.name).toBe('Prairie Health Plan')
    expect(administrator(ctx, plan)?.value.payerId).toBe('evicore')
    const alone = contextFor('PRAIRIE HEALTH PLAN\n\nDear Jo,\n\nDenied.\n')
    expect(administrator(alone, payer(alone))).toBeNull()
  })
})

describe('people', () => {
  it.each([
    ['Member: Jane Doe', 'Jane Doe'],
    ['NAME: CARTER DANIEL                  MI:', 'Carter Daniel'],
    ['Dear John Smith,', 'John Smith'],
    ['Child: Lorcan Beaumont   Medicaid ID 5518827301', 'Lorcan Beaumont'],
  ])('patient in %j', (text, name) => expect(patient(contextFor(text))?.value).toBe(name))
  it.each(['Dear Member,', 'Dear Dr. Helen Osei:', 'Member Services: 800-555-0100', 'Member ID: 12345', 'Dear Provider,'])(
    'no patient in %j',
    (text) => expect(patient(contextFor(text))).toBeNull(),
  )
  it.each([
    ['Ordering Provider: Dana Okafor, MD', 'Dana Okafor, MD'],
    ['performed on January 5, 2024, by Dr. Jane Wilson at Raleigh Medical Center.', null],
    [
      'The claim was for an MRI performed by Dr. Jane Wilson at Raleigh Medical Center.',
      'Dr. Jane Wilson at Raleigh Medical Center',
    ],
    ['If you are a provider, call us.', null],
  ])('provider in %j', (text, name) => {
    const found = provider(contextFor(text))?.value ?? null
    if (name) expect(found).toBe(name)
    else expect(found ?? '').not.toContain('January')
  })
  it.each([
    ['Your appeal was reviewed by an endocrinologist who did not take part.', 'an endocrinologist'],
    ['Reviewed by: R. Halloran, MD, Pediatrics', 'R. Halloran, MD, Pediatrics'],
    ['Your appeal will be reviewed by a physician.', null],
    ['We reviewed your request.', null],
  ])('reviewer in %j', (text, who) => expect(reviewer(contextFor(text))?.value ?? null).toBe(who))
})

describe('service', () => {
  it.each([
    ['27447 - Total knee arthroplasty, right knee', 'Total knee arthroplasty, right knee (CPT 27447)'],
    ['CPT 72148 (MRI Lumbar Spine without contrast)', 'MRI Lumbar Spine without contrast (CPT 72148)'],
    ['E0676 - Pneumatic compressor', 'Pneumatic compressor (HCPCS E0676)'],
    ['99214 + 17000', 'CPT 99214 + 17000'],
    ['April 28, 2026', null],
    ['the service', null],
    ['because of the following', null],
  ])('%s', (raw, name) => expect(serviceName(raw)).toBe(name))

  it.each([
    ['We denied authorization for MRI lumbar spine without contrast. More.', 'MRI lumbar spine without contrast'],
    ['We denied coverage for semaglutide because it is not on our list.', 'semaglutide'],
    ['Your claim for Humira injection prescribed by Dr. Lee is denied.', 'Humira injection'],
    ['We denied the items listed below:\n\n    Power wheelchair (HCPCS K0861)\n', 'Power wheelchair (HCPCS K0861)'],
  ])('%j', (text, name) => expect(denialIn(text).service?.value).toBe(name))
})

describe('level, coverage and policy', () => {
  it.each([
    ['RE: DENIAL OF PRIOR AUTHORIZATION', 'initial_pre_service'],
    ['RE: Claim Denial Notice', 'initial_post_service'],
    ['Prior authorization was not obtained for your claim.', 'initial_post_service'],
    ['We denied continued skilled nursing facility care.', 'concurrent_care'],
    ['After review we are upholding our original decision.', 'internal_appeal_level1_upheld'],
    ['We are partially overturning our decision.', 'internal_appeal_level1_partial'],
    ['You have exhausted the internal appeal process.', 'internal_appeal_upheld_final_for_level'],
    ['Submit first-level appeal in writing.', 'initial'],
    ['The service is denied.', null],
    ['If we uphold our decision, you may ask for more.', null],
  ])('level of %j', (text, level) => expect(appealLevel(contextFor(text))?.value ?? null).toBe(level))

  it.each([
    ['SampleHealth MA Plan', 'medicare_advantage'],
    ['The plan is a self-funded plan.', 'erisa_self_funded'],
    ['your Medicare Part D benefit', 'part_d'],
    ['If your plan is self-funded, state law may not apply.', null],
    ['Metro Senior Advantage', null],
    ['You may bring a civil action under section 502(a) of ERISA.', null],
  ])('coverage told by %j', (text, coverage) => expect(planType(planCues(contextFor(text)))?.value ?? null).toBe(coverage))

  it('names the policies a decision rests on', () => {
    const named = policiesNamed(
      contextFor('We used Lakeshore Medical Policy SP-014 and InterQual 2025. See Section 4.2 of your Benefit Handbook.'),
    )
    expect(named.map((p) => p.value)).toEqual([
      'Lakeshore Medical Policy SP-014',
      'InterQual 2025',
      'Section 4.2 of your Benefit Handbook',
    ])
    expect(policiesNamed(contextFor('Please refer to our medical policy.'))).toEqual([])
    expect(policiesNamed(contextFor('Denied. Group Policy GR-4471.'))).toEqual([])
    expect(policiesNamed(contextFor('Not shown to help. See Northgate Policy RAD-009.'))[0]?.value).toBe(
      'Northgate Policy RAD-009',
    )
    expect(policiesNamed(contextFor('At home instead. Site of Care Policy SC-02.'))[0]?.value).toBe('Site of Care Policy SC-02')
  })
})

describe('what a notice leaves out', () => {
  const idsOf = (text: string) => denialIn(text).defects.map((d) => d.id)
  it('is told for a bare denial, and not for what is there', () => {
    const bare = idsOf('Acme Health Plan\n\nDear Jo Doe,\n\nYour request for a brace is denied as not medically necessary.\n')
    expect(bare).toEqual(
      expect.arrayContaining([
        'no_plan_provision',
        'no_criterion',
        'no_review_procedure',
        'no_external_review_info',
        'no_reviewer_credentials',
      ]),
    )
    expect(bare).not.toContain('no_specific_reason')
    const full = idsOf(
      'Acme Health Plan\n\nDear Jo Doe,\n\nYour request for a brace is denied as not medically necessary under Acme Medical Policy DME-4. It was reviewed by a board-certified orthopedist.\n\nYou may appeal within 180 days. An expedited appeal takes 72 hours. After that an external review is open to you. We give you copies of all documents in your claim file free.',
    )
    for (const id of [
      'no_plan_provision',
      'no_criterion',
      'no_review_procedure',
      'no_external_review_info',
      'no_expedited_description',
      'no_claim_file_statement',
      'no_reviewer_credentials',
    ])
      expect(full).not.toContain(id)
  })
})
