import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { guideText } from '../../src/document/guide/text.ts'
import { FIVE, five, guideOf, PAGES } from './five.ts'

/** UPDATE_GOLDEN=1 writes the texts anew; the difference is then for a reader to judge. */
const update = process.env.UPDATE_GOLDEN === '1'
const golden = (name: string) => join(import.meta.dirname, 'golden', `${name}.txt`)

function compare(name: string, text: string) {
  if (update) writeFileSync(golden(name), text)
  if (!existsSync(golden(name))) throw new Error(`test/guide/golden/${name}.txt is missing: run with UPDATE_GOLDEN=1 and read it`)
  expect(text).toBe(readFileSync(golden(name), 'utf8'))
}

describe('the text of the five guides', () => {
  test.each(PAGES)('%s', (page) => compare(page, guideText(five[page])))
})

describe('with what the reader said of their own case', () => {
  test('one type of coverage and a date: the window with its arithmetic', () => {
    compare(
      'cigna-cimt-step-dated',
      guideText(guideOf({ ...FIVE['cigna-cimt-step'], coverage: 'erisa_self_funded', noticeDate: date('2026-10-06') })),
    )
  })
})

test('no line is wider than 80 columns, addresses excepted', () => {
  for (const page of PAGES)
    for (const line of guideText(five[page]).split('\n'))
      if (!/https?:|\/help\//.test(line)) expect(line.length, line).toBeLessThanOrEqual(80)
})

const date = (text: string) => text as NonNullable<Parameters<typeof guideOf>[0]['noticeDate']>
