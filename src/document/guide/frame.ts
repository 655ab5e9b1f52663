import type { Knowledge } from '../../knowledge/assemble.ts'
import type { CoverageRecord } from '../../knowledge/coverage.ts'
import type { GuideRecord } from '../../knowledge/guide.ts'
import type { PayerRecord } from '../../knowledge/payer.ts'
import type { ReasonRecord } from '../../knowledge/reason.ts'
import type { TreatmentRecord } from '../../knowledge/treatment.ts'
import { carriersNamed } from './cautions.ts'
import { coveragesFor, isForChildren, isPharmacy } from './coverages.ts'
import { programsUnder } from './fits.ts'
import { siblingOf } from './links.ts'
import { isForPayer, namesPayers, recordsAbout } from './match.ts'
import { type Candidate, candidates } from './sections/related.ts'
import { isUnusual, slotted } from './subject.ts'

/** What a treatment and a reason settle for every payer: worked out once, then looked up. */
export interface Frame {
  readonly treatment: TreatmentRecord
  readonly reason: ReasonRecord
  readonly sibling: ReasonRecord | null
  /** For any payer, the most specific first. */
  readonly records: readonly GuideRecord[]
  readonly somePayersOnly: readonly GuideRecord[]
  readonly candidates: readonly Candidate[]
  readonly carriersNamed: readonly (readonly string[])[]
  /** Records by which of `somePayersOnly` are in: one list for each set, so that what is worked out for it is kept. */
  readonly recordSets: Map<string, readonly GuideRecord[]>
}

interface Index {
  readonly frames: WeakMap<TreatmentRecord, Map<ReasonRecord, Frame | null>>
  readonly coverages: Map<string, CoverageSet>
  readonly slots: Map<string, PayerRecord>
  readonly reasons: Map<string, ReasonRecord>
}

export interface CoverageSet {
  readonly key: string
  readonly of: readonly CoverageRecord[]
  /** Which laws and programs hold under them (`fits.ts`). */
  readonly programs: string
}

const indexes = new WeakMap<Knowledge, Index>()

function indexOf(knowledge: Knowledge): Index {
  const known = indexes.get(knowledge)
  if (known) return known
  const reasons = new Map<string, ReasonRecord>()
  for (const r of knowledge.reasons.values()) {
    if (r.liveSlug) reasons.set(r.liveSlug, r)
  }
  for (const r of knowledge.reasons.values()) reasons.set(r.slug, r).set(r.id, r)
  const made: Index = { frames: new WeakMap(), coverages: new Map(), slots: new Map(), reasons }
  indexes.set(knowledge, made)
  return made
}

/** By id, slug or earlier slug, without a search through the names. */
export const reasonAt = (knowledge: Knowledge, key: string): ReasonRecord | undefined => indexOf(knowledge).reasons.get(key)

/** Null where there can be no guide: neither the reason nor a sibling fits the care. */
export function frameOf(knowledge: Knowledge, treatment: TreatmentRecord, reason: ReasonRecord): Frame | null {
  const { frames } = indexOf(knowledge)
  let ofTreatment = frames.get(treatment)
  if (!ofTreatment) {
    ofTreatment = new Map()
    frames.set(treatment, ofTreatment)
  }
  const known = ofTreatment.get(reason)
  if (known !== undefined) return known
  const made = makeFrame(knowledge, treatment, reason)
  ofTreatment.set(reason, made)
  return made
}

function makeFrame(knowledge: Knowledge, treatment: TreatmentRecord, reason: ReasonRecord): Frame | null {
  const unusual = isUnusual(reason, treatment)
  const sibling = unusual ? siblingOf(knowledge, treatment, reason) : null
  if (unusual && !sibling) return null
  const records = recordsAbout(knowledge, treatment, reason)
  return {
    treatment,
    reason,
    sibling,
    records,
    somePayersOnly: records.filter(namesPayers),
    candidates: candidates(knowledge, treatment, reason, sibling),
    carriersNamed: carriersNamed(knowledge, treatment),
    recordSets: new Map(),
  }
}

/** The frame's records that are for this payer; the same list for every payer of whom the same records are. */
export function recordsFor(frame: Frame, payer: PayerRecord): readonly GuideRecord[] {
  let key = ''
  for (const g of frame.somePayersOnly) if (isForPayer(g, payer)) key += `${g.id}|`
  const known = frame.recordSets.get(key)
  if (known) return known
  const made = frame.records.filter((g) => isForPayer(g, payer))
  frame.recordSets.set(key, made)
  return made
}

export function coverageSetOf(
  knowledge: Knowledge,
  payer: PayerRecord,
  treatment: TreatmentRecord,
  records: readonly GuideRecord[],
): CoverageSet {
  const children = isForChildren(treatment) || records.some((r) => r.children)
  const { coverages } = indexOf(knowledge)
  const key = `${payer.id}|${isPharmacy(treatment) ? 'p' : ''}|${children ? 'c' : ''}`
  const known = coverages.get(key)
  if (known) return known
  const made = setOf(coveragesFor(knowledge, payer, treatment, children))
  coverages.set(key, made)
  return made
}

export const setOf = (of: readonly CoverageRecord[]): CoverageSet => ({
  key: of.map((c) => c.id).join('+'),
  of,
  programs: programsUnder(of),
})

export function slotOf(knowledge: Knowledge, payer: PayerRecord): PayerRecord {
  const { slots } = indexOf(knowledge)
  const known = slots.get(payer.id)
  if (known) return known
  const made = slotted(payer)
  slots.set(payer.id, made)
  return made
}
