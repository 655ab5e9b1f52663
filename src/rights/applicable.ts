import { type CivilMoment, daysBetween } from '../base/date.ts'
import type { Clock } from '../knowledge/source.ts'
import { known, type Timeline } from './events.ts'
import { dayOf } from './receipt.ts'

/** Whether a clock's dates of effect and preconditions let it run; `assumption` says what was not known. */
export interface Applicability {
  readonly applies: boolean
  readonly assumption: string | null
}

export function applicable(clock: Clock, timeline: Timeline): Applicability {
  if (clock.onlyWhereStateKnown && !timeline.stateWindow) return { applies: false, assumption: null }
  if (clock.since || clock.until) {
    const governs = clock.effectiveOn
      ? timeline.ratingPeriodStart
      : known(timeline, clock.from === 'receipt_of_notice' ? 'date_on_notice' : clock.from)?.at
    const what = clock.effectiveOn ? 'the start of the plan’s rating period' : 'the date of the event'
    // Unknown: the older rule, which gives the plan more time, so that nobody is called late who is not.
    if (!governs)
      return {
        applies: !clock.since,
        assumption: clock.since ? null : `This counts by the older rule, because ${what} is not known.`,
      }
    const day = dayOf(governs)
    if (clock.since && day < clock.since) return { applies: false, assumption: null }
    if (clock.until && day >= clock.until) return { applies: false, assumption: null }
  }
  if (clock.askedHoursBeforeEnd !== undefined) {
    const asked = known(timeline, clock.from)?.at
    const end = timeline.events.end_of_approved_course
    if (!asked || !end)
      return {
        applies: true,
        assumption: `Assumes that the request came at least ${clock.askedHoursBeforeEnd} hours before the course ends.`,
      }
    return { applies: hoursBetween(asked as CivilMoment, end as CivilMoment) >= clock.askedHoursBeforeEnd, assumption: null }
  }
  return { applies: true, assumption: null }
}

function hoursBetween(from: CivilMoment, to: CivilMoment): number {
  const minutes = (m: string) => Number(m.slice(11, 13) || 0) * 60 + Number(m.slice(14, 16) || 0)
  return daysBetween(dayOf(from), dayOf(to)) * 24 + (minutes(to) - minutes(from)) / 60
}
