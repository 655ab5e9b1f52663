/** Critical values of a recognised letter against the reading of its own text. */
import type { Finding } from '../../src/base/span.ts'
import type { DenialReading } from '../../src/reading/denial.ts'
import type { SourceDocument } from '../../src/reading/document.ts'
import { type DenialField, doubtsOf } from '../../src/reading/doubt.ts'
import type { Tally } from './measure.ts'

/** A wrong one of these makes an appeal late, sends it elsewhere, or names another person's case. */
const CRITICAL: readonly DenialField[] = [
  'memberId',
  'groupNumber',
  'referenceNumber',
  'otherNumbers',
  'codes',
  'noticeDate',
  'serviceDates',
  'appealDeadline',
  'appealAddress',
  'appealFax',
  'appealPhone',
]

interface Value {
  readonly field: DenialField
  readonly index: number | null
  readonly value: string
}

function valuesOf(denial: DenialReading | null): Value[] {
  if (!denial) return []
  return CRITICAL.flatMap((field): Value[] => {
    const read = denial[field] as Finding<unknown> | readonly Finding<unknown>[] | null
    if (read === null) return []
    const shown = (f: Finding<unknown>) => JSON.stringify(f.value).replace(/\s+/g, ' ')
    return Array.isArray(read)
      ? read.map((f, index) => ({ field, index, value: shown(f) }))
      : [{ field, index: null, value: shown(read as Finding<unknown>) }]
  })
}

/** Adds the values; returns those that are wrong. */
export function addValues(t: Tally, truth: DenialReading | null, read: DenialReading | null, document: SourceDocument): string[] {
  const wanted = valuesOf(truth)
  const doubts = read ? doubtsOf(read, document) : []
  const wrong: string[] = []
  for (const { field, index, value } of valuesOf(read)) {
    const asked = doubts.some((d) => d.field === field && d.index === index)
    const at = wanted.findIndex((w) => w.field === field && w.value === value)
    if (at >= 0) {
      wanted.splice(at, 1)
      t.valuesRight++
      if (asked) t.valuesRightAsked++
      continue
    }
    t.valuesWrong++
    if (asked) t.valuesWrongAsked++
    wrong.push(`${field} ${value}${asked ? ' asked' : ''}`)
  }
  t.valuesMissed += wanted.length
  return [...wrong, ...wanted.map((w) => `${w.field} missed or wrong: ${w.value}`)]
}
