import type { Knowledge } from '../../knowledge/assemble.ts'
import type { GuideRecord } from '../../knowledge/guide.ts'
import type { PayerRecord } from '../../knowledge/payer.ts'
import type { ReasonRecord } from '../../knowledge/reason.ts'
import type { TreatmentRecord } from '../../knowledge/treatment.ts'
import { isUnusual } from './subject.ts'

/** How much each condition narrows a record down; the sum orders the records. */
const WEIGHTS = { treatments: 8, payers: 4, reasons: 2, groups: 2, payerTypes: 2, kinds: 1, unusual: 1 } as const

export function matchingRecords(
  knowledge: Knowledge,
  payer: PayerRecord,
  treatment: TreatmentRecord,
  reason: ReasonRecord,
): readonly GuideRecord[] {
  const unusual = isUnusual(reason, treatment)
  const admits = (list: readonly string[], value: string) => list.length === 0 || list.includes(value)
  return [...knowledge.guides.values()]
    .filter(
      (g) =>
        admits(g.payers, payer.id) &&
        admits(g.payerTypes, payer.type) &&
        admits(g.treatments, treatment.id) &&
        admits(g.groups, treatment.group) &&
        admits(g.kinds, treatment.kind) &&
        admits(g.reasons, reason.id) &&
        (g.unusual === undefined || g.unusual === unusual),
    )
    .sort((a, b) => weight(b) - weight(a) || a.id.localeCompare(b.id))
}

function weight(g: GuideRecord): number {
  let sum = g.unusual === undefined ? 0 : WEIGHTS.unusual
  for (const field of ['treatments', 'payers', 'reasons', 'groups', 'payerTypes', 'kinds'] as const)
    if (g[field].length) sum += WEIGHTS[field]
  return sum
}
