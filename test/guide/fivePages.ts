import type { Guide, RightsRow } from '../../src/document/guide/guide.ts'
import { five, PAGES, type Page, sentences } from './five.ts'

/** The five pages by name, and what the tests of their flaws ask of them. */

export const ot = five['anthem-ot-step']
export const targetedStep = five['bcbs-targeted-step']
export const targetedNecessity = five['bcbs-targeted-necessity']
export const ocrelizumab = five['bcbs-ocrelizumab-step']
export const cimt = five['cigna-cimt-step']
export const services = [ot, cimt]
export const each = (check: (guide: Guide, page: Page) => void) => {
  for (const page of PAGES) check(five[page], page)
}
export const rows = (guide: Guide): RightsRow[] =>
  guide.sections.flatMap((s) => s.blocks.flatMap((b) => (b.kind === 'rights' ? [...b.rows] : [])))
export const rowOf = (guide: Guide, coverage: string): RightsRow => {
  const row = rows(guide).find((r) => r.coverages.includes(coverage))
  if (!row) throw new Error(`${guide.address} has no row for ${coverage}`)
  return row
}
export const links = (guide: Guide) =>
  guide.sections.flatMap((s) => s.blocks.flatMap((b) => (b.kind === 'links' ? [...b.links] : [])))
export const sentencesWith = (guide: Guide, pattern: RegExp) => sentences(guide).filter((s) => pattern.test(s))
