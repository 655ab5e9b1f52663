import { describe, expect, it } from 'vitest'
import { denialIn } from './fixture.ts'

const letter = (body: string) =>
  denialIn(
    `Acme Health Plan\n\nDear Ms. Roe:\n\nYour request for knee surgery was denied.\n\nReason for the decision\n\n${body}\n\nHow to appeal\n\nYou may appeal within 180 days.\n`,
  )
const passage = (body: string) => letter(body).reasonPassage?.span.quote ?? null

describe('the passage that gives the reason', () => {
  it('holds the sentences of the paragraph that explain it, verbatim over line breaks', () => {
    const body =
      'The surgery is not medically necessary because\nthe scan is normal. The scan of May 2 shows no tear. The joint is stable.'
    expect(passage(body)).toBe(body)
  })

  it('ends before rights, copies and calls', () => {
    expect(
      passage('The surgery is not medically necessary because the scan is normal. You may ask for a free copy of the rule.'),
    ).toBe('The surgery is not medically necessary because the scan is normal.')
  })

  it('ends with its paragraph', () => {
    expect(passage('The surgery is not medically necessary because the scan is normal.\n\nThe scan was done in May.')).toBe(
      'The surgery is not medically necessary because the scan is normal.',
    )
  })

  it.each([
    ['Therefore, the surgery is not medically necessary.', true],
    ['The surgery is not medically necessary because it is early.', false],
  ])('goes back to what a conclusion rests on: %s', (conclusion, back) => {
    const premise = 'The scan of May 2 shows no tear.'
    expect(passage(`${premise} ${conclusion}`)).toBe(back ? `${premise} ${conclusion}` : conclusion)
  })

  it('is at most five sentences', () => {
    const more = ['One thing is so.', 'Two things are so.', 'Three things are so.', 'Four things are so.', 'Five things are so.']
    const first = 'The surgery is not medically necessary because the scan is normal.'
    expect(passage([first, ...more].join(' '))).toBe([first, ...more.slice(0, 4)].join(' '))
  })

  it('is at most 700 characters', () => {
    const long = `The scan ${'and the other scan '.repeat(20)}is normal.`
    const first = 'The surgery is not medically necessary because the scan is normal.'
    expect(passage(`${first} ${long} ${long}`)).toBe(`${first} ${long}`)
  })

  it('leaves the label out', () => {
    expect(denialIn('Payer: Aetna\nClaim #: A1\nDenial Reason: Not medically necessary.\n').reasonPassage?.span.quote).toBe(
      'Not medically necessary.',
    )
  })

  it('is never a title; the words under it count', () => {
    const read = denialIn(
      'Acme Health Plan\n\nDETERMINATION: DENIED — STEP THERAPY REQUIRED\n\nThe drug you asked for is not approved at this stage of treatment.\n\nDear Sir\n',
    )
    expect(read.reasonPassage?.span.quote).toBe('The drug you asked for is not approved at this stage of treatment.')
  })

  it('is null where only a code is printed', () => {
    expect(denialIn('Payer: Aetna\nClaim #: A1\nDenial code: CO-50\nStatus: denied\n').reasonPassage).toBeNull()
  })
})
