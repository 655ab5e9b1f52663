import type { Level } from '../knowledge/coverage.ts'

/**
 * Which of a level's clocks answers a question: the words of the care ("pre_service", "urgent",
 * "payment", "drug") and the qualifiers ("each_of_two", "prior_authorization", "preliminary").
 */
export interface ClockChosen {
  readonly key: string
  readonly refs: readonly string[]
  readonly assumptions: readonly string[]
}

const SAME: Readonly<Record<string, string>> = {
  expedited: 'urgent',
  payment: 'post_service',
  claim: 'post_service',
  prior_authorization: 'pre_service',
  part_b_drug: 'drug',
  reduction: 'concurrent',
  termination: 'concurrent',
  suspension: 'concurrent',
}

/** Where the exact clock is absent, those that stand for it, nearest first. */
const STANDS_FOR: Readonly<Record<string, readonly string[]>> = {
  pre_service: ['standard'],
  post_service: ['standard', 'pre_service'],
  concurrent: ['standard', 'pre_service'],
  standard: ['pre_service', 'post_service'],
  drug: ['pre_service', 'standard'],
  urgent: [],
}

/** Null: the level has no clock for the decider. */
export function decideClock(level: Level, care: string, qualifiers: readonly string[]): ClockChosen | null {
  const decide = level.decide ?? {}
  const has = (key: string) => Object.hasOwn(decide, key)
  const chosen = (key: string, assumptions: string[] = []): ClockChosen => ({ key, refs: decide[key] ?? [], assumptions })
  const asked = SAME[care] ?? care
  const bases = [asked, ...(STANDS_FOR[asked] ?? STANDS_FOR.standard ?? [])]
  for (const base of bases) for (const q of qualifiers) if (has(`${base}_${q}`)) return chosen(`${base}_${q}`)
  for (const q of qualifiers) if (has(q)) return chosen(q)
  for (const base of bases) if (has(base)) return chosen(base)
  const slower = ['standard', 'pre_service', 'post_service'].find(has)
  const only = Object.keys(decide)[0]
  const fallback = slower ?? only
  if (!fallback) return null
  return chosen(
    fallback,
    asked === 'urgent' ? ['This level has no faster clock for urgent care; the ordinary one is shown.'] : [],
  )
}

/** Which filing window applies: one of `fileWhen` where the circumstance is named, else `file`. */
export function fileWindow(level: Level, qualifiers: readonly string[]): readonly string[] | null {
  for (const [when, refs] of Object.entries(level.fileWhen ?? {})) if (qualifiers.includes(when)) return refs
  return level.file ?? null
}
