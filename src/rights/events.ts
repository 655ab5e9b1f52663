import type { Status } from '../base/citation.ts'
import type { CivilDate, CivilMoment } from '../base/date.ts'
import type { Anchor, ClockUnit } from '../knowledge/source.ts'

export type When = CivilDate | CivilMoment

/** A window that a State's law sets in place of the federal one. */
export interface StateWindow {
  readonly amount: number
  readonly unit: ClockUnit
  /** The State's own citation; null where the case states the window without one. */
  readonly cite: string | null
  readonly pin?: string
  readonly status?: Status
  /** The State's record, "state-ca". */
  readonly source?: string
  /** "The law of California allows 6 months." */
  readonly says?: string
  /** What starts it, where the State's law says another event than Federal law. */
  readonly from?: Anchor
}

/** What has happened, so far as known. An event that is absent is unknown, never "did not happen". */
export interface Timeline {
  readonly events: Readonly<Partial<Record<Anchor, When>>>
  /** True: evidence shows the date of receipt. False: it is only somebody's recollection. Null: stated, not in dispute. */
  readonly receiptProven: boolean | null
  readonly stateWindow: StateWindow | null
  /** The decider took more time; the day it said so, where known. */
  readonly extension: { readonly noticedOn: CivilDate | null } | null
  readonly ratingPeriodStart: CivilDate | null
}

export const emptyTimeline: Timeline = {
  events: {},
  receiptProven: null,
  stateWindow: null,
  extension: null,
  ratingPeriodStart: null,
}

/** Events as a sentence names them. */
export const EVENT_WORDS: Readonly<Record<Anchor, string>> = {
  receipt_of_notice: 'receipt of the notice',
  date_on_notice: 'the date on the notice',
  date_mailed: 'the day the notice was mailed',
  notice_sent: 'the day the notice was sent',
  effective_date_of_change: 'the day the change takes effect',
  end_of_services: 'the day the services end',
  end_of_approved_course: 'the end of the approved course of treatment',
  receipt_of_claim: 'receipt of the claim',
  receipt_of_request: 'receipt of the request',
  receipt_of_appeal: 'receipt of the appeal',
  receipt_of_case_file: 'receipt of the case file',
  receipt_of_information: 'receipt of the information that was asked for',
  filing_of_plan_appeal: 'the filing of the plan appeal',
  date_of_request: 'the day of the request',
  date_of_service: 'the date of service',
  discharge_date: 'the planned day of discharge',
}

/** Dates that stand for each other when the exact one is not known, with what that assumes. */
const STANDS_FOR: Readonly<Partial<Record<Anchor, readonly (readonly [Anchor, string | null])[]>>> = {
  receipt_of_claim: [
    ['receipt_of_request', null],
    ['receipt_of_appeal', null],
  ],
  receipt_of_request: [
    ['receipt_of_appeal', null],
    ['receipt_of_claim', null],
    ['receipt_of_case_file', null],
    ['date_of_request', 'The request is taken to have been received on the day it was made.'],
  ],
  receipt_of_appeal: [
    ['receipt_of_request', null],
    ['receipt_of_claim', null],
    ['filing_of_plan_appeal', 'The appeal is taken to have been received on the day it was filed.'],
    ['date_of_request', 'The appeal is taken to have been received on the day it was made.'],
  ],
  date_of_request: [
    ['receipt_of_request', null],
    ['receipt_of_appeal', null],
  ],
  receipt_of_case_file: [['receipt_of_request', 'The case file is taken to have come with the request.']],
  date_mailed: [
    ['notice_sent', null],
    ['date_on_notice', 'The notice is taken to have been mailed on the date it bears.'],
  ],
  notice_sent: [
    ['date_mailed', null],
    ['date_on_notice', 'The notice is taken to have been sent on the date it bears.'],
  ],
  date_on_notice: [
    ['notice_sent', 'The notice is taken to bear the date on which it was sent.'],
    ['date_mailed', 'The notice is taken to bear the date on which it was mailed.'],
  ],
}

export interface Known {
  readonly at: When
  readonly assumption: string | null
}

/** The date of an event, or of the one that stands for it; null when neither is known. */
export function known(timeline: Timeline, anchor: Anchor): Known | null {
  const exact = timeline.events[anchor]
  if (exact) return { at: exact, assumption: null }
  for (const [other, assumption] of STANDS_FOR[anchor] ?? []) {
    const at = timeline.events[other]
    if (at) return { at, assumption }
  }
  return null
}
