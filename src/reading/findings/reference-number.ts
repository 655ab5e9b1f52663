import type { Finding } from '../../base/span.ts'
import type { DenialReading } from '../denial.ts'
import { OTHER_NUMBER_LABELS, REFERENCE_LABELS } from '../lexicon/number-labels.ts'
import type { ReadingContext } from './context.ts'
import { type NumberFound, numbersLabelled } from './identifiers.ts'

/** The number to quote in an appeal: the first claim, case, authorization or reference number. */
export function referenceNumber(ctx: ReadingContext): Finding<string> | null {
  const first = references(ctx)[0]
  return first ? { value: first.value, span: first.span, confidence: first.confidence } : null
}

/** Every further number with what it is called. */
export function otherNumbers(ctx: ReadingContext): DenialReading['otherNumbers'] {
  const seen = new Set<string>()
  return [...references(ctx).slice(1), ...numbersLabelled(ctx, OTHER_NUMBER_LABELS)].flatMap((n) => {
    const key = `${n.label.toLowerCase()} ${n.value}`
    if (seen.has(key)) return []
    seen.add(key)
    return { value: { label: n.label, number: n.value }, span: n.span, confidence: n.confidence }
  })
}

function references(ctx: ReadingContext): NumberFound[] {
  const found = numbersLabelled(ctx, REFERENCE_LABELS).filter((n) => !/\b(?:tax|npi|policy)\b/i.test(n.span.quote))
  const strong = found.filter((n) => n.confidence === 1).sort((a, b) => a.offset - b.offset)
  const weak = found.filter((n) => n.confidence !== 1)
  const distinct = [...strong, ...weak]
  return distinct.filter((n, i) => distinct.findIndex((o) => o.value === n.value) === i)
}
