import { guideAsOf } from '../../../document/guide/asOf.ts'
import { pageAddressed } from '../../../document/pages/address.ts'
import type { PageKind } from '../../../document/pages/page.ts'
import type { Knowledge } from '../../../knowledge/assemble.ts'
import { payerBySlug, reasonBySlug, treatmentBySlug } from '../../../knowledge/resolveSlug.ts'

/** Kinds of page as site maps are divided. */
export type ListedKind = PageKind | 'guide' | 'tool'

export interface Listed {
  readonly kind: ListedKind
  /** The day on which what the page says of its own was last checked, as the page itself states it; empty where it states none. */
  readonly checked: string
}

/** What stands at an address without language. */
export function listed(knowledge: Knowledge, address: string): Listed {
  const [, folder, payer, treatment, reason] = address.split('/')
  if (folder === 'help' && payer && treatment && reason)
    return { kind: 'guide', checked: ofGuide(knowledge, payer, treatment, reason) }
  const found = pageAddressed(knowledge, address)
  return found ? { kind: found.kind, checked: ofRecord(knowledge, found.kind, found.id) } : { kind: 'tool', checked: '' }
}

function ofGuide(k: Knowledge, payer: string, treatment: string, reason: string): string {
  const [p, t, r] = [payerBySlug(k, payer), treatmentBySlug(k, treatment), reasonBySlug(k, reason)]
  return p && t && r ? guideAsOf(k, p, t, r) : ''
}

function ofRecord(k: Knowledge, kind: PageKind, id: string): string {
  switch (kind) {
    case 'payer':
      return k.payers.get(id)?.trust.record.checked ?? ''
    case 'treatment':
      return k.treatments.get(id)?.trust.record.checked ?? ''
    case 'reason':
    case 'letter':
      return k.reasons.get(id)?.trust.record.checked ?? ''
    case 'process':
      return k.processes.get(id)?.trust.checked ?? ''
    case 'scenario':
      return k.scenarios.get(id)?.trust.checked ?? ''
    default:
      return ''
  }
}
