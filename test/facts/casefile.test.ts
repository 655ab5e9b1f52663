import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CaseFile } from '../../src/facts/casefile/casefile.ts'
import { type KnownIds, parseCaseFile } from '../../src/facts/casefile/parse.ts'

const docs = readFileSync(join(import.meta.dirname, '../../docs/casefile.md'), 'utf8')
const example = /```yaml\n([\s\S]*?)```/.exec(docs)?.[1] ?? ''

function parsed(text: string, known: KnownIds = {}): CaseFile {
  const result = parseCaseFile(text, 'case.yaml', known)
  if (!result.ok) throw new Error(result.problems.map((p) => `${p.where} ${p.say}`).join('\n'))
  return result.value
}

describe('the documented example', () => {
  const file = parsed(example)

  test('says what it says', () => {
    expect(file.patient.name?.value).toBe('Dana Whitfield')
    expect(file.plan.coverage?.value).toBe('erisa_self_funded')
    expect(file.denial.received?.value).toBe('2026-03-09')
    expect(file.denial.receiptProven?.value).toBe(true)
    expect(file.treatment.codes[0]?.value).toEqual({ system: 'HCPCS', code: 'J2350' })
    expect(file.treatment.current?.value).toBe(false)
    expect(file.priorTreatments.map((t) => [t.value.agent, t.value.start, t.value.outcome])).toEqual([
      ['glatiramer acetate (Copaxone)', '2019-08', 'inadequate_response'],
      ['dimethyl fumarate (Tecfidera)', '2021-03', 'intolerance'],
      ['physical therapy', null, 'not_stated'],
    ])
    expect(file.statements.map((s) => s.value.who)).toEqual(['patient', 'prescriber'])
    expect(file.notTrue).toEqual([
      { kind: 'treatment', what: 'teriflunomide', document: 'clinic-note.pdf', why: 'It was discussed and never started.' },
    ])
  })

  test('keeps path, words and speaker of every value', () => {
    expect(file.patient.name?.origin).toEqual({ kind: 'person', who: 'case file', path: 'patient.name', words: 'Dana Whitfield' })
    expect(file.priorTreatments[0]?.origin).toMatchObject({ who: 'prescriber', path: 'priorTreatments.0' })
    expect(file.urgency?.origin).toMatchObject({ who: 'prescriber', path: 'urgency' })
    expect(file.statements[0]?.origin).toMatchObject({ who: 'patient', path: 'statements.0.words' })
  })

  test('blank fields say nothing', () => {
    expect(file.denial.effectiveDateOfChange).toBeNull()
    expect(file.signer?.value).toEqual({ role: 'patient', name: null })
    expect(file.grounds).toEqual([])
  })

  test('the tables of the example name every field of the schema', () => {
    for (const part of Object.keys(file)) if (part !== 'path') expect(example, part).toMatch(new RegExp(`^${part}:`, 'm'))
  })
})

test('an empty file, and a template left blank, state nothing', () => {
  for (const text of ['', '# nothing yet\n', 'patient:\n  name:\nplan:\n']) {
    const file = parsed(text)
    expect(file.patient.name).toBeNull()
    expect(file.diagnoses).toEqual([])
  }
})

describe('what is wrong is said with its line and what to write', () => {
  const problems = (text: string, known: KnownIds = {}) => {
    const result = parseCaseFile(text, 'case.yaml', known)
    return result.ok ? [] : result.problems.map((p) => `${p.where} ${p.say} ${p.fix}`)
  }
  test.each<[string, string, RegExp]>([
    [
      'a day that does not exist',
      'patient:\n  birthDate: 1990-02-30',
      /^case\.yaml:2 patient\.birthDate is not a full calendar date\. Write it as/,
    ],
    [
      'a month where a day is needed',
      'denial:\n  noticeDate: 2026-03',
      /^case\.yaml:2 denial\.noticeDate is not a full calendar date\./,
    ],
    [
      'an NPI with a wrong check digit',
      'prescriber:\n  name: A B\n  npi: 1234567890',
      /^case\.yaml:3 prescriber\.npi is not a valid NPI.*check digit/,
    ],
    ['a state that is none', 'plan:\n  state: Texas', /^case\.yaml:2 plan\.state is not a state\. Write the two letters/],
    [
      'a choice that is none',
      'priorTreatments:\n  - agent: X\n    outcome: bad',
      /^case\.yaml:3 priorTreatments\.0\.outcome is not one of the choices\. Write one of: inadequate_response/,
    ],
    ['a misspelt field', 'patient:\n  nmae: X', /^case\.yaml:2 "nmae" is not a field of patient\. Did you mean "name"\?/],
    [
      'an unknown part',
      'weather: fine',
      /^case\.yaml:1 "weather" is not a field of a case file\. Fields here: by, patient, plan/,
    ],
    [
      'a missing field',
      'contraindications:\n  - agent: X',
      /^case\.yaml:2 contraindications\.0\.reason is missing\. Add the line/,
    ],
    [
      'a block where a list is needed',
      'diagnoses:\n  name: X',
      /^case\.yaml:2 diagnoses must be a list\. Begin each entry with "- "/,
    ],
    ['a list where a block is needed', 'patient:\n  - name: X', /^case\.yaml:2 patient must be a block of fields\./],
    [
      'a block where a value is needed',
      'patient:\n  name:\n    first: X',
      /^case\.yaml:3 patient\.name must be a single line of text\./,
    ],
    [
      'words for a number',
      'measures:\n  - measure: EDSS\n    value: about 4',
      /^case\.yaml:3 measures\.0\.value is not a number\./,
    ],
    ['a code of no system', 'treatment:\n  codes:\n    - XYZ', /^case\.yaml:3 treatment\.codes\.0 is not a service code\./],
    [
      'a code that is no diagnosis',
      'diagnoses:\n  - name: X\n    code: 97530',
      /^case\.yaml:3 diagnoses\.0\.code is not an ICD-10-CM code\./,
    ],
    [
      'a telephone number cut short',
      'prescriber:\n  fax: 512-555',
      /^case\.yaml:2 prescriber\.fax is not a US telephone number\./,
    ],
    ['yes and no only', 'treatment:\n  current: maybe', /^case\.yaml:2 treatment\.current must be yes or no\./],
    [
      'an end before its start',
      'priorTreatments:\n  - agent: X\n    start: 2022\n    end: 2021',
      /^case\.yaml:4 priorTreatments\.0\.end is earlier than its start\. Check both dates\./,
    ],
    [
      'receipt before the letter',
      'denial:\n  noticeDate: 2026-03-04\n  received:\n    date: 2026-03-01',
      /^case\.yaml:4 denial\.received\.date is earlier/,
    ],
    ['the same name twice', 'patient:\n  name: A\n  name: B', /^case\.yaml:3 The same name stands twice/],
    ['broken YAML', 'patient:\n  name: "A', /^case\.yaml:\d The file is not valid YAML here\./],
    ['not a block at all', '- a\n- b', /^case\.yaml:1 The file must be a block of fields\./],
  ])('%s', (_, text, expected) => {
    expect(problems(text)[0]).toMatch(expected)
  })

  test('ids that the caller knows', () => {
    const known = { coverage: new Set(['fehb']), grounds: new Set(['tried-and-failed']), letters: new Set(['appeal']) }
    expect(problems('plan:\n  coverage: nonsense', known)[0]).toMatch(
      /^case\.yaml:2 plan\.coverage is not a known id\. Write one of: fehb/,
    )
    expect(problems('letters:\n  - appeal\n  - poem', known)[0]).toMatch(/^case\.yaml:3 letters\.1/)
    expect(problems('plan:\n  coverage: fehb\ngrounds: [tried-and-failed]', known)).toEqual([])
  })

  test('all at once', () => {
    expect(problems('patient:\n  birthDate: x\nplan:\n  state: Q\nodd: 1')).toHaveLength(3)
  })

  test('never with what the file says', () => {
    const all = problems('patient:\n  birthDate: SECRET\n  phone: SECRET\ndiagnoses:\n  - name: X\n    code: SECRET')
    expect(all).toHaveLength(3)
    expect(all.join()).not.toContain('SECRET')
  })
})
