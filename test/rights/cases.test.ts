import { describe, expect, it } from 'vitest'
import { reckonCase } from '../../src/rights/reckonCase.ts'
import { knowledge } from './knowledge.ts'
import { medicare, programs, type Row } from './programCases.ts'

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
