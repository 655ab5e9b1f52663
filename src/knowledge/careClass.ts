import { z } from 'zod'
import { ids, key, texts, trust } from './care.ts'
import { bilingual, datum, text } from './datum.ts'
import { type Criterion, criterion, guidelineUse, stepPrerequisite, type Takes, type TreatmentRecord } from './treatment.ts'

/**
 * What treatments of one class share: a treatment names the class in `group` and says in `takes` which
 * parts of it are true of itself.
 */
export const classRecord = z.strictObject({
  id: key,
  /** "Multiple sclerosis drug of high efficacy": names the class to a patient. */
  name: bilingual,
  /** One sentence for a patient: what care of this class is for. */
  about: bilingual,
  typicalCriteria: z.array(criterion).default([]),
  stepPrerequisites: z.array(stepPrerequisite).default([]),
  guidelines: z.array(guidelineUse).default([]),
  evidenceToGather: texts,
  urgency: text.optional(),
  pediatric: text.optional(),
  /** What a guide or letter must get right for every one of them. */
  cautions: z.array(datum).default([]),
  usualReasons: ids,
  unusualReasons: ids,
  trust,
})
export type ClassRecord = z.infer<typeof classRecord>

/**
 * The treatment with what it takes from its class set before its own; a criterion that it states anew under a
 * key of the class stands in that one's place. Assembly has refused criteria the class does not have.
 */
export function withClass(treatment: TreatmentRecord, ofClass: ClassRecord): TreatmentRecord {
  const { criteria, parts } = treatment.takes
  const taken = criteria.flatMap((wanted) => ofClass.typicalCriteria.find((c) => c.key === wanted) ?? [])
  const list = <T>(part: Takes['parts'][number], shared: readonly T[], own: readonly T[]): T[] =>
    parts.includes(part) ? [...new Set([...shared, ...own])] : [...own]
  return {
    ...treatment,
    typicalCriteria: inPlace(ofClass, taken, treatment.typicalCriteria),
    stepPrerequisites: list('stepPrerequisites', ofClass.stepPrerequisites, treatment.stepPrerequisites),
    guidelines: list('guidelines', ofClass.guidelines, treatment.guidelines),
    evidenceToGather: list('evidenceToGather', ofClass.evidenceToGather, treatment.evidenceToGather),
    cautions: list('cautions', ofClass.cautions, treatment.cautions),
    usualReasons: list('usualReasons', ofClass.usualReasons, treatment.usualReasons),
    unusualReasons: list('unusualReasons', ofClass.unusualReasons, treatment.unusualReasons),
    urgency: treatment.urgency ?? (parts.includes('urgency') ? ofClass.urgency : undefined),
    pediatric: treatment.pediatric ?? (parts.includes('pediatric') ? ofClass.pediatric : undefined),
  }
}

function inPlace(ofClass: ClassRecord, taken: readonly Criterion[], own: readonly Criterion[]): Criterion[] {
  const rank = new Map(ofClass.typicalCriteria.map((c, i) => [c.key, i]))
  const joined = [...taken]
  for (const criterion of own) {
    const place = rank.get(criterion.key)
    const next = place === undefined ? -1 : joined.findIndex((c) => (rank.get(c.key) ?? -1) > place)
    joined.splice(next < 0 ? joined.length : next, 0, criterion)
  }
  return joined
}
