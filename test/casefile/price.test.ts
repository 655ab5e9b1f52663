import { describe, expect, test } from 'vitest'
import { ACTIONS } from '../../src/casefile/access.ts'
import type { CaseEvent } from '../../src/casefile/event.ts'
import { couponOf, dollars, feeSettled, needsPayment, PRICES, quote, refundable } from '../../src/casefile/price.ts'

const asked = { mode: 'paid', coupon: null, firstLetter: true, hardship: false } as const

describe('the price', () => {
  test.each([
    ['list', {}, 4000, 'list', null],
    ['the code, first letter', { coupon: 'SEO25' }, 3000, 'coupon', null],
    ['the code as people type it', { coupon: ' seo-25 ' }, 3000, 'coupon', null],
    ['the code, second letter', { coupon: 'SEO25', firstLetter: false }, 4000, 'list', 'not_first_letter'],
    ['second letter without a code', { firstLetter: false }, 4000, 'list', null],
    ['a code there is not', { coupon: 'SEO99' }, 4000, 'list', 'unknown_coupon'],
    ['a name every object has', { coupon: 'constructor' }, 4000, 'list', 'unknown_coupon'],
    ['an empty field', { coupon: '  ' }, 4000, 'list', null],
    ['hardship', { hardship: true }, 0, 'hardship', null],
    ['hardship with a code', { hardship: true, coupon: 'SEO25' }, 0, 'hardship', null],
    ['free mode', { mode: 'free' }, 0, 'free_mode', null],
    ['free mode with a wrong code', { mode: 'free', coupon: 'nope' }, 0, 'free_mode', null],
  ] as const)('%s', (_, change, cents, why, refused) => {
    expect(quote({ ...asked, ...change })).toMatchObject({ cents, why, refused, list: 4000 })
  })

  test('no coupon raises it, none makes it free, all are whole cents', () => {
    for (const { cents } of Object.values(PRICES.coupons)) {
      expect(Number.isInteger(cents)).toBe(true)
      expect(cents).toBeGreaterThan(0)
      expect(cents).toBeLessThan(PRICES.list)
    }
  })

  test.each([
    [4000, '$40'],
    [3000, '$30'],
    [1250, '$12.50'],
    [1205, '$12.05'],
    [5, '$0.05'],
    [0, '$0'],
  ])('%i cents print as %s', (cents, text) => expect(dollars(cents)).toBe(text))

  test('a code is found by hand', () =>
    expect([couponOf('seo25'), couponOf('SEO 25'), couponOf('SEO2')]).toEqual(['SEO25', 'SEO25', null]))
})

describe('what waits for payment', () => {
  test('exactly the finished packet, signing and sending', () => {
    expect(ACTIONS.filter(needsPayment)).toEqual(['packet.download', 'signing.ask', 'letter.sign.member', 'send'])
  })

  test('never reading, deadlines, the draft on the screen, one’s own data, or the prescriber’s signature', () => {
    const free = [
      'case.read',
      'case.answer',
      'draft.read',
      'draft.edit',
      'document.read',
      'calendar.read',
      'case.export',
      'case.delete',
      'letter.sign.prescriber',
    ] as const
    expect(free.filter(needsPayment)).toEqual([])
  })

  const paid: CaseEvent = { kind: 'paid', payment: 'p', cents: 3000, coupon: 'SEO25', receipt: null }
  const back = (cents: number): CaseEvent => ({ kind: 'refunded', payment: 'p', cents })
  test.each([
    ['nothing happened', [], false],
    ['paid', [paid], true],
    ['given back in part', [paid, back(2999)], true],
    ['given back whole', [paid, back(2999), back(1)], false],
    ['given back and paid anew', [paid, back(3000), { ...paid, payment: 'q' }], true],
    ['waived', [{ kind: 'feeWaived', why: 'hardship' }], true],
  ] as [string, CaseEvent[], boolean][])('%s', (_, events, settled) => {
    expect(
      feeSettled(
        events.map((event) => ({ event })),
        'paid',
      ),
    ).toBe(settled)
    expect(feeSettled([], 'free')).toBe(true)
  })

  test.each([
    [{ days: 30, sent: false }, 3000],
    [{ days: 31, sent: false }, 0],
    [{ days: 0, sent: true }, 0],
    [{ days: 0, sent: false, refunded: 1000 }, 2000],
    [{ days: 0, sent: false, refunded: 3000 }, 0],
  ])('may be taken back: %o → %i', (change, cents) => {
    expect(refundable({ cents: 3000, refunded: 0, ...change })).toBe(cents)
  })
})
