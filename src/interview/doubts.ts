import { longDate } from '../base/date.ts'
import type { Finding } from '../base/span.ts'
import type { DenialReading } from '../reading/denial.ts'
import type { DoubtedValue } from './question.ts'

/** Findings below this were read from a place or a wording that other things share. */
const SURE = 0.7

/** Values of a letter that were read with little certainty, to be confirmed; those of a doubtful picture come beside them. */
export function doubtedValues(reading: DenialReading): readonly DoubtedValue[] {
  const one = <T>(path: string, f: Finding<T> | null, say: (value: T) => string): DoubtedValue[] =>
    f && f.confidence < SURE ? [{ path, value: say(f.value), span: f.span }] : []
  const same = (text: string) => text
  return [
    ...one('denial.noticeDate', reading.noticeDate, longDate),
    ...one('denial.level', reading.appealLevel, same),
    ...one('patient.name', reading.patient, same),
    ...one('plan.payer', reading.payer, (p) => p.name),
    ...one('plan.memberId', reading.memberId, same),
    ...one('plan.group', reading.groupNumber, same),
    ...one('denial.reference', reading.referenceNumber, same),
    ...one('treatment.name', reading.service, same),
    ...one('denial.appealAddress', reading.appealAddress, same),
    ...one('denial.appealFax', reading.appealFax, same),
    ...one('denial.appealPhone', reading.appealPhone, same),
    ...one('denial.appealPortal', reading.appealPortal, same),
    ...one('prescriber.name', reading.provider, same),
  ]
}
