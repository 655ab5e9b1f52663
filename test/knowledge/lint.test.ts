import { describe, expect, test } from 'vitest'
import { knowledgeCheck, RULES } from '../../src/knowledge/lint/check.ts'
import { filesOf, findings, knowledgeOf, planted, RECORDS } from './records.ts'

const ICD = new Map([['F82', true]])

test('the small registry has no fault, so that each fault below is the planted one', () => {
  expect(knowledgeCheck(knowledgeOf(), filesOf(RECORDS), ICD)).toEqual([])
})

/** rule, file, what is replaced, by what, where it is found */
const FAULTS: readonly (readonly [string, string, string, string, string])[] = [
  ['references-resolve', 'payers/acme.yaml', 'confusableWith: [apex]', 'confusableWith: [apax]', 'confusableWith.0'],
  ['references-resolve', 'payers/acme.yaml', 'payer: apex, scope', 'payer: apax, scope', 'delegates.0'],
  ['references-resolve', 'treatments/oilex.yaml', 'oilex-label#springs', 'oilex-label#spring', 'indications.0.label.0'],
  ['references-resolve', 'treatments/oilex.yaml', 'labels: [oilex-label]', 'labels: [oilax-label]', 'labels.0'],
  [
    'references-resolve',
    'treatments/oilex.yaml',
    'cite: [spring-guideline#first]',
    'cite: [spring-guideline#second]',
    'typicalCriteria.0.cite.0',
  ],
  ['references-resolve', 'treatments/oilex.yaml', 'provisions: [first]', 'provisions: [second]', 'guidelines.0.provisions.0'],
  ['references-resolve', 'treatments/oilex.yaml', 'step_first, need', 'step_first, needs', 'usualReasons.1'],
  ['references-resolve', 'reasons/step_first.yaml', 'therapy: need', 'therapy: needs', 'siblings.therapy'],
  ['indications-known', 'treatments/oilex.yaml', 'for: [rusty]', 'for: [rustic]', 'typicalCriteria.0.for'],
  ['status-has-basis', 'sources/spring-guideline.yaml', ', basis: a summary', '', 'provisions.first'],
  ['status-has-basis', 'payers/apex.yaml', 'status: recalled', 'status: verified', 'trust.record'],
  ['no-label-words', 'treatments/bending.yaml', 'Bend slowly.', 'Bend as the FDA-approved label says.', 'cautions.0.says'],
  ['no-label-words', 'treatments/bending.yaml', 'labelScope: none', 'labelScope: class', 'labelScope'],
  ['no-label-words', 'treatments/bending.yaml', 'labelScope: none', 'labelScope: none\nlabels: [oilex-label]', 'labels'],
  [
    'proper-display-names',
    'treatments/bending.yaml',
    'displayName: Bending therapy',
    'displayName: bending-therapy',
    'displayName',
  ],
  ['proper-display-names', 'payers/acme.yaml', 'displayName: Acme Health', 'displayName: acme health', 'displayName'],
  [
    'proper-display-names',
    'treatments/bending.yaml',
    'displayName: Bending therapy',
    'liveSlug: ot-bending\ndisplayName: Ot Bending',
    'displayName',
  ],
  ['no-unsourced-rates', 'treatments/bending.yaml', 'Bend slowly.', 'It works in 80% of springs.', 'cautions.0.says'],
  [
    'no-unsourced-rates',
    'reasons/step_first.yaml',
    'en: Answer each step.',
    'en: Such denials usually flip on appeal.',
    'tagline.en',
  ],
  ['no-unsourced-rates', 'reasons/step_first.yaml', 'en: Answer each step.', 'en: Most insurers reverse these.', 'tagline.en'],
  [
    'no-unsourced-rates',
    'sources/oilex-label.yaml',
    'Oilex is for springs.',
    'Oilex helps 80 percent of springs.',
    'provisions.springs.says',
  ],
  ['warning-first', 'treatments/bending.yaml', 'Bend slowly.', 'Approval was withdrawn in 2023.', 'cautions.0.says'],
  ['warning-first', 'treatments/bending.yaml', 'no_label_service', 'no_label_compounded', 'warnings'],
  [
    'both-languages',
    'reasons/need.yaml',
    'en: denied as not needed, es: negado por innecesario',
    'en: denied for the want, es: denied for the want',
    'headline',
  ],
  [
    'no-orphan-sources',
    'treatments/oilex.yaml',
    ', cite: [spring-guideline#first] }\nguidelines:\n  - { source: spring-guideline, provisions: [first] }',
    ' }',
    '',
  ],
  [
    'names-are-unique',
    'payers/apex.yaml',
    'displayName: Apex Review',
    'displayName: Apex Review\naliases: [Acme Health Plan]',
    'names',
  ],
  ['unusual-labels-agree', 'treatments/bending.yaml', 'usualReasons: [need]', 'usualReasons: [step_first]', 'usualReasons'],
  ['unusual-labels-agree', 'reasons/step_first.yaml', 'siblings: { therapy: need }\n', '', 'siblings'],
  ['tables-fit', 'reasons/step_first.yaml', '[[Oil, Exhibit 1]]', '[[Oil]]', 'criteriaMapping.exampleRows.0'],
]

describe('each planted fault is found, by its rule, at its place', () => {
  test.each(FAULTS)('%s in %s: %s → %s', (rule, path, from, to, at) => {
    expect(findings(rule, planted(path, from, to)).map((f) => f.at)).toContain(at)
  })
})

test('every rule has a planted fault, or one of its own below', () => {
  const own = ['diagnosis-codes-exist', 'records-stay-short']
  expect(RULES.map((r) => r.name).filter((n) => !own.includes(n) && !FAULTS.some(([rule]) => rule === n))).toEqual([])
})

test.each([
  ['missing from the release', new Map<string, boolean>(), 'F82 is not in the release.'],
  ['a heading in the release', new Map([['F82', false]]), 'F82 is not billable.'],
])('a diagnosis code that is %s', (_, codes, say) => {
  expect(findings('diagnosis-codes-exist', RECORDS, codes)).toMatchObject([{ id: 'oilex', at: 'indications.0.icd10cm.0', say }])
})

test('without the code release nothing is said about codes', () => {
  expect(findings('diagnosis-codes-exist', RECORDS)).toEqual([])
})

test('200 lines are short enough, 201 are not', () => {
  const text = RECORDS['payers/apex.yaml'] ?? ''
  const padded = (lines: number) => ({
    ...RECORDS,
    'payers/apex.yaml': `${'# more\n'.repeat(lines - text.split('\n').length + 1)}${text}`,
  })
  expect(findings('records-stay-short', padded(200))).toEqual([])
  expect(findings('records-stay-short', padded(201))).toMatchObject([{ kind: 'payers', id: 'apex', say: '201 lines.' }])
})

test('a figure may stand in a provision that was read somewhere', () => {
  const read = planted('sources/spring-guideline.yaml', 'Oil is offered first.', 'Oil helped 80 percent.')
  expect(findings('no-unsourced-rates', read)).toEqual([])
})

test('a problem names the file, the place, the rule and what to do', () => {
  const records = planted('payers/acme.yaml', 'confusableWith: [apex]', 'confusableWith: [apax]')
  const [problem] = knowledgeCheck(knowledgeOf(records), filesOf(records))
  expect(problem).toMatchObject({
    code: 'knowledge-invalid',
    where: 'knowledge/payers/acme.yaml, confusableWith.0',
    say: '"apax" is not in payers. (references-resolve)',
  })
})
