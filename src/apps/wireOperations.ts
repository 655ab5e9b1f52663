import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type AuditVerdict, verifyAudit } from '../infra/audit/verify.ts'
import { KEYS } from '../infra/backup/folder.ts'
import { refreshKeys } from '../infra/backup/keys.ts'
import type { Database } from '../infra/database/open.ts'
import type { FailedJob } from '../infra/jobs/failed.ts'
import type { Jobs } from '../infra/jobs/open.ts'
import { type Waiting, waitingJobs } from '../infra/jobs/waiting.ts'
import { type PaymentNotice, paymentsToLookAt } from '../infra/payment/toLookAt.ts'
import type { PeopleAdapters } from '../infra/people/open.ts'
import type { Store } from '../infra/store/open.ts'
import type { CaseId, CasePorts } from '../usecases/cases/ports.ts'
import { retirable, retireCases } from '../usecases/cases/retention.ts'
import type { Mail } from './wireMail.ts'
import { type Env, type KeepingSettings, misspelled, SETTING_NAMES } from './wireSettings.ts'

interface Health {
  readonly database: boolean
  /** Null: the database does not answer. */
  readonly jobs: Waiting | null
  readonly well: boolean
}

/** What one round of housekeeping did, by what was deleted. */
type Swept = Readonly<Record<string, number>>

interface SettingLine {
  readonly name: string
  /** Null: not set. */
  readonly value: string | null
}

/** What the one who runs the service can see and do; nothing of it shows what is in a case. */
export interface Operations {
  health(): Promise<Health>
  failedJobs(): Promise<readonly FailedJob[]>
  /** False: it is not among the failed jobs any more. */
  retry(job: string): Promise<boolean>
  verifyAudit(): Promise<AuditVerdict>
  /** 0: cases are kept for ever. */
  readonly retentionDays: number
  retirable(): Promise<readonly CaseId[]>
  /** Deletes what is due to be deleted: cases, sessions, links, loose files, old mail. */
  housekeep(): Promise<Swept>
  paymentsToLookAt(): Promise<readonly PaymentNotice[]>
  settings(): readonly SettingLine[]
  /** Names in the environment that are almost ours. */
  misspelled(): readonly string[]
}

export interface OperationsParts {
  readonly database: Database
  readonly jobs: Jobs
  readonly store: Store
  readonly people: Pick<PeopleAdapters, 'sweep'>
  readonly mail: Pick<Mail, 'sweep'>
  readonly ports: Pick<CasePorts, 'cases' | 'clock' | 'audit'>
  readonly keeping: KeepingSettings
  readonly env: Env
}

/** Jobs that wait longer than this are worked on by nobody. */
const STUCK_SECONDS = 300

export function openOperations(parts: OperationsParts): Operations {
  const { database, jobs, store, people, mail, ports, keeping, env } = parts
  const days = keeping.RETENTION_DAYS
  return {
    async health() {
      const waiting = await waitingJobs(database.db).catch(() => null)
      return { database: waiting !== null, jobs: waiting, well: waiting !== null && waiting.seconds < STUCK_SECONDS }
    },
    failedJobs: () => jobs.failedJobs(),
    async retry(id) {
      const job = (await jobs.failedJobs(1000)).find((failed) => failed.id === id)
      if (job) await jobs.retry(job)
      return job !== undefined
    },
    verifyAudit: () => verifyAudit(database.db, store.vault),
    retentionDays: days,
    retirable: () => retirable(ports, days),
    async housekeep() {
      const cases = await retireCases(ports, days)
      const now = ports.clock.now()
      const swept = { cases, ...(await people.sweep(now)), files: await store.files.sweep(), mail: await mail.sweep(now) }
      if (keeping.BACKUP_DIR) await forgetInBackups(database, keeping.BACKUP_DIR)
      return swept
    },
    paymentsToLookAt: () => paymentsToLookAt(database.db),
    settings: () =>
      SETTING_NAMES.map(({ name, secret }) => ({ name, value: env[name] ? (secret ? '•••' : (env[name] ?? null)) : null })),
    misspelled: () => misspelled(env).map((p) => p.where),
  }
}

/** Where backups are kept, the keys of deleted cases go too. */
async function forgetInBackups({ db }: Database, root: string): Promise<void> {
  if (await stat(join(root, KEYS)).catch(() => null)) await refreshKeys(db, root)
}

const FIRST_MS = 60_000
const EVERY_MS = 3_600_000

/** Housekeeping now and then, by every process that works on jobs; each round may be run by several at once. Returns how to stop. */
export function keepHouse({ housekeep }: Pick<Operations, 'housekeep'>, log: (at: string) => void): () => void {
  const round = () => void housekeep().catch(() => log('housekeeping'))
  const first = setTimeout(round, FIRST_MS).unref()
  const every = setInterval(round, EVERY_MS).unref()
  return () => {
    clearTimeout(first)
    clearInterval(every)
  }
}
