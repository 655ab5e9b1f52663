import { type Problem, problem } from '../../base/problem.ts'
import type { Finding } from '../../base/span.ts'
import type { Stated } from '../casefile/casefile.ts'
import { type Entry, type Fact, known, unknown } from '../fact.ts'

/** A value read from the denial letter, as an entry. */
export const fromDenial = <T>(finding: Finding<T> | null): Entry<T> | null =>
  finding && { value: finding.value, origin: { kind: 'document', role: 'denial', span: finding.span } }

/** The case file first, then the letter, then the records; unknown with the question that would settle it. */
export function first<T>(ask: string, ...sources: readonly (Entry<T> | Stated<T> | null | undefined)[]): Fact<T> {
  const found = sources.find((s) => s)
  return found ? known(found.value, found.origin) : unknown(ask)
}

export interface Chosen<T> {
  readonly entry: Entry<T> | null
  readonly warnings: readonly Problem[]
}

/**
 * One value out of several documents. When they disagree, the value that most documents give stands;
 * without a majority none does (of values that say the same, the fuller is taken), since a wrong name or birth date in a signed letter is worse than a question.
 */
export function agreed<T>(
  field: string,
  entries: readonly (Entry<T> | null)[],
  same: (a: T, b: T) => boolean,
  fuller: (a: T, b: T) => boolean = () => false,
): Chosen<T> {
  const groups: Entry<T>[][] = []
  for (const e of entries) {
    if (!e) continue
    const group = groups.find((g) => g.every((o) => same(o.value, e.value)))
    if (!group) groups.push([e])
    else if (group[0] && fuller(e.value, group[0].value)) group.unshift(e)
    else group.push(e)
  }
  const ranked = groups.sort((a, b) => b.length - a.length)
  const [best, second] = ranked
  const winner = best?.[0]
  if (!best || !winner) return { entry: null, warnings: [] }
  const also = best.slice(1).map((e) => e.origin)
  const entry = { ...winner, ...(also.length ? { also } : {}) }
  if (!second) return { entry, warnings: [] }
  const tie = second.length === best.length
  return {
    entry: tie ? null : entry,
    warnings: [disagree(field, ranked.flat(), tie ? 'none of them is used' : 'the one that most documents give is used')],
  }
}

/** Names the documents and the field, never the values. */
export function disagree(field: string, entries: readonly Entry<unknown>[], kept: string): Problem {
  const docs = [...new Set(entries.flatMap((e) => (e.origin.kind === 'document' ? [e.origin.span.doc] : [])))].sort()
  return problem(
    'records-disagree',
    docs.join(', ') || field,
    `The documents disagree about ${field}; ${kept}.`,
    `State ${field} in the case file.`,
  )
}
