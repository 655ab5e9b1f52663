import { isIPv6 } from 'node:net'
import { type Kysely, sql } from 'kysely'
import { LIMITS } from '../../usecases/people/limits.ts'
import type { Limits } from '../../usecases/people/ports.ts'
import type { Vault } from '../store/vault.ts'
import type { PeopleTables } from './tables.ts'

/**
 * Token buckets, taken from by one statement: the row's lock makes tries at once wait for each other. A bucket
 * fills by one token every `seconds` and holds `burst`; a bucket nobody knows is full.
 */
export function limitsIn(db: Kysely<PeopleTables>, vault: Pick<Vault, 'fingerprint'>): Limits {
  return {
    async take(purpose, who, now) {
      const { burst, seconds } = LIMITS[purpose]
      const bucket = vault.fingerprint('limit', `${purpose} ${network(who)}`)
      const filled = sql`least(${burst}::float8, b.tokens + greatest(0, extract(epoch from ${now}::timestamptz - b.at)) / ${seconds}::float8)`
      const taken = await sql<{ tokens: number }>`
        insert into rate_bucket as b (key, tokens, at) values (${bucket}, ${burst}::float8 - 1, ${now}::timestamptz)
        on conflict (key) do update set tokens = ${filled} - 1, at = greatest(b.at, ${now}::timestamptz)
        where ${filled} >= 1
        returning b.tokens`.execute(db)
      if (taken.rows.length > 0) return null
      const left = await sql<{ wait: number }>`
        select (1 - ${filled}) * ${seconds}::float8 as wait from rate_bucket as b where key = ${bucket}`.execute(db)
      return Math.max(1, Math.ceil(left.rows[0]?.wait ?? seconds))
    },
  }
}

/** One household has 2^64 addresses of IPv6: the network counts, not the address. */
export function network(who: string): string {
  const address = who.toLowerCase().replace(/%.*$/, '')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1]
  if (mapped) return mapped
  if (!isIPv6(address)) return who
  const [head = '', tail] = address.split('::')
  const front = head === '' ? [] : head.split(':')
  const back = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : new Array<string>(8 - front.length - back.length).fill('0')
  return [...front, ...zeros, ...back]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
