import { describe, expect, test } from 'vitest'
import type { ArguedPoint } from '../../src/casefile/track/arguedPoints.ts'
import { compareAnswer } from '../../src/casefile/track/compareAnswer.ts'
import { pointWords } from '../../src/casefile/track/pointWords.ts'
import { readAnswer } from '../../src/reading/answer/readAnswer.ts'
import { denialIn, documentOf } from '../reading/fixture.ts'

const DENIAL = `Pine Valley Insurance
January 5, 2026

Dear Ms. Vega:

We denied your request for ubrogepant because you have not tried two triptans first, as step therapy requires.
Our pharmacy file shows sumatriptan for two weeks, and no rizatriptan was filled.
You may appeal within 180 days.`

const ANSWER = `Pine Valley Insurance
March 2, 2026

Dear Ms. Vega:

We reviewed your appeal. We uphold our denial.

The chart shows sumatriptan for two weeks only, and rizatriptan was never filled at a pharmacy.
The plan excludes medicines ordered outside a neurology clinic.
Heart disease is listed in the record.`

const point = (id: string, title: string, ...says: string[]): ArguedPoint => ({ id, kind: 'ground', title, says })
const POINTS = [
  point(
    'triptans',
    'Two triptans failed',
    'Sumatriptan was taken from March to May 2024 and did not help.',
    'Rizatriptan caused chest pain.',
  ),
  point('heart', 'A triptan is contraindicated', 'She has coronary vasospasm and heart disease.'),
  point('guideline', 'The headache society guideline', 'The American Headache Society recommends gepants after vasospasm.'),
  point('clinic', 'Ordered by a specialist', 'The neurology clinic of Dr. Reyes ordered it, with medicines checked.'),
]

const compared = (answer = ANSWER, points = POINTS) => {
  const document = documentOf(answer)
  const denial = { reading: denialIn(DENIAL), document: documentOf(DENIAL) }
  return { document, result: compareAnswer(readAnswer(document), document, points, denial) }
}

describe('a decision held against what was argued', () => {
  const { document, result } = compared()
  const of = (id: string) => result.points.find((p) => p.point.id === id)
  test('a point whose words a sentence takes up is answered, with that sentence', () => {
    expect(of('triptans')?.standing).toBe('answered')
    expect(of('triptans')?.quotes[0]?.quote).toContain('rizatriptan was never filled')
    expect(of('triptans')?.by).toEqual(expect.arrayContaining(['sumatriptan', 'rizatriptan']))
  })
  test('a point answered with a reason the denial did not give is marked', () => {
    expect(of('clinic')?.standing).toBe('answered_new')
    expect(result.newReasons.map((r) => r.value).join(' ')).toContain('outside a neurology clinic')
  })
  test('a single word is only touched upon', () => expect(of('heart')?.standing).toBe('touched'))
  test('a point of which no telling word occurs is not mentioned, and nothing is quoted for it', () => {
    expect([of('guideline')?.standing, of('guideline')?.quotes]).toEqual(['not_mentioned', []])
  })
  test('each quotation is the decision’s own words', () => {
    for (const p of result.points)
      for (const q of p.quotes) expect(document.pages[q.page - 1]?.text.slice(q.start, q.end)).toBe(q.quote)
  })
})

test('not mentioned only if no telling word of the point occurs anywhere', () => {
  for (const p of POINTS)
    for (const word of pointWords([p.title, ...p.says].join(' '))) {
      const { result } = compared(`${ANSWER}\n\nBeside this: ${word}.`, [p])
      expect(result.points[0]?.standing, `${p.id} ${word}`).not.toBe('not_mentioned')
    }
})

test('the reason of the denial given again is not new', () => {
  const again = ANSWER.replace(
    'The plan excludes medicines ordered outside a neurology clinic.',
    'You have not tried two triptans first, as step therapy requires.',
  )
  const { result } = compared(again)
  expect(result.newReasons.map((r) => r.value).join(' ')).not.toContain('step therapy')
  expect(result.repeatedReasons.map((r) => r.value).join(' ')).toContain('step therapy')
})
