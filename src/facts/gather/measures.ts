import type { Problem } from '../../base/problem.ts'
import type { Measure } from '../casefacts.ts'
import type { Entry } from '../fact.ts'
import { originsOf } from '../origins.ts'
import { compatible } from '../partialDate.ts'
import { mergeMeasures } from '../record/merge.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { disagree } from './choose.ts'
import type { Weighed } from './trials.ts'

/** Measures of all documents: the same value once; two values for one day are resolved to the milder. */
export function weighMeasures(entries: readonly Entry<Measure>[], vocabulary: Vocabulary): Weighed<Measure> {
  const warnings: Problem[] = []
  const out: Entry<Measure>[] = []
  for (const entry of mergeMeasures(entries)) {
    const at = out.findIndex((o) => conflicts(o, entry))
    const other = out[at]
    if (!other) out.push(entry)
    else {
      warnings.push(disagree(`the value of ${entry.value.label} on one day`, [other, entry], 'the milder one is used'))
      const [kept, left] = milder(other.value, entry.value, vocabulary) === entry.value ? [entry, other] : [other, entry]
      out[at] = { ...kept, also: [...originsOf(kept).slice(1), ...originsOf(left)] }
    }
  }
  return { entries: out, warnings }
}

const conflicts = (a: Entry<Measure>, b: Entry<Measure>): boolean =>
  a.value.measure === b.value.measure &&
  a.value.value !== b.value.value &&
  a.value.unit === b.value.unit &&
  a.value.date !== null &&
  a.value.date.length === 10 &&
  a.value.date === b.value.date &&
  a.origin.kind === 'document' &&
  b.origin.kind === 'document' &&
  a.origin.span.doc !== b.origin.span.doc

function milder(a: Measure, b: Measure, vocabulary: Vocabulary): Measure {
  const record = [...vocabulary.measures.byName.values()].flat().find((m) => m.measure.id === a.measure)?.measure.record
  const [low, high] = a.value <= b.value ? [a, b] : [b, a]
  return record?.higher === 'better' ? high : low
}

/** A measure stated by hand replaces what documents give for the same day. */
export function withStatedMeasures(stated: readonly Entry<Measure>[], read: readonly Entry<Measure>[]): Entry<Measure>[] {
  const replaced = (r: Entry<Measure>) =>
    stated.some(
      (s) =>
        s.value.measure === r.value.measure &&
        s.value.date !== null &&
        r.value.date !== null &&
        compatible(s.value.date, r.value.date),
    )
  return [...stated, ...read.filter((r) => !replaced(r))]
}
