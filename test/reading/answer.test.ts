import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readAnswer, SURE_ENOUGH } from '../../src/reading/answer/readAnswer.ts'
import type { AnswerExample } from './answers/example.ts'
import { FIRST } from './answers/first.ts'
import { HELD } from './answers/held.ts'
import { LAST } from './answers/last.ts'
import { LATER } from './answers/later.ts'
import { documentOf } from './fixture.ts'

const flat = (text: string) => text.replace(/\s+/g, ' ')

function check({ text, expect: wanted }: AnswerExample) {
  const read = readAnswer(documentOf(text))
  expect(read.outcome).toBe(wanted.outcome)
  if (wanted.kind) expect(read.kind).toBe(wanted.kind)
  expect(read.date?.value).toBe(wanted.date)
  if (wanted.decides) expect(flat(read.decided?.span.quote ?? '')).toContain(wanted.decides)
  else expect(read.decided).toBe(null)
  if (wanted.reason) expect(read.reasons.map((r) => flat(r.span.quote)).join(' | ')).toContain(wanted.reason)
  else expect(read.reasons.map((r) => r.value)).toEqual([])
  if (wanted.window) expect(read.next.window?.value.duration).toBe(wanted.window)
  if (wanted.windowDate) expect(read.next.window?.value.date).toBe(wanted.windowDate)
  if (wanted.reviewer) expect(read.reviewer?.value).toContain(wanted.reviewer)
}

describe('the answer to an appeal', () => {
  test.each(FIRST)('$name', check)
})

describe('the answer to an appeal, in wordings kept aside', () => {
  test.each(HELD)('$name', check)
})

describe('the answer to an appeal, in wordings written after the rules', () => {
  test.each(LATER)('$name', check)
})

describe('the answer to an appeal, by its outcome alone', () => {
  test.each(LAST)('$name', ({ text, expect: wanted }) => {
    const read = readAnswer(documentOf(text))
    expect([read.outcome, read.date?.value]).toEqual([wanted.outcome, wanted.date])
  })
})

const letters = join(import.meta.dirname, '../letters')
const DECIDED: Readonly<Record<string, string>> = {
  'dme_upheld_medicaid.txt': 'upheld',
  'h2_appeal_upheld_old.txt': 'upheld',
  'h2u_final_internal.txt': 'upheld',
  'h4_partial_appeal.txt': 'partly_overturned',
  'partial_upheld.txt': 'partly_overturned',
  'upheld_level1.txt': 'upheld',
}

describe('the letters of the reader', () => {
  test('a first denial is no answer, and every decision on an appeal is read as it is', () => {
    const read = readdirSync(letters)
      .filter((f) => f.endsWith('.txt'))
      .map((f) => [f, readAnswer(documentOf(readFileSync(join(letters, f), 'utf8'))).outcome] as const)
    expect(read.length).toBeGreaterThan(50)
    expect(Object.fromEntries(read.filter(([, outcome]) => outcome !== 'not_an_answer'))).toEqual(DECIDED)
  })
})

describe('what is not decided', () => {
  test.each([
    'If we overturn our decision, we will write to you about your appeal.',
    'You asked us to reverse our denial.',
    'You have the right to ask a reviewer to overturn our decision.',
    'The denial may be upheld after your appeal.',
    'We will tell you whether the denial is upheld.',
  ])('%s', (text) => expect(readAnswer(documentOf(text)).outcome).toBe('not_an_answer'))
  test('a refusal to overturn upholds', () =>
    expect(readAnswer(documentOf('After review of your appeal we are unable to overturn our denial.')).outcome).toBe('upheld'))
  test('giving and refusing without the word "part" is a doubt for a person', () => {
    const read = readAnswer(
      documentOf('We reviewed your appeal. The denial of the brace is overturned. The denial of the shoes is upheld.'),
    )
    expect([read.outcome, (read.decided?.confidence ?? 1) < SURE_ENOUGH]).toEqual(['partly_overturned', true])
  })
})

describe('every quotation', () => {
  test('is the letter’s own words', () => {
    for (const { text } of [...FIRST, ...HELD, ...LATER, ...LAST]) {
      const read = readAnswer(documentOf(text))
      for (const f of [read.decided, read.date, read.reviewer, read.next.window, ...read.reasons])
        if (f) expect(text.slice(f.span.start, f.span.end)).toBe(f.span.quote)
    }
  })
})
