import type { Knowledge } from '../../knowledge/assemble.ts'
import type { GuideRecord } from '../../knowledge/guide.ts'
import type { PayerRecord } from '../../knowledge/payer.ts'
import type { ReasonRecord } from '../../knowledge/reason.ts'
import type { TreatmentRecord } from '../../knowledge/treatment.ts'
import { leavesOf } from './criteria.ts'
import { type Frame, frameOf, reasonAt, recordsFor } from './frame.ts'
import type { GuideKey } from './guide.ts'
import { namesPayers } from './match.ts'
import { delegatesFor, homesOf, isForCare, payerAspects, setsFor } from './sections/payer.ts'
import { isMedical } from './subject.ts'

/** Sentences of a guide by what they rest on: how much of it another guide would not say. Law is not counted. */
export interface Specificity {
  /** What is known of the payer for this kind of care. */
  readonly payer: number
  readonly treatment: number
  readonly reason: number
  /** Written for this care under this reason, or this care at this payer. */
  readonly joint: number
}

/** Null where there can be no such guide. */
export function specificity(knowledge: Knowledge, key: GuideKey): Specificity | null {
  const payer = knowledge.payers.get(key.payer)
  const treatment = knowledge.treatments.get(key.treatment)
  const reason = reasonAt(knowledge, key.reason)
  const frame = treatment && reason ? frameOf(knowledge, treatment, reason) : null
  return payer && frame ? specificityOf(knowledge, payer, frame) : null
}

export const specificityOf = (knowledge: Knowledge, payer: PayerRecord, frame: Frame): Specificity => {
  const ofPayer = recordsFor(frame, payer).filter(namesPayers)
  const shared = sharedOf(frame)
  return {
    payer: ofPayerAlone(knowledge, payer, frame.treatment) + noteCount(ofPayer.filter((g) => !g.treatments.length)),
    treatment: shared.treatment,
    reason: shared.reason,
    joint: shared.joint + noteCount(ofPayer.filter((g) => g.treatments.length > 0)),
  }
}

const shareds = new WeakMap<Frame, Omit<Specificity, 'payer'>>()

/** What does not depend on the payer. */
export function sharedOf(frame: Frame): Omit<Specificity, 'payer'> {
  const known = shareds.get(frame)
  if (known) return known
  const general = frame.records.filter((g) => !namesPayers(g))
  const ofCare = general.filter((g) => g.treatments.length || g.groups.length)
  const steps = frame.reason.id === 'step_therapy' && !frame.sibling ? frame.treatment.stepPrerequisites.length : 0
  const made = {
    // Where no medicine is in dispute, a guide says nothing of the treatment but its name.
    treatment: !isMedical(frame.sibling ?? frame.reason)
      ? 0
      : treatmentSentences(frame.treatment) + noteCount(ofCare.filter((g) => !g.reasons.length)),
    reason:
      reasonSentences(frame.sibling ?? frame.reason) +
      noteCount(general.filter((g) => g.reasons.length && !g.treatments.length && !g.groups.length)),
    joint: steps + noteCount(ofCare.filter((g) => g.reasons.length)),
  }
  shareds.set(frame, made)
  return made
}

const noteCount = (records: readonly GuideRecord[]): number =>
  records.reduce((sum, g) => sum + Object.values(g.notes).flat().length, 0)

const treatmentSentences = (t: TreatmentRecord): number =>
  t.typicalCriteria.flatMap(leavesOf).length +
  t.cautions.length +
  t.warnings.length +
  t.evidenceToGather.length +
  t.indications.reduce((sum, i) => sum + i.label.length, 0) +
  t.guidelines.length +
  (t.urgency ? 1 : 0)

const reasonSentences = (r: ReasonRecord): number => 1 + r.grounds.length + r.requiredEvidence.length + r.commonMistakes.length

const payers = new WeakMap<PayerRecord, Map<string, number>>()

function ofPayerAlone(knowledge: Knowledge, payer: PayerRecord, treatment: TreatmentRecord): number {
  let known = payers.get(payer)
  if (!known) {
    known = new Map()
    payers.set(payer, known)
  }
  const key = payerAspects(treatment)
  const found = known.get(key)
  if (found !== undefined) return found
  const made =
    (payer.policies ? 1 : 0) +
    setsFor({ payer, treatment }).length +
    delegatesFor({ payer, treatment, knowledge }).length +
    payer.appealNotes.filter((note) => isForCare({ treatment }, note.says)).length +
    (payer.reviews.length ? 1 : 0) +
    (payer.roleNotes?.length ?? 0) +
    homesOf({ payer, knowledge }).length
  known.set(key, made)
  return made
}
