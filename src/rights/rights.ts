import type { Citation } from '../base/citation.ts'
import type { Knowledge } from '../knowledge/assemble.ts'
import { citation, provisionOf } from '../knowledge/citations.ts'

export { citation } from '../knowledge/citations.ts'

/** What the law of a coverage type gives, in one or more sentences, with everything it rests on. */
export interface LawSaid {
  /** The first provision's sentence; `all` has every one of them. */
  readonly says: string
  readonly all: readonly string[]
  readonly citations: readonly Citation[]
  readonly refs: readonly string[]
}

/** A right by key; null where the law of this coverage type does not give it, and for an unknown type. */
export function right(knowledge: Knowledge, coverageId: string, key: string): LawSaid | null {
  return said(knowledge, entry(knowledge.coverage.get(coverageId)?.rights, key))
}

/** The provision that a notice with this defect does not meet; null where this type's law has none. */
export function defectLaw(knowledge: Knowledge, coverageId: string, defectId: string): LawSaid | null {
  return said(knowledge, entry(knowledge.coverage.get(coverageId)?.defects, defectId))
}

const entry = (table: Readonly<Record<string, readonly string[]>> | undefined, key: string): readonly string[] | undefined =>
  table && Object.hasOwn(table, key) ? table[key] : undefined

function said(knowledge: Knowledge, refs: readonly string[] | undefined): LawSaid | null {
  if (!refs) return null
  const all = refs.flatMap((ref) => provisionOf(knowledge, ref).provision?.says ?? [])
  const first = all[0]
  return first === undefined ? null : { says: first, all, citations: refs.map((ref) => citation(knowledge, ref)), refs }
}
