import { describe, expect, test } from 'vitest'
import { knowledgeCheck, RULES } from '../../src/knowledge/lint/check.ts'
import { gradeLevel, syllablesIn } from '../../src/knowledge/lint/readability.ts'
import { CODES, filesOf, findings, knowledgeOf, planted, RECORDS } from './records.ts'

test('the small registry has no fault, so that each fault below is the planted one', () => {
  expect(knowledgeCheck(knowledgeOf(), filesOf(RECORDS), CODES)).toEqual([])
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
  ['dates-in-order', 'sources/spring-guideline.yaml', 'asOf: 2024-01-01', 'asOf: 2026-11-02', 'provisions.first'],
  [
    'dates-in-order',
    'sources/oilex-label.yaml',
    'status: recalled, checked: 2026-11-01 }',
    'status: recalled, checked: 2026-11-01, clock: { amount: 1, unit: days, from: receipt_of_notice, since: 2026-01-01, until: 2026-01-01 } }',
    'provisions.springs',
  ],
  ['procedure-codes-exist', 'treatments/oilex.yaml', 'code: J2350', 'code: J9999', 'hcpcs.0'],
  ['no-orphans', 'treatments/bending.yaml', 'group: levers', 'group: springs', ''],
  ['no-orphans', 'arguments/need.yaml', 'grounds: [rust]', 'grounds: [rusted]', ''],
  ['no-orphans', 'spanish/springs.yaml', 'en: Bend slowly.', 'en: Bend fast.', 'entries.0'],
  ['one-translation', 'spanish/springs.yaml', 'en: The spring is rusty', 'en: Bend slowly.', 'entries.1'],
  ['references-resolve', 'arguments/need.yaml', 'grounds: [rust]', 'grounds: [rusted]', 'grounds.0'],
  ['references-resolve', 'processes/call.yaml', 'reasons: [need]', 'reasons: [needs]', 'reasons.0'],
  ['references-resolve', 'scenarios/silence.yaml', 'processes: [call]', 'processes: [calls]', 'processes.0'],
  [
    'plain-words',
    'processes/call.yaml',
    'en: Ask for the call.',
    `en: ${'Interdisciplinary utilization determinations necessitate comprehensive reconsideration. '.repeat(6)}`,
    '',
  ],
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
  expect(findings('diagnosis-codes-exist', RECORDS, { ...CODES, icd10cm: codes })).toMatchObject([
    { id: 'oilex', at: 'indications.0.icd10cm.0', say },
  ])
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

test.each([
  ['a bound is no rate', 'Saturation below 88% at rest.', 0],
  ['nor is the other side of one', 'Ejection fraction of 35% or less.', 0],
  ['a rate beside a bound is one', 'Below 88% in 40% of springs.', 1],
])('%s', (_, text, count) => {
  expect(findings('no-unsourced-rates', planted('treatments/bending.yaml', 'Bend slowly.', text))).toHaveLength(count)
})

test.each([
  ['Withdrawal management for springs.', 0],
  ['Its approval was withdrawn.', 1],
  ['Withdrawal of approval took effect in 2023.', 1],
])('%s', (text, count) => {
  expect(findings('warning-first', planted('treatments/bending.yaml', 'Bend slowly.', text))).toHaveLength(count)
})

test('a problem names the file, the place, the rule and what to do', () => {
  const records = planted('payers/acme.yaml', 'confusableWith: [apex]', 'confusableWith: [apax]')
  const [problem] = knowledgeCheck(knowledgeOf(records), filesOf(records), CODES)
  expect(problem).toMatchObject({
    code: 'knowledge-invalid',
    where: 'knowledge/payers/acme.yaml, confusableWith.0',
    say: '"apax" is not in payers. (references-resolve)',
  })
})

describe('the grade of a text', () => {
  const easy = 'Call the plan today. Ask who read the chart. Write the name down. '
  test.each([
    ['short words in short sentences', easy.repeat(3), 0, 3],
    ['the same words run into one sentence', easy.repeat(3).replaceAll('. ', ' and '), 12, 20],
    ['long words', 'The determination necessitates immediate reconsideration. '.repeat(8), 20, 40],
    ['a citation in brackets is not reading', `${easy.repeat(3)}(29 CFR 2590.715-2719(d)(1)(i))`.repeat(1), 0, 3],
  ])('%s', (_, text, atLeast, below) => {
    const grade = gradeLevel(text) ?? Number.NaN
    expect(grade).toBeGreaterThanOrEqual(atLeast - 3)
    expect(grade).toBeLessThan(below)
  })
  test('29 words give no grade, 30 give one', () => {
    expect(gradeLevel('one two three four five six. '.repeat(5).replace('one ', ''))).toBeNull()
    expect(gradeLevel('one two three four five six. '.repeat(5))).not.toBeNull()
  })
  test.each([
    ['plan', 1],
    ['denial', 2],
    ['medical', 3],
    ['appeal', 2],
    ['cause', 1],
    ['table', 2],
    ['asked', 1],
    ['needed', 2],
  ])('%s has %i syllables', (word, count) => {
    expect(syllablesIn(word)).toBe(count)
  })
})
