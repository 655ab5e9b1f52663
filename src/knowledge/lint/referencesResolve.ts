import type { ArgumentRecord } from '../argument.ts'
import type { Knowledge } from '../assemble.ts'
import type { GuideRecord } from '../guide.ts'
import type { InterviewRecord } from '../interview.ts'
import type { PayerRecord } from '../payer.ts'
import type { ProcessRecord, ScenarioRecord } from '../process.ts'
import type { ReasonRecord } from '../reason.ts'
import type { TreatmentRecord } from '../treatment.ts'
import { allRecords, type Finding, type Kind, type Rule } from './rule.ts'
import { fieldOf, textsIn } from './walk.ts'

/** Something a record points at: a provision or source, or a record of another kind. */
interface Pointer {
  readonly at: string
  readonly to: string
  readonly kind: Kind
}

const SOURCE_FIELDS = new Set(['cite', 'roleNotes', 'deciderRefs', 'automatic', 'governing', 'representative', 'dayCounting'])
const COVERAGE_MAPS = /^(levels\.\d+\.(file|fileWhen|decide|notes)|rights|defects|notes)\b/

export const referencesResolve: Rule = {
  name: 'references-resolve',
  why: 'A citation that leads nowhere cannot be checked by anyone. Name an existing record and provision.',
  check: ({ knowledge }) =>
    allRecords(knowledge).flatMap(([kind, id, record]) =>
      pointersOf(kind, record)
        .filter((p) => !resolves(knowledge, p))
        .map(
          (p): Finding => ({
            kind,
            id,
            at: p.at,
            say: `"${p.to}" is not in ${p.kind === 'sources' ? 'law or sources' : p.kind}.`,
          }),
        ),
    ),
}

function resolves(knowledge: Knowledge, { to, kind }: Pointer): boolean {
  const [id = '', provision] = to.split('#')
  if (kind !== 'sources') return knowledge[kind].has(to)
  const source = knowledge.sources.get(id)
  return source !== undefined && (provision === undefined || Object.hasOwn(source.provisions, provision))
}

function pointersOf(kind: Kind, record: unknown): readonly Pointer[] {
  const cited = textsIn(record)
    .filter(([path]) => kind !== 'sources' && kind !== 'facts' && kind !== 'states' && isSourceField(kind, path))
    .map(([at, to]): Pointer => ({ at, to, kind: 'sources' }))
  return [...cited, ...(OWN[kind]?.(record) ?? [])]
}

const isSourceField = (kind: Kind, path: string): boolean =>
  SOURCE_FIELDS.has(fieldOf(path)) ||
  (kind === 'coverage' && COVERAGE_MAPS.test(path)) ||
  (kind === 'treatments' && /\.label\.\d+$/.test(path))

const list = (at: string, to: readonly string[], kind: Kind): Pointer[] => to.map((id, i) => ({ at: `${at}.${i}`, to: id, kind }))

const ofPayer = (p: PayerRecord): Pointer[] => [
  ...(p.parentId ? [{ at: 'parentId', to: p.parentId, kind: 'payers' as const }] : []),
  ...p.delegates.flatMap((d, i) => (d.payer ? [{ at: `delegates.${i}`, to: d.payer, kind: 'payers' as const }] : [])),
  ...list('confusableWith', p.confusableWith, 'payers'),
]

const ofTreatment = (t: TreatmentRecord): Pointer[] => [
  ...list('labels', t.labels, 'sources'),
  ...list('members', t.members, 'treatments'),
  ...list('usualReasons', t.usualReasons, 'reasons'),
  ...list('unusualReasons', t.unusualReasons, 'reasons'),
  ...t.guidelines.flatMap((g, i) => [
    { at: `guidelines.${i}.source`, to: g.source, kind: 'sources' as const },
    ...g.provisions.map((p, j) => ({ at: `guidelines.${i}.provisions.${j}`, to: `${g.source}#${p}`, kind: 'sources' as const })),
  ]),
]

const ofReason = (r: ReasonRecord): Pointer[] =>
  Object.entries(r.siblings).map(([care, to]): Pointer => ({ at: `siblings.${care}`, to: to ?? '', kind: 'reasons' }))

const ofGuide = (g: GuideRecord): Pointer[] => [
  ...list('payers', g.payers, 'payers'),
  ...list('treatments', g.treatments, 'treatments'),
  ...list('groups', g.groups, 'classes'),
  ...list('reasons', g.reasons, 'reasons'),
]

function ofInterview(record: InterviewRecord): Pointer[] {
  if (record.kind === 'cue') return list('among', record.among, 'coverage')
  if (record.kind === 'ask')
    return [
      ...list('grounds', record.grounds ?? [], 'grounds'),
      ...list('ground', record.ground ? [record.ground] : [], 'grounds'),
    ]
  return record.answers.flatMap((a, i) => [
    ...(a.next ? [{ at: `answers.${i}.next`, to: a.next, kind: 'interview' as const }] : []),
    ...(a.settles ? [{ at: `answers.${i}.settles`, to: a.settles, kind: 'coverage' as const }] : []),
  ])
}

const ofProcess = (p: ProcessRecord): Pointer[] => [
  ...list('coverages', p.coverages, 'coverage'),
  ...list('letters', p.letters, 'letters'),
  ...list('reasons', p.reasons, 'reasons'),
  ...list('related', p.related, 'processes'),
]

const ofScenario = (s: ScenarioRecord): Pointer[] => [
  ...list('coverages', s.coverages, 'coverage'),
  ...list('processes', s.processes, 'processes'),
  ...list('reasons', s.reasons, 'reasons'),
  ...list('related', s.related, 'scenarios'),
]

/** What each kind points at beside its sources. */
const OWN: Partial<Record<Kind, (record: unknown) => readonly Pointer[]>> = {
  payers: (record) => ofPayer(record as PayerRecord),
  treatments: (record) => ofTreatment(record as TreatmentRecord),
  reasons: (record) => ofReason(record as ReasonRecord),
  arguments: (record) => list('grounds', (record as ArgumentRecord).grounds, 'grounds'),
  guides: (record) => ofGuide(record as GuideRecord),
  interview: (record) => ofInterview(record as InterviewRecord),
  processes: (record) => ofProcess(record as ProcessRecord),
  scenarios: (record) => ofScenario(record as ScenarioRecord),
}
