import type { GuidePlace, GuideRecord } from '../../knowledge/guide.ts'
import type { PayerRecord } from '../../knowledge/payer.ts'
import { MEDICARE_WORDS } from './fits.ts'
import type { CoverageSet } from './frame.ts'
import type { GuideSectionId } from './guide.ts'
import { namesPayers } from './match.ts'
import { criteriaInTable } from './sections/mapping.ts'
import { payerAspects } from './sections/payer.ts'
import type { Candidate } from './sections/related.ts'
import { argued, isMedical, type Subject } from './subject.ts'

export interface KeyContext {
  readonly subject: Subject
  readonly payer: PayerRecord
  readonly coverages: CoverageSet
  readonly related: readonly Candidate[]
  readonly asOf: string
}

/** What the notes of some places, in the records of one guide, depend on. */
interface NoteNeeds {
  /** Records about some guides only, by id: those of the care and reason, and those of some payers. */
  readonly records: string
  readonly ofSomePayers: string
  readonly treatment: boolean
  readonly reason: boolean
  readonly coverages: boolean
  readonly state: boolean
}

const needs = new WeakMap<readonly GuideRecord[], Map<readonly GuidePlace[], NoteNeeds>>()

/** Kept by the list of records, which is one for all payers of whom the same records are, and by the list of places. */
function needsOf(records: readonly GuideRecord[], places: readonly GuidePlace[]): NoteNeeds {
  let known = needs.get(records)
  if (!known) {
    known = new Map()
    needs.set(records, known)
  }
  const found = known.get(places)
  if (found) return found
  const taking = records.filter((r) => r.omit.length || places.some((p) => r.notes[p]))
  const notes = taking.flatMap((r) => places.flatMap((p) => r.notes[p] ?? []))
  const rests = (root: RegExp) => notes.some((n) => n.rests?.some((path) => root.test(path)))
  const made: NoteNeeds = {
    records: taking
      .filter((r) => !isForAll(r))
      .map((r) => r.id)
      .join('+'),
    ofSomePayers: taking
      .filter(namesPayers)
      .map((r) => r.id)
      .join('+'),
    treatment: notes.some((n) => /\{[Tt]reatment\}/.test(n.say)) || rests(/^treatment/),
    reason: rests(/^(reason|sibling)/),
    coverages: notes.some((n) => n.coverages.length || n.law),
    state: notes.some((n) => n.say.includes('{state}')),
  }
  known.set(places, made)
  return made
}

const medicares = new WeakMap<readonly unknown[], boolean>()

/** Sentences that do are left out where no Medicare plan is shown (`fits.ts`). */
function speaksOfMedicare(texts: readonly unknown[]): boolean {
  const known = medicares.get(texts)
  if (known !== undefined) return known
  const made = MEDICARE_WORDS.test(JSON.stringify(texts))
  medicares.set(texts, made)
  return made
}

const evidences = new WeakMap<readonly GuideRecord[], NoteNeeds>()

/** The part on a treatment leaves out cautions that notes elsewhere have said: only records with such notes matter to it. */
function evidenceNeeds(records: readonly GuideRecord[]): NoteNeeds {
  const known = evidences.get(records)
  if (known) return known
  const saysCaution = (r: GuideRecord) =>
    SAYING.some((p) => r.notes[p]?.some((n) => n.rests?.some((path) => path.startsWith('treatment.cautions'))))
  const mattering = records.filter((r) => r.omit.length || r.notes.point || saysCaution(r))
  const made = { ...needsOf(mattering, POINT), records: mattering.map((r) => r.id).join('+') }
  evidences.set(records, made)
  return made
}

const POINT = ['point'] as const
const PAYER_PLACE = ['payer'] as const
const SAYING = ['notice', 'why_denied', 'why_appealable', 'ground', 'point', 'program'] as const

const isForAll = (r: GuideRecord): boolean =>
  !namesPayers(r) && ![r.treatments, r.groups, r.kinds, r.reasons].some((list) => list.length) && r.unusual === undefined

/** Places whose notes each part takes. */
const TAKES = {
  notice: ['notice'],
  answer: ['answer'],
  angle: ['why_denied', 'why_appealable', 'ground', 'answer'],
  rights: ['rights'],
  deadline: ['deadline', 'deadline_ask'],
  payer: ['payer', 'request', 'notice', 'why_denied'],
  request: ['request'],
  typical: ['typical'],
  mapping: ['mapping', 'step_row'],
  documents: ['document'],
  process: ['step', 'mapping', 'why_denied'],
  peer: ['ground'],
  next: ['next', 'closing'],
  offer: ['offer'],
  limits: ['limit'],
} as const satisfies Partial<Record<GuideSectionId, readonly GuidePlace[]>>

/** For every part, a name of exactly what it depends on. */
export function partKeys(context: KeyContext): Readonly<Record<GuideSectionId, string>> {
  const { subject, payer, coverages, related, asOf } = context
  const { treatment: t, reason: r, lang, records } = subject
  const state = subject.state ?? ''
  const a = argued(subject)
  const medicare = (...texts: readonly (readonly unknown[])[]) =>
    coverages.medicare && texts.some(speaksOfMedicare) ? 'medicare' : ''
  const join = (...parts: readonly string[]) => {
    let key = ''
    for (const part of parts) if (part) key += `${part}|`
    return key + lang
  }
  /** A part about this care and this reason; of the payer only records that name it. */
  const both = (id: string, places: readonly GuidePlace[], ...more: readonly string[]) => {
    const n = needsOf(records, places)
    return join(id, t.id, r.id, n.ofSomePayers, n.coverages ? coverages.key : '', n.state ? state : '', ...more)
  }
  /** A part about neither, save where its notes are. */
  const law = (id: string, places: readonly GuidePlace[], ...more: readonly string[]) => {
    const n = needsOf(records, places)
    return join(
      id,
      n.treatment ? t.id : '',
      n.reason ? r.id : '',
      n.records,
      n.coverages || more.length ? coverages.key : '',
      n.state ? state : '',
      ...more,
    )
  }
  const cautions = subject.cautions.length === t.cautions.length ? '' : `cautions ${subject.cautions.join('.')}`
  const evidenceNotes = evidenceNeeds(records)
  const evidence = !isMedical(a)
    ? join('evidence')
    : join(
        'evidence',
        t.id,
        evidenceNotes.reason ? r.id : '',
        evidenceNotes.records,
        evidenceNotes.coverages ? coverages.key : '',
        cautions,
      )
  const payerNotes = needsOf(records, TAKES.payer)
  const payerPlace = needsOf(records, PAYER_PLACE)
  const table = !isMedical(a) ? '' : criteriaInTable(subject) ? 'table' : 'list'
  const dated = subject.noticeDate ?? ''
  const all = needsOf(records, ALL_PLACES)
  return {
    warning: join('warning', t.warnings.length ? t.id : ''),
    notice: both('notice', TAKES.notice),
    answer: both('answer', TAKES.answer),
    angle: both('angle', TAKES.angle, medicare(a.grounds)),
    rights: law('rights', TAKES.rights, 'rows'),
    deadline: law('deadline', TAKES.deadline, dated && `${dated}|${state || '-'}`, dated ? '' : 'rule'),
    payer: join(
      'payer',
      payer.id,
      payerAspects(t),
      payerNotes.ofSomePayers,
      payerPlace.treatment ? t.id : '',
      payerPlace.reason ? r.id : '',
      payer.type === 'family_of_companies' ? state : '',
    ),
    request: both('request', TAKES.request),
    typical: join('typical', table && t.id, table, needsOf(records, TAKES.typical).records),
    evidence,
    mapping: both('mapping', TAKES.mapping),
    documents: both('documents', TAKES.documents, medicare(a.requiredEvidence, t.evidenceToGather)),
    process: both('process', TAKES.process, medicare(a.argumentPattern, a.commonMistakes)),
    peer: both('peer', TAKES.peer, medicare(a.grounds)),
    next: law('next', TAKES.next),
    state: state ? join('state', state, t.id, r.id, coverages.key) : join('state'),
    framework: law('framework', LAW_NOTES, state && 'asked', 'all'),
    example: join('example', subject.sibling?.id ?? r.id),
    offer: law('offer', TAKES.offer),
    related: join('related', related.length ? `${t.id}|${r.id}` : '', ...related.map((c) => `${c.treatment.id}.${c.reason.id}`)),
    sources: join('sources', t.id, r.id, all.ofSomePayers, coverages.key, state, dated, cautions),
    status: join('status', asOf),
    limits: law('limits', TAKES.limits),
  }
}

const LAW_NOTES = ['internal', 'expedited', 'external', 'state_law', 'state_not_held', 'program'] as const
const ALL_PLACES = [
  ...SAYING,
  ...LAW_NOTES,
  'answer',
  'rights',
  'payer',
  'request',
  'typical',
  'step',
  'document',
  'mapping',
  'step_row',
  'deadline',
  'deadline_ask',
  'next',
  'closing',
  'offer',
  'limit',
] as const
