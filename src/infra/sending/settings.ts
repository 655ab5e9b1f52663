import { z } from 'zod'
import { failAll, type Outcome, ok } from '../../base/outcome.ts'
import { type Problem, problem } from '../../base/problem.ts'
import { faxNumber } from '../../casefile/sendingTarget.ts'
import { isLoopbackHost } from '../http/addresses.ts'

const text = z.string().min(1)

/**
 * Settings of everything that leaves this server, one prefix per channel; merge into the application's own:
 * `z.object({ ...SENDING_SETTINGS })`. Meaning of each: docs/sending.md.
 */
export const SENDING_SETTINGS = {
  SENDING_NETWORK: z
    .enum(['public', 'private', 'loopback'], 'SENDING_NETWORK must be "public", "private" or "loopback"')
    .default('public'),
  FAX_PROVIDER: z.enum(['off', 'sinch'], 'FAX_PROVIDER must be "off" or "sinch"').default('off'),
  FAX_URL: text.default('https://fax.api.sinch.com'),
  FAX_PROJECT: text.regex(/^[\w-]+$/, 'FAX_PROJECT must be the id of a project').optional(),
  FAX_KEY: text.optional(),
  FAX_SECRET: text.optional(),
  FAX_FROM: text.optional(),
  LETTER_PROVIDER: z.enum(['off', 'lob'], 'LETTER_PROVIDER must be "off" or "lob"').default('off'),
  LETTER_URL: text.default('https://api.lob.com'),
  LETTER_KEY: text.optional(),
  LETTER_SERVICE: z
    .enum(['certified', 'certified_return_receipt'], 'LETTER_SERVICE must be "certified" or "certified_return_receipt"')
    .default('certified'),
  LETTER_WEBHOOK_SECRET: text.optional(),
  MAIL_HOST: text.regex(/^[A-Za-z0-9.:-]+$/, 'MAIL_HOST must be a host name').optional(),
  MAIL_PORT: z.coerce.number('MAIL_PORT must be a port').int().min(1).max(65535).default(587),
  MAIL_TLS: z.enum(['starttls', 'implicit', 'none'], 'MAIL_TLS must be "starttls", "implicit" or "none"').default('starttls'),
  MAIL_USER: text.optional(),
  MAIL_PASSWORD: text.optional(),
  MAIL_FROM: z.email('MAIL_FROM must be an e-mail address').optional(),
  MAIL_PACKETS: z.enum(['off', 'on'], 'MAIL_PACKETS must be "off" or "on"').default('off'),
} as const

const schema = z.object(SENDING_SETTINGS)
export type SendingValues = z.infer<typeof schema>

export interface FaxSettings {
  readonly origin: string
  readonly project: string
  readonly key: string
  readonly secret: string
  /** E.164; null: the number of the provider's service. */
  readonly from: string | null
}

export interface LetterSettings {
  readonly origin: string
  readonly key: string
  readonly service: 'certified' | 'certified_return_receipt'
  readonly webhookSecret: string | null
}

export interface MailSettings {
  readonly host: string
  readonly port: number
  readonly tls: 'starttls' | 'implicit' | 'none'
  readonly user: { readonly name: string; readonly password: string } | null
  readonly from: string
}

export interface SendingSettings {
  readonly network: 'public' | 'private' | 'loopback'
  readonly fax: FaxSettings | null
  readonly letter: LetterSettings | null
  readonly mail: MailSettings | null
  /** Packets by e-mail too, not only notices. */
  readonly mailPackets: boolean
}

/** What belongs together is there together; every gap is named at once. */
export function sendingSettings(values: SendingValues): Outcome<SendingSettings> {
  const problems: Problem[] = []
  const wrong = (name: string, say: string, fix: string) => problems.push(problem('setting-invalid', name, say, fix))
  const needed = (name: keyof SendingValues): string => {
    const value = values[name]
    if (typeof value === 'string') return value
    wrong(name, 'It is missing.', 'Set it, or switch this channel off.')
    return ''
  }
  const fax: FaxSettings | null =
    values.FAX_PROVIDER === 'off'
      ? null
      : {
          origin: values.FAX_URL,
          project: needed('FAX_PROJECT'),
          key: needed('FAX_KEY'),
          secret: needed('FAX_SECRET'),
          from: null,
        }
  const from = values.FAX_FROM === undefined ? null : faxNumber(values.FAX_FROM)
  if (from && !from.ok) wrong('FAX_FROM', 'It is not a US fax number.', 'Write it such as +15125550100.')

  const letter: LetterSettings | null =
    values.LETTER_PROVIDER === 'off'
      ? null
      : {
          origin: values.LETTER_URL,
          key: needed('LETTER_KEY'),
          service: values.LETTER_SERVICE,
          webhookSecret: values.LETTER_WEBHOOK_SECRET ?? null,
        }

  const mail = values.MAIL_HOST === undefined ? null : mailSettings(values, values.MAIL_HOST, needed('MAIL_FROM'))
  if (mail?.tls === 'none' && !isLoopbackHost(mail.host))
    wrong('MAIL_TLS', 'Mail without TLS is only for a server on this machine.', 'Use "starttls" or "implicit".')
  if (values.MAIL_USER !== undefined) needed('MAIL_PASSWORD')
  const mailPackets = values.MAIL_PACKETS === 'on'
  if (mailPackets && !mail) wrong('MAIL_PACKETS', 'No mail server is set.', 'Set MAIL_HOST, or leave this off.')

  if (problems.length > 0) return failAll(problems)
  const faxFrom = from?.ok ? from.value : null
  return ok({ network: values.SENDING_NETWORK, fax: fax && { ...fax, from: faxFrom }, letter, mail, mailPackets })
}

const mailSettings = (values: SendingValues, host: string, from: string): MailSettings => ({
  host,
  port: values.MAIL_PORT,
  tls: values.MAIL_TLS,
  user: values.MAIL_USER && values.MAIL_PASSWORD ? { name: values.MAIL_USER, password: values.MAIL_PASSWORD } : null,
  from,
})

/** Reads them alone, from an environment; for tools and tests. */
export function readSendingSettings(env: Readonly<Record<string, string | undefined>>): Outcome<SendingSettings> {
  const given = Object.fromEntries(Object.keys(SENDING_SETTINGS).flatMap((key) => (env[key] ? [[key, env[key]]] : [])))
  const read = schema.safeParse(given)
  if (read.success) return sendingSettings(read.data)
  return failAll(
    read.error.issues.map((i) =>
      problem('setting-invalid', String(i.path[0]), `${i.message}.`, 'Correct this setting or leave it out.'),
    ),
  )
}
