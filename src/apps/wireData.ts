import type { CivilDate } from '../base/date.ts'
import { failAll, type Outcome } from '../base/outcome.ts'
import type { Instant } from '../casefile/event.ts'
import { makeAuditLog } from '../infra/audit/auditLog.ts'
import { type AuditVerdict, verifyAudit } from '../infra/audit/verify.ts'
import { type BackupReport, backup } from '../infra/backup/backup.ts'
import { pruneBackups } from '../infra/backup/prune.ts'
import { type RestoreReport, restore } from '../infra/backup/restore.ts'
import { today } from '../infra/clock/today.ts'
import { type Database, openDatabase } from '../infra/database/open.ts'
import { type Jobs, openJobs } from '../infra/jobs/open.ts'
import { openPeople } from '../infra/people/open.ts'
import { openStore, openVault, type Store } from '../infra/store/open.ts'
import type { Clock } from '../usecases/cases/ports.ts'
import { type AppSettings, readAppSettings } from './appSettings.ts'
import { openMail } from './wireMail.ts'
import { type Operations, openOperations } from './wireOperations.ts'
import { type AdapterSettings, readAdapterSettings } from './wireSettings.ts'

type Env = Readonly<Record<string, string | undefined>>

const clock: Clock = { now: () => new Date().toISOString() as Instant, today: () => today() as CivilDate }

interface Settings {
  readonly app: AppSettings
  readonly adapters: AdapterSettings
}

/** Where the data is, by the same settings as the service itself. */
function settingsOf(env: Env): Outcome<Settings> {
  const app = readAppSettings(env)
  const adapters = readAdapterSettings(env)
  if (app.ok && adapters.ok) return { ok: true, value: { app: app.value, adapters: adapters.value }, warnings: [] }
  return failAll([...(app.ok ? [] : app.problems), ...(adapters.ok ? [] : adapters.problems)])
}

/** The database for one piece of work, beside a service that may be running. */
async function withDatabase<T>(
  env: Env,
  work: (database: Database, settings: Settings) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const settings = settingsOf(env)
  if (!settings.ok) return settings
  const database = await openDatabase({ ...settings.value.app, connections: 2 })
  if (!database.ok) return database
  try {
    return await work(database.value, settings.value)
  } finally {
    await database.value.close()
  }
}

/** Folder of backups: the one named, else that of the settings. */
export const backupRoot = (env: Env, named: string | undefined): string | null => named ?? env.BACKUP_DIR ?? null

/** `keep`: how many backups stay in the folder; null: all. */
export const backUp = (env: Env, root: string, keep: number | null): Promise<Outcome<BackupReport>> =>
  withDatabase(env, async (database, { app }) => {
    const opened = await openVault(app, database)
    if (!opened.ok) return opened
    const done = await backup(database, opened.value.blobs, root, clock.now())
    if (done.ok && keep !== null) await pruneBackups(root, keep)
    return done
  })

export async function restoreFrom(env: Env, root: string, name: string | null): Promise<Outcome<RestoreReport>> {
  const settings = settingsOf(env)
  return settings.ok ? restore(root, name, settings.value.app) : settings
}

export const checkAudit = (env: Env): Promise<Outcome<AuditVerdict>> =>
  withDatabase(env, async (database, { app }) => {
    const opened = await openVault(app, database)
    if (!opened.ok) return opened
    return { ok: true, value: await verifyAudit(database.db, opened.value.vault), warnings: [] }
  })

/** What the operator's pages stand on, without the engine and the pages. */
export const operating = <T>(env: Env, work: (operations: Operations) => Promise<Outcome<T>>): Promise<Outcome<T>> =>
  withDatabase(env, async (database, settings) => {
    const jobs = await openJobs(database)
    if (!jobs.ok) return jobs
    try {
      const store = await openStore(settings.app, database, jobs.value, clock)
      return store.ok ? await work(operationsOn(database, jobs.value, store.value, settings)) : store
    } finally {
      await jobs.value.stop(0)
    }
  })

function operationsOn(database: Database, jobs: Jobs, store: Store, { app, adapters }: Settings): Operations {
  const { db } = database
  const audit = makeAuditLog(db, store.vault, clock)
  return openOperations({
    ...{ database, jobs, store, keeping: adapters.keeping, env: app.env },
    people: openPeople(db, store.vault, adapters.people),
    mail: openMail({ db, vault: store.vault, clock, audit, jobs }, adapters.sending.mail),
    ports: { cases: store.cases, clock, audit },
  })
}
