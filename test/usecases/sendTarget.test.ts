import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Destination } from '../../src/casefile/event.ts'
import { splitPostal } from '../../src/casefile/sendingPostal.ts'
import { emailAddress, faxNumber, normalDestination } from '../../src/casefile/sendingTarget.ts'

const made = <T>(o: { ok: true; value: T } | { ok: false }) => (o.ok ? o.value : null)

describe('a fax number', () => {
  test.each([
    ['512-555-0100', '+15125550100'],
    ['(512) 555-0100', '+15125550100'],
    ['1.512.555.0100', '+15125550100'],
    ['+1 512 555 0100', '+15125550100'],
    ['18005550199', '+18005550199'],
  ])('%s is %s', (given, e164) => expect(made(faxNumber(given))).toBe(e164))

  test.each([
    '512-555-010',
    '512-555-01000',
    '555-0100',
    '+44 20 7946 0958',
    '112-555-0100',
    '012-555-0100',
    '911-555-0100',
    '512-155-0100',
    '2-512-555-0100',
    '512-555-0100 x12',
    '1-800-MEDICARE',
    '',
  ])('%s is none', (given) => expect(faxNumber(given)).toMatchObject({ ok: false, problems: [{ code: 'form-invalid' }] }))

  test('whatever is accepted is in one form, and stays itself', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[-+() .\d]{7,18}$/), (text) => {
        const e164 = made(faxNumber(text))
        if (e164 === null) return
        expect(e164).toMatch(/^\+1[2-9]\d{2}[2-9]\d{6}$/)
        expect(made(faxNumber(e164))).toBe(e164)
      }),
      { numRuns: 2000 },
    ))
})

describe('a postal address', () => {
  test.each([
    [
      'Appeals Department\nP.O. Box 1000\nExample City, TX 75001',
      {
        name: 'Appeals Department',
        company: null,
        line1: 'P.O. Box 1000',
        line2: null,
        city: 'Example City',
        state: 'TX',
        zip: '75001',
      },
    ],
    [
      'Example Health\nGrievance and Appeals\n410 Alder Street\nSuite 2\nAustin TX 78704-1234',
      {
        name: 'Example Health',
        company: 'Grievance and Appeals',
        line1: '410 Alder Street',
        line2: 'Suite 2',
        city: 'Austin',
        state: 'TX',
        zip: '78704-1234',
      },
    ],
    [
      'P.O. Box 1000, Example City, TX 75001',
      {
        name: 'Example Plan',
        company: null,
        line1: 'P.O. Box 1000',
        line2: null,
        city: 'Example City',
        state: 'TX',
        zip: '75001',
      },
    ],
    [
      'One Health Plaza\nHartford, ct 06103',
      {
        name: 'Example Plan',
        company: null,
        line1: 'One Health Plaza',
        line2: null,
        city: 'Hartford',
        state: 'CT',
        zip: '06103',
      },
    ],
  ])('%s', (text, parts) => expect(splitPostal(text, 'Example Plan')).toMatchObject({ ok: true, value: parts }))

  test.each([
    ['Appeals\nP.O. Box 1\nExample City', 'city, state and ZIP'],
    ['Appeals\nP.O. Box 1\nExample City, XX 75001', 'not a state'],
    ['Appeals\nP.O. Box 1\nExample City, TX 7500', 'city, state and ZIP'],
    ['Appeals Department\nExample City, TX 75001', 'street and number'],
    ['A\nB\nC\n1 Main St\nAustin, TX 78704', 'two lines'],
    [`${'N'.repeat(41)}\n1 Main St\nAustin, TX 78704`, '40 characters'],
    [`Plan\n1 ${'M'.repeat(40)} Street\nFloor 12\nAustin, TX 78704`, '50 characters'],
    ['', 'city, state and ZIP'],
  ])('%s can not be mailed to', (text, say) => {
    const split = splitPostal(text, 'Example Plan')
    expect(split).toMatchObject({ ok: false, problems: [{ code: 'form-invalid', say: expect.stringContaining(say) }] })
  })

  test('exactly as wide as the window fits', () => {
    const line = `1 ${'M'.repeat(38)}`
    expect(splitPostal(`${'N'.repeat(40)}\n${line}\nFloor 1234\nAustin, TX 78704`, '').ok).toBe(true)
    expect(splitPostal(`${'N'.repeat(40)}\n${line}\nFloor 12345\nAustin, TX 78704`, '').ok).toBe(false)
  })
})

describe('an e-mail address', () => {
  test.each(['appeals@plan.example', 'a.b+c@sub.plan.example'])('%s', (a) => expect(made(emailAddress(` ${a} `))).toBe(a))
  test.each([
    'a@b',
    'a b@plan.example',
    'a@plan.example, c@plan.example',
    'A <a@plan.example>',
    'a@plan.example\nBcc: c@plan.example',
    'a..b@plan.example',
    '@plan.example',
    `${'a'.repeat(65)}@plan.example`,
  ])('%s is none', (a) => expect(emailAddress(a).ok).toBe(false))
})

describe('a destination', () => {
  const fax: Destination = { channel: 'fax', to: '(512) 555-0100', recipient: 'Appeals', source: 'denial-1, page 2' }
  test('is put into the form of its channel', () =>
    expect(normalDestination(fax)).toMatchObject({ ok: true, value: { to: '+15125550100' } }))
  test.each([
    [{ source: ' ' }, 'source'],
    [{ recipient: '' }, 'recipient'],
    [{ recipient: 'Appeals\nBcc: x' }, 'recipient'],
    [{ channel: 'portal' as const, to: '' }, 'destination'],
    [{ channel: 'mail' as const, to: 'nowhere' }, 'postal address'],
  ])('%o is refused', (change, where) =>
    expect(normalDestination({ ...fax, ...change })).toMatchObject({ ok: false, problems: [{ where }] }),
  )
})
