import type { Knowledge } from '../../knowledge/assemble.ts'
import type { GuideRecord } from '../../knowledge/guide.ts'
import type { PayerRecord } from '../../knowledge/payer.ts'
import type { ReasonRecord } from '../../knowledge/reason.ts'
import type { TreatmentRecord } from '../../knowledge/treatment.ts'
import { isUnusual } from './subject.ts'

/** How much each condition narrows a record down; the sum orders the records. */
const WEIGHTS = { treatments: 8, payers: 4, reasons: 2, groups: 2, payerTypes: 2, kinds: 1, unusual: 1 } as const

const admits = (list: readonly string[], value: string) => list.length === 0 || list.includes(value)

/** Records of `knowledge/guides` about this care and reason, for whichever payers they are, the most specific first. */
export function recordsAbout(knowledge: Knowledge, treatment: TreatmentRecord, reason: ReasonRecord): readonly GuideRecord[] {
  const unusual = isUnusual(reason, treatment)
  return [...knowledge.guides.values()]
    .filter(
      (g) =>
        admits(g.treatments, treatment.id) &&
        admits(g.groups, treatment.group) &&
        admits(g.kinds, treatment.kind) &&
        admits(g.reasons, reason.id) &&
        (g.unusual === undefined || g.unusual === unusual),
    )
    .sort((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1))
}

export const isForPayer = (g: GuideRecord, payer: PayerRecord): boolean =>
  admits(g.payers, payer.id) && admits(g.payerTypes, payer.type)

export const namesPayers = (g: GuideRecord): boolean => g.payers.length > 0 || g.payerTypes.length > 0

function weight(g: GuideRecord): number {
  let sum = g.unusual === undefined ? 0 : WEIGHTS.unusual
  for (const field of ['treatments', 'payers', 'reasons', 'groups', 'payerTypes', 'kinds'] as const)
    if (g[field].length) sum += WEIGHTS[field]
  return sum
}
