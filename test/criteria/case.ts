import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { CivilDate } from '../../src/base/date.ts'
import type { Ground } from '../../src/criteria/match/leaf.ts'
import { type Lexicon, lexiconOf } from '../../src/criteria/match/lexicon.ts'
import type { CaseFacts, Diagnosis, Measure, PartialDate, PriorTreatment, ResultFinding } from '../../src/facts/casefacts.ts'
import { type Entry, known, type Origin, unknown } from '../../src/facts/fact.ts'
import { compileVocabulary } from '../../src/facts/vocabulary.ts'
import { vocabularyRecord } from '../../src/knowledge/vocabulary.ts'
import type { DenialReading } from '../../src/reading/denial.ts'
import { spanOf } from '../../src/reading/document.ts'
import { textDocument } from './document.ts'

const facts = new URL('../../knowledge/facts/', import.meta.url)
const texts = readdirSync(facts, { recursive: true })
  .map(String)
  .filter((f) => f.endsWith('.yaml'))
  .map((f) => readFileSync(new URL(f, facts), 'utf8'))

export const lexicon: Lexicon = lexiconOf(
  compileVocabulary(texts.map((t) => vocabularyRecord.parse(parse(t, { schema: 'failsafe' })))),
)

export const date = (text: string) => text as CivilDate
export const partial = (text: string) => text as PartialDate

/** An entry read from a one-line record that says `quote`. */
export function recorded<T>(value: T, quote: string): Entry<T> {
  const doc = textDocument(quote, 'record-1')
  const [page] = doc.pages
  if (!page) throw new Error('a text has a page')
  return { value, origin: { kind: 'document', role: 'record', span: spanOf(doc, page, 0, quote.length) } }
}

export const stated: Origin = { kind: 'person', who: 'case file', path: 'patient.birthDate', words: '1990-05-04' }

export const tried = (agent: string, more: Partial<PriorTreatment> = {}): Entry<PriorTreatment> =>
  recorded(
    {
      agent,
      alsoKnownAs: [],
      dose: null,
      start: null,
      end: null,
      duration: null,
      outcome: 'inadequate_response',
      reason: null,
      ...more,
    },
    `${agent} was tried.`,
  )

export const hasDiagnosis = (name: string, code: string | null = null): Entry<Diagnosis> =>
  recorded({ name, code, since: null }, `Assessment: ${name}.`)

export const measured = (measure: string, label: string, value: number, on: string | null): Entry<Measure> =>
  recorded({ measure, label, value, unit: null, date: on === null ? null : partial(on) }, `${label} ${value}`)

export const resulted = (test: string, finding: string, on: string | null): Entry<ResultFinding> =>
  recorded({ test, finding, date: on === null ? null : partial(on) }, `${test}: ${finding}`)

/** A case of which nothing is known but what is given. */
export function caseOf(given: Partial<CaseFacts> = {}): CaseFacts {
  const no = unknown('test')
  return {
    patient: { name: no, birthDate: no, address: no, phone: no },
    plan: { coverage: no, state: no, payer: no, memberId: no, group: no },
    prescriber: { name: no, credentials: no, specialty: no, npi: no, practice: no, address: no, phone: no, fax: no },
    treatment: { name: no, treatmentId: no, dose: no, codes: [], timing: no, current: no },
    denial: {
      noticeDate: no,
      receivedDate: no,
      receiptProven: no,
      effectiveDateOfChange: no,
      referenceNumber: no,
      reasons: [],
      level: no,
      statedWindow: no,
      appealAddress: no,
      appealFax: no,
      appealPhone: no,
      appealPortal: no,
      policyNamed: [],
      defects: [],
      reading: {} as DenialReading,
    },
    urgency: no,
    diagnoses: [],
    priorTreatments: [],
    contraindications: [],
    measures: [],
    results: [],
    events: [],
    statements: [],
    signer: no,
    ...given,
  }
}

export const born = (day: string): CaseFacts['patient'] => ({ ...caseOf().patient, birthDate: known(date(day), stated) })

export const specialist = (specialty: string): CaseFacts['prescriber'] => ({
  ...caseOf().prescriber,
  specialty: known(specialty, stated),
})

export const requested = (name: string, current: boolean | null = null): CaseFacts['treatment'] => ({
  ...caseOf().treatment,
  name: known(name, stated),
  ...(current === null ? {} : { current: known(current, stated) }),
})

export const TODAY = date('2026-03-15')

export const ground = (given: Partial<CaseFacts> = {}, record = ''): Ground => ({
  facts: caseOf(given),
  lexicon,
  asOf: TODAY,
  records: record ? [textDocument(record, 'record-1')] : [],
})
