import type { Knowledge } from '../../knowledge/assemble.ts'
import { findProvision } from '../../knowledge/citations.ts'
import type { CoverageRecord } from '../../knowledge/coverage.ts'
import type { ReasonRecord } from '../../knowledge/reason.ts'
import { spanishOf } from '../../knowledge/spanish.ts'
import type { StateRecord } from '../../knowledge/state.ts'
import type { Criterion } from '../../knowledge/treatment.ts'
import { RIGHTS_SHOWN } from './sections/framework.ts'

export type SpanishKind = 'right' | 'guide' | 'reason' | 'treatment' | 'class' | 'payer' | 'state' | 'source'

/** A sentence that a patient can be shown and that has no Spanish. */
export interface MissingSpanish {
  readonly kind: SpanishKind
  /** Record and field: "reasons/step_therapy firstMove". */
  readonly where: string
  readonly en: string
}

type Said = readonly [where: string, en: string | undefined]

/** Every patient-facing sentence of all shown kinds of record that has no Spanish, each sentence once. */
export function missingSpanish(knowledge: Knowledge): readonly MissingSpanish[] {
  const known = spanishOf(knowledge)
  const seen = new Set<string>()
  return shown(knowledge).flatMap(({ kind, where, en }) => {
    if (known.has(en) || seen.has(en)) return []
    seen.add(en)
    return [{ kind, where, en }]
  })
}

/** Sentences whose record has no room for Spanish beside them; of provisions, those without `saysEs`. */
function shown(k: Knowledge): MissingSpanish[] {
  const of = (kind: SpanishKind, folder: string, id: string, said: readonly Said[]): MissingSpanish[] =>
    said.flatMap(([where, en]) => (en ? [{ kind, where: `${folder}/${id} ${where}`, en }] : []))
  return [
    ...[...k.coverage.values()].flatMap((c) => of('right', 'coverage', c.id, rightsOf(k, c))),
    ...[...k.guides.values()].flatMap((g) =>
      of(
        'guide',
        'guides',
        g.id,
        Object.entries(g.notes).flatMap(([place, notes]) =>
          notes.flatMap((n): Said[] => [
            [`notes.${place}`, n.say],
            [`notes.${place}.provedBy`, n.provedBy],
          ]),
        ),
      ),
    ),
    ...[...k.reasons.values()].flatMap((r) => of('reason', 'reasons', r.id, reasonOf(r))),
    ...[...k.classes.values()].flatMap((c) =>
      of('class', 'classes', c.id, [
        ...criteriaOf(c.typicalCriteria),
        ...listed('evidenceToGather', c.evidenceToGather),
        ...listed(
          'stepPrerequisites',
          c.stepPrerequisites.map((s) => s.says),
        ),
        ['urgency', c.urgency],
        ['pediatric', c.pediatric],
      ]),
    ),
    ...[...k.treatments.values()].flatMap((t) =>
      of('treatment', 'treatments', t.id, [
        // A drug is called the same in both languages; care is not.
        ['displayNameEs', t.displayNameEs || t.kind === 'drug' || t.kind === 'biologic' ? undefined : t.displayName],
        ...listed(
          'indications',
          t.indications.map((i) => i.name),
        ),
        ...criteriaOf(t.typicalCriteria),
        ...listed(
          'stepPrerequisites',
          t.stepPrerequisites.map((s) => s.says),
        ),
        ...listed(
          'guidelines',
          t.guidelines.flatMap((g) => g.notes),
        ),
        ...listed('evidenceToGather', t.evidenceToGather),
        ...listed(
          'warnings',
          t.warnings.map((w) => w.says),
        ),
        ...listed(
          'cautions',
          t.cautions.map((c) => c.says),
        ),
        ['urgency', t.urgency],
      ]),
    ),
    ...[...k.payers.values()].flatMap((p) =>
      of('payer', 'payers', p.id, [
        ...listed(
          'appealNotes',
          p.appealNotes.map((n) => n.says),
        ),
        ...listed(
          'criteriaSets',
          p.criteriaSets.filter((s) => /^[a-z]/.test(s)),
        ),
        ...listed('reviews', p.reviews),
        ...listed(
          'delegates',
          p.delegates.flatMap((d) => d.scope ?? []),
        ),
        ...(p.roleNotes ?? []).flatMap((ref) => lawOf(k, ref)),
      ]),
    ),
    ...[...k.states.values()].flatMap((s) => of('state', 'states', s.id, stateOf(s))),
    ...[...k.treatments.values()].flatMap((t) =>
      of('source', 'treatments', t.id, [
        ...t.indications.flatMap((i) => i.label.flatMap((ref) => lawOf(k, ref))),
        ...t.guidelines.flatMap((g) => g.provisions.flatMap((key) => lawOf(k, `${g.source}#${key}`))),
        ...t.stepPrerequisites.flatMap((s) => s.cite.flatMap((ref) => lawOf(k, ref))),
      ]),
    ),
  ]
}

const listed = (where: string, texts: readonly string[]): Said[] => texts.map((text, i) => [`${where}.${i}`, text])

const criteriaOf = (criteria: readonly Criterion[]): Said[] =>
  criteria.flatMap((c): Said[] => [
    ...(c.of.length
      ? criteriaOf(c.of)
      : ([
          [`typicalCriteria.${c.key}`, c.requirement],
          [`typicalCriteria.${c.key}.provedBy`, c.provedBy],
        ] as const)),
    ...criteriaOf(c.exceptions),
  ])

/** A provision's sentence, unless its Spanish stands beside it. */
function lawOf(k: Knowledge, ref: string): Said[] {
  const provision = findProvision(k, ref)?.provision
  return provision && !provision.saysEs ? [[ref, provision.says]] : []
}

/** What the tables of rights, the law of the appeal and the deadlines say of a coverage type. */
function rightsOf(k: Knowledge, c: CoverageRecord): Said[] {
  const rights = RIGHTS_SHOWN.flatMap((key) => c.rights[key]?.[0] ?? [])
  const windows = c.levels.flatMap((l) => [
    ...(l.automatic ? [l.automatic] : []),
    ...(l.kind !== 'claim' ? (l.file ?? []) : []).slice(0, 1),
  ])
  return [...rights, ...windows].flatMap((ref) => lawOf(k, ref))
}

function reasonOf(r: ReasonRecord): Said[] {
  return [
    ['firstMove', r.firstMove],
    ...listed('argumentPattern', r.argumentPattern),
    ...listed(
      'grounds',
      r.grounds.flatMap((g) => [g.label, ...g.provedBy]),
    ),
    ...listed('requiredEvidence', r.requiredEvidence),
    ...listed('criteriaMapping.columns', r.criteriaMapping.columns),
    ['criteriaMapping.rowPer', r.criteriaMapping.rowPer],
    ...listed('criteriaMapping.exampleRows', r.criteriaMapping.exampleRows.flat()),
    ...listed('commonMistakes', r.commonMistakes),
    ['externalReview.federal', r.externalReview.federal.says],
    ['externalReview.medicareAdvantage', r.externalReview.medicareAdvantage.says],
    ['externalReview.medicaid', r.externalReview.medicaid.says],
    ...listed(
      'legalHooks',
      r.legalHooks.map((h) => h.says),
    ),
  ]
}

function stateOf(s: StateRecord): Said[] {
  const { stepTherapy, externalReview, coverageLaws } = s
  return [
    ['stepTherapy.statute', stepTherapy?.statute?.says],
    ...listed(
      'stepTherapy.special',
      (stepTherapy?.special ?? []).map((d) => d.says),
    ),
    ['externalReview.program', externalReview?.program.says],
    ['externalReview.fileWith', externalReview?.fileWith?.says],
    ['externalReview.statute', externalReview?.statute?.says],
    ...Object.entries(coverageLaws ?? {}).flatMap(([law, data]) =>
      listed(
        law,
        data.map((d) => d.says),
      ),
    ),
  ]
}
