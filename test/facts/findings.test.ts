import { describe, expect, test } from 'vitest'
import { proposeFacts } from '../../src/facts/record/propose.ts'
import { textDocument, vocabulary } from './documents.ts'

const read = (text: string) => proposeFacts(textDocument(text), vocabulary)

describe('measures', () => {
  const measures = (text: string) =>
    read(text).measures.map(({ value: m }) =>
      [m.measure, m.written ?? String(m.value), m.unit, m.date].filter((x) => x !== null).join(' '),
    )
  test.each<[string, string[]]>([
    ['EDSS 4.0 on 3/2/2024.', ['edss 4.0 2024-03-02']],
    ['EDSS score was 3.5.', ['edss 3.5']],
    ['EDSS 3.5 today (2.0 in 03/2024).', ['edss 3.5', 'edss 2.0 2024-03']],
    ['PHQ-9: 18/27', ['phq-9 18']],
    ['HbA1c 8.4% (05/2025)', ['a1c 8.4 % 2025-05']],
    ['A1c of 9.1', ['a1c 9.1 %']],
    ['MIDAS score of 42; HIT-6 is 66.', ['midas 42', 'hit-6 66']],
    ['BMI 38.2 kg/m2', ['bmi 38.2 kg/m2']],
    ['LVEF was 35% on echocardiogram.', ['lvef 35 %']],
    ['NYHA class III', ['nyha III']],
    ['She has 18 headache days per month.', ['monthly-headache-days 18 days']],
    ['Eczema covers 22% BSA.', ['bsa 22 %']],
    ['Box and Block Test: 31 blocks', ['box-and-block 31 blocks']],
    ['FMA-UE: 38/66 (initial 29/66 on 01/12/2026)', ['fma-ue 38', 'fma-ue 29 2026-01-12']],
    // goals, cut-offs, bounds, ranges, other figures
    ['Goal A1c < 7.', []],
    ['Target LDL below 70.', []],
    ['Patient will improve FMA-UE to 45/66.', []],
    ['Policy requires PASI of at least 10.', []],
    ['LVEF 30-35%', []],
    ['BSA > 10%', []],
    ['EDSS 44', []],
    ['FEV1 1.8 L', []],
    ['GOALS:\nBerg 50/56 in 8 weeks.', []],
    ['PHQ-9 was not completed.', []],
    ['Her mother has an A1c of 9.', []],
    // an abbreviation counts only as written
    ['The man was seen on 4/5/2024.', []],
  ])('%s', (text, expected) => expect(measures(text)).toEqual(expected))
})

describe('laboratory tables', () => {
  test('the result, never the reference range, whichever comes first', () => {
    const first =
      'Test            Result        Reference Range\nHemoglobin      9.0 g/dL      11.5 - 15.5 g/dL\nPlatelets       450,000       150,000 - 400,000'
    const last =
      'Laboratory 11/2/24\n\nTest            Normal Range       Results\nHemoglobin      12.0 - 16.0        9.5 g/dL\nCreatinine      0.5 - 1.0          0.7 mg/dL'
    expect(read(first).measures.map((m) => m.value.value)).toEqual([9, 450000])
    expect(read(last).measures.map((m) => [m.value.value, m.value.date])).toEqual([
      [9.5, '2024-11-02'],
      [0.7, '2024-11-02'],
    ])
  })

  test('a row that holds only ranges holds no result', () => {
    expect(read('Hematocrit      36% - 44%      35% - 45%').measures).toEqual([])
  })
})

describe('diagnoses', () => {
  const names = (text: string) => read(text).diagnoses.map(({ value: d }) => (d.code ? `${d.name} [${d.code}]` : d.name))
  test.each<[string, string[]]>([
    ['ASSESSMENT:\n1. Relapsing-remitting multiple sclerosis (G35.A)', ['Relapsing-remitting multiple sclerosis [G35.A]']],
    ['Diagnosis: Crohn’s disease, ICD-10: K50.90', ['Crohn’s disease [K50.90]']],
    ['L20.9 Atopic dermatitis, unspecified\n', ['Atopic dermatitis, unspecified [L20.9]']],
    ['He was diagnosed with rheumatoid arthritis in 2019.', ['rheumatoid arthritis']],
    ['PMH mild intermittent asthma and eczema who presents today', ['mild intermittent asthma', 'eczema']],
    ['PAST MEDICAL HISTORY: hypertension, type 2 diabetes', ['hypertension', 'type 2 diabetes']],
    ['She is a 38 year old woman with multiple sclerosis (G35.A).', ['multiple sclerosis [G35.A]']],
    // denied, hedged, a relative's
    ['No history of seizures.', []],
    ['Denies history of depression.', []],
    ['#C/f Lennox Gastaut', []],
    ['ASSESSMENT:\nRule out lupus (M32.9).', []],
    ['Family history of migraine.', []],
    ['FAMILY HISTORY:\nMother diagnosed with lupus (M32.9).', []],
    // not codes
    ['Room B12.3 was cleaned; vitamin B12 normal.', []],
    ['Order E0676 for compression.', []],
  ])('%s', (text, expected) => expect(names(text)).toEqual(expected))
})

describe('results and events', () => {
  const results = (text: string) => read(text).results.map(({ value: r }) => `${r.test} | ${r.date} | ${r.finding}`)
  const events = (text: string) => read(text).events.map(({ value: e }) => `${e.kind} ${e.date}`)
  test.each<[string, string[]]>([
    ['MRI brain on 3/4/2024 showed two new lesions.', ['MRI brain | 2024-03-04 | MRI brain on 3/4/2024 showed two new lesions.']],
    [
      'MRI LUMBAR SPINE 5/6/2025\n\nIMPRESSION:\n1. Disc herniation at L4-L5.',
      ['MRI lumbar spine | 2025-05-06 | Disc herniation at L4-L5.'],
    ],
    ['Will order MRI brain.', []],
    ['MRI enterography: pending', []],
    ['If the MRI shows progression, we will switch.', []],
  ])('%s', (text, expected) => expect(results(text)).toEqual(expected))

  test.each<[string, string[]]>([
    ['She had a relapse in March 2023.', ['relapse 2023-03']],
    ['Hospitalized on 2/3/2024 for pneumonia.', ['admission 2024-02-03']],
    ['He fell twice last winter.', ['fall null']],
    ['No falls since the last visit.', []],
    ['Denies relapses.', []],
    ['Fall risk is high.', []],
    ['Surgery is planned for 6/1/2026.', []],
    ['His father had a stroke in 2019.', []],
    ['PLAN:\nReturn to the emergency department if worse.', []],
  ])('%s', (text, expected) => expect(events(text)).toEqual(expected))
})

describe('people', () => {
  const people = (text: string) => {
    const p = read(text)
    return {
      patient: p.patient.name?.value,
      born: p.patient.birthDate?.value,
      doctor: p.prescriber.name?.value,
      npi: p.prescriber.npi?.value,
    }
  }
  test.each<[string, object]>([
    ['Patient Name: Dana Whitfield    DOB: 05/14/1987', { patient: 'Dana Whitfield', born: '1987-05-14' }],
    ['NAME:   CARTER, DANIEL\nDOB:  03/14/1968', { patient: 'Daniel Carter', born: '1968-03-14' }],
    ['Emily Jones is an 8 year old F with asthma.', { patient: 'Emily Jones' }],
    ['Electronically signed by: Elena Reyes, MD\nNPI: 1234567893', { doctor: 'Elena Reyes', npi: '1234567893' }],
    ['Provider Name: Dr. Lennox', { doctor: 'Lennox' }],
    ['NPI: 1234567890', { npi: undefined }],
    ['DOB: 02/30/1990', { born: undefined }],
    ['Patient: will return in two weeks', { patient: undefined }],
    ['Marcus Lee, OTR/L', { doctor: undefined }],
  ])('%s', (text, expected) => expect(people(text)).toMatchObject(expected))
})
