import { type Kysely, sql } from 'kysely'
import type { Instant } from '../../casefile/event.ts'
import type { Tables } from '../database/tables.ts'

/**
 * A payment somebody should look at. `open`: begun more than a day ago and neither paid nor ended; `mismatch`: other money
 * came than was asked; `unknown`: money for a payment not in the books; `second`: a case was paid twice, and the second went back.
 */
export interface PaymentNotice {
  readonly payment: string
  readonly why: 'open' | 'mismatch' | 'unknown' | 'second'
  readonly at: Instant
}

const AUDITED = ['mismatch', 'unknown', 'second'] as const

/** The latest first. */
export async function paymentsToLookAt(db: Kysely<Tables>, limit = 100): Promise<readonly PaymentNotice[]> {
  const { rows: open } = await sql<{ id: string; begun: Date }>`
    select id, begun from payment where state in ('begun', 'open') and begun < now() - interval '1 day'
    order by begun desc limit ${limit}`.execute(db)
  const { rows: told } = await sql<{ on: string; what: string; at: string }>`
    select text::json->>'on' as on, text::json->>'what' as what, at from audit
    where text::json->>'what' = any(${AUDITED.map((why) => `payment.${why}`)}::text[])
    order by seq desc limit ${limit}`.execute(db)
  const notices = [
    ...open.map(({ id, begun }) => ({ payment: id, why: 'open' as const, at: begun.toISOString() as Instant })),
    ...told.flatMap(({ on, what, at }) => {
      const why = AUDITED.find((w) => what === `payment.${w}`)
      return why ? [{ payment: on, why, at: at as Instant }] : []
    }),
  ]
  return notices.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, limit)
}
