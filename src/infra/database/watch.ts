import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Embedded } from './embedded.ts'

/**
 * Holds one connection only to notice at once when the embedded server dies, and starts it again: jobs and
 * other users of the database then find it back without asking.
 */
export function keepWatch(embedded: Embedded): { end(): Promise<void> } {
  let ended = false
  let client: pg.Client | null = null
  let connecting: Promise<unknown> = Promise.resolve()
  const watch = async (): Promise<void> => {
    while (!ended) {
      const next = new pg.Client({ ...embedded.config, application_name: 'appealwright watch', connectionTimeoutMillis: 5_000 })
      const gone = new Promise<void>((resolve) => {
        next.on('error', () => resolve())
        next.on('end', () => resolve())
      })
      client = next
      connecting = next.connect()
      try {
        await connecting
        await gone
      } catch {
        await sleep(200)
      }
      await next.end().catch(() => {})
      if (!ended) await embedded.ensure().catch(() => {})
    }
  }
  const watching = watch()
  return {
    async end() {
      ended = true
      // A client that is ended while it connects never says how that went.
      await connecting.catch(() => {})
      await client?.end().catch(() => {})
      await watching
    },
  }
}
