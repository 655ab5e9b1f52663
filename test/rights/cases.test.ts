import { describe, expect, it } from 'vitest'
import { reckonCase } from '../../src/rights/reckonCase.ts'
import { knowledge } from './knowledge.ts'

/** coverage, level, clock, urgency, inputs, due, safe (omitted: the same), what the case shows. All counted by hand. */
type Row = readonly [string, string, 'file' | 'decide', string, Record<string, unknown>, string | null, (string | null)?, string?]

const commercial: Row[] = [
  // 180 days: 2026 has 365 days; day 180 after January 1 is June 30.
  ['erisa_insured', 'internal_appeal', 'file', 'post_service', { receipt: '2026-01-01' }, '2026-06-30'],
  ['erisa_self_funded', 'internal_appeal', 'file', 'pre_service', { date_on_notice: '2026-01-01', receipt: null }, '2026-06-30'],
  // 2028 is a leap year: one day of the count is February 29.
  ['aca_individual', 'internal_appeal', 'file', 'pre_service', { receipt: '2028-01-01' }, '2028-06-29'],
  ['student', 'internal_appeal', 'file', 'post_service', { receipt: '2026-01-01', insured: true }, '2026-06-30'],
  ['student', 'external_review', 'file', 'standard', { receipt: '2026-10-30', insured: true }, '2027-03-01'],
  ['student', 'external_review', 'file', 'standard', { receipt: '2026-10-30', insured: false }, null],
  ['grandfathered', 'internal_appeal', 'file', 'post_service', { receipt: '2026-01-01', erisa: false }, null],
  ['grandfathered', 'external_review', 'file', 'standard', { receipt: '2026-10-31', no_surprises_dispute: true }, '2027-03-01'],
  // A doubtful day of receipt moves the safe date to the notice.
  [
    'church',
    'internal_appeal',
    'file',
    'standard',
    { date_on_notice: '2026-01-01', receipt: '2026-01-04', receipt_proof: false },
    '2026-07-03',
    '2026-06-30',
  ],
  // Hours.
  ['aca_individual', 'internal_appeal', 'decide', 'urgent', { appeal_received: '2026-04-10T16:30' }, '2026-04-13T16:30'],
  ['erisa_insured', 'initial_claim', 'decide', 'urgent', { claim_received: '2026-12-30T23:15' }, '2027-01-02T23:15'],
  ['erisa_self_funded', 'external_review', 'decide', 'urgent', { request_received: '2028-02-27T09:00' }, '2028-03-01T09:00'],
  [
    'erisa_self_funded',
    'external_review_expedited',
    'decide',
    'urgent',
    { iro_received: '2028-02-27T09:00' },
    '2028-03-01T09:00',
  ],
  // Extension announced in time, on the last day, and too late.
  [
    'erisa_insured',
    'initial_claim',
    'decide',
    'pre_service',
    { claim_received: '2026-02-10', extension_noticed: '2026-02-25' },
    '2026-03-12',
  ],
  [
    'erisa_insured',
    'initial_claim',
    'decide',
    'pre_service',
    { claim_received: '2026-02-10', extension_noticed: '2026-02-26' },
    '2026-02-25',
  ],
  [
    'erisa_insured',
    'initial_claim',
    'decide',
    'post_service',
    { claim_received: '2026-02-10', extension_noticed: '2026-03-01' },
    '2026-03-27',
  ],
  // No extension of an appeal.
  [
    'erisa_insured',
    'internal_appeal',
    'decide',
    'pre_service',
    { appeal_received: '2026-06-01', extension_noticed: '2026-06-15' },
    '2026-07-01',
  ],
  // The course ends in less than 24 hours: the ordinary urgent clock.
  [
    'erisa_self_funded',
    'initial_claim',
    'decide',
    'concurrent',
    { request_received: '2026-04-11T08:01', approved_course_ends: '2026-04-12T08:00' },
    '2026-04-14T08:01',
  ],
  [
    'erisa_self_funded',
    'initial_claim',
    'decide',
    'concurrent',
    { request_received: '2026-04-11T08:00', approved_course_ends: '2026-04-12T08:00' },
    '2026-04-12T08:00',
  ],
  ['erisa_self_funded', 'internal_appeal_level_2_of_2', 'decide', 'pre_service', { appeal_received: '2026-06-01' }, '2026-06-16'],
  ['erisa_self_funded', 'internal_appeal_level_2_of_2', 'file', 'pre_service', { date_on_notice: '2026-06-01' }, null],
  ['nonfederal_governmental', 'internal_appeal', 'decide', 'post_service', { appeal_received: '2026-11-02' }, '2027-01-01'],
]

const external: Row[] = [
  // Month ends: July 31 + 4 = November 30 exists not as 31 → December 1.
  ['erisa_insured', 'external_review', 'file', 'standard', { receipt: '2026-07-31' }, '2026-12-01'],
  ['erisa_insured', 'external_review', 'file', 'standard', { receipt: '2026-07-30' }, '2026-11-30'],
  // October 31 and 30 + 4 in a leap year: March 1, 2028 (Wednesday); October 29 gives February 29.
  ['erisa_self_funded', 'external_review', 'file', 'standard', { receipt: '2027-10-30' }, '2028-03-01'],
  ['erisa_self_funded', 'external_review', 'file', 'standard', { receipt: '2027-10-31' }, '2028-03-01'],
  // Across New Year: September 1 → January 1, 2027, a Friday and a holiday → Monday the 4th.
  ['church', 'external_review', 'file', 'standard', { receipt: '2026-09-01' }, '2027-01-04', '2026-12-31'],
  // July 26 → November 26, 2026, Thanksgiving Day → Friday the 27th.
  ['aca_individual', 'external_review', 'file', 'standard', { receipt: '2026-07-26' }, '2026-11-27', '2026-11-25'],
  // September 18 → January 18, 2027, Birthday of Martin Luther King, Jr. → Tuesday; the working day before is Friday.
  ['aca_individual', 'external_review', 'file', 'standard', { receipt: '2026-09-18' }, '2027-01-19', '2027-01-15'],
  // February 19 → June 19, 2026, a Friday and Juneteenth → Monday.
  ['aca_individual', 'external_review', 'file', 'standard', { receipt: '2026-02-19' }, '2026-06-22', '2026-06-18'],
  // A rolled Saturday, a rolled Sunday, the Monday after.
  ['aca_individual', 'external_review', 'file', 'standard', { receipt: '2026-06-10' }, '2026-10-13', '2026-10-09'],
  ['aca_individual', 'external_review', 'file', 'standard', { receipt: '2026-05-08' }, '2026-09-08', '2026-09-08'],
  ['aca_individual', 'external_review', 'file', 'standard', { receipt: '2026-05-07' }, '2026-09-08', '2026-09-04'],
  // July 4, 2027 is a Sunday: July 5 is only its day of observance, so the law's text gives July 5.
  ['aca_individual', 'external_review', 'file', 'standard', { receipt: '2027-03-04' }, '2027-07-05', '2027-07-02'],
  // Receipt unknown: the notice date.
  [
    'nonfederal_governmental',
    'external_review',
    'file',
    'standard',
    { date_on_notice: '2026-04-15', receipt: null },
    '2026-08-17',
    '2026-08-14',
  ],
  // A State that allows six months; the safe date stays with the Federal four.
  [
    'aca_individual',
    'external_review',
    'file',
    'standard',
    { receipt: '2026-04-15', state_window_months: 6 },
    '2026-10-15',
    '2026-08-14',
  ],
  [
    'erisa_self_funded',
    'external_review',
    'file',
    'standard',
    { receipt: '2026-04-15', state_window_months: 6 },
    '2026-08-17',
    '2026-08-14',
  ],
  ['erisa_self_funded', 'external_review', 'decide', 'standard', { request_received: '2026-11-22' }, '2027-01-06'],
  // Five business days over Thanksgiving: November 23, 24, 25, 27, 30.
  ['erisa_self_funded', 'external_review', 'decide', 'preliminary', { request_received: '2026-11-20' }, '2026-11-30'],
  [
    'erisa_self_funded',
    'external_review_preliminary_review',
    'decide',
    'standard',
    { request_received: '2026-11-13' },
    '2026-11-20',
  ],
]

const medicare: Row[] = [
  [
    'medicare_advantage',
    'reconsideration',
    'file',
    'standard',
    { date_on_notice: '2026-09-01', receipt: '2026-09-12' },
    '2026-11-05',
  ],
  [
    'medicare_advantage',
    'reconsideration',
    'file',
    'standard',
    { date_on_notice: '2026-09-01', receipt: '2026-09-06', receipt_proof: true },
    '2026-11-05',
  ],
  [
    'medicare_advantage',
    'reconsideration',
    'file',
    'standard',
    { date_on_notice: '2026-09-01', receipt: '2026-09-07', receipt_proof: true },
    '2026-11-06',
    '2026-11-05',
  ],
  [
    'medicare_advantage',
    'reconsideration',
    'file',
    'standard',
    { date_on_notice: '2026-09-01', receipt: '2026-09-05', receipt_proof: true },
    '2026-11-04',
  ],
  ['medicare_advantage', 'reconsideration', 'file', 'standard', { date_on_notice: '2027-12-28', receipt: null }, '2028-03-02'],
  ['medicare_advantage', 'reconsideration', 'decide', 'urgent', { appeal_received: '2026-10-01T10:00' }, '2026-10-04T10:00'],
  [
    'medicare_advantage',
    'reconsideration',
    'decide',
    'urgent',
    { appeal_received: '2026-10-01T10:00', extended: true },
    '2026-10-18T10:00',
  ],
  ['medicare_advantage', 'reconsideration', 'decide', 'part_b_drug', { appeal_received: '2026-10-01' }, '2026-10-08'],
  [
    'medicare_advantage',
    'reconsideration',
    'decide',
    'pre_service',
    { appeal_received: '2026-10-01', part_b_drug: true },
    '2026-10-08',
  ],
  [
    'medicare_advantage',
    'reconsideration',
    'decide',
    'pre_service',
    { appeal_received: '2026-10-01', part_b_drug: true, extended: true },
    '2026-10-08',
  ],
  [
    'medicare_advantage',
    'reconsideration',
    'decide',
    'pre_service',
    { appeal_received: '2026-10-01', extended: true },
    '2026-11-14',
  ],
  [
    'medicare_advantage',
    'organization_determination',
    'decide',
    'pre_service',
    { request_received: '2025-12-31', prior_authorization: true },
    '2026-01-14',
  ],
  [
    'medicare_advantage',
    'organization_determination',
    'decide',
    'pre_service',
    { request_received: '2026-01-01', prior_authorization: true },
    '2026-01-08',
  ],
  [
    'medicare_advantage',
    'organization_determination',
    'decide',
    'pre_service',
    { request_received: '2026-01-01', prior_authorization: true, extended: true },
    '2026-01-22',
  ],
  [
    'medicare_advantage',
    'organization_determination',
    'decide',
    'pre_service',
    { request_received: '2026-01-01', prior_authorization: false },
    '2026-01-15',
  ],
  [
    'medicare_advantage',
    'organization_determination',
    'decide',
    'urgent',
    { request_received: '2026-03-30T12:00' },
    '2026-04-02T12:00',
  ],
  [
    'medicare_advantage',
    'organization_determination',
    'decide',
    'part_b_drug',
    { request_received: '2026-03-30T12:00' },
    '2026-04-02T12:00',
  ],
  [
    'medicare_advantage',
    'organization_determination',
    'decide',
    'urgent',
    { request_received: '2026-03-30T12:00', part_b_drug: true },
    '2026-03-31T12:00',
  ],
  ['medicare_advantage', 'ire_reconsideration', 'file', 'standard', { date_on_notice: '2026-09-01' }, null],
  ['medicare_advantage', 'ire_reconsideration', 'decide', 'pre_service', { request_received: '2026-09-01' }, '2026-10-01'],
  ['medicare_advantage', 'alj', 'file', 'standard', { date_on_notice: '2026-03-16' }, '2026-05-20'],
  ['medicare_advantage', 'council', 'file', 'standard', { date_on_notice: '2026-03-16' }, '2026-05-20'],
  ['medicare_advantage', 'court', 'file', 'standard', { date_on_notice: '2026-03-16' }, '2026-05-20'],
  ['medicare_advantage', 'qio_hospital_discharge', 'file', 'urgent', { planned_discharge: '2026-11-26' }, '2026-11-26'],
  ['medicare_advantage', 'qio_service_termination', 'file', 'urgent', { notice_received: '2026-11-20' }, '2026-11-21T12:00'],
  [
    'medicare_advantage',
    'qio_service_termination',
    'file',
    'urgent',
    { notice_received: '2026-11-20', services_end: '2026-11-22' },
    '2026-11-21T12:00',
  ],
  [
    'medicare_advantage',
    'qio_service_termination',
    'file',
    'urgent',
    { notice_received: '2026-11-20', services_end: '2026-11-21' },
    '2026-11-21T12:00',
    '2026-11-20T12:00',
  ],
  ['original_medicare', 'qio_service_termination', 'file', 'urgent', { receipt: '2026-12-31' }, '2027-01-01T12:00'],
  ['part_d', 'redetermination', 'file', 'standard', { date_on_notice: '2026-02-01' }, '2026-04-07'],
  ['part_d', 'redetermination', 'decide', 'pre_service', { appeal_received: '2026-02-24' }, '2026-03-03'],
  ['part_d', 'redetermination', 'decide', 'urgent', { appeal_received: '2026-02-26T07:45' }, '2026-03-01T07:45'],
  ['part_d', 'coverage_determination', 'decide', 'pre_service', { request_received: '2026-02-26T07:45' }, '2026-03-01T07:45'],
  ['part_d', 'coverage_determination', 'decide', 'post_service', { request_received: '2026-02-26' }, '2026-03-12'],
  ['part_d', 'ire_reconsideration', 'decide', 'urgent', { request_received: '2026-02-26T07:45' }, '2026-03-01T07:45'],
  ['part_d', 'ire_reconsideration', 'decide', 'standard', { request_received: '2026-02-26' }, '2026-03-05'],
  ['part_d', 'alj', 'file', 'standard', { date_on_notice: '2026-09-10' }, '2026-11-14'],
  ['part_d', 'alj', 'decide', 'urgent', { request_received: '2026-09-10' }, '2026-09-20'],
  ['part_d', 'council', 'file', 'standard', { date_on_notice: '2026-09-10' }, '2026-11-14'],
  ['original_medicare', 'redetermination', 'file', 'post_service', { date_on_notice: '2026-01-01' }, '2026-05-06'],
  [
    'original_medicare',
    'redetermination',
    'file',
    'post_service',
    { date_on_notice: '2026-01-01', receipt: '2026-02-01', receipt_proof: true },
    '2026-06-01',
    '2026-05-06',
  ],
  ['original_medicare', 'qic_reconsideration', 'decide', 'post_service', { request_received: '2026-01-01' }, '2026-03-02'],
  ['original_medicare', 'council', 'file', 'post_service', { date_on_notice: '2026-01-01' }, '2026-03-07'],
]

const programs: Row[] = [
  [
    'medicaid_managed_care',
    'plan_appeal',
    'file',
    'standard',
    { date_on_notice: '2026-05-04', receipt: '2026-05-09' },
    '2026-07-03',
  ],
  ['medicaid_managed_care', 'plan_appeal', 'decide', 'urgent', { appeal_received: '2026-05-20T09:00' }, '2026-05-23T09:00'],
  [
    'medicaid_managed_care',
    'plan_appeal',
    'decide',
    'urgent',
    { appeal_received: '2026-05-20T09:00', extended: true },
    '2026-06-06T09:00',
  ],
  [
    'medicaid_managed_care',
    'state_fair_hearing',
    'file',
    'standard',
    { date_on_resolution_notice: '2026-06-19', state_window_days: 90 },
    '2026-09-17',
  ],
  // The State is not known: the Federal least.
  ['medicaid_managed_care', 'state_fair_hearing', 'file', 'standard', { date_on_resolution_notice: '2026-06-19' }, '2026-09-17'],
  [
    'medicaid_managed_care',
    'authorization',
    'decide',
    'pre_service',
    { request_received: '2026-03-02', rating_period_start: '2026-01-01' },
    '2026-03-09',
  ],
  [
    'medicaid_managed_care',
    'authorization',
    'decide',
    'pre_service',
    { request_received: '2026-03-02', rating_period_start: '2025-12-31' },
    '2026-03-16',
  ],
  [
    'medicaid_managed_care',
    'authorization',
    'decide',
    'pre_service',
    { request_received: '2026-03-02', rating_period_start: '2026-01-01', extended: true },
    '2026-03-23',
  ],
  ['medicaid_managed_care', 'authorization', 'decide', 'pre_service', { request_received: '2026-03-02' }, '2026-03-16'],
  ['medicaid_managed_care', 'authorization', 'decide', 'urgent', { request_received: '2026-03-02T08:00' }, '2026-03-05T08:00'],
  [
    'medicaid_managed_care',
    'continuation',
    'file',
    'reduction',
    { notice_sent: '2026-05-04', intended_effective_date: '2026-05-14' },
    '2026-05-14',
  ],
  [
    'medicaid_managed_care',
    'continuation',
    'file',
    'reduction',
    { notice_sent: '2026-05-04', intended_effective_date: '2026-05-15' },
    '2026-05-15',
  ],
  ['medicaid_managed_care', 'continuation', 'file', 'reduction', { resolution_notice_sent: '2026-06-19' }, '2026-06-29'],
  ['medicaid_managed_care', 'continuation_hearing', 'file', 'reduction', { notice_sent: '2026-06-19' }, '2026-06-29'],
  ['medicaid_managed_care', 'state_fair_hearing', 'decide', 'urgent', { case_file_received: '2026-06-18' }, '2026-06-24'],
  [
    'medicaid_managed_care',
    'state_fair_hearing',
    'decide',
    'standard',
    { plan_appeal_filed: '2026-05-01', date_on_resolution_notice: '2026-05-31', hearing_requested: '2026-06-10' },
    '2026-08-09',
  ],
  ['medicaid_ffs', 'state_fair_hearing', 'file', 'standard', { date_mailed: '2026-05-04', state_window_days: 30 }, '2026-06-03'],
  ['medicaid_ffs', 'state_fair_hearing', 'file', 'standard', { date_mailed: '2026-05-04' }, null],
  [
    'medicaid_ffs',
    'continuation',
    'file',
    'reduction',
    { date_mailed: '2026-05-04', date_of_action: '2026-05-18' },
    '2026-05-17',
  ],
  ['medicaid_ffs', 'reinstatement', 'file', 'reduction', { date_of_action: '2026-05-18' }, '2026-05-28'],
  [
    'medicaid_ffs',
    'reinstatement_without_notice',
    'file',
    'reduction',
    { date_on_notice: '2026-05-04', receipt: '2026-05-12', receipt_proof: true },
    '2026-05-22',
    '2026-05-19',
  ],
  ['medicaid_ffs', 'authorization', 'decide', 'pre_service', { request_received: '2026-01-01' }, '2026-01-08'],
  ['medicaid_ffs', 'authorization', 'decide', 'pre_service', { request_received: '2025-12-31' }, null],
  ['chip', 'plan_appeal', 'decide', 'standard', { appeal_received: '2026-05-20' }, '2026-06-19'],
  ['chip', 'state_external_review', 'file', 'standard', { date_on_notice: '2026-05-04' }, null],
  ['chip', 'state_external_review', 'decide', 'standard', { date_of_request: '2026-05-04' }, '2026-08-02'],
  ['chip', 'state_external_review', 'decide', 'urgent', { request_received: '2026-05-04T10:00' }, '2026-05-07T10:00'],
  // Six months: August 31 has no February 31, and the regulation does not say what then.
  ['fehb_pshb', 'carrier_reconsideration', 'file', 'post_service', { date_on_notice: '2026-08-31' }, '2027-02-28'],
  ['fehb_pshb', 'carrier_reconsideration', 'file', 'post_service', { date_on_notice: '2027-08-31' }, '2028-02-29'],
  ['fehb_pshb', 'carrier_reconsideration', 'file', 'post_service', { date_on_notice: '2026-08-28' }, '2027-02-28'],
  [
    'fehb_pshb',
    'opm_review',
    'file',
    'standard',
    { reconsideration_requested: '2026-03-01', carrier_response: null },
    '2026-06-29',
  ],
  ['fehb_pshb', 'opm_review_no_response', 'file', 'standard', { reconsideration_request_date: '2026-03-01' }, '2026-06-29'],
  ['fehb_pshb', 'court', 'file', 'standard', { date_of_service: '2026-03-01' }, '2029-12-31'],
  ['tricare', 'reconsideration', 'file', 'standard', { date_on_notice: '2026-03-10' }, '2026-06-08'],
  ['tricare', 'reconsideration', 'file', 'standard', { date_on_notice: '2026-03-08' }, '2026-06-06', '2026-06-05'],
  ['tricare', 'formal_review', 'file', 'factual', { date_on_notice: '2026-06-20' }, '2026-08-19'],
  ['tricare', 'second_reconsideration', 'file', 'factual', { date_on_notice: '2026-06-20' }, '2026-08-19'],
  [
    'tricare',
    'reconsideration_expedited',
    'file',
    'urgent',
    { date_on_notice: '2026-03-10', receipt: '2026-03-12', receipt_proof: true },
    '2026-03-15',
  ],
  ['tricare', 'reconsideration_expedited', 'decide', 'urgent', { request_received: '2026-03-13' }, '2026-03-18'],
  ['va', 'decision_review', 'file', 'standard', { date_on_notice: '2026-03-10' }, '2027-03-10'],
  ['va', 'decision_review', 'file', 'standard', { date_on_notice: '2028-02-29' }, '2029-02-28'],
  ['ihs', 'area', 'file', 'standard', { receipt: '2026-01-31' }, '2026-03-02'],
  ['ihs', 'director', 'file', 'standard', { receipt: '2028-01-31' }, '2028-03-01'],
  ['ihs', 'reconsideration', 'file', 'standard', { date_on_notice: '2026-03-10' }, '2026-04-09'],
  ['stldi_limited_hcsm', 'external_review', 'file', 'any', { date_on_notice: '2026-09-10' }, null],
]

const asked = ([coverage_type, level, clock, urgency, inputs]: Row) =>
  reckonCase(knowledge(), { id: 'x', coverage_type, level, clock, urgency, inputs })

describe.each([
  ['commercial plans', commercial],
  ['external review', external],
  ['Medicare', medicare],
  ['other programs', programs],
])('%s', (_, rows) => {
  it.each(rows.map((r) => [`${r[0]} ${r[1]} ${r[2]} ${r[3]} ${JSON.stringify(r[4])}`, r] as const))('%s', (_, row) => {
    const answer = asked(row)
    expect(answer.problem).toBeNull()
    expect([answer.due, answer.safeDue]).toEqual([row[5], row[6] === undefined ? row[5] : row[6]])
    if (answer.due === null) expect(answer.rule).not.toBe('')
    else {
      expect(answer.citation).not.toBe('')
      expect(answer.arithmetic).toContain(answer.due)
    }
  })
})

describe('later readings are kept', () => {
  it.each<[Row, string]>([
    [
      [
        'medicare_advantage',
        'reconsideration',
        'file',
        'x',
        { date_on_notice: '2026-09-01', receipt: '2026-09-02', receipt_proof: true },
        null,
      ],
      '2026-11-05',
    ],
    [['medicaid_managed_care', 'state_fair_hearing', 'file', 'standard', { date_on_notice: '2026-06-19' }, null], '2026-10-17'],
    [['medicaid_ffs', 'state_fair_hearing', 'file', 'standard', { date_mailed: '2026-05-04' }, null], '2026-08-02'],
    [['fehb_pshb', 'carrier_reconsideration', 'file', 'x', { date_on_notice: '2026-08-31' }, null], '2027-03-01'],
    [['aca_individual', 'external_review', 'file', 'standard', { receipt: '2027-03-04' }, null], '2027-07-06'],
  ])('%j', (row, alternative) => expect(asked(row).alternative).toBe(alternative))
})

describe('a question, never a date', () => {
  it.each<[string, Row, string]>([
    ['unknown coverage', ['ppo', 'internal_appeal', 'file', 'standard', { receipt: '2026-01-01' }, null], 'coverage-unknown'],
    ['no coverage', ['', 'internal_appeal', 'file', 'standard', { receipt: '2026-01-01' }, null], 'coverage-unknown'],
    ['unknown level', ['part_d', 'grievance', 'file', 'standard', { receipt: '2026-01-01' }, null], 'record-unknown'],
    [
      'a level of another type',
      ['fehb_pshb', 'alj', 'file', 'standard', { date_on_notice: '2026-01-01' }, null],
      'record-unknown',
    ],
    [
      'a level name with words of its own',
      ['part_d', 'redetermination_for_pets', 'file', 'x', { date_on_notice: '2026-01-01' }, null],
      'record-unknown',
    ],
    ['no starting date', ['aca_individual', 'internal_appeal', 'file', 'standard', {}, null], 'date-invalid'],
    [
      'law counts from the notice, only receipt is known',
      ['medicaid_managed_care', 'plan_appeal', 'file', 'x', { receipt: '2026-01-01' }, null],
      'date-invalid',
    ],
    ['a date that is none', ['aca_individual', 'internal_appeal', 'file', 'x', { receipt: '2026-02-30' }, null], 'date-invalid'],
    ['a third clock', ['aca_individual', 'internal_appeal', 'wait' as 'file', 'x', { receipt: '2026-02-03' }, null], 'usage'],
  ])('%s', (_, row, code) => {
    const answer = asked(row)
    expect(answer.problem?.code).toBe(code)
    expect([answer.due, answer.safeDue]).toEqual([null, null])
  })
})
