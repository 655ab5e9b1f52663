import type { Finding } from '../../base/span.ts'
import { GROUP_LABELS } from '../lexicon/number-labels.ts'
import type { ReadingContext } from './context.ts'
import { numbersLabelled } from './identifiers.ts'

export function groupNumber(ctx: ReadingContext): Finding<string> | null {
  const found = numbersLabelled(ctx, GROUP_LABELS)[0]
  return found ? { value: found.value, span: found.span, confidence: found.confidence } : null
}
