import { type Problem, problem } from '../../base/problem.ts'
import type { CaseFile, Rejection } from '../casefile/casefile.ts'
import type { Entry } from '../fact.ts'
import type { ProposedFacts } from '../record/proposed.ts'

/** Proposals without what the case file marks as not true; a mark that fits nothing is a warning. */
export function withoutRejected(
  proposals: readonly ProposedFacts[],
  caseFile: CaseFile | null,
): { proposals: ProposedFacts[]; warnings: Problem[] } {
  const rejections = caseFile?.notTrue ?? []
  const used = new Set<Rejection>()
  const stays = (p: ProposedFacts, kind: Rejection['kind'], words: readonly string[]) =>
    !rejections.some((r) => {
      const fits =
        r.kind === kind && (r.document === null || r.document === p.doc || r.document === p.name) && matches(r.what, words)
      if (fits) used.add(r)
      return fits
    })
  const list = <T>(
    p: ProposedFacts,
    kind: Rejection['kind'],
    entries: readonly Entry<T>[],
    words: (value: T) => readonly string[],
  ) => entries.filter((e) => stays(p, kind, words(e.value)))
  const one = <T extends string>(p: ProposedFacts, kind: Rejection['kind'], entry: Entry<T> | null) =>
    entry && stays(p, kind, [entry.value]) ? entry : null
  const kept = proposals.map((p) => ({
    ...p,
    patient: { name: one(p, 'name', p.patient.name), birthDate: one(p, 'birthDate', p.patient.birthDate) },
    prescriber: p.prescriber.name && !one(p, 'prescriber', p.prescriber.name) ? NOBODY : p.prescriber,
    diagnoses: list(p, 'diagnosis', p.diagnoses, (d) => [d.name, d.code ?? '']),
    priorTreatments: list(p, 'treatment', p.priorTreatments, (t) => [t.agent, ...t.alsoKnownAs.slice(0, 2)]),
    contraindications: list(p, 'contraindication', p.contraindications, (c) => [c.agent, ...c.alsoKnownAs.slice(0, 2)]),
    measures: list(p, 'measure', p.measures, (m) => [m.measure, m.label, `${m.label} ${m.value}`, `${m.measure} ${m.value}`]),
    results: list(p, 'result', p.results, (r) => [r.test, r.finding]),
    events: list(p, 'event', p.events, (e) => [e.kind, e.what]),
  }))
  const warnings = rejections.flatMap((r, i) =>
    used.has(r)
      ? []
      : [
          problem(
            'casefile-invalid',
            `${caseFile?.path ?? 'case file'}: notTrue.${i}`,
            'This correction fits no fact that was read.',
            'Copy the name as the list of facts shows it, or remove the entry.',
          ),
        ],
  )
  return { proposals: kept, warnings }
}

const NOBODY: ProposedFacts['prescriber'] = {
  name: null,
  credentials: null,
  specialty: null,
  npi: null,
  practice: null,
  phone: null,
  fax: null,
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim()

const matches = (what: string, words: readonly string[]): boolean =>
  words.some((w) => plain(w) === plain(what) || (what.length > 12 && plain(w).includes(plain(what))))
