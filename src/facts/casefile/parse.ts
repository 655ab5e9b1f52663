import { failAll, type Outcome, ok } from '../../base/outcome.ts'
import { type Problem, problem } from '../../base/problem.ts'
import type { Measure, PriorTreatment } from '../casefacts.ts'
import type { Entry, Origin } from '../fact.ts'
import { comparePartial } from '../partialDate.ts'
import type { CaseFile, Stated } from './casefile.ts'
import { type LocatedYaml, lineOf, openYaml, schemaProblems, syntaxProblems } from './locate.ts'
import { type CaseFileShape, caseFileSchema } from './schema.ts'

/** Ids that the file may name, where the caller knows them; an unknown id is then a problem with its line. */
export interface KnownIds {
  readonly coverage?: ReadonlySet<string>
  readonly grounds?: ReadonlySet<string>
  readonly letters?: ReadonlySet<string>
  readonly treatments?: ReadonlySet<string>
}

/** Reads `case.yaml`. Every value keeps its path and words; every broken place is reported at once, with its line. */
export function parseCaseFile(text: string, path: string, known: KnownIds = {}): Outcome<CaseFile> {
  const yaml = openYaml(text, path)
  const syntax = syntaxProblems(yaml)
  if (syntax.length) return failAll(syntax)
  const raw = withoutBlanks(yaml.doc.toJS() ?? {})
  const result = caseFileSchema.safeParse(raw ?? {}, { reportInput: true })
  if (!result.success) return failAll(schemaProblems(yaml, result.error.issues))
  const wrong = [...idProblems(yaml, result.data, known), ...orderProblems(yaml, result.data)]
  return wrong.length ? failAll(wrong) : ok(caseFileOf(result.data, raw, path))
}

/** A field left blank ("group:") says nothing, so that a half-filled template is a valid file. */
function withoutBlanks(value: unknown): unknown {
  if (value === null || value === '') return undefined
  if (Array.isArray(value)) return value.map(withoutBlanks).filter((v) => v !== undefined)
  if (typeof value !== 'object') return value
  const entries = Object.entries(value).map(([k, v]) => [k, withoutBlanks(v)] as const)
  const kept = entries.filter(([, v]) => v !== undefined)
  return kept.length || entries.length === 0 ? Object.fromEntries(kept) : undefined
}

function idProblems(yaml: LocatedYaml, file: CaseFileShape, known: KnownIds): Problem[] {
  const check = (value: string | undefined, ids: ReadonlySet<string> | undefined, path: readonly string[]) =>
    value !== undefined && ids && !ids.has(value)
      ? [
          problem(
            'casefile-invalid',
            `${yaml.path}:${lineOf(yaml, path)}`,
            `${path.join('.')} is not a known id.`,
            `Write one of: ${[...ids].slice(0, 40).join(', ')}.`,
          ),
        ]
      : []
  return [
    ...check(file.plan?.coverage, known.coverage, ['plan', 'coverage']),
    ...check(file.treatment?.id, known.treatments, ['treatment', 'id']),
    ...(file.grounds ?? []).flatMap((g, i) => check(g, known.grounds, ['grounds', String(i)])),
    ...(file.statements ?? []).flatMap((s, i) => check(s.ground, known.grounds, ['statements', String(i), 'ground'])),
    ...(file.letters ?? []).flatMap((l, i) => check(l, known.letters, ['letters', String(i)])),
  ]
}

/** Dates that contradict each other within the file. */
function orderProblems(yaml: LocatedYaml, file: CaseFileShape): Problem[] {
  const found: Problem[] = []
  const wrong = (path: readonly string[], say: string) =>
    found.push(problem('casefile-invalid', `${yaml.path}:${lineOf(yaml, path)}`, say, 'Check both dates.'))
  file.priorTreatments?.forEach((t, i) => {
    if (t.start && t.end && comparePartial(t.start, t.end) > 0 && !t.start.startsWith(t.end))
      wrong(['priorTreatments', String(i), 'end'], `priorTreatments.${i}.end is earlier than its start.`)
  })
  const { noticeDate, received } = file.denial ?? {}
  if (noticeDate && received && received.date < noticeDate)
    wrong(['denial', 'received', 'date'], 'denial.received.date is earlier than denial.noticeDate.')
  return found
}

type Who = 'patient' | 'prescriber' | 'case file'

function caseFileOf(file: CaseFileShape, raw: unknown, path: string): CaseFile {
  const writer: Who = file.by ?? 'case file'
  const origin = (at: readonly string[], who: Who = writer): Origin => ({
    kind: 'person',
    who,
    path: at.join('.'),
    words: textAt(raw, at),
  })
  const stated = <T>(value: T | undefined, ...at: string[]): Stated<T> =>
    value === undefined ? null : { value, origin: origin(at) }
  const list = <R extends { by?: Who | undefined }, T>(
    items: readonly R[] | undefined,
    name: string,
    make: (item: R) => T,
  ): Entry<T>[] => (items ?? []).map((item, i) => ({ value: make(item), origin: origin([name, String(i)], item.by ?? writer) }))
  const { patient = {}, plan = {}, prescriber = {}, treatment = {}, denial = {} } = file
  const received = denial.received
  return {
    path,
    patient: {
      name: stated(patient.name, 'patient', 'name'),
      birthDate: stated(patient.birthDate, 'patient', 'birthDate'),
      address: stated(patient.address, 'patient', 'address'),
      phone: stated(patient.phone, 'patient', 'phone'),
    },
    plan: {
      coverage: stated(plan.coverage, 'plan', 'coverage'),
      state: stated(plan.state, 'plan', 'state'),
      payer: stated(plan.payer, 'plan', 'payer'),
      memberId: stated(plan.memberId, 'plan', 'memberId'),
      group: stated(plan.group, 'plan', 'group'),
    },
    prescriber: {
      name: stated(prescriber.name, 'prescriber', 'name'),
      credentials: stated(prescriber.credentials, 'prescriber', 'credentials'),
      specialty: stated(prescriber.specialty, 'prescriber', 'specialty'),
      npi: stated(prescriber.npi, 'prescriber', 'npi'),
      practice: stated(prescriber.practice, 'prescriber', 'practice'),
      address: stated(prescriber.address, 'prescriber', 'address'),
      phone: stated(prescriber.phone, 'prescriber', 'phone'),
      fax: stated(prescriber.fax, 'prescriber', 'fax'),
    },
    treatment: {
      name: stated(treatment.name, 'treatment', 'name'),
      id: stated(treatment.id, 'treatment', 'id'),
      dose: stated(treatment.dose, 'treatment', 'dose'),
      codes: (treatment.codes ?? []).map((value, i) => ({ value, origin: origin(['treatment', 'codes', String(i)]) })),
      timing: stated(treatment.timing, 'treatment', 'timing'),
      current: stated(treatment.current, 'treatment', 'current'),
    },
    denial: {
      noticeDate: stated(denial.noticeDate, 'denial', 'noticeDate'),
      received: stated(received?.date, 'denial', 'received', 'date'),
      receiptProven: stated(
        received?.proof === undefined ? undefined : received.proof !== 'recollection',
        'denial',
        'received',
        'proof',
      ),
      effectiveDateOfChange: stated(denial.effectiveDateOfChange, 'denial', 'effectiveDateOfChange'),
      reference: stated(denial.reference, 'denial', 'reference'),
      level: stated(denial.level, 'denial', 'level'),
      appealAddress: stated(denial.appealAddress, 'denial', 'appealAddress'),
      appealFax: stated(denial.appealFax, 'denial', 'appealFax'),
      appealPhone: stated(denial.appealPhone, 'denial', 'appealPhone'),
      appealPortal: stated(denial.appealPortal, 'denial', 'appealPortal'),
    },
    diagnoses: list(file.diagnoses, 'diagnoses', (d) => ({ name: d.name, code: d.code ?? null, since: d.since ?? null })),
    priorTreatments: list(file.priorTreatments, 'priorTreatments', trialOf),
    contraindications: list(file.contraindications, 'contraindications', (c) => ({
      agent: c.agent,
      alsoKnownAs: [c.agent.toLowerCase()],
      reason: c.reason,
    })),
    measures: list(file.measures, 'measures', measureOf),
    results: list(file.results, 'results', (r) => ({ test: r.test, date: r.date ?? null, finding: r.finding })),
    events: list(file.events, 'events', (e) => ({ kind: e.kind, date: e.date ?? null, what: e.what })),
    urgency: file.urgency
      ? {
          value: { urgent: file.urgency.urgent, why: file.urgency.reason ?? '' },
          origin: origin(['urgency'], file.urgency.by ?? 'prescriber'),
        }
      : null,
    grounds: (file.grounds ?? []).map((value, i) => ({ value, origin: origin(['grounds', String(i)]) })),
    letters: (file.letters ?? []).map((value, i) => ({ value, origin: origin(['letters', String(i)]) })),
    statements: (file.statements ?? []).map((s, i) => ({
      value: { who: s.who, ground: s.ground ?? null, text: s.words },
      origin: origin(['statements', String(i), 'words'], s.who),
    })),
    signer: file.signer
      ? { value: { role: file.signer.role, name: file.signer.name ?? null }, origin: origin(['signer']) }
      : null,
    notTrue: (file.notTrue ?? []).map((n) => ({ kind: n.kind, what: n.what, document: n.document ?? null, why: n.why ?? null })),
  }
}

const trialOf = (t: NonNullable<CaseFileShape['priorTreatments']>[number]): PriorTreatment => ({
  agent: t.agent,
  alsoKnownAs: [t.agent.toLowerCase()],
  dose: t.dose ?? null,
  start: t.start ?? null,
  end: t.end ?? null,
  duration: t.duration ?? null,
  outcome: t.outcome ?? 'not_stated',
  reason: t.reason ?? null,
})

const measureOf = (m: NonNullable<CaseFileShape['measures']>[number]): Measure => ({
  measure: m.measure.toLowerCase(),
  label: m.measure,
  value: m.value,
  unit: m.unit ?? null,
  date: m.date ?? null,
})

/** The file's own words at a path; a block reads "agent: X; start: Y". */
function textAt(raw: unknown, at: readonly string[]): string {
  let node: unknown = raw
  for (const step of at) node = (node as Record<string, unknown> | undefined)?.[step]
  if (typeof node === 'string') return node
  return node && typeof node === 'object'
    ? Object.entries(node)
        .map(([k, v]) => `${k}: ${typeof v === 'string' ? v : JSON.stringify(v)}`)
        .join('; ')
    : ''
}
