import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { z } from 'zod'
import { failAll, type Outcome, ok } from '../base/outcome.ts'
import { problem } from '../base/problem.ts'

/** Settings of the application beside those of the web (apps/web/settings.ts) and of each adapter (infra). */
const schema = z.object({
  /** Folder of the embedded database, the files and the key. */
  DATA_DIR: z.string().min(1).default('data'),
  /** A PostgreSQL server of one's own: "postgresql://…". Without it one is started here. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//, 'must begin with postgresql://')
    .optional(),
  /** 32 bytes in base64; without it a key file is made in DATA_DIR. */
  APP_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes in base64')
    .optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
  /** Threads of the engine. */
  ENGINE_THREADS: z.coerce.number().int().min(1).max(64).optional(),
  /** Proxies in front whose X-Forwarded-For is believed. */
  PROXIES: z.coerce.number().int().min(0).max(5).default(0),
})

export interface AppSettings {
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly appKey: string | null
  readonly s3: {
    readonly endpoint: string
    readonly bucket: string
    readonly region: string
    readonly accessKeyId: string
    readonly secretAccessKey: string
  } | null
  readonly engineThreads: number
  readonly proxies: number
  /** As given, for the adapters' own settings. */
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Every setting that is wrong, at once. */
export function readAppSettings(env: Readonly<Record<string, string | undefined>>): Outcome<AppSettings> {
  const given = Object.fromEntries(Object.keys(schema.shape).flatMap((key) => (env[key] ? [[key, env[key]]] : [])))
  const read = schema.safeParse(given)
  if (!read.success)
    return failAll(
      read.error.issues.map((i) =>
        problem(
          'setting-invalid',
          String(i.path[0]),
          `${String(i.path[0])}: ${i.message}.`,
          'Correct this setting or leave it out.',
        ),
      ),
    )
  const s = read.data
  const s3 = [s.S3_ENDPOINT, s.S3_BUCKET, s.S3_ACCESS_KEY, s.S3_SECRET_KEY]
  const some = s3.filter((v) => v !== undefined).length
  if (some > 0 && some < s3.length)
    return failAll([
      problem(
        'setting-invalid',
        'S3',
        'Files can not be kept in S3: some of its settings are missing.',
        'Give S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY, or none of them.',
      ),
    ])
  return ok({
    dataDir: resolve(s.DATA_DIR),
    databaseUrl: s.DATABASE_URL ?? null,
    appKey: s.APP_KEY ?? null,
    s3: s.S3_ENDPOINT
      ? {
          endpoint: s.S3_ENDPOINT,
          bucket: s.S3_BUCKET ?? '',
          region: s.S3_REGION,
          accessKeyId: s.S3_ACCESS_KEY ?? '',
          secretAccessKey: s.S3_SECRET_KEY ?? '',
        }
      : null,
    engineThreads: s.ENGINE_THREADS ?? Math.max(2, availableParallelism()),
    proxies: s.PROXIES,
    env,
  })
}
