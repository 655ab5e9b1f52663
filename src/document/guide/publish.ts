import type { Knowledge } from '../../knowledge/assemble.ts'
import type { PayerRecord } from '../../knowledge/payer.ts'
import type { ReasonRecord } from '../../knowledge/reason.ts'
import type { TreatmentRecord } from '../../knowledge/treatment.ts'
import { type Misfit, misfit } from './fit.ts'
import { type Frame, frameOf } from './frame.ts'
import type { GuideKey } from './guide.ts'
import { sharedOf, specificityOf } from './specificity.ts'

/** Sentences a guide must have of its own to be published; docs/decisions/0014-published-guides.md gives the reasons. */
export const LEAST = { payer: 6, treatment: 10, reason: 10 } as const

/** Why a guide is served but kept out of search; null: it is published. */
export type Unpublished = 'no_guide' | 'unusual_reason' | 'thin_treatment' | 'thin_reason' | 'thin_payer' | Misfit

export function unpublished(
  knowledge: Knowledge,
  payer: PayerRecord,
  treatment: TreatmentRecord,
  reason: ReasonRecord,
): Unpublished | null {
  const frame = frameOf(knowledge, treatment, reason)
  return frame ? (ofFrame(frame) ?? atPayer(knowledge, payer, frame)) : 'no_guide'
}

const verdicts = new WeakMap<Frame, Unpublished | 'searched' | 'usual'>()

/** What no payer can change. A reason that is odd for the care is left in only where people were seen to look for it. */
function ofFrame(frame: Frame): Unpublished | null {
  const known = verdicts.get(frame) ?? judge(frame)
  verdicts.set(frame, known)
  return known === 'searched' || known === 'usual' ? null : known
}

function judge(frame: Frame): Unpublished | 'searched' | 'usual' {
  const { treatment, reason, sibling } = frame
  const shared = sharedOf(frame)
  if (shared.treatment < LEAST.treatment) return 'thin_treatment'
  if (shared.reason < LEAST.reason) return 'thin_reason'
  if (!sibling && treatment.usualReasons.includes(reason.id)) return 'usual'
  if (isService(treatment) && DRUG_RULES.includes(reason.id)) return 'unusual_reason'
  return treatment.liveSlug && reason.liveSlug ? 'searched' : 'unusual_reason'
}

/** Rules of a drug list: a page on one for therapy or a level of care would tell of a denial that nobody gets. */
const DRUG_RULES: readonly string[] = ['non_formulary', 'quantity_limit', 'off_label_not_covered']
const isService = (t: TreatmentRecord): boolean => t.kind === 'therapy' || t.kind === 'level_of_care'

/** By frame, a byte for each payer: 0 not judged yet, else the place in `AT_PAYER` and 1 more. */
const atPayers = new WeakMap<Frame, Uint8Array>()
const AT_PAYER: readonly (Unpublished | null)[] = [
  null,
  'unusual_reason',
  'thin_payer',
  'not_a_pharmacy_drug',
  'not_reviewed_there',
  'children_in_medicare',
  'not_its_decision',
]

const places = new WeakMap<Knowledge, Map<PayerRecord, number>>()

function placeOf(knowledge: Knowledge, payer: PayerRecord): number | undefined {
  let known = places.get(knowledge)
  if (!known) {
    known = new Map([...knowledge.payers.values()].map((p, i) => [p, i]))
    places.set(knowledge, known)
  }
  return known.get(payer)
}

/** Kept, since every guide asks it of those it may link to: in a byte each, as there are a million. */
function atPayer(knowledge: Knowledge, payer: PayerRecord, frame: Frame): Unpublished | null {
  const place = placeOf(knowledge, payer)
  if (place === undefined) return judgeAtPayer(knowledge, payer, frame)
  let known = atPayers.get(frame)
  if (!known) {
    known = new Uint8Array(knowledge.payers.size)
    atPayers.set(frame, known)
  }
  const found = known[place]
  if (found) return AT_PAYER[found - 1] ?? null
  const made = judgeAtPayer(knowledge, payer, frame)
  known[place] = AT_PAYER.indexOf(made) + 1
  return made
}

function judgeAtPayer(knowledge: Knowledge, payer: PayerRecord, frame: Frame): Unpublished | null {
  const wrong = misfit(payer, frame.treatment, frame.reason)
  if (wrong) return wrong
  // People looked for these pages under the earlier addresses: they are kept while the care and the reason carry them.
  const searched = (payer.liveSlug ?? payer.seedName) && frame.treatment.liveSlug && frame.reason.liveSlug
  if (searched) return null
  if (verdicts.get(frame) === 'searched') return 'unusual_reason'
  return specificityOf(knowledge, payer, frame).payer < LEAST.payer ? 'thin_payer' : null
}

export const isPublished = (
  knowledge: Knowledge,
  payer: PayerRecord,
  treatment: TreatmentRecord,
  reason: ReasonRecord,
): boolean => unpublished(knowledge, payer, treatment, reason) === null

export interface Library {
  readonly published: readonly GuideKey[]
  /** Keys that are not, by the first threshold that each misses. */
  readonly left: Readonly<Record<Unpublished, number>>
}

const libraries = new WeakMap<Knowledge, Library>()

/** Every key of the library, judged: in the order of treatments, reasons and payers. */
export function libraryOf(knowledge: Knowledge): Library {
  const known = libraries.get(knowledge)
  if (known) return known
  const published: GuideKey[] = []
  const left: Record<Unpublished, number> = {
    no_guide: 0,
    unusual_reason: 0,
    thin_treatment: 0,
    thin_reason: 0,
    thin_payer: 0,
    not_a_pharmacy_drug: 0,
    not_reviewed_there: 0,
    children_in_medicare: 0,
    not_its_decision: 0,
  }
  const payers = [...knowledge.payers.values()]
  for (const treatment of knowledge.treatments.values())
    for (const reason of knowledge.reasons.values()) {
      const frame = frameOf(knowledge, treatment, reason)
      const all = frame ? ofFrame(frame) : 'no_guide'
      if (!frame || all) {
        left[all ?? 'no_guide'] += payers.length
        continue
      }
      for (const payer of payers) {
        const why = atPayer(knowledge, payer, frame)
        if (why) left[why]++
        else published.push({ payer: payer.id, treatment: treatment.id, reason: reason.id })
      }
    }
  const made = { published, left }
  libraries.set(knowledge, made)
  return made
}

/** The guides that deserve a place in search. */
export const published = (knowledge: Knowledge): readonly GuideKey[] => libraryOf(knowledge).published
