import { z } from 'zod'
import { failAll, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'

const whole = (what: string, least: number, most: number) =>
  z.coerce
    .number(`${what} must be a whole number from ${least} to ${most}`)
    .int(`${what} must be a whole number from ${least} to ${most}`)
    .min(least, `${what} must be at least ${least}`)
    .max(most, `${what} must be at most ${most}`)

/** Everything that can be set, read once at the start; nothing else of the web looks at the environment. */
const schema = z.object({
  /** Port to listen on; 0 takes any that is free. */
  PORT: whole('PORT', 0, 65535).default(8080),
  /** Interface to listen on. This machine alone, unless said otherwise. */
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, 'HOST must be a host name or an address')
    .default('127.0.0.1'),
  /** Where readers reach the site, for canonical addresses: "https://guides.example.org". Without it they are relative. */
  PUBLIC_URL: z
    .url('PUBLIC_URL must be an address such as https://guides.example.org')
    .regex(/^https?:\/\/[^/?#]+$/, 'PUBLIC_URL must be scheme and host only, without a path or a closing slash')
    .optional(),
  /** Megabytes of finished pages kept in memory. */
  CACHE_MB: whole('CACHE_MB', 1, 65536).default(256),
  /** `requests` writes one line per request; `quiet` only what went wrong. */
  LOG: z.enum(['requests', 'quiet'], 'LOG must be "requests" or "quiet"').default('quiet'),
})

export interface Settings {
  readonly port: number
  readonly host: string
  /** Scheme and host, or empty. */
  readonly publicUrl: string
  readonly cacheBytes: number
  readonly logRequests: boolean
}

export function readSettings(env: Readonly<Record<string, string | undefined>>): Outcome<Settings> {
  const given = Object.fromEntries(Object.keys(schema.shape).flatMap((key) => (env[key] ? [[key, env[key]]] : [])))
  const read = schema.safeParse(given)
  if (!read.success)
    return failAll(
      read.error.issues.map((issue) =>
        problem('usage', String(issue.path[0]), `${issue.message}.`, 'Correct this setting or leave it out.'),
      ),
    )
  const { PORT, HOST, PUBLIC_URL, CACHE_MB, LOG } = read.data
  return ok({
    port: PORT,
    host: HOST,
    publicUrl: PUBLIC_URL ?? '',
    cacheBytes: CACHE_MB * 1024 * 1024,
    logRequests: LOG === 'requests',
  })
}
