import type { PartialDate, ResultFinding } from '../casefacts.ts'
import type { Entry } from '../fact.ts'
import { entryAt, type RecordReading } from './reading.ts'
import { wholeSentences } from './sentences.ts'

/** "ETV6::NTRK3 fusion detected": a gene symbol, what happened to it, and that it was found. */
const FOUND =
  /\b[A-Z][A-Z0-9]{2,}\S*[^.;]{0,60}\b(?:fusion|rearrangement|mutation|amplification|deletion|duplication|pathogenic variant)\b[^.;]{0,40}\b(?:detected|identified|present|positive)\b/
const NOT_FOUND = /\b(?:no|not|none|negative|without|uncertain significance|likely benign|wild[- ]type)\b/i

/** Molecular findings that a report states as found; what it did not find or cannot weigh is left out. */
export function molecularFindings(reading: RecordReading, day: PartialDate | null): Entry<ResultFinding>[] {
  return reading.units.flatMap((unit) =>
    unit.kind === 'heading'
      ? []
      : wholeSentences(unit).flatMap((s) => {
          const finding = unit.flat.slice(s.start, s.end).trim()
          return FOUND.test(finding) && !NOT_FOUND.test(finding)
            ? [entryAt(reading, unit, s, { test: 'Molecular test', date: day, finding })]
            : []
        }),
  )
}
