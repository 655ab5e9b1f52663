import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { GuideRequest } from '../../src/document/guide/guide.ts'
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

/** Of many kinds: a biologic, a service under a drug's rule, an umbrella, a device, a reviewer, a Medicaid plan, one type and a date. */
const VARIED = {
  'cigna-cimt-step': FIVE['cigna-cimt-step'],
  'bcbs-ocrelizumab-step': FIVE['bcbs-ocrelizumab-step'],
  'bcbs-targeted-necessity': FIVE['bcbs-targeted-necessity'],
  'aetna-cgm-quantity': { payer: 'aetna', treatment: 'cgm', reason: 'quantity-limits', coverage: 'erisa_insured' },
  'evicore-lumbar-fusion-necessity': {
    payer: 'evicore',
    treatment: 'lumbar-fusion',
    reason: 'medical-necessity',
    coverage: 'medicare_advantage',
  },
  'sunshine-aba-visits': {
    payer: 'sunshine-health',
    treatment: 'aba',
    reason: 'visit_frequency_limit',
    coverage: 'medicaid_managed_care',
  },
  'uhc-adalimumab-formulary-texas': {
    payer: 'uhc',
    treatment: 'adalimumab',
    reason: 'non-formulary',
    coverage: 'aca_individual',
    state: 'TX',
    noticeDate: date('2026-10-30'),
  },
  'cigna-cimt-step-dated': { ...FIVE['cigna-cimt-step'], coverage: 'erisa_self_funded', noticeDate: date('2026-10-06') },
} satisfies Record<string, GuideRequest>

describe('the text of the five guides', () => {
  test.each(PAGES)('%s', (page) => compare(page, guideText(five[page])))
})

describe('guides of many kinds, in both languages', () => {
  const names = Object.keys(VARIED) as (keyof typeof VARIED)[]
  test.each(names.filter((n) => !(n in FIVE)))('%s', (name) => compare(name, guideText(guideOf(VARIED[name]))))
  test.each(names)('%s, in Spanish', (name) => compare(`${name}.es`, guideText(guideOf({ ...VARIED[name], lang: 'es' }))))
})

test('no line is wider than 80 columns, addresses excepted', () => {
  for (const page of PAGES)
    for (const line of guideText(five[page]).split('\n'))
      if (!/https?:|\/help\//.test(line)) expect(line.length, line).toBeLessThanOrEqual(80)
})

function date(text: string): NonNullable<GuideRequest['noticeDate']> {
  return text as NonNullable<GuideRequest['noticeDate']>
}
