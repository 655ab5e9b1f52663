import { z } from 'zod'
import { emailAddress } from '../../usecases/people/address.ts'

const days = (usual: number) => z.coerce.number().positive().max(400).default(usual)

const addresses = z
  .string()
  .default('')
  .transform((text, ctx) => {
    const typed = text.split(/[\s,;]+/).filter((one) => one !== '')
    const read = typed.map(emailAddress)
    if (read.includes(null)) ctx.addIssue({ code: 'custom', message: 'has something in it that is not an e-mail address' })
    return read.filter((one) => one !== null)
  })

/** What an environment gives: names without a value left out. */
export const given = (env: unknown): unknown =>
  typeof env === 'object' && env !== null ? Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')) : env

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Settings of accounts, by their names in the environment. */
const fields = z.object({
  /** Where people reach the service. Plain http only on this machine itself. */
  APP_ORIGIN: z
    .url({ protocol: /^https?$/ })
    .default('http://localhost:8080')
    .refine(
      (text) => URL.canParse(text) && (text.startsWith('https:') || loopback.has(new URL(text).hostname)),
      'must be https, except on localhost',
    )
    .transform((text) => new URL(text).origin),
  SESSION_IDLE_DAYS: days(14),
  SESSION_DAYS: days(60),
  SIGN_IN_LINK_MINUTES: z.coerce.number().min(1).max(60).default(20),
  CASE_LINK_DAYS: days(30),
  /** Addresses of those who run the service, and of those who edit its knowledge. */
  OPERATORS: addresses,
  EDITORS: addresses,
})

/** Fragment of the settings; a name without a value is as good as none. */
export const peopleSettings = z.preprocess(given, fields)
export type PeopleSettings = z.infer<typeof fields>
