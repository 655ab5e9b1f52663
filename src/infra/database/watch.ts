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
  const watch = async (): Promise<void> => {
    while (!ended) {
      const next = new pg.Client({ ...embedded.config, application_name: 'appealwright watch' })
      const gone = new Promise<void>((resolve) => {
        next.on('error', () => resolve())
        next.on('end', () => resolve())
      })
      client = next
      try {
        await next.connect()
        if (!ended) await gone
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
      await client?.end().catch(() => {})
      await watching
    },
  }
}
