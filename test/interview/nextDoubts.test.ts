import { expect, test } from 'vitest'
import { doubtedValues } from '../../src/interview/doubts.ts'
import type { DenialReading } from '../../src/reading/denial.ts'
import { span } from './state.ts'

const finding = <T>(value: T, confidence: number) => ({ value, span: span(String(value)), confidence })
const empty = { codes: [], denialReasons: [], planCues: [], otherNumbers: [], policyNamed: [], serviceDates: [], defects: [] }
const reading = (part: object): DenialReading => ({ ...empty, ...part }) as unknown as DenialReading

test('only what was read with little certainty, at the path where it is corrected', () => {
  const read = reading({
    memberId: finding('X1', 1),
    noticeDate: finding('2026-03-04', 0.65),
    payer: finding({ name: 'Example Health', payerId: null }, 0.6),
    appealFax: finding('800-555-0199', 0.7),
  })
  expect(doubtedValues(read).map((d) => [d.path, d.value])).toEqual([
    ['denial.noticeDate', 'March 4, 2026'],
    ['plan.payer', 'Example Health'],
  ])
})
