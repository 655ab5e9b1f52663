import { z } from 'zod'
import { bilingual, bool, id, int, isoDate, provenance, text } from './datum.ts'

/** What starts a clock. Each is a date the case may know; see `rights` for how unknown ones are handled. */
export const anchor = z.enum([
  'receipt_of_notice',
  'date_on_notice',
  'date_mailed',
  'notice_sent',
  'effective_date_of_change',
  'receipt_of_claim',
  'receipt_of_request',
  'receipt_of_appeal',
  'date_of_request',
  'date_of_service',
  'discharge_date',
])
export type Anchor = z.infer<typeof anchor>

/** A period that the law counts. Everything here is in the cited paragraph, nothing is inferred. */
export const clock = z.strictObject({
  amount: int,
  unit: z.enum(['hours', 'days', 'business_days', 'months', 'years']),
  from: anchor,
  /** The law sets the least a plan must allow. */
  floor: bool.optional(),
  /** Days after the notice date on which receipt is presumed, unless shown otherwise. */
  presumedReceiptDays: int.optional(),
  /** Last day falls on a weekend or Federal holiday: the next day that is neither. */
  roll: z.enum(['weekend_or_federal_holiday']).optional(),
  /** The month has no such day. */
  missingDay: z.enum(['first_of_next_month', 'last_of_month']).optional(),
  /** Longest extension the decider may take, in the clock's unit. */
  extension: int.optional(),
  /** Filing counts on this act; a received rule means: send it days earlier. */
  filedWhen: z.enum(['received', 'postmarked', 'sent']).optional(),
  /** Applies where the event that starts the clock is on or after this date. */
  since: isoDate.optional(),
  until: isoDate.optional(),
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
