import type { GuideNote, GuidePlace, GuideRecord } from '../../knowledge/guide.ts'
import type { PayerRecord } from '../../knowledge/payer.ts'
import { programsSpokenOf } from './fits.ts'
import type { CoverageSet } from './frame.ts'
import type { GuideSectionId } from './guide.ts'
import { namesPayers } from './match.ts'
import { criteriaInTable } from './sections/mapping.ts'
import { payerAspects } from './sections/payer.ts'
import { hasCall } from './sections/peer.ts'
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
  /** Notes that the types of coverage bear on. */
  readonly covered: readonly GuideNote[]
  /** What those notes say under each set of types, by the set's key. */
  readonly under: Map<string, string>
  /** Keys of a part that takes these places, by what they end in: a key that was looked up before is found faster. */
  readonly keys: Map<string, string>
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
    covered: notes.filter((n) => n.coverages.length || n.law),
    under: new Map(),
    keys: new Map(),
    state: notes.some((n) => n.say.includes('{state}')),
  }
  known.set(places, made)
  return made
}

/**
 * Which of the notes are said under these types of coverage, and what they cite. Many sets of types come to the same:
 * payers with other lines of business then share the part.
 */
function underCoverages({ covered, under }: NoteNeeds, { key, of }: CoverageSet): string {
  if (!covered.length) return ''
  const known = under.get(key)
  if (known !== undefined) return known
  const said = covered.map((n) => {
    const about = of.filter((c) => !n.coverages.length || n.coverages.includes(c.id))
    const shown = n.only ? about.length === of.length : about.length > 0
    return shown ? `${[...new Set((n.law ?? []).flatMap((law) => about.flatMap((c) => c.rights[law]?.[0] ?? [])))]}` : '-'
  })
  const made = said.join(';')
  under.set(key, made)
  return made
}

const spoken = new WeakMap<readonly unknown[], readonly number[]>()

/** Sentences that speak of a program are left out where no type of coverage shown is of it (`fits.ts`). */
function programsIn(texts: readonly unknown[]): readonly number[] {
  const known = spoken.get(texts)
  if (known) return known
  const made = programsSpokenOf(JSON.stringify(texts))
  spoken.set(texts, made)
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
  deadline: ['deadline_first', 'deadline', 'deadline_ask'],
  payer: ['payer', 'request', 'notice', 'why_denied'],
  request: ['request'],
  typical: ['typical'],
  mapping: ['mapping', 'step_row'],
  documents: ['document'],
  first: ['document', 'first_move'],
  process: ['step', 'mapping', 'why_denied'],
  peer: ['ground'],
  next: ['next', 'closing'],
  offer: ['offer'],
  limits: ['limit'],
} as const satisfies Partial<Record<GuideSectionId, readonly GuidePlace[]>>

/** For every part, a name of exactly what it depends on. */
export function partKeys(context: KeyContext): Readonly<Record<GuideSectionId, string>> {
  const { subject, coverages, related, asOf } = context
  const { treatment: t, reason: r, lang, records } = subject
  const state = subject.state ?? ''
  const a = argued(subject)
  const programs = (...texts: readonly (readonly unknown[])[]) => {
    let held = ''
    for (const text of texts) for (const i of programsIn(text)) held += coverages.programs[i] ?? ''
    return held
  }
  const join = (...parts: readonly string[]) => {
    let key = ''
    for (const part of parts) if (part) key += `${part}|`
    return key + lang
  }
  /** A part about this care and this reason; of the payer only records that name it. */
  const both = (id: string, places: readonly GuidePlace[], ...more: readonly string[]) => {
    const n = needsOf(records, places)
    const end = join(underCoverages(n, coverages), n.state ? state : '', ...more)
    const known = n.keys.get(end)
    if (known !== undefined) return known
    const made = `${id}|${t.id}|${r.id}|${n.ofSomePayers}|${end}`
    n.keys.set(end, made)
    return made
  }
  /** A part about neither, save where its notes are. */
  const law = (id: string, places: readonly GuidePlace[], ...more: readonly string[]) => {
    const n = needsOf(records, places)
    return join(
      id,
      n.treatment ? t.id : '',
      n.reason ? r.id : '',
      n.records,
      more.length ? coverages.key : underCoverages(n, coverages),
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
        underCoverages(evidenceNotes, coverages),
        cautions,
        programs(t.cautions),
      )
  const table = !isMedical(a) ? '' : criteriaInTable(subject) ? 'table' : 'list'
  const dated = subject.noticeDate ?? ''
  const all = needsOf(records, ALL_PLACES)
  return {
    warning: join('warning', t.warnings.length ? t.id : ''),
    notice: both('notice', TAKES.notice),
    answer: both('answer', TAKES.answer),
    first: both('first', TAKES.first, programs(a.requiredEvidence, t.evidenceToGather)),
    angle: both('angle', TAKES.angle, programs(a.grounds, t.typicalCriteria)),
    rights: law('rights', TAKES.rights, 'rows', state),
    deadline: law('deadline', TAKES.deadline, dated && `${dated}|${state || '-'}`, dated ? '' : 'rule'),
    payer: payerKey(context),
    request: both('request', TAKES.request),
    typical: join('typical', table && t.id, table, needsOf(records, TAKES.typical).records, table && programs(t.typicalCriteria)),
    evidence,
    mapping: both('mapping', TAKES.mapping, programs(t.typicalCriteria)),
    documents: both('documents', TAKES.documents, programs(a.requiredEvidence, t.evidenceToGather)),
    process: both('process', TAKES.process, programs(a.argumentPattern, a.commonMistakes)),
    peer: both('peer', TAKES.peer, hasCall(subject) ? '' : 'no call', programs(a.grounds, t.typicalCriteria)),
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

/** The part on the payer itself: the only one that its other particulars are in. */
export function payerKey({ subject, payer }: KeyContext): string {
  const { treatment: t, reason: r, records, lang, state } = subject
  const place = needsOf(records, PAYER_PLACE)
  const ofPayers = needsOf(records, TAKES.payer).ofSomePayers
  const about = `${place.treatment ? t.id : ''}|${place.reason ? r.id : ''}`
  return `payer|${payer.id}|${payerAspects(t)}|${ofPayers}|${about}|${payer.type === 'family_of_companies' ? (state ?? '') : ''}|${lang}`
}

const lists = new WeakMap<readonly unknown[], number>()
let listsSeen = 0

/** A number for a list that is one object wherever it is the same. */
function numberOf(list: readonly unknown[]): number {
  const known = lists.get(list)
  if (known !== undefined) return known
  lists.set(list, ++listsSeen)
  return listsSeen
}

/** All that the keys of every part but the payer's are made of. The records' list is one for each care, reason and set of records. */
export function shapeKey({ subject, coverages, related, asOf }: KeyContext): string {
  const { records, cautions, state, noticeDate, lang } = subject
  let linked = ''
  for (const c of related) linked += `${c.treatment.id}.${c.reason.id}|`
  return `${numberOf(records)}|${coverages.key}|${cautions.join('.')}|${state ?? ''}|${noticeDate ?? ''}|${asOf}|${linked}|${lang}`
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
  'deadline_first',
  'first_move',
  'deadline',
  'deadline_ask',
  'next',
  'closing',
  'offer',
  'limit',
] as const
