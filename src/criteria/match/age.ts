import { type CivilDate, dateParts, longDate } from '../../base/date.ts'
import { ageAt } from '../../facts/partialDate.ts'
import { supportOf } from '../../facts/support.ts'
import { against, type Facet, type Leaf, matchRange, met, missing, type Range, type Recogniser } from './leaf.ts'

interface AgeRule {
  readonly range: Range
  readonly unit: 'year' | 'month'
  readonly least: number | null
  /** Inclusive. */
  readonly most: number | null
}

const Y = '(?:years?|yrs?\\.?|y\\/?o)(?:[\\s-]+(?:of age|old))?'
const UNIT = `(${Y}|months?(?:[\\s-]+(?:of age|old))?)`

/** Each gives the least and the greatest age; a strict bound moves by one unit. */
const RULES: readonly (readonly [RegExp, (m: RegExpExecArray) => { least: number | null; most: number | null }])[] = [
  [
    new RegExp(
      `\\b(?:between(?: the ages of)?|aged?|ages)\\s+(\\d{1,2})\\s*(?:and|to|-|–|through)\\s*(\\d{1,2})\\s*${UNIT}?`,
      'i',
    ),
    (m) => ({ least: Number(m[1]), most: Number(m[2]) }),
  ],
  [
    new RegExp(`(\\d{1,2})\\s*(?:to|-|–|through)\\s*(\\d{1,2})\\s*${UNIT}`, 'i'),
    (m) => ({ least: Number(m[1]), most: Number(m[2]) }),
  ],
  [
    new RegExp(
      `(?:≥|>=|at least|greater than or equal to|no younger than|minimum(?: age)?(?: of)?|attained the age of)\\s*(\\d{1,2})\\s*${UNIT}`,
      'i',
    ),
    (m) => ({ least: Number(m[1]), most: null }),
  ],
  [
    new RegExp(`(\\d{1,2})\\s*${UNIT}?,?\\s*(?:of age\\s*)?(?:and|or)\\s+(?:older|above|over|greater)`, 'i'),
    (m) => ({ least: Number(m[1]), most: null }),
  ],
  [
    new RegExp(`(?:≤|<=|less than or equal to|no older than|up to|maximum(?: age)?(?: of)?)\\s*(\\d{1,2})\\s*${UNIT}`, 'i'),
    (m) => ({ least: null, most: Number(m[1]) }),
  ],
  [
    new RegExp(`(\\d{1,2})\\s*${UNIT}?,?\\s*(?:of age\\s*)?(?:and|or)\\s+(?:younger|under|less|below)`, 'i'),
    (m) => ({ least: null, most: Number(m[1]) }),
  ],
  [
    new RegExp(`(?:<|less than|younger than|under(?: the age of)?|below)\\s*(\\d{1,2})\\s*${UNIT}`, 'i'),
    (m) => ({ least: null, most: Number(m[1]) - 1 }),
  ],
  [
    new RegExp(`(?:>|greater than|older than|over(?: the age of)?|above)\\s*(\\d{1,2})\\s*${UNIT}`, 'i'),
    (m) => ({ least: Number(m[1]) + 1, most: null }),
  ],
  [/\b(?:is |an? )adult\b|\badults? (?:patients?|members?)\b|^adults?\b/i, () => ({ least: 18, most: null })],
]

/** Another "at least 6 months" is a duration: the words must speak of age. */
const SPEAKS =
  /\b(?:age[ds]?|old|older|younger|adults?|years?\s+(?:of age|old|and older|or older))\b|(?:patient|member|individual|child)\s+is\s+[≥>]/i

export function ageRuleIn(words: string): AgeRule | null {
  if (!SPEAKS.test(words)) return null
  for (const [pattern, read] of RULES) {
    const m = pattern.exec(words)
    if (!m) continue
    const unit = /month/i.test(m.slice(1).join(' ')) ? 'month' : 'year'
    // "diagnosed at age 50 or younger" speaks of another age than today's.
    if (/\b(?:diagnos\w+|onset|began|started)\s+(?:at|before|prior to|by)\b/i.test(words)) return null
    return { ...read(m), unit, range: matchRange(m) }
  }
  return null
}

export const age: Recogniser = (leaf, ground): Facet | null => {
  const rule = ageRuleIn(leaf.words)
  if (!rule) return null
  const covers = [rule.range, ...agePhrases(leaf)]
  const birth = ground.facts.patient.birthDate
  if (birth.state !== 'known')
    return missing(
      { what: 'The patient’s date of birth', from: 'the patient or the prescriber’s office', why: 'The policy sets an age.' },
      covers,
    )
  const years = ageAt(birth.value, ground.asOf)
  const value = rule.unit === 'month' ? monthsBetween(birth.value, ground.asOf) : years
  const holds = (rule.least === null || value >= rule.least) && (rule.most === null || value <= rule.most)
  const said = rule.unit === 'month' && years < 2 ? `${value} months` : `${years} years`
  const because = `The patient, born ${longDate(birth.value)}, is ${said} old.`
  const evidence = [
    ...supportOf(birth.origin),
    { kind: 'reckoning' as const, source: 'age', pin: '', quote: `Born ${birth.value}; on ${ground.asOf} ${said} old.` },
  ]
  return holds ? met(evidence, because, covers) : against(evidence, because, null, covers)
}

const agePhrases = (leaf: Leaf): Range[] => [...leaf.words.matchAll(/\b(?:of age|years? old|age)\b/gi)].map(matchRange)

function monthsBetween(birth: CivilDate, on: CivilDate): number {
  const b = dateParts(birth)
  const o = dateParts(on)
  return (o.year - b.year) * 12 + o.month - b.month - (o.day < b.day ? 1 : 0)
}
