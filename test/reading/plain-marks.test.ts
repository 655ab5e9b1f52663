import { describe, expect, it } from 'vitest'
import { plainMarks } from '../../src/reading/text/plain-marks.ts'
import { denialIn } from './fixture.ts'

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()

describe('marks for the machine', () => {
  it.each([
    ['{\n "member_id": "A-1",\n "days": 180\n}', 'Member id: A-1 Days: 180'],
    ['member_id: A-1', 'Member id: A-1'],
    ['the member_id field', 'the member_id field'],
    ['Member number ........ A-1', 'Member number: A-1'],
    ['And so on... We deny', 'And so on... We deny'],
    ['P.0. Box 12', 'P.O. Box 12'],
    ['Section P.0.2', 'Section P.0.2'],
    ['Member lD: 7', 'Member ID: 7'],
  ])('%j reads %j, in as many characters', (text, read) => {
    expect(squeeze(plainMarks(text))).toBe(read)
    expect(plainMarks(text)).toHaveLength(text.length)
  })

  it('keeps quotes verbatim', () => {
    const d = denialIn('{\n  "payer": "Aetna",\n  "member_id": "W12345",\n  "denial_reason": "Not medically necessary."\n}')
    expect(d.memberId?.value).toBe('W12345')
    expect(d.memberId?.span.quote).toBe('member_id": "W12345')
    expect(d.reasonPassage?.span.quote).toBe('Not medically necessary.')
  })
})
