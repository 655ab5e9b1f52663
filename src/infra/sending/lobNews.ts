import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'

const eventSchema = z.object({
  event_type: z.object({ id: z.string() }),
  body: z.object({ metadata: z.object({ sending: z.string() }).partial().nullish() }),
})

/** Clocks differ; an old delivery played back does not get in. */
const TOLERANCE_MS = 5 * 60_000

/**
 * A webhook of the mail service: the key of the sending it is about (`parseParcelKey`), or null for other
 * matters. It is only a hint to ask the service now; what it says of the letter is not used.
 * Signature: hex HMAC-SHA256 of `<Lob-Signature-Timestamp>.<raw body>`, timestamp in milliseconds.
 */
export function lobNews(
  body: string,
  signature: string | undefined,
  timestamp: string | undefined,
  secret: string,
  nowMs: number,
): Outcome<{ readonly key: string } | null> {
  const expected = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest()
  const given = Buffer.from(signature ?? '', 'hex')
  const genuine =
    given.length === expected.length && timingSafeEqual(given, expected) && Math.abs(nowMs - Number(timestamp)) <= TOLERANCE_MS
  if (!genuine) return fail(problem('not-allowed', 'webhook', 'The signature does not fit.', 'Check LETTER_WEBHOOK_SECRET.'))
  const read = eventSchema.safeParse(parse(body))
  const key = read.success && read.data.event_type.id.startsWith('letter.') ? read.data.body.metadata?.sending : undefined
  return ok(key ? { key } : null)
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
