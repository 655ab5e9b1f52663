import type { Instant } from '../../casefile/event.ts'

/** A provider's time in our form; null where it is none. */
export function instantOf(text: string | null | undefined): Instant | null {
  const ms = text ? Date.parse(text) : Number.NaN
  return Number.isNaN(ms) ? null : (new Date(ms).toISOString() as Instant)
}
