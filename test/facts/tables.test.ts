import { describe, expect, test } from 'vitest'
import { proposeFacts } from '../../src/facts/record/propose.ts'
import { textDocument, vocabulary } from './documents.ts'

const read = (text: string) => proposeFacts(textDocument(text), vocabulary)
const trials = (text: string) =>
  read(text).priorTreatments.map(({ value: t }) => [t.agent, t.dose, t.start, t.end, t.outcome, t.reason].join(' | '))
const scores = (text: string) =>
  read(text).measures.map(({ value: m }) => [m.measure, m.written ?? m.value, m.unit, m.date].join(' | '))
const events = (text: string) => read(text).events.map(({ value: e }) => `${e.kind} ${e.date}`)

const HISTORY = `Treatment History

 Agent and dose            Start        Stop         Outcome
 Teriflunomide 14          02/01/2020   03/15/2022   Inadequate response. Relapse 12/04/2021 and a new
 mg daily                                            lesion on MRI 01/10/2022. Took it as prescribed.
 Fingolimod 0.5            04/02/2022 09/20/2023 Intolerance: macular edema on two examinations; stopped.
 mg daily
 Natalizumab               not started               Avoided. JCV antibody positive. The index is a labeled
                                                     warning for natalizumab.
`

describe('a table of treatments with wrapped cells', () => {
  test('one trial a row, its whole cells, and none for what was never started', () => {
    expect(trials(HISTORY)).toEqual([
      'Teriflunomide | 14 mg daily | 2020-02-01 | 2022-03-15 | inadequate_response | Inadequate response. Relapse 12/04/2021 and a new lesion on MRI 01/10/2022. Took it as prescribed.',
      'Fingolimod | 0.5 mg daily | 2022-04-02 | 2023-09-20 | intolerance | Intolerance: macular edema on two examinations; stopped.',
    ])
  })

  test('a regimen over several lines is one trial', () => {
    const text = `Treatment              Start        End          Result
 Carboplatin and        01/05/2025   03/02/2025   CT 03/10/2025: stable disease
 paclitaxel, 3
 cycles
 Nivolumab              04/01/2025   08/01/2025   CT 08/09/2025: progression`
    expect(
      trials(text)
        .map((t) => t.split(' | ').slice(0, 5).join(' | '))
        .sort(),
    ).toEqual([
      'Carboplatin and paclitaxel |  | 2025-01-05 | 2025-03-02 | not_stated',
      'Nivolumab |  | 2025-04-01 | 2025-08-01 | inadequate_response',
    ])
  })

  test('only a stated contraindication is one', () => {
    const text = `Medication    Dates        Outcome
 Metformin     never        Contraindicated: eGFR 22
 Glipizide     never        Declined by patient`
    expect(read(text).contraindications.map((c) => `${c.value.agent}: ${c.value.reason}`)).toEqual(['Metformin: eGFR 22'])
    expect(trials(text)).toEqual([])
  })
})

describe('a course known whole', () => {
  test.each<[string, string]>([
    ['a relapse on it is no second trial', '06/11/2021 Relapse on teriflunomide. Left leg weakness.'],
    ['a score on it is no second trial', 'EDSS date     Score   Comment\n06/11/2021    2.0     Stable on teriflunomide'],
    ['what came after it is not its outcome', 'Lymphopenia on fingolimod, and since then a disabling relapse.'],
    ['a summary corroborates', 'She failed teriflunomide.'],
  ])('%s', (_, more) => {
    expect(trials(`${HISTORY}\n\n${more}`).map((t) => t.split(' | ').slice(2, 5).join(' '))).toEqual([
      '2020-02-01 2022-03-15 inadequate_response',
      '2022-04-02 2023-09-20 intolerance',
    ])
  })

  test('a later course with its own dates stays a course', () => {
    expect(trials(`${HISTORY}\n\nTeriflunomide was restarted 05/01/2024 and stopped 08/01/2024 for hair loss.`)).toHaveLength(3)
  })
})

describe('tables of scores', () => {
  test.each<[string, string, string[]]>([
    [
      'a date per row',
      'EDSS date        Score     Comment\n06/24/2024       2.0       Baseline before Tecfidera\n09/14/2026       3.5       88 days after relapse onset',
      ['edss | 2.0 |  | 2024-06-24', 'edss | 3.5 |  | 2026-09-14'],
    ],
    [
      'dates across the head',
      'Measure                              04/06/2026   07/28/2026\nMotor Activity Log, amount of use    1.4          1.7\nSomething unknown (0-9)              3            4',
      ['mal-aou | 1.4 |  | 2026-04-06', 'mal-aou | 1.7 |  | 2026-07-28'],
    ],
    [
      'a head of dates alone; a percentile is not the score',
      'STANDARDIZED TESTING\n                                      05/27/2025    05/28/2026\nBeery VMI, standard score                 68            76\nBeery VMI, percentile                      2             5',
      ['beery-vmi | 68 |  | 2025-05-27', 'beery-vmi | 76 |  | 2026-05-28'],
    ],
    [
      'a table drawn with bars',
      '| month | PHQ-9 | note |\n|---|---|---|\n| Nov 2024 | 14 | |\n| Dec 2024 | 12 | better |',
      ['phq-9 | 14 |  | 2024-11', 'phq-9 | 12 |  | 2024-12'],
    ],
  ])('%s', (_, text, expected) => expect(scores(text)).toEqual(expected))

  test('the comment of a score is no event', () => {
    expect(events('EDSS date     Score   Comment\n09/14/2026    3.5     During relapse')).toEqual([])
  })
})

describe('dates and units of measures in sentences', () => {
  test.each<[string, string[]]>([
    [
      'Labs collected 08/24/2026: ALT 19. IgG 912 mg/dL (reference 700-1600), IgA 168.',
      ['alt | 19 | U/L | 2026-08-24', 'igg | 912 | mg/dL | 2026-08-24', 'serum-iga | 168 | mg/dL | 2026-08-24'],
    ],
    ['Seen 06/22/2026 (EDSS 4.0) and treated.', ['edss | 4.0 |  | 2026-06-22']],
    ['Body surface area 0.52 m2.', ['body-surface | 0.52 | m2 | ']],
    ['Body surface area 20% involved.', ['bsa | 20 | % | ']],
    ['Clinic note, November 9, 2026\nWeight 11.4 kg.', ['weight | 11.4 | kg | 2026-11-09']],
  ])('%s', (text, expected) => expect(scores(text)).toEqual(expected))
})

describe('a chronology', () => {
  const text = ` Date         Event
 02/14/2023   Relapse on glatiramer. Sensory level T6. Full
              recovery.
 03/02/2023   Started Tecfidera.
 05/06/2024   MRI brain: 3 new T2 lesions compared with 11/29/2021, none
              enhancing.`
  test('its dates are those of its happenings', () => {
    expect(events(text)).toEqual(['relapse 2023-02-14'])
    expect(trials(text).map((t) => t.split(' | ').slice(0, 3).join(' '))).toEqual(['Tecfidera  2023-03-02'])
    expect(read(text).results.map((r) => `${r.value.date} ${r.value.finding}`)).toEqual([
      '2024-05-06 MRI brain: 3 new T2 lesions compared with 11/29/2021, none enhancing.',
    ])
  })
})

describe('names of diagnoses', () => {
  test.each<[string, string[]]>([
    [
      'Six-year-old boy followed for autistic disorder (F84.0), diagnosed 09/12/2023 (ADOS-2, Module 2), and coordination disorder (F82).',
      ['autistic disorder F84.0 2023-09-12', 'coordination disorder F82 null'],
    ],
    [
      'Diagnosis. Infantile fibrosarcoma of the right knee, fusion positive. ICD-10-CM C49.21.',
      ['Infantile fibrosarcoma of the right knee, fusion positive C49.21 null'],
    ],
    [
      'PMH: hypertension; gout. Toxin was considered and not given, because tone is mild.',
      ['hypertension null null', 'gout null null'],
    ],
    ['# Headache diary, Ann Lee\n\nCopied from my phone.', []],
  ])('%s', (text, expected) =>
    expect(read(text).diagnoses.map(({ value: d }) => `${d.name} ${d.code} ${d.since}`)).toEqual(expected),
  )
})

describe('who is who', () => {
  test.each<[string, string | undefined]>([
    ['Signed: Ann Lee, OTR/L   NPI 1234567893', undefined],
    ['Provider: Ray Moss, MD\nNPI 1234567893', 'Ray Moss'],
  ])('%s', (text, name) => expect(read(text).prescriber.name?.value).toBe(name))

  test('the number beside a therapist is not the physician’s', () => {
    const text = 'Referring physician: Ray Moss, MD\n\nTherapy went well.\n\nSigned: Ann Lee, OTR/L   NPI 1234567893'
    expect(read(text).prescriber.npi).toBeNull()
  })
})

test('fills under a head that names them are one entry an agent', () => {
  const text = ` Filled      Rx number Medication                  Qty Days Status
 05/23/2024 1340682    Copaxone 40 mg/mL syringe   12   28   Picked up
 04/25/2024 1340682    Copaxone 40 mg/mL syringe   12   28   Picked up`
  expect(read(text).priorTreatments.map((t) => [t.value.start, t.value.end, t.value.duration, t.also?.length])).toEqual([
    ['2024-04-25', null, 'last filled 05/23/2024', 1],
  ])
})
