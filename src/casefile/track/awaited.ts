import { addDays, type CivilDate, daysBetween, longDate, parseDate } from '../../base/date.ts'
import type { Knowledge } from '../../knowledge/assemble.ts'
import type { Bilingual } from '../../knowledge/datum.ts'
import type { Conditions } from '../../rights/conditions.ts'
import { emptyTimeline } from '../../rights/events.ts'
import type { Ladder, LadderLevel } from '../../rights/ladder.ts'
import { reckonLevel } from '../../rights/level.ts'
import type { Reckoning } from '../../rights/reckoning.ts'
import type { CaseState } from '../state.ts'
import { type Filed, filed } from './filed.ts'

/** What the decider's time depends on beside the level. */
export interface CareAsked {
  readonly urgent: boolean
  /** Null: not known; the longer time is then used. */
  readonly timing: 'pre_service' | 'concurrent' | 'post_service' | null
  readonly drug: boolean
  readonly conditions: Conditions
}

/** The decision that is owed on what was filed. */
export interface Awaited {
  readonly level: string
  readonly name: Bilingual
  readonly decider: Bilingual
  readonly filed: Filed
  /** `due` null: no law sets this decider a time, `rule` says so. */
  readonly reckoning: Reckoning
  /** The last day for the decision; null where there is none. */
  readonly due: CivilDate | null
  /** Days since that day passed; null: not overdue. */
  readonly overdue: number | null
}

/** Null: nothing was filed at the level that is open now, or the case is closed. Overdue only when it is so for certain. */
export function awaited(
  knowledge: Knowledge,
  state: CaseState,
  ladder: Ladder | null,
  care: CareAsked,
  today: CivilDate,
): Awaited | null {
  const sent = filed(state)
  const current = ladder?.current
  const level = ladder && current ? knowledge.coverage.get(ladder.coverage)?.levels.find((l) => l.id === current.id) : undefined
  if (!sent || !current || !level || state.closed) return null
  const both = level.decide?.pre_service !== undefined && level.decide.post_service !== undefined
  const unsure = care.timing === null && !care.urgent && both
  const result = reckonLevel(knowledge, level, 'decide', {
    care: care.urgent ? 'urgent' : unsure ? 'post_service' : (care.timing ?? 'standard'),
    qualifiers: care.drug ? ['drug'] : [],
    conditions: care.conditions,
    timeline: { ...emptyTimeline, events: { receipt_of_appeal: sent.received } },
  })
  if (!result.ok) return null
  const assumptions = [...(unsure ? [LONGER] : []), ...arrivalSaid(sent), ...result.value.assumptions]
  const federal = { ...result.value, assumptions }
  const counted = byState(federal, current, care, sent.received) ?? federal
  const { extended } = state
  const reckoning = extended ? { ...counted, assumptions: [...counted.assumptions, longer(extended.until)] } : counted
  const due = reckoning.due ? parseDate(reckoning.due.slice(0, 10)) : null
  // Where the rule can be read in two ways, or the decider wrote that it takes longer, it is overdue only by the last day.
  const last = [due, reckoning.alternative, extended?.until]
    .flatMap((d) => d ?? [])
    .toSorted()
    .at(-1)
  const late = due && last ? daysBetween(last, today) : 0
  return {
    level: current.id,
    name: current.name,
    decider: current.decider,
    filed: sent,
    reckoning,
    due,
    overdue: due && late > 0 ? late : null,
  }
}

/**
 * A State's shorter time for an outside reviewer. Its law was looked up for how long, not always for since when:
 * it is counted from arrival, and the Federal day stands as the later reading.
 */
function byState(federal: Reckoning, level: LadderLevel, care: CareAsked, received: CivilDate): Reckoning | null {
  const key = care.urgent ? 'urgent' : 'standard'
  const own = level.decide[key]
  const m = /^(\d+) (days?|hours?)$/.exec(own?.amount ?? '')
  if (!own || !m || !own.citations.some((c) => c.source.startsWith('state-'))) return null
  const days = m[2]?.startsWith('hour') ? Math.ceil(Number(m[1]) / 24) : Number(m[1])
  const day = addDays(received, days)
  const later = federal.due ? parseDate(federal.due.slice(0, 10)) : null
  if (later && later <= day) return null
  return {
    ...federal,
    due: day,
    safeDue: day,
    alternative: later,
    rule: own.rule,
    arithmetic: `${received} + ${days} days = ${day}`,
    citations: [...own.citations, ...federal.citations],
    assumptions: [...federal.assumptions, FROM_ARRIVAL],
  }
}

const FROM_ARRIVAL = 'Counted from the day the request arrived; the State may count from a later day.'

const longer = (until: CivilDate) => `The other side wrote that it takes until ${longDate(until)}.`

const LONGER = 'It is not known whether the care was already given, so the longer time is used.'

const arrivalSaid = ({ basis, received, sent }: Filed): string[] =>
  basis === 'mail_days' ? [`Sent by mail on ${longDate(sent)}; it is taken to have arrived by ${longDate(received)}.`] : []
