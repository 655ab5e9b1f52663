import { describe, expect, test } from 'vitest'
import { awaited } from '../../src/casefile/track/awaited.ts'
import { nextLevel, statedDay } from '../../src/casefile/track/nextLevel.ts'
import { readAnswer } from '../../src/reading/answer/readAnswer.ts'
import { documentOf } from '../reading/fixture.ts'
import { byHand, CARE, caseOf, day, knowledge, ladderOf } from './track.ts'

const UPHELD = `Date: March 2, 2026

Dear Ms. Vega:

We reviewed your appeal. We uphold our denial because the records do not show a trial of metformin.`
const letter = (text: string) => readAnswer(documentOf(text))
const stepsOf = (coverage: string, text: string | null, today = '2026-03-05', over = {}) => {
  const ladder = ladderOf(coverage, over)
  const state = caseOf(['2026-01-12', byHand('hand', '2026-01-12')])
  return nextLevel(knowledge(), {
    ladder,
    answer: text === null ? null : letter(text),
    awaited: awaited(knowledge(), state, ladder, CARE, day(today)),
  })
}
const kinds = (steps: ReturnType<typeof stepsOf>) => steps.map((s) => s.kind)

describe('after an answer', () => {
  test.each([
    ['erisa_self_funded', ['external', 'regulator']],
    ['medicaid_managed_care', ['hearing', 'regulator']],
    ['medicare_advantage', ['automatic', 'regulator']],
    ['fehb_pshb', ['external', 'regulator']],
  ])('%s, upheld', (coverage, expected) => expect(kinds(stepsOf(coverage, UPHELD))).toEqual(expected))
  test('the plan offers a second appeal of its own: that first, with the day its letter gives', () => {
    const steps = stepsOf(
      'erisa_self_funded',
      `${UPHELD}\n\nYou may file a second-level appeal within 60 days of the date of this letter.`,
    )
    expect(kinds(steps)).toEqual(['second_level', 'external', 'regulator'])
    expect([steps[0]?.stated, steps[1]?.stated]).toEqual(['2026-05-01', null])
  })
  test('an outside review whose time the letter gives', () => {
    const steps = stepsOf(
      'erisa_self_funded',
      `${UPHELD}\n\nYou may request an external review within four months after you receive this letter.`,
    )
    expect([steps[0]?.kind, steps[0]?.stated]).toEqual(['external', '2026-07-02'])
  })
  test('dismissed: asking to reopen; the level above only where the letter offers it', () => {
    const dismissed = 'Date: March 2, 2026\n\nWe are dismissing your appeal because it came late.'
    expect(kinds(stepsOf('erisa_self_funded', dismissed))).toEqual(['reopening', 'regulator'])
    const offered = `${dismissed}\n\nYou may request an external review within four months of the date of this letter.`
    expect(kinds(stepsOf('erisa_self_funded', offered))).toEqual(['reopening', 'external', 'regulator'])
  })
  test('an outcome recorded without a letter leads on as one does', () => {
    const given = { outcome: 'upheld', date: null, next: { who: 'outside', window: null } } as const
    const steps = nextLevel(knowledge(), { ladder: ladderOf('erisa_self_funded'), answer: given, awaited: null })
    expect(steps.map((s) => [s.kind, s.stated])).toEqual([
      ['external', null],
      ['regulator', null],
    ])
  })
  test('won, or not answered: nothing', () => {
    expect(stepsOf('erisa_self_funded', 'After review of your appeal we have overturned our denial.')).toEqual([])
    expect(stepsOf('erisa_self_funded', 'We received your appeal. We will decide within 30 days.')).toEqual([])
  })
  test('every coverage: each step has a name in both languages, and its process is one that there is', () => {
    for (const coverage of knowledge().coverage.keys())
      for (const text of [UPHELD, null])
        for (const s of stepsOf(coverage, text, '2027-01-01')) {
          expect(
            [s.name.en, s.name.es].every((n) => n.length > 3),
            coverage,
          ).toBe(true)
          if (s.process) expect(knowledge().processes.has(s.process), `${coverage} ${s.process}`).toBe(true)
        }
  })
})

describe('after no answer', () => {
  test('in time: nothing', () => expect(stepsOf('erisa_self_funded', null, '2026-02-11')).toEqual([]))
  test('overdue: the letter, the level that the law then opens, and the regulator', () => {
    const steps = stepsOf('erisa_self_funded', null, '2026-02-12')
    expect(kinds(steps)).toEqual(['overdue_letter', 'external', 'regulator'])
    expect(steps[0]?.letter).toBe('overdue_decision')
    expect(steps[1]?.law?.citations.length).toBeGreaterThan(0)
  })
  test('where no law opens it, the next level waits for a decision', () => {
    for (const coverage of knowledge().coverage.keys()) {
      const steps = stepsOf(coverage, null, '2027-01-01')
      const opened = knowledge().coverage.get(coverage)?.rights.deemed_exhaustion !== undefined
      const level = steps.find((s) => s.level !== null)
      if (level && level.kind !== 'automatic') expect(opened, coverage).toBe(true)
    }
  })
})

describe('the last day that a letter gives', () => {
  const dated = (date: string, window: string) =>
    statedDay(letter(`Date: ${date}\n\nWe reviewed your appeal and uphold our denial.\n\n${window}`))
  test.each([
    ['March 2, 2026', 'You may file a second-level appeal within 60 days of the date of this letter.', '2026-05-01'],
    ['October 31, 2026', 'You may request an external review within four months of the date of this letter.', '2027-02-28'],
    ['March 2, 2026', 'You may file a second appeal no later than May 4, 2026.', '2026-05-04'],
    ['March 2, 2026', 'You may call us with questions.', null],
  ])('%s: %s', (date, window, day) => expect(dated(date, window)).toBe(day))
})
