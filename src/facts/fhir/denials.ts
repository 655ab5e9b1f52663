import type { Span } from '../../base/span.ts'
import { type SourceDocument, spanOf } from '../../reading/document.ts'
import type { PartialDate } from '../casefacts.ts'
import { linesOf } from './lines.ts'

/** What a payer refused, as the electronic record holds it. */
export interface FhirDenial {
  readonly kind: 'request' | 'claim'
  readonly payer: string
  readonly on: PartialDate | null
  readonly decision: string | null
  /** Claim adjustment and remark codes: "CARC 50", "RARC N386". */
  readonly codes: readonly string[]
  readonly reason: string | null
  readonly service: string | null
  readonly reference: string | null
  readonly span: Span
}

const REFUSED = /\b(?:not certified|not approved|den(?:ied|ial)|modified|partial|rejected|refused|error)\b|\((?:A2|A3|A6)\)/i
/** Adjustments that are the member's share or the contract's price, not a refusal. */
const ORDINARY = new Set(['CARC 1', 'CARC 2', 'CARC 3', 'CARC 45'])

/** Decisions that refuse something, each with the line that says so. */
export function fhirDenials(doc: SourceDocument): FhirDenial[] {
  return linesOf(doc).flatMap(({ page, line }): FhirDenial[] => {
    if (line.label !== 'Decision on a request' && line.label !== 'Decision on a claim') return []
    const decision = line.field('decision')?.text ?? null
    const reason = line.field('reason')?.text ?? null
    const codes = [...(reason ?? '').matchAll(/\b(CARC|RARC) ([A-Z]{0,2}\d{1,4})\b/g)].map((m) => m[0])
    const refusing = codes.filter((c) => c.startsWith('CARC') && !ORDINARY.has(c))
    if (!REFUSED.test(decision ?? '') && refusing.length === 0) return []
    return [
      {
        kind: line.label === 'Decision on a request' ? 'request' : 'claim',
        payer: line.name.text,
        on: line.when,
        decision,
        codes,
        reason,
        service: line.field('service')?.text ?? null,
        reference: line.field('reference')?.text ?? null,
        span: spanOf(doc, page, line.start, line.end),
      },
    ]
  })
}
