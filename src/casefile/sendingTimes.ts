import type { Channel, Instant } from './event.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export const later = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString() as Instant
export const elapsed = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from)

/**
 * How long after "begun" a provider's "I hold nothing under this key" is believed. Longer than any
 * request of ours may take and than lists of a provider may lag behind.
 */
export const SETTLE_MS = 10 * MINUTE

/** A worker that comes to the call later than this after "begun" was held up, and leaves it to the next look. */
export const STALE_MS = MINUTE

/**
 * Until then a provider is asked, and its "nothing" believed: lists do not reach back for ever, and keys that
 * make a repetition harmless run out. Afterwards a person decides.
 */
export const LOOK_LIMIT_MS = DAY
export const LOOK_AGAIN_MS = 15 * MINUTE

const BUSY_WAITS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR] as const
export const MAX_ATTEMPTS = BUSY_WAITS.length + 1

/** Until the next try after the `attempt`-th one (from 1) met a busy provider; null: no more. */
export const busyWait = (attempt: number): number | null => BUSY_WAITS[attempt - 1] ?? null

/** Until the next look, by time since it was taken over; null: it should have arrived long ago. */
export function followWait(channel: Channel, sinceAccepted: number): number | null {
  if (channel === 'fax') {
    if (sinceAccepted < 10 * MINUTE) return MINUTE
    if (sinceAccepted < HOUR) return 5 * MINUTE
    return sinceAccepted < DAY ? 30 * MINUTE : null
  }
  if (channel === 'mail') {
    if (sinceAccepted < 3 * DAY) return 6 * HOUR
    return sinceAccepted < 45 * DAY ? DAY : null
  }
  return null
}
