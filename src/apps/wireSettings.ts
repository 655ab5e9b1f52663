import { distance } from 'fastest-levenshtein'
import { z } from 'zod'
import { failAll, type Outcome, ok } from '../base/outcome.ts'
import { type Problem, problem } from '../base/problem.ts'
import { ocrSettings } from '../infra/ocr/settings.ts'
import { type PaymentSettings, paymentSettings } from '../infra/payment/settings.ts'
import { type PeopleSettings, peopleSettings } from '../infra/people/settings.ts'
import { readSendingSettings, SENDING_SETTINGS, type SendingSettings } from '../infra/sending/settings.ts'

export type Env = Readonly<Record<string, string | undefined>>

/** Settings of everything the application stands on beside its store. */
export interface AdapterSettings {
  readonly people: PeopleSettings
  readonly payment: PaymentSettings
  readonly sending: SendingSettings
  readonly keeping: KeepingSettings
}

const keeping = z.object({
  /** Days after which a case nobody touched is deleted, unless a deadline of it is still open; 0: never. */
  RETENTION_DAYS: z.coerce
    .number('must be a whole number of days')
    .int('must be a whole number of days')
    .min(0, 'must be 0 (never) or more')
    .max(36_500, 'must be at most 36500')
    .refine((days) => days === 0 || days >= 30, 'must be 0 (never) or at least 30')
    .default(400),
  /** Folder of backups: the file of keys in it is kept without those of deleted cases. */
  BACKUP_DIR: z.string().min(1).optional(),
})
export type KeepingSettings = z.infer<typeof keeping>

/** Every setting of every adapter that is wrong, at once. */
export function readAdapterSettings(env: Env): Outcome<AdapterSettings> {
  const people = peopleSettings.safeParse({ ...env, APP_ORIGIN: originOf(env) })
  const payment = paymentSettings.safeParse(env)
  const sending = readSendingSettings(env)
  const ocr = ocrSettings(env)
  const kept = keeping.safeParse(given(env, Object.keys(keeping.shape)))
  if (people.success && payment.success && sending.ok && ocr.ok && kept.success)
    return ok({ people: people.data, payment: payment.data, sending: sending.value, keeping: kept.data })
  return failAll([
    ...(people.success ? [] : people.error.issues.map(settingProblem)),
    ...(payment.success ? [] : payment.error.issues.map(settingProblem)),
    ...(sending.ok ? [] : sending.problems),
    ...(ocr.ok ? [] : ocr.problems),
    ...(kept.success ? [] : kept.error.issues.map(settingProblem)),
  ])
}

/** Where people reach the service; without a public address, on this machine. */
const originOf = (env: Env): string => env.PUBLIC_URL || `http://localhost:${/^\d+$/.test(env.PORT ?? '') ? env.PORT : 8080}`

const given = (env: Env, names: readonly string[]): Env =>
  Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])))

function settingProblem(issue: { readonly path: readonly PropertyKey[]; readonly message: string }): Problem {
  const { message } = issue
  // People know the address under the name they set; what several settings break together is said of the price mode.
  const name = issue.path[0] === 'APP_ORIGIN' ? 'PUBLIC_URL' : String(issue.path[0] ?? 'PRICE_MODE')
  const say = /^[a-z]/.test(message) ? `The value ${message}.` : `${message}.`
  return problem('setting-invalid', name, say, 'Correct this setting or leave it out.')
}

/** Every name this program reads, for the report and for names that are almost one of them. `secret`: its value is never shown. */
export const SETTING_NAMES: readonly { readonly name: string; readonly secret: boolean }[] = [
  ...['PORT', 'HOST', 'PUBLIC_URL', 'CACHE_MB', 'LOG', 'WORKERS', 'GALLERY', 'DATA_DIR', 'ENGINE_THREADS', 'PROXIES'],
  ...['S3_ENDPOINT', 'S3_BUCKET', 'S3_REGION', 'SESSION_IDLE_DAYS', 'SESSION_DAYS', 'SIGN_IN_LINK_MINUTES', 'CASE_LINK_DAYS'],
  ...[
    'SIGNING_P12',
    'SIGNING_P12_PASSWORD',
    'OPERATORS',
    'EDITORS',
    'PRICE_MODE',
    'STRIPE_API_BASE',
    'OCR',
    'OCR_AT_ONCE',
    'RETENTION_DAYS',
    'BACKUP_DIR',
  ],
  ...['DATABASE_URL', 'APP_KEY', 'S3_ACCESS_KEY', 'S3_SECRET_KEY', 'STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'],
  ...Object.keys(SENDING_SETTINGS),
].map((name) => ({ name, secret: /KEY|SECRET|PASSWORD|DATABASE_URL|OPERATORS|EDITORS/.test(name) }))

/** Names of our own families: anything else that begins so was meant for us. */
const FAMILIES = /^(?:S3|STRIPE|FAX|LETTER|SENDING|RETENTION|OCR|SESSION_IDLE|SIGN_IN)_/

/** Names of everyday life that are one letter from ours. */
const OTHERS = new Set(['EDITOR'])

/** Settings that look like ours and are none: they would be overheard in silence. */
export function misspelled(env: Env): readonly Problem[] {
  const names = SETTING_NAMES.map((s) => s.name)
  return Object.keys(env)
    .filter((name) => /^[A-Z][A-Z0-9_]*$/.test(name) && !names.includes(name) && !OTHERS.has(name))
    .flatMap((name) => {
      const [near] = names.map((known) => ({ known, far: distance(name, known) })).sort((a, b) => a.far - b.far)
      const close = near && near.far <= (near.known.length >= 9 ? 2 : near.known.length >= 6 ? 1 : 0)
      if (!close && !FAMILIES.test(name)) return []
      const fix = close ? `If ${near.known} was meant, rename it.` : 'See the list of settings in docs/operating.md.'
      return [problem('setting-invalid', name, 'There is no such setting, so it does nothing.', fix)]
    })
}
