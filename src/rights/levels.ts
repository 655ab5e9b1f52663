import type { CoverageRecord, Level } from '../knowledge/coverage.ts'

/** A level found by name, and the words of the name that its id does not use up. */
export interface NamedLevel {
  readonly level: Level
  readonly qualifiers: readonly string[]
}

/** Words that may follow a level's name and say which variant of its clocks is meant. */
const QUALIFIERS = new Set([
  ...['level', '1', '2', 'of', 'first', 'second', 'expedited', 'urgent', 'fast', 'standard', 'preliminary', 'drug', 'dismissal'],
  ...['response', 'no', 'resolution', 'after', 'hearing', 'factual', 'request', 'review'],
])

const words = (name: string) => name.toLowerCase().split('_').filter(Boolean)

/**
 * The level a name means: its id, another name of it, or one of these followed by qualifiers
 * ("internal_appeal_level_1_of_2"). Null for anything else; a name is never guessed.
 */
export function levelNamed(coverage: CoverageRecord, name: string): NamedLevel | null {
  const asked = words(name)
  let best: { level: Level; used: number; qualifiers: string[] } | null = null
  for (const level of coverage.levels)
    for (const known of [level.id, ...(level.also ?? [])]) {
      const parts = words(known)
      if (!parts.every((word, i) => asked[i] === word)) continue
      const qualifiers = asked.slice(parts.length)
      if (!qualifiers.every((q) => QUALIFIERS.has(q))) continue
      if (!best || parts.length > best.used) best = { level, used: parts.length, qualifiers }
    }
  return best && { level: best.level, qualifiers: best.qualifiers }
}

/** The rungs of the ladder proper, in order; those that stand beside it left out. */
export const rungs = (coverage: CoverageRecord): Level[] =>
  coverage.levels.filter((l) => l.beside === undefined).sort((a, b) => a.order - b.order)
