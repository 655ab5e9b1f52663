import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CivilDate } from '../../src/base/date.ts'
import { type Entry, type Fact, known, unknown } from '../../src/facts/fact.ts'
import type { InterviewState, KnownFacts } from '../../src/interview/question.ts'
import { assemble, type Knowledge } from '../../src/knowledge/assemble.ts'

const root = join(import.meta.dirname, '../../knowledge')
const FOLDERS = ['interview', 'facts', 'arguments', 'coverage', 'grounds', 'treatments', 'classes']

let loaded: Knowledge | null = null

/** The records that the questions depend on, read once. */
export function knowledge(): Knowledge {
  if (loaded) return loaded
  const paths = FOLDERS.filter((f) => existsSync(join(root, f))).flatMap((f) => globSync(`${f}/**/*.yaml`, { cwd: root }).sort())
  const result = assemble(paths.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })))
  if (!result.ok) throw new Error(result.problems.map((p) => `${p.where}: ${p.say}`).join('\n'))
  loaded = result.value
  return loaded
}

export const stated = <T>(value: T): Fact<T> => known(value, { kind: 'person', who: 'patient', path: 'x', words: String(value) })
export const entry = <T>(value: T): Entry<T> => ({ value, origin: { kind: 'person', who: 'patient', path: 'x', words: 'x' } })

export const span = (quote: string) => ({ doc: 'denial-1', page: 1, start: 0, end: quote.length, quote, boxes: [] })
export const read = <T>(value: T): Fact<T> => known(value, { kind: 'document', role: 'denial', span: span(String(value)) })

const none = unknown('x')

/** A case of which nothing is known. */
export const NOTHING: KnownFacts = {
  patient: { name: none, birthDate: none, address: none, phone: none },
  plan: { coverage: none, state: none, payer: none, memberId: none, group: none },
  prescriber: {
    name: none,
    credentials: none,
    specialty: none,
    npi: none,
    practice: none,
    address: none,
    phone: none,
    fax: none,
  },
  treatment: { name: none, treatmentId: none, dose: none, codes: [], timing: none, current: none },
  denial: {
    noticeDate: none,
    receivedDate: none,
    receiptProven: none,
    effectiveDateOfChange: none,
    referenceNumber: none,
    reasons: [],
    level: none,
    statedWindow: none,
    appealAddress: none,
    appealFax: none,
    appealPhone: none,
    appealPortal: none,
    policyNamed: [],
    defects: [],
  },
  urgency: none,
  diagnoses: [],
  priorTreatments: [],
  contraindications: [],
  measures: [],
  results: [],
  events: [],
  statements: [],
  signer: none,
}

export const TODAY = '2026-11-22' as CivilDate

export const asking = (part: Partial<InterviewState> = {}): InterviewState => ({
  facts: NOTHING,
  classified: null,
  reasons: ['step_therapy'],
  treatment: null,
  ladder: null,
  answered: new Set(),
  skipped: new Set(),
  doubts: [],
  ...part,
})
