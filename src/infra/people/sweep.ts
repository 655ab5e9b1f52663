import { type Kysely, sql } from 'kysely'
import type { Instant } from '../../casefile/event.ts'
import { after } from './secrets.ts'
import type { SessionLife } from './sessions.ts'
import type { PeopleTables } from './tables.ts'

const DAY = 86_400

/** Deletes what can not be used any more. Returns rows by table, for the operator's page. Safe at any time, by anybody. */
export async function sweepPeople(
  db: Kysely<PeopleTables>,
  life: SessionLife,
  now: Instant,
): Promise<Readonly<Record<string, number>>> {
  const count = async (query: ReturnType<typeof sql>) => Number((await query.execute(db)).numAffectedRows ?? 0)
  return {
    session: await count(
      sql`delete from session where started <= ${after(now, -life.wholeSeconds)} or used <= ${after(now, -life.idleSeconds)}`,
    ),
    sign_in_link: await count(sql`delete from sign_in_link where until <= ${now}`),
    case_link: await count(sql`delete from case_link where until <= ${now}`),
    passkey_challenge: await count(sql`delete from passkey_challenge where until <= ${now}`),
    // A bucket untouched for a day is full, and a full one is as good as none.
    rate_bucket: await count(sql`delete from rate_bucket where at <= ${after(now, -DAY)}`),
    // Visitors without a session, a case, a payment or anything else: nobody can come back as them.
    person: await count(sql`delete from person p where email_print is null and made <= ${after(now, -DAY)}
      and not exists (select 1 from session where person = p.id)
      and not exists (select 1 from case_member where person = p.id)
      and not exists (select 1 from case_link_taken where person = p.id)
      and not exists (select 1 from payment where person = p.id)
      and not exists (select 1 from organisation_member where person = p.id)`),
  }
}
