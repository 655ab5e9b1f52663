import { expect, test } from 'vitest'
import { resolveTreatment } from '../../src/knowledge/resolveTreatment.ts'
import type { TreatmentRecord } from '../../src/knowledge/treatment.ts'
import { real } from './real.ts'

test.each([
  ['Ocrevus 600 mg infusion', 'ocrelizumab'],
  ['OCREVUS ZUNOVO', 'ocrelizumab'],
  ['ocrelizumab and hyaluronidase-ocsq', 'ocrelizumab'],
  ['J2350', 'ocrelizumab'],
  ['HCPCS J2350 x 300 units', 'ocrelizumab'],
  ['Anti Cd 20 Ocrevus', 'ocrelizumab'],
  ['constraint-induced movement therapy, 30 hours', 'cimt'],
  ['CIMT', 'cimt'],
  ['Vitrakvi oral solution', 'trk-inhibitors'],
  ['Amjevita (adalimumab-atto)', 'adalimumab'],
  ['pediatric occupational therapy', 'ot-pediatric'],
])('%s is %s', (words, id) => expect(resolveTreatment(real, words)).toBe(id))

test.each(['ocrelizumb', 'Ocrelizumab', 'larotrectinb'])('%s is read in spite of a slip', (words) => {
  expect(resolveTreatment(real, words)).not.toBeNull()
})

test.each(['rituximab', 'Aimovig or Humira', 'omalizumab', 'therapy', 'J9999', 'cimt2', ''])('%s is not guessed', (words) => {
  expect(resolveTreatment(real, words)).toBeNull()
})

test.each([
  ['Kesimpta', 'ofatumumab-ms'],
  ['Tyruko (natalizumab-sztn)', 'natalizumab'],
  ['fingolimod 0.5 mg capsules', 's1p-modulators-ms'],
  ['compounded semaglutide', 'compounded-semaglutide'],
  ['17-OHPC', '17-ohpc-compounded'],
  ['Prolastin-C infusion', 'aat-augmentation'],
  ['Vyvanse 50 mg', 'lisdexamfetamine'],
  ['Entresto (sacubitril and valsartan)', 'sacubitril-valsartan'],
  ['Jardiance', 'sglt2-inhibitors'],
  ['Repatha SureClick', 'pcsk9-mab'],
  ['Ozempic', 'semaglutide-t2d'],
  ['Ozempic (semaglutide) 1 mg', 'semaglutide-t2d'],
  ['Wegovy (semaglutide)', 'semaglutide-obesity'],
  ['Mounjaro (tirzepatide)', 'tirzepatide-t2d'],
  ['Zepbound', 'tirzepatide-obesity'],
  ['continuous glucose monitor', 'cgm'],
  ['Dexcom G7 sensor', 'cgm'],
  ['Omnipod 5', 'insulin-pump-aid'],
  ['AndroGel (testosterone)', 'testosterone'],
  ['Crenessity', 'crinecerfont'],
  ['Tepezza', 'teprotumumab'],
  ['Nurtec ODT (rimegepant)', null],
  ['Qulipta', 'gepants-preventive'],
  ['Ubrelvy', 'gepants-acute'],
  ['Botox injections for chronic migraine', 'onabotulinumtoxina-migraine'],
  ['IVIG', 'ivig-scig'],
  ['Leqembi', 'anti-amyloid'],
  ['Epidiolex oral solution', 'epilepsy-rare'],
  ['Remicade', 'infliximab'],
  ['infliximab-dyyb (Inflectra)', 'infliximab'],
  ['Stelara', 'il23-il12-inhibitors'],
  ['Dupixent', 'dupilumab'],
  ['Mavyret', 'hcv-daa'],
  ['Bylvay', 'ibat-inhibitors'],
  ['Trikafta', 'cftr-modulators'],
  ['PrEP', 'hiv-prep-la'],
  ['Hemlibra', 'hemophilia-nonfactor'],
  ['Syfovre', 'ga-complement'],
  ['Eylea HD', 'anti-vegf'],
  ['in vitro fertilization', 'ivf-infertility'],
  ['Spravato', 'esketamine'],
  ['Sublocade', 'oud-medications'],
  ['Keytruda', 'pd1-pdl1'],
  ['Carvykti', 'car-t-myeloma'],
  ['D-VCd', 'd-vcd-al-amyloidosis'],
  ['Elevidys', 'delandistrogene'],
  ['gastric bypass', 'bariatric-surgery'],
  ['total knee arthroplasty', 'knee-replacement'],
  ['lumbar fusion L4-L5', 'lumbar-fusion'],
  ['Inspire', 'sinus-sleep-surgery'],
  ['deep brain stimulation', 'dbs'],
  ['TMS therapy, 36 sessions', 'tms'],
  ['hyperbaric oxygen therapy', 'hbot'],
  ['proton therapy', 'proton-beam'],
  ['power wheelchair, group 3', 'power-wheelchair'],
  ['CPAP supplies', 'cpap-bipap'],
  ['microprocessor knee', 'prosthetics-lower'],
  ['MRI lumbar spine without contrast', 'mri-spine-joint'],
  ['brain MRI', 'mri-brain'],
  ['PSMA PET', 'pet-ct'],
  ['whole exome sequencing', 'exome-genome'],
  ['FoundationOne CDx', 'tumor-ngs'],
  ['applied behavior analysis', 'aba'],
  ['ABA therapy 25 hours a week', 'aba'],
  ['partial hospitalization program', 'php-iop'],
  ['skilled nursing facility', 'snf'],
  ['private duty nursing', 'home-health-pdn'],
  ['air ambulance', 'ambulance'],
  ['E0601', 'cpap-bipap'],
])('%s is %s', (words, id) => expect(resolveTreatment(real, words)).toBe(id))

test.each([
  ['semaglutide', ['E11.9'], 'semaglutide-t2d'],
  ['semaglutide', ['E66.813'], 'semaglutide-obesity'],
  ['semaglutide', [], null],
  ['Ozempic', ['E66.813'], 'semaglutide-t2d'],
  ['tirzepatide', ['G47.33'], 'tirzepatide-obesity'],
  ['Xolair', ['J45.50'], 'omalizumab'],
  ['Xolair (omalizumab)', ['L50.1'], 'omalizumab-remibrutinib-csu'],
  ['Xolair', [], null],
  ['J2357', ['L50.1'], 'omalizumab-remibrutinib-csu'],
  ['Rinvoq', ['L20.9'], 'jak-derm'],
  ['Rinvoq', ['M06.9'], 'jak-rheum'],
  ['Olumiant', ['L63.9'], 'alopecia-areata-jak'],
  ['Soliris', ['G36.0'], 'nmosd-biologics'],
  ['Ultomiris', ['D59.5'], 'complement-pnh'],
  ['Amvuttra', ['E85.82'], 'ttr-cm-stabilizers'],
  ['rituximab', ['M06.9'], 'abatacept-rituximab'],
  ['rituximab', ['C83.30'], null],
  ['testosterone', [], 'testosterone'],
  ['estradiol', ['F64.0'], 'gender-affirming-hormones'],
  ['estradiol', [], null],
  ['sildenafil', [], null],
  ['sildenafil', ['I27.0'], 'pah-drugs'],
  ['sildenafil', ['N52.9'], 'ed-treatment'],
  ['Darzalex Faspro with daratumumab', ['E85.81'], 'anti-cd38'],
] as const)('%s with %j is %s', (words, diagnoses, id) => {
  expect(resolveTreatment(real, words, { diagnoses })).toBe(id)
})

test.each([
  'We assure you that your health is our guiding concern.',
  'Your plan has a list of covered services and a coverage exception process.',
  'Please refer to ICD-10 codes and the DRG on the claim.',
  'If you have a hearing or speech impairment, call our TTY line.',
  'The request was denied because it is not medically necessary.',
  'You may ask for an expedited appeal by phone, fax or mail.',
  'Your doctor can request a peer-to-peer review with our medical director.',
  'emergency room',
  'home',
  'CT',
  'ED',
  'PET',
])('"%s" names no treatment', (words) => expect(resolveTreatment(real, words)).toBeNull())

test('where a product is named, a description beside it does not hide it', () => {
  expect(resolveTreatment(real, 'Lynparza, after BRCA testing')).toBe('parp-inhibitors')
  expect(resolveTreatment(real, 'Remicade by home infusion therapy')).toBe('infliximab')
})

test('one name is for children or adults by age, and nobody where the age is unknown', () => {
  for (const [words, child] of [
    ['physical therapy', 'pt-pediatric'],
    ['speech therapy', 'speech-therapy-pediatric'],
    ['occupational therapy', 'ot-pediatric'],
  ] as const) {
    expect(resolveTreatment(real, words)).toBeNull()
    expect(resolveTreatment(real, words, { age: 20 })).toBe(child)
    expect(resolveTreatment(real, words, { age: 21 })).toBe('outpatient-therapy-adult')
  }
})

const codesOf = (t: TreatmentRecord) => t.indications.flatMap((i) => i.icd10cm.map((c) => c.code))

test('brands, nonproprietary names and drug codes lead to their record, or to one that shares the name once the diagnosis is known', () => {
  const holders = (name: string) =>
    [...real.treatments.values()].filter((t) => [...t.brands, ...t.generic, ...t.hcpcs.map((c) => c.code)].includes(name))
  for (const t of real.treatments.values())
    for (const name of [...t.brands, ...t.generic, ...t.hcpcs.map((c) => c.code)]) {
      const found = resolveTreatment(real, name)
      const shared = holders(name).length > 1 || t.sharedNames.includes(name)
      expect([name, found]).toEqual([name, shared ? null : t.id])
      if (!shared) continue
      // Acute and preventive rimegepant have the same diagnosis: nobody can tell them apart by it.
      const own = codesOf(t).filter((code) => !holders(name).some((o) => o.id !== t.id && codesOf(o).includes(code)))
      for (const code of own)
        expect([name, code, resolveTreatment(real, name, { diagnoses: [code] })]).toEqual([name, code, t.id])
    }
})
