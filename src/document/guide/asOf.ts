import type { Knowledge } from '../../knowledge/assemble.ts'
import type { PayerRecord } from '../../knowledge/payer.ts'
import type { ReasonRecord } from '../../knowledge/reason.ts'
import type { TreatmentRecord } from '../../knowledge/treatment.ts'
import { frameOf, recordsFor } from './frame.ts'

/** `knowledgeAsOf` of a guide's plan without planning it, for lists of all guides; empty where there is no guide. */
export function guideAsOf(knowledge: Knowledge, payer: PayerRecord, treatment: TreatmentRecord, reason: ReasonRecord): string {
  const frame = frameOf(knowledge, treatment, reason)
  if (!frame) return ''
  let latest = payer.trust.record.checked
  const upTo = (checked: string) => {
    if (checked > latest) latest = checked
  }
  upTo(treatment.trust.record.checked)
  upTo(frame.reason.trust.record.checked)
  for (const record of recordsFor(frame, payer)) upTo(record.trust.checked)
  return latest
}
