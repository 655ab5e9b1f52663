import type { Outcome } from '../base/outcome.ts'
import { ok } from '../base/outcome.ts'
import type { Knowledge } from '../knowledge/assemble.ts'
import { provisionOf } from '../knowledge/citations.ts'
import type { Level } from '../knowledge/coverage.ts'
import type { Purpose } from './adjust/tally.ts'
import { decideClock, fileWindow } from './clocks.ts'
import { type Conditions, hold } from './conditions.ts'
import type { Timeline } from './events.ts'
import { noDeadline, reckon } from './reckon.ts'
import type { Reckoning } from './reckoning.ts'

export interface LevelFacts {
  /** "urgent", "pre_service", "post_service", "standard" … */
  readonly care: string
  readonly qualifiers: readonly string[]
  readonly conditions: Conditions
  readonly timeline: Timeline
}

/** One deadline of one level; null dates with the reason where the law gives none. */
export function reckonLevel(knowledge: Knowledge, level: Level, purpose: Purpose, facts: LevelFacts): Outcome<Reckoning> {
  const held = hold(level.onlyIf ?? [], facts.conditions)
  if (!held.holds)
    return ok(
      noDeadline(
        knowledge,
        (level.otherwise ?? []).map((ref) => provisionOf(knowledge, ref)),
      ),
    )
  if (purpose === 'file' && level.automatic) return ok(noDeadline(knowledge, [provisionOf(knowledge, level.automatic)]))
  const clock = purpose === 'decide' ? decideClock(level, facts.care, facts.qualifiers) : null
  const refs = purpose === 'decide' ? clock?.refs : fileWindow(level, facts.qualifiers)
  if (!refs) return ok({ ...noDeadline(knowledge, []), rule: NONE[purpose] })
  const result =
    purpose === 'file' ? firstCountable(knowledge, level, refs, facts) : reckon(knowledge, refs, facts.timeline, purpose)
  if (!result.ok) return result
  const assumptions = [...held.assumptions, ...(clock?.assumptions ?? []), ...result.value.assumptions]
  return ok({ ...result.value, assumptions })
}

/** The window's own deadline or, where its event is not known, that of the one other circumstance whose event is. */
function firstCountable(knowledge: Knowledge, level: Level, refs: readonly string[], facts: LevelFacts): Outcome<Reckoning> {
  const usual = reckon(knowledge, refs, facts.timeline, 'file')
  if (usual.ok) return usual
  const others = Object.values(level.fileWhen ?? {}).map((other) => reckon(knowledge, other, facts.timeline, 'file'))
  const counted = others.filter((o) => o.ok && o.value.due !== null)
  return counted.length === 1 && counted[0] ? counted[0] : usual
}

const NONE: Readonly<Record<Purpose, string>> = {
  file: 'Federal law sets no time for filing at this level.',
  decide: 'Federal law sets no time for this decision.',
}
