import { describe, expect, it } from 'vitest'
import { matchCriteria } from '../../src/criteria/match/matchCriteria.ts'
import { parsePolicy } from '../../src/criteria/policy/parse.ts'
import type { Match } from '../../src/criteria/requirement.ts'
import type { CaseFacts } from '../../src/facts/casefacts.ts'
import { born, ground, hasDiagnosis, measured, partial, recorded, requested, resulted, specialist, tried } from './case.ts'
import { textDocument } from './document.ts'

/** One criterion as a policy prints it, against a case. */
function verdict(words: string, given: Partial<CaseFacts>, record = ''): Match {
  const policy = parsePolicy(
    textDocument(`Coverage Criteria\n\nDrug X is covered when all of the following are met:\n1. ${words}\n`),
  )
  if (!policy.ok || !policy.value.sections[0]) throw new Error('the policy did not parse')
  const match = matchCriteria(policy.value.sections[0], ground(given, record)).children[0]
  if (!match) throw new Error('no criterion')
  return match
}

type Row = readonly [name: string, words: string, given: Partial<CaseFacts>, status: Match['status']]

const mtx = (more = {}) => tried('methotrexate', { start: partial('2025-01-01'), end: partial('2025-06-01'), ...more })
const RRMS = hasDiagnosis('Relapsing-remitting multiple sclerosis', 'G35')

const AGE: readonly Row[] = [
  ['18 today', 'Patient is 18 years of age or older', { patient: born('2008-03-15') }, 'met'],
  ['18 tomorrow', 'Patient is 18 years of age or older', { patient: born('2008-03-16') }, 'notMet'],
  ['17 of ≥ 18', 'Patient is ≥ 18 years of age', { patient: born('2009-01-01') }, 'notMet'],
  ['adult', 'Patient is an adult', { patient: born('2000-01-01') }, 'met'],
  ['upper bound kept', 'Age between 6 and 17 years', { patient: born('2008-03-16') }, 'met'],
  ['upper bound passed', 'Age between 6 and 17 years', { patient: born('2008-03-15') }, 'notMet'],
  ['months', 'Member is at least 6 months of age', { patient: born('2025-09-15') }, 'met'],
  ['months short', 'Member is at least 6 months of age', { patient: born('2025-09-16') }, 'notMet'],
  ['birth date unknown', 'Patient is 18 years of age or older', {}, 'noEvidence'],
]

const TRIAL: readonly Row[] = [
  [
    '12 weeks of 12',
    'Trial and failure of methotrexate for at least 12 weeks',
    { priorTreatments: [tried('methotrexate', { start: partial('2025-01-01'), end: partial('2025-03-26') })] },
    'met',
  ],
  [
    '11 weeks of 12',
    'Trial and failure of methotrexate for at least 12 weeks',
    { priorTreatments: [tried('methotrexate', { start: partial('2025-01-01'), end: partial('2025-03-19') })] },
    'notMet',
  ],
  [
    'month dates leave it open',
    'Trial and failure of methotrexate for at least 12 weeks',
    { priorTreatments: [tried('methotrexate', { start: partial('2025-01'), end: partial('2025-03') })] },
    'noEvidence',
  ],
  [
    'no dates',
    'Trial and failure of methotrexate for at least 12 weeks',
    { priorTreatments: [tried('methotrexate')] },
    'noEvidence',
  ],
  ['brand counts for generic', 'Trial and failure of glatiramer acetate', { priorTreatments: [tried('Copaxone')] }, 'met'],
  [
    'one of two',
    'Trial and failure of two of: propranolol, topiramate, amitriptyline',
    { priorTreatments: [tried('propranolol')] },
    'noEvidence',
  ],
  [
    'two of two',
    'Trial and failure of two of: propranolol, topiramate, amitriptyline',
    { priorTreatments: [tried('propranolol'), tried('topiramate')] },
    'met',
  ],
  [
    'the same agent twice',
    'Trial and failure of two of: propranolol, topiramate, amitriptyline',
    { priorTreatments: [tried('propranolol'), tried('propranolol')] },
    'noEvidence',
  ],
  ['and asks for both', 'Failure of methotrexate and leflunomide', { priorTreatments: [mtx()] }, 'noEvidence'],
  ['or asks for one', 'Failure of methotrexate or leflunomide', { priorTreatments: [mtx()] }, 'met'],
  ['class by member', 'Inadequate response to a triptan', { priorTreatments: [tried('sumatriptan')] }, 'met'],
  ['another class', 'Inadequate response to a triptan', { priorTreatments: [tried('propranolol')] }, 'noEvidence'],
  [
    'intolerance where excused',
    'Failure of methotrexate unless contraindicated or not tolerated',
    { priorTreatments: [mtx({ outcome: 'intolerance' })] },
    'exception',
  ],
  [
    'intolerance where not excused',
    'Failure of methotrexate',
    { priorTreatments: [mtx({ outcome: 'intolerance' })] },
    'noEvidence',
  ],
  [
    'contraindication where excused',
    'Failure, contraindication, or intolerance to methotrexate',
    {
      contraindications: [
        recorded({ agent: 'methotrexate', alsoKnownAs: [], reason: 'cirrhosis' }, 'No methotrexate: cirrhosis.'),
      ],
    },
    'exception',
  ],
  [
    'contraindication where not excused',
    'Failure of methotrexate',
    {
      contraindications: [
        recorded({ agent: 'methotrexate', alsoKnownAs: [], reason: 'cirrhosis' }, 'No methotrexate: cirrhosis.'),
      ],
    },
    'noEvidence',
  ],
  ['response is no failure', 'Failure of methotrexate', { priorTreatments: [mtx({ outcome: 'response' })] }, 'notMet'],
  [
    'tried is enough where failure is not asked',
    'Patient has tried methotrexate',
    { priorTreatments: [mtx({ outcome: 'not_stated' })] },
    'met',
  ],
  ['outcome not stated', 'Failure of methotrexate', { priorTreatments: [mtx({ outcome: 'not_stated' })] }, 'noEvidence'],
  ['dose not shown', 'Failure of methotrexate at a maximally tolerated dose', { priorTreatments: [mtx()] }, 'noEvidence'],
  ['recent', 'Trial of methotrexate within the last 12 months', { priorTreatments: [mtx()] }, 'met'],
  ['not recent', 'Trial of methotrexate within the last 6 months', { priorTreatments: [mtx()] }, 'notMet'],
  [
    'ongoing is not yet failure',
    'Failure of methotrexate',
    { priorTreatments: [mtx({ outcome: 'ongoing', end: null })] },
    'noEvidence',
  ],
  [
    'the requested drug is no trial of its class',
    'Failure of a TNF inhibitor',
    { treatment: requested('adalimumab'), priorTreatments: [tried('Humira')] },
    'noEvidence',
  ],
  [
    'another of the class is',
    'Failure of a TNF inhibitor',
    { treatment: requested('adalimumab'), priorTreatments: [tried('etanercept')] },
    'met',
  ],
  ['nothing tried', 'Failure of methotrexate', {}, 'noEvidence'],
]

const MEASURE: readonly Row[] = [
  ['at the bound', 'MIDAS score of at least 11', { measures: [measured('midas', 'MIDAS', 11, '2026-01-10')] }, 'met'],
  ['below it', 'MIDAS score of at least 11', { measures: [measured('midas', 'MIDAS', 10, '2026-01-10')] }, 'notMet'],
  ['at most', 'EDSS ≤ 6.5', { measures: [measured('edss', 'EDSS', 6.5, '2026-01-10')] }, 'met'],
  ['over', 'EDSS ≤ 6.5', { measures: [measured('edss', 'EDSS', 7, '2026-01-10')] }, 'notMet'],
  ['strict', 'LVEF less than 40%', { measures: [measured('lvef', 'LVEF', 40, '2026-01-10')] }, 'notMet'],
  ['between', 'EDSS between 2 and 5', { measures: [measured('edss', 'EDSS', 5, '2026-01-10')] }, 'met'],
  [
    'newest counts',
    'EDSS ≤ 6.5',
    { measures: [measured('edss', 'EDSS', 4, '2024-01-10'), measured('edss', 'EDSS', 7, '2026-01-10')] },
    'notMet',
  ],
  [
    'six months old today',
    'MIDAS score of at least 11 within the last 6 months',
    { measures: [measured('midas', 'MIDAS', 20, '2025-09-15')] },
    'met',
  ],
  [
    'a day older',
    'MIDAS score of at least 11 within the last 6 months',
    { measures: [measured('midas', 'MIDAS', 20, '2025-09-14')] },
    'noEvidence',
  ],
  [
    'undated',
    'MIDAS score of at least 11 within the last 6 months',
    { measures: [measured('midas', 'MIDAS', 20, null)] },
    'noEvidence',
  ],
  ['not measured', 'MIDAS score of at least 11', {}, 'noEvidence'],
]

const OTHER: readonly Row[] = [
  ['diagnosis by words', 'Diagnosis of relapsing-remitting multiple sclerosis', { diagnoses: [RRMS] }, 'met'],
  ['diagnosis wider than asked for', 'Diagnosis of multiple sclerosis', { diagnoses: [RRMS] }, 'met'],
  ['diagnosis narrower than held', 'Diagnosis of primary progressive multiple sclerosis', { diagnoses: [RRMS] }, 'noEvidence'],
  [
    'severity not shown',
    'Diagnosis of moderate to severe plaque psoriasis',
    { diagnoses: [hasDiagnosis('Plaque psoriasis')] },
    'noEvidence',
  ],
  [
    'severity in the record',
    'Diagnosis of moderate to severe plaque psoriasis',
    { diagnoses: [hasDiagnosis('Moderate to severe plaque psoriasis')] },
    'met',
  ],
  [
    'one of two named',
    'Diagnosis of episodic or chronic migraine',
    { diagnoses: [hasDiagnosis('Chronic migraine without aura', 'G43.709')] },
    'met',
  ],
  ['another disease', 'Diagnosis of episodic or chronic migraine', { diagnoses: [RRMS] }, 'noEvidence'],
  ['code under a heading', 'ICD-10 code G43.70 or G43.71', { diagnoses: [hasDiagnosis('Migraine', 'G43.709')] }, 'met'],
  ['code outside', 'ICD-10 code G43.71', { diagnoses: [hasDiagnosis('Migraine', 'G43.709')] }, 'noEvidence'],
  ['specialty', 'Prescribed by or in consultation with a neurologist', { prescriber: specialist('Neurology') }, 'met'],
  [
    'other specialty may consult',
    'Prescribed by or in consultation with a neurologist',
    { prescriber: specialist('Family medicine') },
    'noEvidence',
  ],
  ['other specialty alone', 'Prescribed by a neurologist', { prescriber: specialist('Family medicine') }, 'notMet'],
  [
    'screening done',
    'Screening for hepatitis B has been completed',
    { results: [resulted('Hepatitis B surface antigen', 'hepatitis B negative', '2026-01-02')] },
    'met',
  ],
  ['screening not held', 'Screening for hepatitis B has been completed', {}, 'noEvidence'],
  [
    'imaging shows it',
    'MRI shows new enhancing lesions',
    { results: [resulted('MRI brain', 'two new enhancing lesions', '2026-01-02')] },
    'met',
  ],
  [
    'imaging shows something else',
    'MRI shows new enhancing lesions',
    { results: [resulted('MRI brain', 'unchanged', '2026-01-02')] },
    'noEvidence',
  ],
  [
    'combination never shown by silence',
    'Will not be used in combination with natalizumab',
    { treatment: requested('ocrelizumab') },
    'noEvidence',
  ],
  [
    'combination shown',
    'Will not be used in combination with natalizumab',
    { treatment: requested('ocrelizumab'), priorTreatments: [tried('natalizumab', { outcome: 'ongoing' })] },
    'notMet',
  ],
  [
    'combination ruled out by the prescriber',
    'Will not be used in combination with natalizumab',
    {
      treatment: requested('ocrelizumab'),
      statements: [
        recorded(
          { who: 'prescriber', ground: null, text: 'Ocrelizumab will not be taken together with natalizumab.' },
          'Ocrelizumab will not be taken together with natalizumab.',
        ),
      ],
    },
    'met',
  ],
  [
    'combination ruled out by the patient only',
    'Will not be used in combination with natalizumab',
    {
      treatment: requested('ocrelizumab'),
      statements: [
        recorded(
          { who: 'patient', ground: null, text: 'I will not take it together with natalizumab.' },
          'I will not take it together with natalizumab.',
        ),
      ],
    },
    'noEvidence',
  ],
  [
    'renewal with response',
    'Patient has shown a positive clinical response',
    { treatment: requested('ocrelizumab', true), priorTreatments: [tried('ocrelizumab', { outcome: 'response' })] },
    'met',
  ],
  [
    'renewal without',
    'Patient has shown a positive clinical response',
    { treatment: requested('ocrelizumab', true) },
    'noEvidence',
  ],
  ['negated diagnosis', 'Patient does not have a diagnosis of multiple sclerosis', { diagnoses: [RRMS] }, 'noEvidence'],
  ['negated trial', 'Patient has not received prior methotrexate therapy', { priorTreatments: [mtx()] }, 'noEvidence'],
  [
    'infection asked to be absent',
    'No active hepatitis B infection on screening',
    { results: [resulted('Hepatitis B surface antigen', 'hepatitis B positive, active infection', '2026-01-02')] },
    'noEvidence',
  ],
  ['failing in other words', 'Patient did not respond to methotrexate', { priorTreatments: [mtx()] }, 'met'],
  [
    'a further demand in the same sentence',
    'Diagnosis of multiple sclerosis confirmed by spinal fluid analysis',
    { diagnoses: [RRMS] },
    'noEvidence',
  ],
  ['age at onset is not age', 'Symptom onset before 18 years of age', { patient: born('2000-01-01') }, 'noEvidence'],
  [
    'change is not a value',
    'Increase of at least 1 point in EDSS',
    { measures: [measured('edss', 'EDSS', 4, '2026-01-10')] },
    'noEvidence',
  ],
  ['not understood', 'The home has room for the device', {}, 'noEvidence'],
]

describe.each([
  ['age', AGE],
  ['earlier treatment', TRIAL],
  ['measures', MEASURE],
  ['other criteria', OTHER],
] as const)('%s', (_, rows) => {
  it.each(rows)('%s', (_name, words, given, status) => {
    const match = verdict(words, given)
    expect([match.status, match.because]).toEqual([status, match.because])
    if (status === 'noEvidence') expect(match.gap).not.toBeNull()
    else expect(match.evidence.length).toBeGreaterThan(0)
  })
})

describe('what the record states', () => {
  it('is offered without a claim of meeting', () => {
    const match = verdict(
      'The home has room for the power wheelchair',
      {},
      'Home visit. The home has room for a power wheelchair, doors 36 inches.',
    )
    expect(match.status).toBe('noEvidence')
    expect(match.evidence[0]).toMatchObject({ kind: 'record', source: 'record-1' })
    expect(match.because).toMatch(/^The record states: “The home has room/)
  })

  const SCREEN = 'Hepatitis B surface antigen was tested within the last 12 months'
  it.each([
    ['Labs of 01/12/2026: hepatitis B surface antigen non-reactive.', SCREEN, 'met'],
    ['Labs of 01/12/2024: hepatitis B surface antigen non-reactive.', SCREEN, 'noEvidence'],
    ['Hepatitis B surface antigen: non-reactive.', SCREEN, 'noEvidence'],
    ['Hepatitis B surface antigen: non-reactive.', 'Hepatitis B surface antigen was tested', 'met'],
    ['Hepatitis B surface antigen ordered, result pending.', 'Hepatitis B surface antigen was tested', 'noEvidence'],
    ['Hepatitis B surface antigen: non-reactive.', 'Hepatitis B core antibody was tested', 'noEvidence'],
  ] as const)('a result in words: %s', (record, words, status) => expect(verdict(words, {}, record).status).toBe(status))

  const GOALS = 'The plan of care states measurable goals with a time frame'
  it.each([
    ['Plan of care: goal 1: produce /s/ with 80% accuracy in 12 weeks.', 'met'],
    ['Plan of care: continue therapy.', 'noEvidence'],
  ] as const)('shows documentation: %s', (record, status) => expect(verdict(GOALS, {}, record).status).toBe(status))
})

describe('the sentence for the table', () => {
  it('names agent, dates and outcome in the third person', () => {
    const match = verdict('Failure of glatiramer acetate', {
      priorTreatments: [
        tried('glatiramer acetate', { start: partial('2021-03'), end: partial('2022-01'), reason: 'two relapses' }),
      ],
    })
    expect(match.because).toBe('Glatiramer acetate, March 2021 to January 2022, inadequate response (two relapses).')
  })
})
