import { describe, expect, test } from 'vitest'
import { proposeFacts } from '../../src/facts/record/propose.ts'
import { textDocument, vocabulary } from './documents.ts'

const read = (text: string) => proposeFacts(textDocument(text), vocabulary)
const tried = (text: string) => read(text).priorTreatments.map((e) => `${e.value.agent}: ${e.value.outcome}`)

describe('what counts as tried', () => {
  test.each<[string, string[]]>([
    // used and failed
    ['She failed Copaxone.', ['Copaxone: inadequate_response']],
    [
      'She previously tried and failed methotrexate and leflunomide.',
      ['methotrexate: inadequate_response', 'leflunomide: inadequate_response'],
    ],
    [
      'Tried sertraline, fluoxetine and bupropion without benefit.',
      ['sertraline: inadequate_response', 'fluoxetine: inadequate_response', 'bupropion: inadequate_response'],
    ],
    ['Refractory to ibuprofen.', ['ibuprofen: inadequate_response']],
    ['Symptoms persist despite 12 weeks of physical therapy.', ['physical therapy: inadequate_response']],
    ['He had no relief with gabapentin.', ['gabapentin: inadequate_response']],
    ['She relapsed on Tecfidera.', ['Tecfidera: inadequate_response']],
    // harm
    ['Metformin was stopped due to diarrhea.', ['Metformin: intolerance']],
    ['Could not tolerate topiramate.', ['topiramate: intolerance']],
    ['Lisinopril caused cough.', ['Lisinopril: intolerance']],
    [
      'Failed topiramate (cognitive slowing), propranolol (hypotension) and amitriptyline.',
      ['topiramate: intolerance', 'propranolol: intolerance', 'amitriptyline: inadequate_response'],
    ],
    // help, wholly or in part
    ['Physical therapy provided temporary relief.', ['Physical therapy: partial_response']],
    ['She is stable on Ocrevus.', ['Ocrevus: response']],
    // stopped for another reason
    ['Methotrexate was discontinued because of planned pregnancy.', ['Methotrexate: not_stated']],
    // now
    ['He is currently taking lisinopril.', ['lisinopril: ongoing']],
    ['MEDICATIONS:\nLisinopril 10 mg daily\nAtorvastatin 40 mg nightly', ['Lisinopril: ongoing', 'Atorvastatin: ongoing']],
    ['PLAN:\nContinue metformin 1000 mg BID.', ['metformin: ongoing']],
    // denied, refused, somebody else's
    ['She denies use of sumatriptan.', []],
    ['She has never taken Humira.', []],
    ['He has not tried methotrexate.', []],
    ['No prior trial of Enbrel.', []],
    ['She declined Botox.', []],
    ['Her mother was treated with Avonex.', []],
    ['His sister has MS and takes Gilenya.', []],
    ['FAMILY HISTORY:\nFather on warfarin for atrial fibrillation.', []],
    // still the patient's, though a relative speaks or is named
    ['Mother reports that he failed Ritalin.', ['Ritalin: inadequate_response']],
    ['Her mother has migraine; she failed topiramate.', ['topiramate: inadequate_response']],
    // ahead, asked for, weighed
    ['She will start Ocrevus.', []],
    ['Consider dupilumab.', []],
    ['If she fails methotrexate, we will add Humira.', []],
    ['I recommend a trial of gabapentin.', []],
    ['Requesting authorization for Stelara.', []],
    ['Insurance requires a trial of Ajovy.', []],
    ['Discussed risks and benefits of natalizumab.', []],
    ['PLAN:\nStart Skyrizi 150 mg. Trial of physical therapy.', []],
    ['Humira is medically necessary.', []],
    ['Before starting Ocrevus, hepatitis B screening was done.', []],
    // both in one sentence
    ['He failed Copaxone and will start Ocrevus.', ['Copaxone: inadequate_response']],
    ['After failing Tecfidera, Kesimpta is requested.', ['Tecfidera: inadequate_response']],
    ['She stopped Aubagio due to hair loss and was switched to Gilenya.', ['Aubagio: intolerance', 'Gilenya: not_stated']],
    ['PLAN:\nShe failed Humira; start Entyvio.', ['Humira: inadequate_response']],
    // neither allergy nor teaching nor a form's question is a trial
    ['ALLERGIES:\nPenicillin (hives), amoxicillin (rash)', []],
    ['He is allergic to aspirin.', []],
    ['PATIENT EDUCATION:\nTake ibuprofen with food. Stop taking naproxen.', []],
    ['Has the patient tried and failed methotrexate?', []],
    ['Reviewed information about Entyvio.', []],
    ['☐ Humira  ☐ Enbrel', []],
    // only named
    ['Humira is a TNF inhibitor.', []],
  ])('%s', (text, expected) => {
    expect(tried(text).sort()).toEqual([...expected].sort())
  })
})

describe('dates, dose and reason of a trial', () => {
  test.each<[string, object]>([
    [
      'Tried Copaxone 20 mg daily from Jan 2018 to Mar 2020; stopped due to relapses.',
      { dose: '20 mg daily', start: '2018-01', end: '2020-03', reason: 'relapses' },
    ],
    ['Took Copaxone 03/2019 - 11/2020.', { start: '2019-03', end: '2020-11' }],
    ['Treated with Copaxone since 2021.', { start: '2021', end: null, outcome: 'ongoing' }],
    [
      'Copaxone was started in March 2019 and discontinued on 6/30/2020 because of lipoatrophy.',
      { start: '2019-03', end: '2020-06-30', reason: 'lipoatrophy', outcome: 'intolerance' },
    ],
    ['In May 2017 she was started on Copaxone. It was stopped in 2019 for relapses.', { start: '2017-05', end: '2019' }],
    ['Failed Copaxone x 8 months.', { start: null, end: null, duration: '8 months' }],
    ['Completed an 8-week trial of Copaxone.', { duration: '8-week' }],
    ['Copaxone (2018–2020) failed.', { start: '2018', end: '2020' }],
    ['Tried Copaxone June 1 - August 1, 2024.', { start: '2024-06-01', end: '2024-08-01' }],
    ['Tried Copaxone 2/30/2020 without benefit.', { start: null, end: null }],
    ['Failed Copaxone. MRI in 2022 was stable.', { start: null, end: null }],
  ])('%s', (text, expected) => {
    expect(read(text).priorTreatments[0]?.value).toMatchObject(expected)
  })

  test('a list takes the dates of the block it stands in', () => {
    const text =
      'Completed Treatment Plan\nInduction Phase:\n  • Duration: 4 weeks (4/1/24 - 4/29/24)\n  • Agents:\n      ○ Vincristine weekly\n      ○ Cytarabine'
    expect(read(text).priorTreatments.map((e) => [e.value.agent, e.value.start, e.value.end])).toEqual([
      ['Vincristine', '2024-04-01', '2024-04-29'],
      ['Cytarabine', '2024-04-01', '2024-04-29'],
    ])
  })
})

describe('names', () => {
  const names = (text: string) => read(text).priorTreatments[0]?.value.alsoKnownAs ?? []

  test('a brand answers to its generic name and its classes', () => {
    expect(names('She failed Humira.')).toEqual(
      expect.arrayContaining(['adalimumab', 'tnf inhibitor', 'tumor necrosis factor inhibitor']),
    )
  })

  test('a drug of two routes counts in the class of the route that stands beside it, and in none without', () => {
    expect(names('Failed tacrolimus ointment.')).toContain('topical calcineurin inhibitor')
    expect(names('Failed tacrolimus ointment.')).not.toContain('systemic calcineurin inhibitor')
    expect(names('Failed tacrolimus.')).not.toContain('topical calcineurin inhibitor')
  })

  test('PT is physical therapy, pt is the patient', () => {
    expect(tried('Completed 6 weeks of PT without relief.')).toEqual(['PT: inadequate_response'])
    expect(tried('The pt failed to return.')).toEqual([])
  })

  test('a drug newer than the vocabulary is known by its stem', () => {
    expect(tried('She failed zorbelimab.')).toEqual(['zorbelimab: inadequate_response'])
  })
})

describe('reasons against an agent', () => {
  test.each<[string, string[]]>([
    ['Natalizumab is contraindicated due to a positive JC virus antibody.', ['Natalizumab: a positive JC virus antibody']],
    ['She is not a candidate for valproate because of planned pregnancy.', ['valproate: planned pregnancy']],
    ['NSAIDs should be avoided given chronic kidney disease.', ['NSAIDs: chronic kidney disease']],
    ['We will not use doxorubicin because of heart failure.', ['doxorubicin: heart failure']],
    ['ALLERGIES:\nPenicillin (hives); sulfa – rash', ['Penicillin: allergy: hives', 'sulfa: allergy: rash']],
    ['Allergic to sulfa drugs.', ['sulfa: allergy']],
    ['ALLERGIES: NKDA', []],
    ['Her mother is allergic to penicillin.', []],
    ['No contraindication to methotrexate.', []],
    ['She tolerates NSAIDs.', []],
  ])('%s', (text, expected) => {
    expect(read(text).contraindications.map((e) => `${e.value.agent}: ${e.value.reason}`)).toEqual(expected)
  })
})
