import type { SourceDocument } from '../../reading/document.ts'
import { spanOf } from '../../reading/document.ts'
import type { Entry, Origin } from '../fact.ts'
import type { Vocabulary } from '../vocabulary.ts'
import type { Unit } from './units.ts'

/** One document being read: what every reader of facts is given. */
export interface RecordReading {
  readonly doc: SourceDocument
  readonly units: readonly Unit[]
  readonly vocabulary: Vocabulary
}

/** Range of a unit's flat text → origin with its span. */
function originAt(reading: RecordReading, unit: Unit, start: number, end: number): Origin {
  return { kind: 'document', role: 'record', span: spanOf(reading.doc, unit.page, unit.start + start, unit.start + end) }
}

/** An entry whose span is the sentence or line it was read from, blanks trimmed. */
export function entryAt<T>(reading: RecordReading, unit: Unit, range: { start: number; end: number }, value: T): Entry<T> {
  const text = unit.flat.slice(range.start, range.end)
  const start = range.start + (text.length - text.trimStart().length)
  const end = range.start + text.trimEnd().length
  return { value, origin: originAt(reading, unit, start, Math.max(end, start + 1)) }
}

/** Words as they read aloud: runs of blanks become one. */
export const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:.()–-]+|[\s,;:–(-]+$/g, '')
    .replace(/^(?:and|but|then)\s+/i, '')
    .replace(/,?\s+(?:plus|and)$/i, '')
    .trim()
