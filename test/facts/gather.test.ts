import { describe, expect, test } from 'vitest'
import type { CivilDate } from '../../src/base/date.ts'
import type { Finding } from '../../src/base/span.ts'
import type { CaseFacts } from '../../src/facts/casefacts.ts'
import { parseCaseFile } from '../../src/facts/casefile/parse.ts'
import { explain } from '../../src/facts/explain.ts'
import type { Fact } from '../../src/facts/fact.ts'
import { type GatherInput, gatherFacts } from '../../src/facts/gather/gather.ts'
import { proposeFacts } from '../../src/facts/record/propose.ts'
import type { DenialReading, LetterLevel, ReasonCategory } from '../../src/reading/denial.ts'
import { note, textDocument, vocabulary } from './documents.ts'

const found = <T>(value: T, quote = String(value)): Finding<T> => ({
  value,
  span: { doc: 'denial', page: 1, start: 0, end: quote.length, quote, boxes: [] },
  confidence: 1,
})

const letter: DenialReading = {
  doc: 'denial',
  payer: null,
  administrator: null,
  planType: null,
  planCues: [],
  patient: null,
  memberId: null,
  groupNumber: null,
  referenceNumber: null,
  otherNumbers: [],
  provider: null,
  service: null,
  codes: [],
  denialReasons: [],
  reasonPassage: null,
  policyNamed: [],
  noticeDate: null,
  serviceDates: [],
  appealDeadline: null,
  appealAddress: null,
  appealFax: null,
  appealPhone: null,
  appealPortal: null,
  appealLevel: null,
  reviewer: null,
  defects: [],
}

const resolve: GatherInput['resolve'] = {
  treatment: (words) => (/ocrevus|ocrelizumab/i.test(words) ? 'ocrelizumab' : null),
  payer: (words) => (words === 'Example Health Plan' ? 'example' : null),
  coverage: null,
}

function gather(parts: {
  denial?: Partial<DenialReading>
  records?: readonly string[]
  yaml?: string
  coverage?: GatherInput['resolve']['coverage']
}) {
  const caseFile = parts.yaml === undefined ? null : parseCaseFile(parts.yaml, 'case.yaml')
  if (caseFile && !caseFile.ok) throw new Error(caseFile.problems.map((p) => p.say).join('\n'))
  const proposals = (parts.records ?? []).map((text, i) => proposeFacts(textDocument(text, `record-${i + 1}`), vocabulary))
  const result = gatherFacts({
    denial: { ...letter, ...parts.denial },
    proposals,
    caseFile: caseFile?.value ?? null,
    vocabulary,
    resolve: { ...resolve, coverage: parts.coverage ?? null },
  })
  if (!result.ok) throw new Error('gathering never fails')
  return { facts: result.value, warnings: result.warnings }
}

const say = (f: Fact<unknown>) => (f.state === 'unknown' ? `? ${f.ask}` : `${f.state}: ${JSON.stringify(f.value)}`)

describe('precedence', () => {
  const record = 'Patient Name: Dana Whitfield   DOB: 05/14/1987\nElectronically signed by: Elena Reyes, MD'

  test('case file over letter over record', () => {
    const denial = { patient: found('Dana R. Whitfield'), memberId: found('X1') }
    expect(say(gather({ records: [record] }).facts.patient.name)).toBe('known: "Dana Whitfield"')
    expect(say(gather({ records: [record], denial }).facts.patient.name)).toBe('known: "Dana R. Whitfield"')
    const { facts } = gather({ records: [record], denial, yaml: 'patient:\n  name: D. Whitfield\nplan:\n  memberId: Y2' })
    expect(say(facts.patient.name)).toBe('known: "D. Whitfield"')
    expect(say(facts.plan.memberId)).toBe('known: "Y2"')
    expect(say(facts.prescriber.name)).toBe('known: "Elena Reyes"')
  })

  test('a trial stated by hand corrects the record, is filled from it, and keeps it as corroboration', () => {
    const yaml = 'priorTreatments:\n  - agent: Copaxone\n    start: 2019-09\n    outcome: intolerance\n    reason: lipoatrophy'
    const { facts } = gather({ records: ['Failed glatiramer acetate 40 mg three times weekly from Aug 2019 to Feb 2021.'], yaml })
    expect(facts.priorTreatments).toHaveLength(1)
    expect(facts.priorTreatments[0]?.value).toMatchObject({
      agent: 'Copaxone',
      dose: '40 mg three times weekly',
      start: '2019-09',
      end: '2021-02',
      outcome: 'intolerance',
      reason: 'lipoatrophy',
    })
    expect(facts.priorTreatments[0]?.origin).toMatchObject({ kind: 'person', path: 'priorTreatments.0' })
    expect(facts.priorTreatments[0]?.also).toHaveLength(1)
    expect(facts.priorTreatments[0]?.value.alsoKnownAs).toContain('disease-modifying therapy for multiple sclerosis')
  })

  test('a measure stated by hand replaces the record’s of that day only', () => {
    const { facts } = gather({
      records: ['EDSS 3.5 on 2/11/2026. EDSS 2.0 on 3/1/2024.'],
      yaml: 'measures:\n  - measure: EDSS\n    value: 4.0\n    date: 2026-02-11',
    })
    expect(facts.measures.map((m) => [m.value.measure, m.value.value, m.value.date])).toEqual([
      ['edss', 4, '2026-02-11'],
      ['edss', 2, '2024-03-01'],
    ])
  })
})

describe('what is not true', () => {
  const record = 'She failed Copaxone and Aubagio. PHQ-9 18.'

  test('is left out, in the named document or in all', () => {
    const agents = (yaml: string) => gather({ records: [record], yaml }).facts.priorTreatments.map((t) => t.value.agent)
    expect(agents('notTrue:\n  - kind: treatment\n    what: teriflunomide')).toEqual(['Copaxone'])
    expect(agents('notTrue:\n  - kind: treatment\n    what: Aubagio\n    document: record-1.txt')).toEqual(['Copaxone'])
    expect(agents('notTrue:\n  - kind: treatment\n    what: Aubagio\n    document: other.pdf')).toEqual(['Copaxone', 'Aubagio'])
  })

  test('warns when it fits nothing', () => {
    expect(
      gather({ records: [record], yaml: 'notTrue:\n  - kind: measure\n    what: EDSS' }).warnings.map((w) => w.where),
    ).toEqual(['case.yaml: notTrue.0'])
    expect(gather({ records: [record], yaml: 'notTrue:\n  - kind: measure\n    what: PHQ-9' }).warnings).toEqual([])
  })
})

describe('several documents', () => {
  test('the same trial is one, best dated, with every place', () => {
    const { facts, warnings } = gather({
      records: [
        'Failed Copaxone in the past.',
        'Treated with glatiramer acetate (Copaxone) from 08/2019 to 02/2021 without benefit.',
        'Copaxone 2019 – 2021, no benefit.',
      ],
    })
    expect(facts.priorTreatments.map((t) => [t.value.start, t.value.end, 1 + (t.also?.length ?? 0)])).toEqual([
      ['2019-08', '2021-02', 3],
    ])
    expect(warnings).toEqual([])
  })

  test('two courses of one agent stay two', () => {
    const { facts } = gather({ records: ['Copaxone 2012–2014, failed. Copaxone 2019–2021, failed.'] })
    expect(facts.priorTreatments).toHaveLength(2)
  })

  test.each<[string, [string, string], Partial<CaseFacts['priorTreatments'][number]['value']>]>([
    [
      'dates',
      ['Failed Copaxone 01/2019 - 03/2021.', 'Failed Copaxone 05/2019 - 02/2021.'],
      { start: '2019-05', end: '2021-02' } as never,
    ],
    ['length', ['Failed physical therapy for 6 weeks.', 'Failed physical therapy for 3 weeks.'], { duration: '3 weeks' }],
    [
      'outcome',
      ['Failed Copaxone 2019–2021.', 'Copaxone 2019–2021 with good response.'],
      { outcome: 'not_stated', reason: null },
    ],
  ])('contradictory %s: the more cautious, and a warning without health data', (about, records, expected) => {
    const { facts, warnings } = gather({ records })
    expect(facts.priorTreatments).toHaveLength(1)
    expect(facts.priorTreatments[0]?.value).toMatchObject(expected)
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toMatchObject({ code: 'records-disagree', where: 'record-1, record-2' })
    expect(warnings[0]?.say).toContain(about)
    expect(warnings[0]?.say).not.toMatch(/Copaxone|physical/)
  })

  test('two values of one score on one day: the milder', () => {
    const { facts, warnings } = gather({ records: ['EDSS 4.5 on 2/11/2026.', 'EDSS 3.5 on 2/11/2026.'] })
    expect(facts.measures.map((m) => m.value.value)).toEqual([3.5])
    expect(warnings.map((w) => w.code)).toEqual(['records-disagree'])
    const better = gather({ records: ['Berg balance scale 40 on 2/11/2026.', 'Berg balance scale 44 on 2/11/2026.'] })
    expect(better.facts.measures.map((m) => m.value.value)).toEqual([44])
  })

  test('birth dates: the majority, or none', () => {
    const a = 'DOB: 05/14/1987'
    const b = 'DOB: 05/14/1978'
    expect(say(gather({ records: [a, a, b] }).facts.patient.birthDate)).toBe('known: "1987-05-14"')
    expect(gather({ records: [a, a, b] }).warnings).toHaveLength(1)
    expect(say(gather({ records: [a, b] }).facts.patient.birthDate)).toBe('? patient.birthDate')
    expect(gather({ records: [a, a] }).warnings).toEqual([])
  })

  test('records of somebody else are noticed', () => {
    const denial = { patient: found('Dana Whitfield') }
    expect(gather({ denial, records: ['Patient Name: WHITFIELD, DANA'] }).warnings).toEqual([])
    expect(gather({ denial, records: ['Patient Name: Howard Bell'] }).warnings[0]?.say).toContain(
      'check that the records are this patient’s',
    )
  })
})

describe('rules', () => {
  const timing = (denial: Partial<DenialReading>) => say(gather({ denial }).facts.treatment.timing)
  const reason = (category: ReasonCategory) => ({ denialReasons: [found({ category, reasonId: null }, category)] })
  const level = (l: LetterLevel) => ({ appealLevel: found(l) })
  const dates = { noticeDate: found('2026-03-04' as CivilDate), serviceDates: [found('2026-02-01' as CivilDate)] }
  test.each<[string, Partial<DenialReading>, string]>([
    ['the letter’s level', level('initial_pre_service'), 'known: "pre_service"'],
    ['a cut of care under way', level('concurrent_care'), 'known: "concurrent"'],
    ['a reason that only claims have', reason('timely_filing'), 'known: "post_service"'],
    ['dates of service before the letter', { ...dates, ...reason('not_medically_necessary') }, 'assumed: "post_service"'],
    ['a reason that a plan gives when asked first', reason('step_therapy'), 'assumed: "pre_service"'],
    ['the level outweighs the dates', { ...dates, ...level('initial_pre_service') }, 'known: "pre_service"'],
    ['nothing', reason('not_medically_necessary'), '? treatment.timing'],
    ['an appeal level tells no timing', level('internal_appeal_level1_upheld'), '? treatment.timing'],
  ])('timing from %s', (_, denial, expected) => expect(timing(denial)).toBe(expected))

  test('coverage only from what settles it', () => {
    expect(say(gather({}).facts.plan.coverage)).toBe('? plan.coverage')
    expect(
      say(gather({ coverage: { coverage: 'fehb', because: ['The letter names FEHB.'], assumes: null } }).facts.plan.coverage),
    ).toBe('known: "fehb"')
    expect(
      say(
        gather({ coverage: { coverage: 'aca_individual', because: [], assumes: 'It is taken not to be grandfathered.' } }).facts
          .plan.coverage,
      ),
    ).toBe('assumed: "aca_individual"')
    expect(
      say(
        gather({ yaml: 'plan:\n  coverage: tricare', coverage: { coverage: 'fehb', because: [], assumes: null } }).facts.plan
          .coverage,
      ),
    ).toBe('known: "tricare"')
  })

  test('the treatment is found by the letter’s words', () => {
    const { facts } = gather({ denial: { service: found('OCREVUS 300 mg') } })
    expect(say(facts.treatment.name)).toBe('known: "OCREVUS 300 mg"')
    expect(say(facts.treatment.treatmentId)).toBe('known: "ocrelizumab"')
    expect(say(gather({ denial: { service: found('widget') } }).facts.treatment.treatmentId)).toBe('? treatment.id')
  })

  test('in use only when the record says that it goes on', () => {
    const denial = { service: found('Ocrevus infusion') }
    expect(say(gather({ denial, records: ['She is stable on Ocrevus.'] }).facts.treatment.current)).toBe('known: true')
    expect(say(gather({ denial, records: ['She will start Ocrevus.'] }).facts.treatment.current)).toBe('? treatment.current')
    expect(say(gather({ denial, records: ['She is stable on Gilenya.'] }).facts.treatment.current)).toBe('? treatment.current')
  })

  test('the day of receipt is never inferred', () => {
    expect(say(gather({ denial: dates }).facts.denial.receivedDate)).toBe('? denial.receivedDate')
  })
})

test('every unknown fact names a question that exists, in both languages', () => {
  const { facts } = gather({})
  const unknowns = Object.values(facts)
    .flatMap((part) => ('state' in part ? [part] : Array.isArray(part) ? [] : Object.values(part)))
    .filter(
      (f): f is { state: 'unknown'; ask: string } => typeof f === 'object' && f !== null && 'state' in f && f.state === 'unknown',
    )
  expect(unknowns.length).toBeGreaterThan(25)
  for (const f of unknowns)
    expect(vocabulary.questions.get(f.ask), f.ask).toMatchObject({ en: expect.any(String), es: expect.any(String) })
})

describe('explain', () => {
  const { facts } = gather({
    denial: { service: found('Ocrevus') },
    records: ['EDSS 3.5 on 2/11/2026.'],
    yaml: 'plan:\n  state: TX',
  })
  test.each<[string, string, RegExp]>([
    ['read', explain(facts.measures[0] ?? facts.plan.state), /^read in record-1, page 1: “EDSS 3\.5 on 2\/11\/2026\.”$/],
    ['stated', explain(facts.plan.state), /^stated by the case file \(plan\.state\): “TX”$/],
    ['derived', explain(facts.treatment.treatmentId), /\(rule treatment-from-words\), from: read in denial, page 1: “Ocrevus”$/],
    ['unknown', explain(facts.plan.payer), /^Not known yet\. Question: plan\.payer\.$/],
  ])('%s', (_, text, expected) => expect(text).toMatch(expected))
})

test('a whole folder of records: one case', () => {
  const names = ['ms-clinic-note.txt', 'pharmacy-fills.txt', 'mri-report.txt']
  const proposals = names.map((n) => proposeFacts(note(n), vocabulary))
  const result = gatherFacts({ denial: { ...letter, service: found('Ocrevus') }, proposals, caseFile: null, vocabulary, resolve })
  if (!result.ok) throw new Error('gathering never fails')
  expect(result.warnings).toEqual([])
  const dmts = result.value.priorTreatments.filter((t) =>
    t.value.alsoKnownAs.includes('disease-modifying therapy for multiple sclerosis'),
  )
  expect(dmts.map((t) => [t.value.agent, t.value.start, t.value.end, t.value.outcome])).toEqual([
    ['Glatiramer acetate (Copaxone)', '2019-08-19', '2021-02', 'inadequate_response'],
    ['Tecfidera', '2021-03-08', '2022-01', 'intolerance'],
    ['Aubagio', '2022-02', '2025-11', 'inadequate_response'],
  ])
  expect(say(result.value.treatment.dose)).toBe('known: "300 mg IV"')
})
