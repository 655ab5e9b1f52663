import type { Measure } from '../../facts/casefacts.ts'
import type { Entry } from '../../facts/fact.ts'
import { comparePartial, sayPartialDate } from '../../facts/partialDate.ts'
import { supportOf } from '../../facts/support.ts'
import { against, type Facet, matchRange, met, missing, type Range, type Recogniser } from './leaf.ts'
import { isRecent, recencyIn } from './period.ts'

interface Threshold {
  readonly range: Range
  readonly holds: (value: number) => boolean
}

const NUM = '(\\d{1,6}(?:,\\d{3})*(?:\\.\\d+)?)'
const num = (text: string | undefined) => Number((text ?? '').replace(/,/g, ''))

const RULES: readonly (readonly [RegExp, (m: RegExpExecArray) => (v: number) => boolean])[] = [
  [
    new RegExp(`\\bbetween\\s+${NUM}\\s*\\S{0,8}\\s*(?:and|to)\\s+${NUM}|\\b(?:of|from)\\s+${NUM}\\s*(?:to|-|–)\\s*${NUM}`, 'i'),
    (m) => (v) => v >= num(m[1] ?? m[3]) && v <= num(m[2] ?? m[4]),
  ],
  [new RegExp(`(?:≥|>=|at least|greater than or equal to|no less than|minimum of)\\s*${NUM}`, 'i'), (m) => (v) => v >= num(m[1])],
  [
    new RegExp(
      `(?:≤|<=|less than or equal to|at most|no (?:more|greater) than|not (?:exceed\\w*|more than)|up to|maximum of)\\s*${NUM}`,
      'i',
    ),
    (m) => (v) => v <= num(m[1]),
  ],
  [new RegExp(`(?:>|greater than|more than|above|over|exceed\\w*)\\s*${NUM}`, 'i'), (m) => (v) => v > num(m[1])],
  [new RegExp(`(?:<|less than|below|under)\\s*${NUM}`, 'i'), (m) => (v) => v < num(m[1])],
  [
    new RegExp(`${NUM}\\s*(?:[\\w/%µ²]{1,12}\\s*)?(?:or (?:more|greater|higher|above)|and above)`, 'i'),
    (m) => (v) => v >= num(m[1]),
  ],
  [new RegExp(`${NUM}\\s*(?:[\\w/%µ²]{1,12}\\s*)?(?:or (?:less|fewer|lower|below))`, 'i'), (m) => (v) => v <= num(m[1])],
]

export function thresholdIn(text: string): Threshold | null {
  for (const [pattern, read] of RULES) {
    const m = pattern.exec(text)
    if (m) return { range: matchRange(m), holds: read(m) }
  }
  return null
}

const CHANGE = /\b(?:reduction|reduced|decrease|improvement|improved|increase|change|fall|decline)\b/i

/** "MIDAS score of at least 11 within the last 6 months". */
export const measure: Recogniser = (leaf, ground): Facet | null => {
  const named = ground.lexicon.measuresNamedIn(leaf.words)
  const [first] = named
  if (!first || CHANGE.test(leaf.words)) return null
  const recency = recencyIn(leaf.words) ?? recencyIn(leaf.lead)
  const text =
    recency && recencyIn(leaf.words)
      ? leaf.words.slice(0, recency.range.start) +
        ' '.repeat(recency.range.end - recency.range.start) +
        leaf.words.slice(recency.range.end)
      : leaf.words
  // The bound nearest behind the name belongs to it; one before it ("at least 4 migraine days") is the next choice.
  const behind = thresholdIn(text.slice(first.end))
  const bound = behind
    ? { ...behind, range: { start: behind.range.start + first.end, end: behind.range.end + first.end } }
    : thresholdIn(text.slice(0, first.start))
  if (!bound) return null
  const units = [
    ...text
      .slice(bound.range.end)
      .matchAll(
        /^\s*(?:%|kg\/m[2²]|mg\/dL|g\/dL|cells?\/(?:mcL|µL|mm3)|points?|mm ?Hg|or (?:more|higher|greater|less|lower|fewer)|percent)/gi,
      ),
  ].map((m) => ({ start: bound.range.end, end: bound.range.end + m[0].length }))
  const covers: Range[] = [...named, bound.range, ...units, ...(recency && recencyIn(leaf.words) ? [recency.range] : [])]
  const ids = new Set(named.map((n) => n.id))
  const values = ground.facts.measures.filter((m) => ids.has(m.value.measure)).toSorted(newestFirst)
  const fresh = recency ? values.filter((v) => isRecent(v.value.date, recency, ground.asOf) === 'yes') : values
  const gap = {
    what: `A dated ${first.label} ${recency ? `from the last ${recency.said}` : 'value'}`,
    from: 'the prescriber',
    why: 'The policy sets a value for it.',
  }
  const [newest] = fresh
  if (!newest) {
    const [old] = values
    return old
      ? missing(
          gap,
          covers,
          supportOf(old.origin),
          `${say(old.value)} It is not shown to be from the last ${recency?.said ?? ''}.`,
        )
      : missing(gap, covers)
  }
  const baseline =
    /\b(?:baseline|prior to|before (?:starting|treatment|initiat\w+)|pre-?treatment|at any time|history of)\b/i.test(leaf.words)
  const holding = baseline ? fresh.find((v) => bound.holds(v.value.value)) : bound.holds(newest.value.value) ? newest : undefined
  return holding
    ? met(supportOf(holding.origin), say(holding.value), covers)
    : against(supportOf(newest.origin), say(newest.value), gap, covers)
}

const newestFirst = (a: Entry<Measure>, b: Entry<Measure>) =>
  a.value.date && b.value.date
    ? comparePartial(b.value.date, a.value.date)
    : Number(b.value.date !== null) - Number(a.value.date !== null)

const say = (m: Measure) =>
  `${m.label} ${m.value}${m.unit ? (m.unit === '%' ? '%' : ` ${m.unit}`) : ''}${m.date ? ` on ${sayPartialDate(m.date)}` : ''}.`.replace(
    / on (\w+ \d{4}|\d{4})\.$/,
    ' in $1.',
  )
