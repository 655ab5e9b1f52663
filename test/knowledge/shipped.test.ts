import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadCodes } from '../../src/infra/knowledge/codes.ts'
import { knowledgeCheck } from '../../src/knowledge/lint/check.ts'
import { real, realFiles } from './real.ts'

const shared = join(import.meta.dirname, '../../../shared')
const codes = join(shared, 'data/codes/icd10cm/cms_2026_dx.zip')
const research = join(shared, 'research')

/** Kinds whose records this folder's tests answer for; a source may be used by records of other kinds. */
const OURS = /^knowledge\/(payers|treatments|reasons)\//

const icd10cm = (): ReadonlyMap<string, boolean> => {
  const order = execFileSync('unzip', ['-p', codes, 'icd10cm_order_2026.txt'], {
    maxBuffer: 64 * 1024 * 1024,
    encoding: 'latin1',
  })
  return new Map(order.split('\r\n').flatMap((line) => (line ? [[line.slice(6, 13).trim(), line[14] === '1'] as const] : [])))
}

test('no rule finds anything in payers, treatments and reasons', () => {
  expect(knowledgeCheck(real, realFiles, loadCodes()).filter((p) => OURS.test(p.where))).toEqual([])
})

test('the whole check takes seconds, not minutes', () => {
  const start = performance.now()
  knowledgeCheck(real, realFiles, loadCodes())
  expect(performance.now() - start).toBeLessThan(10_000)
})

test.skipIf(!existsSync(codes))('the diagnosis codes are those of the FY2026 release (needs ../shared)', () => {
  const release = icd10cm()
  expect(release.size).toBeGreaterThan(90_000)
  expect(loadCodes().icd10cm).toEqual(release)
})

describe.skipIf(!existsSync(research))('against the research (needs ../shared)', () => {
  const read = (name: string) =>
    JSON.parse(readFileSync(join(research, name), 'utf8')) as Record<string, { id: string; liveSlug: string | null }[]>
  test.each([
    ['payers.json', 'payers', () => real.payers],
    ['denial-reasons.json', 'reasons', () => real.reasons],
  ] as const)('every record of %s is here, with its address', (file, list, map) => {
    const records = read(file)[list] ?? []
    expect(records.length).toBeGreaterThan(0)
    expect(records.filter((r) => !map().has(r.id)).map((r) => r.id)).toEqual([])
    expect(records.filter((r) => r.liveSlug && map().get(r.id)?.liveSlug !== r.liveSlug).map((r) => r.id)).toEqual([])
  })
})

describe('what the seed pages got wrong', () => {
  test('a service has no label and its step denial is marked as unusual', () => {
    for (const id of ['ot-pediatric', 'cimt'] as const) {
      const t = real.treatments.get(id)
      expect(t).toMatchObject({ fdaLabelApplicable: false, labels: [], kind: 'therapy' })
      expect(t?.unusualReasons).toContain('step_therapy')
    }
    expect(real.reasons.get('step_therapy')?.siblings.therapy).toBe('medical_necessity')
  })
  test('pediatric targeted therapy is an umbrella that asks for the agent', () => {
    expect(real.treatments.get('pediatric-targeted-therapy')).toMatchObject({ labelScope: 'umbrella', labels: [] })
  })
  test('primary progressive multiple sclerosis has its own indication, label and guideline, and no step', () => {
    const t = real.treatments.get('ocrelizumab')
    expect(t?.indications.find((i) => i.id === 'primary_progressive')?.label).toContain('ocrevus-label#primary_progressive')
    expect(t?.guidelines.some((g) => g.source === 'aan-2018-ms-dmt' && g.for.includes('primary_progressive'))).toBe(true)
    expect(t?.typicalCriteria.find((c) => c.key === 'prior_therapy')?.for).toEqual(['relapsing'])
  })
  test('the step headline says not completed, for a drug that failed meets a step', () => {
    const texts = [...real.reasons.values()].flatMap((r) => [r.headline.en, r.displayName, r.relatedPhrase.en])
    expect(texts.filter((t) => /failing step/i.test(t))).toEqual([])
    expect(real.reasons.get('step_therapy')?.headline.en).toBe('denied for not completing step therapy')
  })
})
