/** What a lead-in says of the list below it. `n` is set for 'atLeast'. */
export interface Quantity {
  readonly kind: 'allOf' | 'anyOf' | 'atLeast' | 'noneOf'
  readonly n: number
}

const NUMBERS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8 }
const N = '(\\d{1,2}|one|two|three|four|five|six|seven|eight)'
/** A number of weeks or milligrams counts no items. */
const COUNT = `${N}\\b(?!\\s*(?:-|%|weeks?|months?|days?|years?|hours?|minutes?|mg|doses?|visits?|sessions?|points?))`
const number = (word: string) => NUMBERS[word.toLowerCase()] ?? Number(word)

const atLeast = (m: RegExpExecArray): Quantity => {
  const n = number(m[1] ?? '1')
  return n <= 1 ? { kind: 'anyOf', n: 1 } : { kind: 'atLeast', n }
}
const fixed = (kind: Quantity['kind']) => (): Quantity => ({ kind, n: 1 })

/** Phrases that state a connective; the last one in the lead-in governs the list. */
const PHRASES: readonly (readonly [RegExp, (m: RegExpExecArray) => Quantity])[] = [
  [/\bnone of (?:the )?(?:following|these|below)/gi, fixed('noneOf')],
  [
    /\b(?:not|no|without|absence of|never) [^.:;]{0,90}?(?:any|either)(?: one)? of (?:the|these)(?: following| below)?/gi,
    fixed('noneOf'),
  ],
  [/\b(?:no|none) [^.:;]{0,60}?(?:including|such as) the following/gi, fixed('noneOf')],
  [
    new RegExp(
      `\\b(?:at least|a minimum of|minimum of|≥|any)\\s*${COUNT}(?:\\s*\\(\\d+\\))?[^.:;]{0,60}?(?:following|these|below|:$)`,
      'gi',
    ),
    atLeast,
  ],
  [new RegExp(`\\b${COUNT}(?:\\s*\\(\\d+\\))? or more\\b[^.:;]{0,60}?(?:following|these|below|:$)`, 'gi'), atLeast],
  [/\b(two|three|four|five|six|[2-8])(?:\s*\(\d+\))? of the (?:following|below)/gi, atLeast],
  [
    /\b(?:any one|only one|exactly one|one|1|any|either)(?:\s*\((?:1|one)\))? (?:or more )?(?:\w+ )?of (?:the|these)\b[^.:;]{0,30}/gi,
    fixed('anyOf'),
  ],
  [/\b(?:any|either|one) (?:of )?(?:the )?(?:following|below)\b/gi, fixed('anyOf')],
  [
    /\b(?:all|both|each|every one|every)(?: of)?(?: the| these)?(?: (?:two|three|four|five|six|\d))? ?(?:following|below|criteria|conditions|requirements|of these)\b/gi,
    fixed('allOf'),
  ],
  [/\b(?:both|all of)\s+[A-Z0-9]{1,3}(?:,\s*[A-Z0-9]{1,3})*,?\s+and\s+[A-Z0-9]{1,3}\b/g, fixed('allOf')],
  [/\b(?:either|one of)\s+[A-Z0-9]{1,3}(?:,\s*[A-Z0-9]{1,3})*,?\s+or\s+[A-Z0-9]{1,3}\b/g, fixed('anyOf')],
  [/\b(?:all|both|each) of the\b/gi, fixed('allOf')],
  [/\bcriteria (?:below )?(?:are|must be) (?:all )?met\b/gi, fixed('allOf')],
  [/\(\s*must meet all\s*\)|\ball (?:must be |are |criteria )?(?:met|required|apply)\b/gi, fixed('allOf')],
  [/\(\s*any\s*\)|\bany (?:apply|one applies|is met)\b/gi, fixed('anyOf')],
  [/\b(?:meets?|satisf\w+|has|have|documents?) either\b/gi, fixed('anyOf')],
  [/\beither\s*:$/gi, fixed('anyOf')],
  [/\bboth\s*:$/gi, fixed('allOf')],
  [/\b(?:any|one|either)\s*(?:of)?\s*:$/gi, fixed('anyOf')],
  [/\ball\s*(?:of)?\s*:$/gi, fixed('allOf')],
]

/** "(A or B)", "(i, ii, and iii)", "[(1) and (2)]": the markers themselves, joined. */
const HINT =
  /[([](?:[a-z ]{1,30}\s)?\(?[A-Za-z0-9]{1,4}\)?(?:,\s*\(?[A-Za-z0-9]{1,4}\)?)*,?\s+(and|or)\s+\(?[A-Za-z0-9]{1,4}\)?[)\]]/i

/** The connective that the words state for the list that follows them, or null. */
export function statedQuantity(words: string): Quantity | null {
  let best: { at: number; quantity: Quantity } | null = null
  for (const [pattern, read] of PHRASES)
    for (const m of words.matchAll(pattern)) {
      const at = m.index + m[0].length
      if (!best || at > best.at) best = { at, quantity: read(m) }
    }
  if (best) return best.quantity
  const hint = HINT.exec(words)?.[1]
  return hint ? { kind: /and/i.test(hint) ? 'allOf' : 'anyOf', n: 1 } : null
}

/** True for words that only introduce a list, without asking for anything themselves. */
export const isLeadIn = (words: string): boolean =>
  /:\W*$/.test(words) ||
  /\b(following|criteria below|listed below|as follows)\b/i.test(words) ||
  HINT.test(words) ||
  statedQuantity(words) !== null
