import { describe, expect, it } from 'vitest'
import { appealWindow } from '../../src/reading/findings/appeal-window.ts'
import { contextFor } from './fixture.ts'

const windowIn = (text: string, afterAppeal = false) => appealWindow(contextFor(text), afterAppeal)?.value ?? null

describe('the appeal window a letter states', () => {
  it.each([
    ['You may appeal this decision within 60 days.', 'P60D', null],
    ['You have 180 days after you receive this letter to file an appeal.', 'P180D', 'receipt'],
    ['You may ask for an appeal within 60 calendar days from the date on this notice.', 'P60D', 'notice_date'],
    ['Your appeal must be filed within one hundred eighty (180) days of receipt of this notice.', 'P180D', 'receipt'],
    ['APPEAL: 180 days from the date of this notice.', 'P180D', 'notice_date'],
    ['You must write to us within 6 months from the date of our decision to ask us to reconsider.', 'P6M', 'notice_date'],
    ['Appeals must be received within 180 days of the date you receive this letter.', 'P180D', 'receipt'],
    [
      'If you disagree you may request a reconsideration. It must be postmarked within 90 days from the date of this notice.',
      'P90D',
      'notice_date',
    ],
  ])('%s', (text, duration, countedFrom) => expect(windowIn(text)).toMatchObject({ duration, countedFrom }))

  it.each([
    'Corrected claims must be submitted within 90 days of this notice.',
    'We will decide your appeal within 30 days.',
    'An expedited appeal is decided within 72 hours of receipt.',
    'To keep getting services during the appeal, you must ask within 10 days of this notice.',
    'You may ask for an external review within four months after you receive our final decision on your appeal.',
    'If your appeal is denied you may ask for a fair hearing within 120 days of our notice.',
    'Please send the missing information within 45 days.',
    'Your doctor may ask for a peer-to-peer discussion within 14 days of this letter.',
    'This drug is limited to a 30 day supply. You may appeal.',
    'You may appeal this decision by submitting additional records.',
  ])('is absent from: %s', (text) => expect(windowIn(text)).toBeNull())

  it('prefers the ordinary window to the one for urgent requests', () => {
    const text =
      'You may appeal within 90 days of this notice.\nAn expedited appeal must be requested within 3 days after you receive this notice.'
    expect(windowIn(text)).toMatchObject({ duration: 'P90D', countedFrom: 'notice_date' })
  })

  it('keeps a last day beside or without a number of days', () => {
    expect(windowIn('APPEAL DEADLINE: May 30, 2026.')).toEqual({ duration: null, countedFrom: null, date: '2026-05-30' })
    expect(windowIn('You may appeal within 180 days of the date of this notice (August 31, 2025).')).toEqual({
      duration: 'P180D',
      countedFrom: 'notice_date',
      date: '2025-08-31',
    })
    expect(windowIn('We received your appeal on May 30, 2026.')).toBeNull()
  })

  it('takes an outside review only from a letter that decided an appeal', () => {
    const text = 'You may request an external review within 4 months after the date you receive this letter.'
    expect(windowIn(text, false)).toBeNull()
    expect(windowIn(text, true)).toMatchObject({ duration: 'P4M', countedFrom: 'receipt' })
  })

  it('is less sure of business days and of contradictions', () => {
    const confidence = (text: string) => appealWindow(contextFor(text), false)?.confidence ?? 0
    const plain = confidence('You may appeal within 30 days.')
    expect(confidence('You may appeal within 30 business days.')).toBeLessThan(plain)
    expect(confidence('You may appeal within sixty (30) days.')).toBeLessThan(plain)
  })
})
