import { describe, expect, test } from 'vitest'
import { matchCriteria } from '../../src/criteria/match/matchCriteria.ts'
import type { CriteriaSection } from '../../src/criteria/requirement.ts'
import type { CaseFacts, ClinicalEvent } from '../../src/facts/casefacts.ts'
import type { Entry } from '../../src/facts/fact.ts'
import { spanOf } from '../../src/reading/document.ts'
import { ground, measured, partial, recorded, requested, resulted } from './case.ts'
import { textDocument } from './document.ts'

/** The verdict on one criterion, counted to 15 March 2026. */
function judge(words: string, facts: Partial<CaseFacts>, record = '') {
  const doc = textDocument(words, 'policy')
  const [page] = doc.pages
  if (!page) throw new Error('a text has a page')
  const clause = { kind: 'policy' as const, span: spanOf(doc, page, 0, words.length) }
  const leaf = { kind: 'leaf' as const, id: 's1-1', label: '1', words, clause, exceptions: [] }
  const section: CriteriaSection = {
    id: 's1',
    kind: 'initial',
    title: 'Test',
    requirement: {
      kind: 'allOf',
      id: 's1',
      label: '',
      words: 'Approved when all of the following are met:',
      clause,
      children: [leaf],
    },
  }
  const match = matchCriteria(section, ground(facts, record)).children[0]
  if (!match) throw new Error('one child in, one out')
  return match
}

const happened = (kind: string, on: string | null): Entry<ClinicalEvent> =>
  recorded({ kind, date: on === null ? null : partial(on), what: `A ${kind}.` }, `A ${kind}.`)
const edss = (value: number, on: string | null) => measured('edss', 'Expanded Disability Status Scale', value, on)

const ACTIVE =
  'in the past 12 months, two or more relapses, or one relapse with incomplete recovery (an EDSS at least 1.0 point above the score before the relapse, measured 30 days or more after onset)'

describe('highly active disease counts only what is certain', () => {
  test.each<[string, readonly Entry<ClinicalEvent>[], ReturnType<typeof edss>[], string]>([
    ['two relapses', [happened('relapse', '2025-06-01'), happened('relapse', '2025-11-01')], [], 'met'],
    ['one relapse told on two days', [happened('relapse', '2025-06-01'), happened('relapse', '2025-06-09')], [], 'noEvidence'],
    ['a relapse before the year', [happened('relapse', '2025-03-14'), happened('relapse', '2025-11-01')], [], 'noEvidence'],
    ['a relapse dated to its month', [happened('relapse', '2025-06'), happened('relapse', '2025-11-01')], [], 'noEvidence'],
    ['a rise of 1.0, 30 days after', [happened('relapse', '2025-11-01')], [edss(2, '2025-09-01'), edss(3, '2025-12-01')], 'met'],
    ['29 days after', [happened('relapse', '2025-11-01')], [edss(2, '2025-09-01'), edss(3, '2025-11-30')], 'noEvidence'],
    ['a rise of 0.5', [happened('relapse', '2025-11-01')], [edss(2, '2025-09-01'), edss(2.5, '2025-12-01')], 'noEvidence'],
    [
      'recovered by the last score',
      [happened('relapse', '2025-11-01')],
      [edss(2, '2025-09-01'), edss(4, '2025-12-05'), edss(2, '2026-02-01')],
      'noEvidence',
    ],
    ['no score before it', [happened('relapse', '2025-11-01')], [edss(3, '2025-12-05')], 'noEvidence'],
  ])('%s', (_, events, measures, status) => expect(judge(ACTIVE, { events, measures }).status).toBe(status))
})

const LESIONS =
  'an MRI in the past 12 months with at least one gadolinium-enhancing lesion, or with two or more new or enlarging T2 lesions compared with an earlier MRI'

describe('lesions are counted in the report’s own sentences', () => {
  test.each<[string, string, string]>([
    ['2 of the brain lesions show gadolinium enhancement.', '2026-02-01', 'met'],
    ['There are 5 new T2 lesions.', '2026-02-01', 'met'],
    ['There is one new T2 lesion.', '2026-02-01', 'noEvidence'],
    ['3 new T2 lesions, none enhancing.', '2024-02-01', 'noEvidence'],
    ['No enhancing lesions.', '2026-02-01', 'noEvidence'],
    ['None of the 4 lesions enhances.', '2026-02-01', 'noEvidence'],
  ])('%s (%s): %s', (finding, on, status) =>
    expect(judge(LESIONS, { results: [resulted('MRI brain', finding, on)] }).status).toBe(status),
  )
})

describe('a test is shown by its own result', () => {
  const HBSAG = 'Hepatitis B surface antigen (HBsAg) was tested in the past 12 months'
  const IG = 'Quantitative serum immunoglobulins were tested before the first dose.'
  test.each<[string, string, string]>([
    [HBSAG, 'Labs collected 02/10/2026: ALT 19. Hepatitis B surface antigen: non-reactive.', 'met'],
    [HBSAG, 'Labs collected 02/10/2025: ALT 19. Hepatitis B surface antigen: non-reactive.', 'noEvidence'],
    [HBSAG, 'Labs collected 02/10/2026: ALT 19.\n\nHepatitis B surface antigen: non-reactive.', 'noEvidence'],
    [
      HBSAG,
      'Labs collected 02/10/2026: ALT 19. Hepatitis B surface antigen: specimen received, result not yet available.',
      'noEvidence',
    ],
    [HBSAG, 'Labs collected 02/10/2026: hepatitis B surface antigen pending, varicella positive.', 'noEvidence'],
    [IG, 'AQP4-IgG and MOG-IgG negative.', 'noEvidence'],
    [IG, 'Varicella IgG positive.', 'noEvidence'],
  ])('%s | %s', (words, record, status) => expect(judge(words, {}, record).status).toBe(status))

  test('immunoglobulins are shown by their figures', () => {
    const measures = [measured('igg', 'Immunoglobulin G', 912, '2026-02-10')]
    expect(judge(IG, { measures }).status).toBe('met')
    expect(judge(IG, { measures: [measured('igg', 'Immunoglobulin G', 912, null)] }).status).toBe('noEvidence')
  })
})

describe('not together with another', () => {
  const ALONE = 'Ocrelizumab will not be used together with another disease-modifying therapy for multiple sclerosis.'
  test.each<[string, string]>([
    ['Start ocrelizumab 300 mg. Not to be combined with any other disease-modifying therapy.', 'met'],
    ['Start methotrexate. Not to be combined with any other disease-modifying therapy.', 'noEvidence'],
    ['Start ocrelizumab 300 mg. Not to be combined with live vaccines.', 'noEvidence'],
    ['Start ocrelizumab 300 mg. She takes no disease-modifying therapy.', 'noEvidence'],
  ])('%s: %s', (record, status) => expect(judge(ALONE, { treatment: requested('ocrelizumab') }, record).status).toBe(status))
})

describe('time since an event', () => {
  const SINCE = 'At least 3 months have passed since the stroke'
  test.each<[string | null, string]>([
    ['2025-11-01', 'met'],
    ['2026-01-01', 'noEvidence'],
    ['2025-12', 'noEvidence'],
    [null, 'noEvidence'],
  ])('stroke %s: %s', (on, status) => expect(judge(SINCE, { events: [happened('stroke', on)] }).status).toBe(status))
})
