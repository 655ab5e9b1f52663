import { z } from 'zod'
import { bilingual, bool, id, int, isoDate, provenance, ref, text } from './datum.ts'

/** What starts a clock. Each is a date the case may know; `rights/events.ts` says how unknown ones are handled. */
export const anchor = z.enum([
  'receipt_of_notice',
  'date_on_notice',
  'date_mailed',
  'notice_sent',
  'effective_date_of_change',
  'end_of_services',
  'end_of_approved_course',
  'receipt_of_claim',
  'receipt_of_request',
  'receipt_of_appeal',
  'receipt_of_case_file',
  'receipt_of_information',
  'filing_of_plan_appeal',
  'date_of_request',
  'date_of_service',
  'discharge_date',
])
export type Anchor = z.infer<typeof anchor>

const clockUnit = z.enum(['hours', 'days', 'business_days', 'months', 'years'])
export type ClockUnit = z.infer<typeof clockUnit>

/** A period that the law counts. Everything here is in the cited paragraph, nothing is inferred. */
export const clock = z.strictObject({
  /** Negative: that long before the event. Where a State sets the window: the least, or else the most. */
  amount: int,
  unit: clockUnit,
  from: anchor,
  /** The law sets the least a plan must allow. */
  floor: bool.optional(),
  /** The period ends at the later of its own last day and this event's day. */
  notBefore: anchor.optional(),
  /** A State fixes the window, within these bounds of federal law (in `unit`). */
  stateSets: z.strictObject({ atLeast: int.optional(), atMost: int.optional() }).optional(),
  /** Runs only where the State's own window is known; otherwise the next provision decides. */
  onlyWhereStateKnown: bool.optional(),
  /** Days after the notice date on which receipt is presumed, unless shown otherwise. */
  presumedReceiptDays: int.optional(),
  /** Last day falls on a weekend or Federal holiday: the next day that is neither. */
  roll: z.enum(['weekend_or_federal_holiday']).optional(),
  /** The month has no such day. `not_stated`: the law is silent, so the earlier day is shown. */
  missingDay: z.enum(['first_of_next_month', 'not_stated']).optional(),
  /** The period ends on the last day of the calendar year it reaches. */
  endOfYear: bool.optional(),
  /** Time of day at which the last day ends: "12:00". */
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time as HH:MM')
    .optional(),
  /** Longest extension the decider may take, in `extensionUnit`, else in the clock's unit. */
  extension: int.optional(),
  extensionUnit: clockUnit.optional(),
  /** The paragraph that allows the extension, where it is another one. */
  extensionRef: ref.optional(),
  /** Stands still from the day an extension for missing information is announced until the information comes. */
  tolls: bool.optional(),
  /** Runs only if the request came at least this many hours before the approved course ends. */
  askedHoursBeforeEnd: int.optional(),
  /** Days between a plan's answer and the request for a hearing are not counted. */
  skipsTimeToAsk: bool.optional(),
  /** Filing counts on this act; a received rule means: send it days earlier. */
  filedWhen: z.enum(['received', 'postmarked', 'sent']).optional(),
  /** Applies where the event named by `effectiveOn` (else the one that starts the clock) is on or after this date. */
  since: isoDate.optional(),
  /** Applies where that event is before this date. */
  until: isoDate.optional(),
  effectiveOn: z.enum(['rating_period_start']).optional(),
})
export type Clock = z.infer<typeof clock>

export const provision = z.strictObject({
  /** "(h)(2)(iii)", "p. 7"; empty text is not allowed: leave it out for the whole source. */
  pin: text.optional(),
  says: text,
  saysEs: text.optional(),
  clock: clock.optional(),
  ...provenance,
})
export type Provision = z.infer<typeof provision>

/** One section of law, one guideline, one label, one official page: `knowledge/law` or `knowledge/sources`. */
export const sourceRecord = z.strictObject({
  id,
  /** Short form used in citations: "29 CFR 2560.503-1". */
  cite: text,
  title: text,
  kind: z.enum(['statute', 'regulation', 'guidance', 'guideline', 'label', 'policy', 'publication', 'page']),
  publisher: text.optional(),
  /** Date of the text that was read. */
  asOf: isoDate,
  url: text.optional(),
  name: bilingual.optional(),
  provisions: z.record(z.string().regex(/^[a-z0-9_]+$/), provision),
})
export type SourceRecord = z.infer<typeof sourceRecord>
