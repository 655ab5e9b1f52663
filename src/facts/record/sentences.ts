/** A range of a unit's text. */
export interface Range {
  readonly start: number
  readonly end: number
}

const NO_STOP =
  /(?:\b(?:Dr|Mr|Mrs|Ms|vs|approx|no|No|St|Jr|Sr|e\.g|i\.e|etc|mo|wk|yr|hr|min|pt|Pt|Inc|Ave|dept|Dept|a\.m|p\.m|q\.d|b\.i\.d|t\.i\.d|p\.o|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)|\b[A-Z]|^\s*\d{1,2})$/

/** Sentences of a flat text; an end mark inside a number, an abbreviation or brackets ends nothing. */
export function sentencesOf(flat: string): Range[] {
  const ranges: Range[] = []
  let start = 0
  let depth = 0
  const push = (end: number) => {
    const lead = flat.slice(start, end).length - flat.slice(start, end).trimStart().length
    const trimmed = flat.slice(start, end).trimEnd().length
    if (trimmed > lead) ranges.push({ start: start + lead, end: start + trimmed })
    start = end
  }
  for (let i = 0; i < flat.length; i++) {
    const c = flat[i]
    if (c === '(') depth++
    else if (c === ')') depth = Math.max(0, depth - 1)
    else if (c === '.' || c === '?' || c === '!') {
      const next = flat.slice(i + 1, i + 3)
      const ends = next === '' || /^["'”’)]?\s/.test(next)
      if (!ends || (depth > 0 && c === '.' && flat.indexOf(')', i) > 0 && flat.indexOf(')', i) - i < 120)) continue
      if (c === '.' && NO_STOP.test(flat.slice(start, i))) continue
      depth = 0
      push(i + 1)
    }
  }
  push(flat.length)
  return ranges
}

/** The sentences that can be judged: not one whose beginning, and with it a denial, is on another page. */
export const wholeSentences = (unit: { readonly flat: string; readonly torn: boolean }): Range[] =>
  sentencesOf(unit.flat).slice(unit.torn ? 1 : 0)

/** Words after which a cue no longer speaks: "but", "however", a semicolon. */
const BREAKS =
  /;|(?<![\p{L}])(?:but|however|although|though|whereas|yet)(?![\p{L}])|,\s*(?:and\s+)?(?:since\s+)?then(?![\p{L}])|\.\s/giu

/** The clause of `range` around a place. */
export function clauseAround(flat: string, range: Range, start: number, end: number): Range {
  let from = range.start
  let to = range.end
  for (const m of flat.slice(range.start, range.end).matchAll(BREAKS)) {
    const at = range.start + m.index
    if (insideBrackets(flat, range.start, at)) continue
    if (at + m[0].length <= start) from = at + m[0].length
    else if (at >= end) {
      to = at
      break
    }
  }
  return { start: from, end: to }
}

export function insideBrackets(flat: string, from: number, at: number): boolean {
  let depth = 0
  for (let i = from; i < at; i++) {
    if (flat[i] === '(') depth++
    else if (flat[i] === ')') depth = Math.max(0, depth - 1)
  }
  return depth > 0
}

const QUESTION =
  /^(?:\(if[^)]*\)\s*)?(?:has|have|had|does|do|did|is|are|was|were|will|can|could|what|which|how|please|list|provide|check)\s+(?:is|are|was|were|the|your|this|patient|patient[’']s|member|member[’']s|any|there|documentation|all|if|provide|specify|list|many|medication|medications|medication\(s\)|drug|drugs|it|you|you[’']re)\b/i

/** A form's question, instruction or condition states nothing about the patient. */
const CONDITION = /^(?:note:?\s*)?if\s+(?:the|your|a|this)\s+(?:patient|member|enrollee)\b/i

export const isQuestion = (sentence: string): boolean =>
  CONDITION.test(sentence.trim()) || /\?\s*(?:yes|no|❑|☐|$)/i.test(sentence.trim()) || QUESTION.test(sentence.trim())
