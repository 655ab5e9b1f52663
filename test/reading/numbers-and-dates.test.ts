import { describe, expect, it } from 'vitest'
import { groupNumber } from '../../src/reading/findings/group-number.ts'
import { memberId } from '../../src/reading/findings/member-id.ts'
import { noticeDate } from '../../src/reading/findings/notice-date.ts'
import { otherNumbers, referenceNumber } from '../../src/reading/findings/reference-number.ts'
import { serviceDates } from '../../src/reading/findings/service-dates.ts'
import { contextFor } from './fixture.ts'

describe('identifying numbers', () => {
  it.each([
    ['Member ID: BHP-3391-8804', 'BHP-3391-8804'],
    ['Member ID#:      LCH 44812 7730', 'LCH 44812 7730'],
    ['service for member ID 12345 is denied', '12345'],
    ['Policy ID: HTP-99201482', 'HTP-99201482'],
    ['Member number                123-45\n', '123-45'],
    ['Member ID          Group\nX123456            0041-B', 'X123456'],
    ['Member ID: 12345     Policy ID: 99999', '12345'],
    ['Member number: OHM 77102 4', 'OHM 77102 4'],
    ['PO Box 88, Boise, ID 83701\n\nParticipant: Ann Thorsby | ID RLB0049127 | Group 5580', 'RLB0049127'],
    ['Member: Finn Asante   ID CPE 40 2217', 'CPE 40 2217'],
  ])('member id in %j', (text, id) => expect(memberId(contextFor(text))?.value).toBe(id))

  it.each([
    'Member ID:\n\nDear Jo,',
    'Member: Jo Doe',
    'Medical Policy Number: MP-123',
    'Provider #/NPI: 1634782059',
    'Member Services: 1-800-555-0100',
  ])('no member id in %j', (text) => expect(memberId(contextFor(text))).toBeNull())

  it.each([
    ['Claim #: 100200300', '100200300'],
    ['CLM#: UHC778812 DOS: 01/12/26', 'UHC778812'],
    ['Reference: PA-2026-118842', 'PA-2026-118842'],
    ['ACNT: H770394S210508        ICN 0418362940TX5170', '0418362940TX5170'],
    ['Appeal case number: AP-25-118840', 'AP-25-118840'],
  ])('reference in %j', (text, number) => expect(referenceNumber(contextFor(text))?.value).toBe(number))

  it.each([
    'with Dr. K. Patel (Tax ID 84-2210099) on May 6',
    'NPI 1881667001',
    'Claims: call 1-800-555-0100',
    'Date of service: 03/04/2026',
    'Policy number: 8',
  ])('no reference in %j', (text) => expect(referenceNumber(contextFor(text))).toBeNull())

  it('keeps the others with their names', () => {
    const others = otherNumbers(contextFor('Claim #: A100\nReference number: B200\nNPI: 1881667001'))
    expect(others.map((o) => o.value)).toEqual([
      { label: 'Reference number', number: 'B200' },
      { label: 'NPI', number: '1881667001' },
    ])
  })

  it('tells the group from the member', () => {
    expect(groupNumber(contextFor('Group Number: 001234'))?.value).toBe('001234')
    expect(groupNumber(contextFor('Group therapy, 12 sessions'))).toBeNull()
  })
})

describe('the notice date', () => {
  it.each([
    ['Date: April 12, 2026', '2026-04-12'],
    ['Printed: 03/09/2026          Notice date:   March 11, 2026', '2026-03-11'],
    ['Acme Health\n\nMarch 10, 2024\n\nJo Doe', '2024-03-10'],
    ['Mailing date: June 3, 2026\nDate of notice: June 2, 2026', '2026-06-02'],
    ['Remittance Date:   11/15/2025\nCheck Date:   11/15/2025', '2025-11-15'],
  ])('%j', (text, iso) => expect(noticeDate(contextFor(text))?.value).toBe(iso))

  it.each([
    'DOS: 02/01/26',
    'Date of Service: March 3, 2026',
    'Date of birth: 11/02/1988',
    'Print date: 03/09/2026',
    'Mailing date: June 3, 2026',
    'Original denial date: October 14, 2025',
    'Rev. 01/2025',
    'Date:     Member: Joe Bloe',
    'Dear Jo,\n\nMarch 10, 2024\n',
    'On March 3, 2026 we received a request.',
  ])('none in %j', (text) => expect(noticeDate(contextFor(text))).toBeNull())
})

describe('service dates', () => {
  it.each([
    ['Dates of service: 02/24/2026 - 02/27/2026', ['2026-02-24', '2026-02-27']],
    ['your claim for services received on February 28, 2024, from Dr. X.', ['2024-02-28']],
    ['1634782059     110125       1006  27447      NU      $4,250.00', ['2025-11-01']],
    ['Date: April 12, 2026', []],
    ['Date of birth: 11/02/1988', []],
    ['Request received: 09/23/2026', []],
    ['We decided on the claim for services received on 03/01/2026.', ['2026-03-01']],
  ])('%j', (text, dates) => expect(serviceDates(contextFor(text)).map((f) => f.value)).toEqual(dates))
})
