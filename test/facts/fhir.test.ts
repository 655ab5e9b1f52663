import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { PartialDate } from '../../src/facts/casefacts.ts'
import type { Entry } from '../../src/facts/fact.ts'
import { fhirDenials } from '../../src/facts/fhir/denials.ts'
import { readLine, sayLine } from '../../src/facts/fhir/line.ts'
import { linesOf } from '../../src/facts/fhir/lines.ts'
import { isFhir } from '../../src/facts/fhir/open.ts'
import { fhirPages } from '../../src/facts/fhir/pages.ts'
import { proposeFhir } from '../../src/facts/fhir/propose.ts'
import { READ_KINDS } from '../../src/facts/fhir/resources.ts'
import type { SourceDocument } from '../../src/reading/document.ts'
import { vocabulary } from './documents.ts'
import { bundle, RESOURCES } from './fhirBundle.ts'

function documentOf(json: string): SourceDocument {
  const made = fhirPages(json, 'record.json')
  if (!made.ok) throw new Error(made.problems[0].say)
  return { id: 'record-1', name: 'record.json', media: 'fhir', sha256: '', pages: made.value.pages }
}

/** Every span of every fact, at any depth. */
const spans = (value: unknown): { page: number; start: number; end: number; quote: string }[] => {
  if (typeof value !== 'object' || value === null) return []
  if ('quote' in value && 'start' in value) return [value as { page: number; start: number; end: number; quote: string }]
  return Object.values(value).flatMap(spans)
}

const doc = documentOf(bundle())
const facts = proposeFhir(doc, vocabulary)
const values = <T>(entries: readonly Entry<T>[]) => entries.map((e) => e.value)

describe('telling FHIR by its beginning', () => {
  test.each([
    [bundle(), true],
    [RESOURCES.map((r) => JSON.stringify(r)).join('\n'), true],
    [JSON.stringify(RESOURCES), true],
    ['{"name": "a settings file"}', false],
    ['The "resourceType" of a record', false],
    ['', false],
  ])('%#', (text, is) => expect(isFhir(text)).toBe(is))
})

describe('the pages', () => {
  test('a page for each kind of thing, oldest first, and a page for the note', () => {
    expect(doc.pages.map((p) => p.text.split('\n')[0])).toEqual([
      'Patient, clinicians and coverage',
      'Diagnoses',
      'Medicines',
      'Allergies and intolerances',
      'Procedures',
      'Measurements and findings',
      'Reports',
      'Decisions of the plan',
      'Note from the electronic record: Progress note',
    ])
    expect(doc.pages[2]?.text).toContain(
      'March 8, 2021. Prescribed: topiramate 50 MG Oral Tablet; dose: 50 mg twice a day; status: stopped;',
    )
  })
  test('what was withdrawn, refuted or never taken is not printed', () => {
    const all = doc.pages.map((p) => p.text).join('\n')
    expect(['amitriptyline', 'Epilepsy', 'verapamil'].filter((w) => all.includes(w))).toEqual([])
  })
  test('NDJSON, a list and a map of lists give the same pages', () => {
    const byKind = Object.groupBy(RESOURCES, (r) => String(r.resourceType))
    for (const text of [RESOURCES.map((r) => JSON.stringify(r)).join('\n'), JSON.stringify(RESOURCES)])
      expect(documentOf(text).pages).toEqual(doc.pages)
    expect(documentOf(JSON.stringify(byKind)).pages).toEqual(doc.pages)
  })
  test('parts left out are told, without what they say', () => {
    const made = fhirPages(bundle(), 'record.json')
    expect(made.ok && made.warnings.map((w) => w.say)).toEqual(['Parts of the file were not read: Encounter (1).'])
  })
  test.each([
    ['not JSON', '{"resourceType": "Bundle",', 'file-unreadable'],
    ['no resource', '{"resourceType":"Bundle","entry":[]}', 'file-unreadable'],
    ['two patients', bundle([...RESOURCES, { resourceType: 'Patient', id: 'p2' }]), 'records-disagree'],
    [
      'facts of another',
      bundle([...RESOURCES, { resourceType: 'Condition', code: { text: 'Gout' }, subject: { reference: 'Patient/p9' } }]),
      'records-disagree',
    ],
  ])('%s is refused', (_, text, code) => {
    const made = fhirPages(text)
    expect(made.ok ? null : made.problems[0].code).toBe(code)
  })
  test('many lines go over several pages, none is lost', () => {
    const many = Array.from({ length: 130 }, (_, i) => ({
      resourceType: 'Observation',
      status: 'final',
      code: { text: 'Body weight' },
      effectiveDateTime: '2024-01-02',
      valueQuantity: { value: 50 + i / 10, unit: 'kg' },
    }))
    const long = documentOf(bundle(many))
    expect([long.pages.length, linesOf(long).length]).toEqual([4, 130])
  })
})

describe('attached notes', () => {
  const noteOf = (contentType: string, text: string) => {
    const data = Buffer.from(text, 'utf8').toString('base64')
    const resource = { resourceType: 'DocumentReference', status: 'current', content: [{ attachment: { contentType, data } }] }
    const made = fhirPages(bundle([...RESOURCES.slice(0, 1), resource]))
    return made.ok ? made.value.pages.at(-1)?.text.split('\n').slice(3).join('\n') : null
  }
  test.each([
    ['text/plain; charset=utf-8', 'Señal – 3 µg', 'Señal – 3 µg'],
    ['text/html', '<p>One &amp; two</p><script>bad()</script><ul><li>three</li></ul>', 'One & two\nthree'],
  ])('%s', (type, text, expected) => expect(noteOf(type, text)).toBe(expected))
  test('hostile markup is read in no time', () => {
    const started = process.hrtime.bigint()
    noteOf('text/html', `${'<script '.repeat(40_000)}${'<p '.repeat(100_000)}${' '.repeat(200_000)}x`)
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(3000)
  })
  test('a list within lists without end is refused, not followed', () => {
    const deep = `${'['.repeat(3000)}{"resourceType":"Patient"}${']'.repeat(3000)}`
    const made = fhirPages(deep)
    expect(made.ok ? null : made.problems[0].code).toBe('file-unreadable')
  })
})

describe('the lines', () => {
  test.each([null, '2024', '2024-03', '2024-03-08'])('what is written is read back: %s', (when) => {
    const line = {
      when: when as PartialDate | null,
      label: 'Prescribed' as const,
      name: 'drug: with a colon',
      fields: [
        ['dose', '5 mg, twice'],
        ['by', 'status: odd'],
      ] as const,
    }
    const text = sayLine(line)
    const read = readLine(text, 7)
    expect([read?.when, read?.label, read?.name.text, read?.field('dose')?.text, read?.field('by')?.text]).toEqual([
      when,
      'Prescribed',
      'drug: with a colon',
      '5 mg, twice',
      'status: odd',
    ])
    const dose = read?.field('dose')
    expect(dose && text.slice(dose.start - 7, dose.end - 7)).toBe('5 mg, twice')
  })
  test('other text is no line', () => expect(readLine('March 8, 2021. She was seen again: no change', 0)).toBe(null))
})

describe('the facts', () => {
  test('the patient, by the official name', () => {
    expect([facts.patient.name?.value, facts.patient.birthDate?.value]).toEqual(['Dana R. Whitfield', '1987-05-14'])
  })
  test('the clinician who prescribed, with a valid NPI', () => {
    const { name, credentials, npi, phone } = facts.prescriber
    expect([name?.value, credentials?.value, npi?.value, phone?.value]).toEqual([
      'Elena Reyes',
      'MD',
      '1234567893',
      '512-555-0100',
    ])
  })
  test('an NPI with a wrong check digit is left out; among several prescribers nobody is chosen', () => {
    const only = proposeFhir(
      documentOf(bundle(RESOURCES.filter((r) => r.id === 'd2' || r.resourceType === 'Patient'))),
      vocabulary,
    )
    expect([only.prescriber.name?.value, only.prescriber.npi]).toEqual(['Paul Odum', null])
    const none = proposeFhir(
      documentOf(bundle(RESOURCES.filter((r) => r.resourceType === 'Patient' || r.resourceType === 'Practitioner'))),
      vocabulary,
    )
    expect(none.prescriber.name).toBe(null)
  })
  test('the disease with its code; nothing resolved, refuted or of mere circumstance', () => {
    expect(values(facts.diagnoses)[0]).toEqual({ name: 'Chronic migraine', code: 'G43.709', since: '2019-06' })
    expect(values(facts.diagnoses).some((d) => /bronchitis|employment|Epilepsy/.test(d.name))).toBe(false)
  })
  test('what was tried, and why it was stopped; a prescription alone says nothing of the outcome', () => {
    const tried = new Map(values(facts.priorTreatments).map((t) => [t.agent.toLowerCase(), t]))
    expect(tried.get('topiramate')).toMatchObject({
      start: '2021-03-08',
      end: null,
      dose: '50 mg twice a day',
      outcome: 'intolerance',
      reason: 'Side effects, word-finding trouble',
    })
    expect(tried.get('propranolol')).toMatchObject({ start: '2020-01-15', outcome: 'not_stated' })
    expect(tried.get('sumatriptan')).toMatchObject({ start: '2022-02', outcome: 'ongoing' })
    expect([...tried.keys()].some((k) => /amitriptyline|verapamil|erenumab/.test(k))).toBe(false)
  })
  test('the attached note is read as any note is', () =>
    expect(values(facts.priorTreatments).find((t) => t.agent.startsWith('candesartan'))?.start).toBe('2023-01'))
  test('what is proposed is asked for, not tried', () =>
    expect(values(facts.requested).map((r) => r.agent)).toContain('erenumab'))
  test('an allergy to a drug counts, to food does not', () => {
    expect(values(facts.contraindications).map((c) => [c.agent, c.reason])).toEqual([['valproate', 'allergy: hives']])
  })
  test('values, reports and operations', () => {
    expect(values(facts.measures).find((m) => m.measure === 'a1c')).toMatchObject({ value: 5.4, date: '2025-11-02' })
    expect(values(facts.results)[0]).toEqual({ test: 'MRI brain', date: '2025-10-20', finding: 'No acute intracranial finding.' })
    expect(values(facts.events)).toContainEqual({ kind: 'surgery', date: '2011-07-09', what: 'Appendectomy' })
  })
  test('what the payer refused; a contract price is no refusal', () => {
    expect(fhirDenials(doc).map((d) => [d.kind, d.payer, d.on, d.codes, d.service, d.reference])).toEqual([
      ['claim', 'Example Health Plan', '2026-01-10', ['CARC 50'], 'MRI brain, CPT 70551', null],
      ['request', 'Example Health Plan', '2026-02-01', [], null, 'AUTH-77'],
    ])
  })
  test('every quotation stands on its page', () => {
    const found = [...spans(facts), ...spans(fhirDenials(doc))]
    expect(found.length).toBeGreaterThan(15)
    for (const s of found) expect(doc.pages[s.page - 1]?.text.slice(s.start, s.end)).toBe(s.quote)
  })
})

const shared = join(import.meta.dirname, '../../../shared/data/fhir')

describe.skipIf(!existsSync(shared))('records of other makers (skipped where ../shared/data is absent)', () => {
  const files = globSync('**/*.json', { cwd: shared })
    .sort()
    .filter((f) => isFhir(readFileSync(join(shared, f), 'utf8')))
  test('each is read, with every quotation on its page', () => {
    expect(files.length).toBeGreaterThan(40)
    for (const f of files) {
      const made = fhirPages(readFileSync(join(shared, f), 'utf8'), 'record.json')
      if (!made.ok) {
        // A lone request for payment, with nothing that a reviewer decided or a chart says.
        expect([f, made.problems[0].code]).toEqual(['inferno_pas/spec/fixtures/pas_claim.json', 'file-no-text'])
        continue
      }
      const record: SourceDocument = { id: 'r', name: 'r', media: 'fhir', sha256: '', pages: made.value.pages }
      for (const s of spans(proposeFhir(record, vocabulary)))
        expect(record.pages[s.page - 1]?.text.slice(s.start, s.end), f).toBe(s.quote)
      for (const page of record.pages) expect(page.text, f).not.toMatch(/undefined|\[object|NaN/)
    }
  })
  test('the refusal of a prior authorization is found', () => {
    const made = fhirPages(readFileSync(join(shared, 'inferno_pas/spec/fixtures/valid_pa_response_bundle_denial.json'), 'utf8'))
    const record: SourceDocument = { id: 'r', name: 'r', media: 'fhir', sha256: '', pages: made.ok ? made.value.pages : [] }
    expect(fhirDenials(record).map((d) => d.decision)).toEqual(['Not Certified (A3)'])
  })
})

test('the kinds that are read are those that speak to an appeal', () => expect(READ_KINDS.size).toBe(16))
