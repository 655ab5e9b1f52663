import type { Finding } from '../../base/span.ts'
import { MEMBER_ID_LABELS } from '../lexicon/number-labels.ts'
import { finding } from '../text/letter-text.ts'
import type { ReadingContext } from './context.ts'
import { numbersLabelled } from './identifiers.ts'

export function memberId(ctx: ReadingContext): Finding<string> | null {
  const found = numbersLabelled(ctx, MEMBER_ID_LABELS)[0]
  return found ? { value: found.value, span: found.span, confidence: found.confidence } : underRemittanceName(ctx)
}

/** A remittance prints the insured's number on a line of its own under "NAME:". */
function underRemittanceName({ letter }: ReadingContext): Finding<string> | null {
  for (const line of letter.lines) {
    if (!/^NAME:/i.test(line.cells[0]?.text ?? '')) continue
    const below = letter.lines[line.index + 1]?.cells ?? []
    const token = below[0]
    if (below.length === 1 && token && /^(?=.*\d)[A-Z\d]+(?:-[A-Z\d]+)*$/.test(token.text))
      return finding(letter, token.text, token.start, token.end, 0.8)
  }
  return null
}
