import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pageAt } from '../../src/document/pages/library.ts'
import type { Page, PageBlock } from '../../src/document/pages/page.ts'
import { pageText } from '../../src/document/pages/text.ts'
import { letters, shipped } from './all.ts'

/** One page of each kind; `UPDATE_GOLDEN=1 npx vitest run test/pages/golden.test.ts` rewrites them. */
const PAGES = [
  '/',
  '/help/evicore',
  '/es/help/blue-kc',
  '/treatments/cimt',
  '/reasons/step-therapy',
  '/reasons/step-therapy/letter',
  '/coverage/medicaid-managed-care',
  '/es/coverage/erisa-insured',
  '/states/ca',
  '/process/external-review',
  '/es/process/fast-track-appeal',
  '/scenarios/plan-silent',
  '/es/scenarios/surprise-bill',
  '/es/process',
  '/scenarios',
] as const

const root = join(import.meta.dirname, 'golden')

/** Guides of a payer are hundreds of links that every new treatment changes: the first three show their form. */
const shortened = (page: Page): Page => ({
  ...page,
  sections: page.sections.map((s) => {
    if (s.id !== 'guides' || page.kind !== 'payer') return s
    let left = 3
    const blocks = s.blocks.flatMap((b): PageBlock[] => {
      if (b.kind !== 'refs' || left <= 0) return []
      const refs = b.refs.slice(0, left)
      left -= refs.length
      return [{ kind: 'refs', refs }]
    })
    return { ...s, blocks }
  }),
})

test.each(PAGES)('%s reads as it did', (address) => {
  const page = pageAt(shipped, address, letters)
  if (!page) throw new Error(`no page at ${address}`)
  const file = join(root, `${address.replaceAll('/', '_').replace(/^_/, '') || 'home'}.txt`)
  const text = pageText(shortened(page))
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(root, { recursive: true })
    writeFileSync(file, text)
  }
  expect(text).toBe(readFileSync(file, 'utf8'))
})
