import type { CivilDate } from '../../base/date.ts'
import type { SourceDocument } from '../../reading/document.ts'
import { spanOf } from '../../reading/document.ts'
import type { ClinicalEvent, Contraindication, Diagnosis, Measure, PriorTreatment, ResultFinding } from '../casefacts.ts'
import type { Entry } from '../fact.ts'
import { parsePartial } from '../partialDate.ts'
import { agentsIn } from '../record/agents.ts'
import { doseIn } from '../record/dose.ts'
import { mergeWithin } from '../record/merge.ts'
import { proposeFacts } from '../record/propose.ts'
import type { ProposedFacts, RequestedTreatment } from '../record/proposed.ts'
import { measuresNamed, type Vocabulary } from '../vocabulary.ts'
import type { Label, Placed, ReadLine } from './line.ts'
import { type LineOnPage, linesOf } from './lines.ts'
import { NOTE_TITLE } from './pages.ts'
import { outcomeOf } from './stopped.ts'

/** Facts of a FHIR record, read from the lines of its own pages; its notes are read as any note is. */
export function proposeFhir(doc: SourceDocument, vocabulary: Vocabulary): ProposedFacts {
  const lines = linesOf(doc)
  const of = (...labels: Label[]) => lines.filter((l) => labels.includes(l.line.label))
  const entry = <T>(l: LineOnPage, value: T, part: Placed | null = null): Entry<T> => ({
    value,
    origin: {
      kind: 'document',
      role: 'record',
      span: spanOf(doc, l.page, part?.start ?? l.line.start, part?.end ?? l.line.end),
    },
  })
  const each = <T>(found: readonly LineOnPage[], make: (line: ReadLine) => T | null): Entry<T>[] =>
    found.flatMap((l) => {
      const value = make(l.line)
      return value === null ? [] : [entry(l, value)]
    })
  const patient = of('Patient')[0]
  const born = patient?.line.field('born')
  const birthDate = born ? parsePartial(born.text) : null
  const notes = proposeFacts({ ...doc, pages: doc.pages.filter((p) => p.text.startsWith(NOTE_TITLE)) }, vocabulary)
  return mergeWithin({
    doc: doc.id,
    name: doc.name,
    documentDate: null,
    patient: {
      name: patient ? entry(patient, patient.line.name.text, patient.line.name) : notes.patient.name,
      birthDate:
        patient && birthDate?.length === 10 ? entry(patient, birthDate as string as CivilDate, born) : notes.patient.birthDate,
    },
    prescriber: prescriberOf(of('Prescribed'), of('Clinician'), entry) ?? notes.prescriber,
    requested: [...each(of('Planned'), (l) => requested(l, vocabulary)), ...notes.requested],
    diagnoses: [...each(of('Diagnosis'), diagnosis), ...notes.diagnoses],
    priorTreatments: [
      ...each(of('Prescribed', 'Taken', 'Given'), (l) => trial(l, vocabulary)),
      ...each(of('Procedure'), (l) => therapy(l, vocabulary)),
      ...notes.priorTreatments,
    ],
    contraindications: [...each(of('Allergy', 'Intolerance'), (l) => against(l, vocabulary)), ...notes.contraindications],
    measures: [...each(of('Measured'), (l) => measure(l, vocabulary)), ...notes.measures],
    results: [...each(of('Report'), report), ...notes.results],
    events: [...each(of('Procedure'), surgery), ...notes.events],
  })
}

type MakeEntry = <T>(l: LineOnPage, value: T, part?: Placed | null) => Entry<T>

/** The one clinician who prescribed, or the only one named; among several nobody is chosen. */
function prescriberOf(
  prescriptions: readonly LineOnPage[],
  clinicians: readonly LineOnPage[],
  entry: MakeEntry,
): ProposedFacts['prescriber'] | null {
  const by = new Set(prescriptions.flatMap(({ line }) => line.field('by')?.text ?? []))
  const named = clinicians.filter((c) => by.has(c.line.name.text))
  const one =
    by.size > 0
      ? by.size === 1 && named.length === 1
        ? named[0]
        : undefined
      : clinicians.length === 1
        ? clinicians[0]
        : undefined
  if (!one) return null
  const part = (field: 'credentials' | 'NPI' | 'telephone' | 'fax') => {
    const found = one.line.field(field)
    return found && entry(one, found.text, found)
  }
  return {
    name: entry(one, one.line.name.text, one.line.name),
    credentials: part('credentials'),
    specialty: null,
    npi: part('NPI'),
    practice: null,
    phone: part('telephone'),
    fax: part('fax'),
  }
}

/** What is over, and what the terminology itself calls a finding or a situation, is no diagnosis to argue from. */
function diagnosis(l: ReadLine): Diagnosis | null {
  if (/^(?:resolved|inactive|finding)$/.test(l.field('status')?.text ?? '')) return null
  const since = l.field('since')
  return {
    name: l.name.text,
    code: l.field('code')?.text.replace('ICD-10-CM ', '') ?? null,
    since: since ? parsePartial(since.text) : null,
  }
}

/** By the name the vocabulary knows, without the strength and form that follow it. */
function agent(name: string, vocabulary: Vocabulary) {
  const found = agentsIn(name, vocabulary)[0]
  return {
    agent: found?.written ?? name,
    alsoKnownAs: found ? found.alsoKnownAs : [name.toLowerCase()],
    what: found?.what ?? null,
  }
}

const requested = (l: ReadLine, vocabulary: Vocabulary): RequestedTreatment => {
  const { what: _, ...named } = agent(l.name.text, vocabulary)
  return { ...named, dose: l.field('dose')?.text ?? null }
}

/** A prescription says that a medicine was ordered; only a statement that it is taken says that it goes on. */
function trial(l: ReadLine, vocabulary: Vocabulary): PriorTreatment {
  const { what: _, ...named } = agent(l.name.text, vocabulary)
  const why = l.field('stopped because')?.text ?? null
  const from = l.field('from')
  const until = l.field('until')
  const taken = l.label === 'Taken' && l.field('status')?.text === 'active' && !until
  return {
    ...named,
    dose: l.field('dose')?.text ?? doseIn(l.name.text),
    start: from ? parsePartial(from.text) : l.label === 'Given' ? null : l.when,
    end: until ? parsePartial(until.text) : null,
    duration: null,
    outcome: outcomeOf(why, vocabulary) ?? (taken ? 'ongoing' : 'not_stated'),
    reason: why,
  }
}

/** Courses of therapy are entered as procedures; only what the vocabulary knows as one counts as tried. */
function therapy(l: ReadLine, vocabulary: Vocabulary): PriorTreatment | null {
  const { what, ...named } = agent(l.name.text, vocabulary)
  if (what === null || what === 'drug' || l.field('status')?.text !== 'completed') return null
  const until = l.field('until')
  const none = { dose: null, duration: null, outcome: 'not_stated', reason: null } as const
  return { ...named, ...none, start: l.when, end: until ? parsePartial(until.text) : null }
}

function against(l: ReadLine, vocabulary: Vocabulary): Contraindication | null {
  const { what, ...named } = agent(l.name.text.replace(/^allergy to /i, ''), vocabulary)
  const reaction = l.field('reaction')?.text
  if (what !== 'drug') return null
  const kind = l.label === 'Allergy' ? 'allergy' : 'intolerance'
  return { ...named, reason: reaction ? `${kind}: ${reaction}` : kind }
}

/** Only scores and values that the registry knows, with a figure that can be one. */
function measure(l: ReadLine, vocabulary: Vocabulary): Measure | null {
  const hit = measuresNamed(l.name.text, vocabulary.measures).filter((m) => m.others.length === 0)[0]
  const m = /^(-?\d+(?:\.\d+)?)(?: (.+))?$/.exec(l.field('value')?.text ?? '')
  if (!hit || !m?.[1]) return null
  const value = Number(m[1])
  const { id, record } = hit.measure
  const unit = m[2]?.replace(/^\{.*\}$/, '') || null
  const foreign = unit !== null && record.units !== undefined && !record.units.some((u) => u.toLowerCase() === unit.toLowerCase())
  if (value < record.min || value > record.max || foreign) return null
  return { measure: id, label: record.label, value, written: m[1], unit: unit ?? record.unit ?? null, date: l.when }
}

const report = (l: ReadLine): ResultFinding | null => {
  const finding = l.field('conclusion')?.text
  return finding ? { test: l.name.text, date: l.when, finding } : null
}

const SURGERY =
  /\b(?:surgery|surgical|resection|\w*ectomy|\w*otomy|\w*plasty|arthroscop\w+|fusion|transplant\w*|bypass|implantation)\b/i

const surgery = (l: ReadLine): ClinicalEvent | null =>
  SURGERY.test(l.name.text) && l.field('status')?.text === 'completed'
    ? { kind: 'surgery', date: l.when, what: l.name.text }
    : null
