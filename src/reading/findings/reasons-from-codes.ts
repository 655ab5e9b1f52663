import type { Finding } from '../../base/span.ts'
import type { DenialReason, ServiceCode } from '../denial.ts'
import { CARC_REASONS } from '../lexicon/claim-codes.ts'
import { REASON_CUES } from '../lexicon/reason-cues.ts'
import { finding } from '../text/letter-text.ts'
import { CLAIM_GROUP } from '../values/codes.ts'
import type { ReadingContext } from './context.ts'

/** Reasons told by claim adjustment reason codes, quoted from the page's own glossary where it has one. */
export function reasonsFromCodes(ctx: ReadingContext, codes: readonly Finding<ServiceCode>[]): Finding<DenialReason>[] {
  return codes.flatMap((c) => {
    const known = c.value.system === 'CARC' ? CARC_REASONS[c.value.code] : undefined
    if (!known) return []
    const [category, id] = known
    const value: DenialReason = { category, reasonId: ctx.resolvers.hasReason(id) ? id : null }
    const gloss = glossary(ctx, c.value.code)
    return gloss ? finding(ctx.letter, value, gloss.start, gloss.end, 0.9) : { value, span: c.span, confidence: 0.6 }
  })
}

/** Reasons told by a statement's own note ("N12: This service is not covered by your plan"). */
export function reasonsFromNote(ctx: ReadingContext, code: string): Finding<DenialReason>[] {
  const gloss = glossary(ctx, code)
  if (!gloss) return []
  const text = ctx.letter.text.slice(gloss.start, gloss.end).toLowerCase().replace(/\s+/g, ' ')
  const hits = REASON_CUES.filter((c) => c.cue.test(text) && (!c.and || c.and.test(text)) && !c.unless?.test(text))
  return hits
    .filter((c, i) => (!c.weak || hits.every((h) => h.weak)) && hits.findIndex((h) => h.category === c.category) === i)
    .map((c) =>
      finding(
        ctx.letter,
        { category: c.category, reasonId: ctx.resolvers.hasReason(c.reasonId) ? c.reasonId : null },
        gloss.start,
        gloss.end,
        0.85,
      ),
    )
}

/** The first sentence beside the code where the page explains it. */
function glossary({ letter }: ReadingContext, code: string): { start: number; end: number } | null {
  const entry = new RegExp(String.raw`^ *(?:CARC\s*|(?:${CLAIM_GROUP})-\s?)?${code}(?:\s{2,}|\s*[-–—:=]\s+)(?=\p{Lu})`, 'gmu')
  for (const m of letter.text.matchAll(entry)) {
    const start = m.index + m[0].length
    const rest = letter.text.slice(start)
    const end = /[.](?=\s|$)|\n\s*\n|\n(?=\s*\S{1,7}\s{2,})/.exec(rest)
    const length = end ? end.index + (end[0] === '.' ? 1 : 0) : rest.length
    if (length > 12) return { start, end: start + length }
  }
  return null
}
