/** Half-open range of a criterion's own words. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Clauses that let a person out of a criterion; each runs to the end of its clause. */
const PHRASES = [
  /\b(?:unless|except (?:when|if|where|in cases? (?:of|where)|for|that)|with the exception of|other than when)\b[^.;]*/gi,
  /,?\s*\bor\s+(?:(?:the )?(?:patient|member|individual|he or she)\s+)?(?:has|have|had|is|was|are|there is|demonstrates?)\s+(?:an?\s+|any\s+)?(?:\w+\s+){0,3}?(?:contraindicat\w*|intoleran\w*|hypersensitiv\w*|allerg\w*|unable|not (?:a candidate|able|appropriate))[^.;]*/gi,
  /\bor\s+[\w\s-]{2,40}?\s(?:is|are|was|were)\s+(?:contraindicated|not tolerated)\b[^.;]*/gi,
  /\b(?:an )?exception (?:to|may|can|is|will)\b[^.;]*/gi,
]

/** Failure, intolerance and contraindication named side by side: each of the others stands in for failure. */
const NAMED =
  /\b(?:contraindicat\w+|intoleran(?:ce|t)|hypersensitivity|allerg(?:y|ic)|not tolerated|unable to tolerate|adverse (?:reaction|event|effect)s?)\b/gi
const TRIAL = /\b(?:trial|tried|fail\w*|inadequate|insufficient|unresponsive|refractory|respon\w+|step)\b/i

/** No criterion is longer; a longer text is something else that was not parted. */
const REACH = 4000

/** Where a criterion's words open a way around it, in order, without overlaps. */
export function exceptionRanges(whole: string): Range[] {
  const words = whole.slice(0, REACH)
  const found: Range[] = []
  const free = (r: Range) => found.every((f) => r.end <= f.start || r.start >= f.end)
  for (const pattern of PHRASES)
    for (const m of words.matchAll(pattern)) {
      const lead = /^[,\s]+/.exec(m[0])?.[0].length ?? 0
      const range = { start: m.index + lead, end: m.index + m[0].trimEnd().length }
      if (range.start > 0 && free(range)) found.push(range)
    }
  if (TRIAL.test(words))
    for (const m of words.matchAll(NAMED)) {
      const range = { start: m.index, end: m.index + m[0].length }
      if (range.start > 0 && free(range)) found.push(range)
    }
  return found.toSorted((a, b) => a.start - b.start)
}
