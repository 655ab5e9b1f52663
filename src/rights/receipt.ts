import type { CivilMoment } from '../base/date.ts'
import { addDays, type CivilDate, dateOfMoment, earlier } from '../base/date.ts'
import { known, type Timeline, type When } from './events.ts'

/** The day a clock starts, as the law has it and as it is safe to count. */
export interface Start {
  readonly at: When
  /** Never later than `at`. */
  readonly safe: When
  /** A later start that another reading gives; null where there is none. */
  readonly alternative: CivilDate | null
  readonly presumed: boolean
  readonly step: string | null
  readonly assumptions: readonly string[]
}

export const dayOf = (when: When): CivilDate => (when.length > 10 ? dateOfMoment(when as CivilMoment) : (when as CivilDate))

/**
 * When the notice was received. Under a presumption (Medicare: five days after its date) the presumed
 * day counts unless evidence shows another; a later day that is shown is the law's, but the presumed
 * one stays the safe one. Without a presumption receipt is a fact: where it is unknown the date on the
 * notice is used, which is never later. Null: neither date is known.
 */
export function receipt(timeline: Timeline, presumedDays: number | undefined): Start | null {
  const received = timeline.events.receipt_of_notice
  const notice = known(timeline, 'date_on_notice')
  const noticeDay = notice ? dayOf(notice.at) : null
  if (presumedDays === undefined || (!noticeDay && received)) return withoutPresumption(timeline, received, noticeDay)
  if (!noticeDay) return null
  const presumed = addDays(noticeDay, presumedDays)
  const step = `${noticeDay} + ${presumedDays} days (presumed receipt) = ${presumed}`
  const base = { presumed: true, alternative: null, step, assumptions: notice?.assumption ? [notice.assumption] : [] }
  if (!received) return { ...base, at: presumed, safe: presumed }
  const shown = dayOf(received)
  if (timeline.receiptProven !== true)
    return {
      ...base,
      at: presumed,
      safe: earlier(shown, presumed),
      assumptions: [...base.assumptions, `Receipt on ${shown} is not proven, so the presumed day counts.`],
    }
  const assumption =
    shown > presumed
      ? `Receipt on ${shown} must be proven; the safe date keeps to the presumed ${presumed}.`
      : `Receipt on ${shown} is shown, which is before the presumed ${presumed}.`
  return {
    at: shown,
    safe: earlier(shown, presumed),
    alternative: presumed > shown ? presumed : null,
    presumed: false,
    step: null,
    assumptions: [...base.assumptions, assumption],
  }
}

function withoutPresumption(timeline: Timeline, received: When | undefined, noticeDay: CivilDate | null): Start | null {
  if (received) {
    const doubtful = timeline.receiptProven === false && noticeDay !== null
    return {
      at: received,
      safe: doubtful ? earlier(dayOf(received), noticeDay) : received,
      alternative: null,
      presumed: false,
      step: null,
      assumptions: doubtful ? [`Receipt on ${dayOf(received)} is not proven, so the safe date counts from ${noticeDay}.`] : [],
    }
  }
  if (!noticeDay) return null
  const assumption = `The day of receipt is not known; the count starts on ${noticeDay}, the date of the notice, which is never later.`
  return { at: noticeDay, safe: noticeDay, alternative: null, presumed: true, step: null, assumptions: [assumption] }
}
