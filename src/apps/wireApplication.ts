import { createHash, randomBytes } from 'node:crypto'
import type { CivilDate } from '../base/date.ts'
import { fail, failAll, type Outcome, ok } from '../base/outcome.ts'
import { problem } from '../base/problem.ts'
import type { Instant } from '../casefile/event.ts'
import { makeAuditLog } from '../infra/audit/auditLog.ts'
import { today } from '../infra/clock/today.ts'
import { openDatabase } from '../infra/database/open.ts'
import { type Jobs, openJobs } from '../infra/jobs/open.ts'
import { makeProgressBoard } from '../infra/jobs/progressBoard.ts'
import { openPeople } from '../infra/people/open.ts'
import { peopleSettings } from '../infra/people/settings.ts'
import { openStore } from '../infra/store/open.ts'
import type { Knowledge } from '../knowledge/assemble.ts'
import { runRead } from '../usecases/cases/documents.ts'
import { runTypeset } from '../usecases/cases/draft.ts'
import type { CasePorts, Chance, Clock, Mailer } from '../usecases/cases/ports.ts'
import type { Application } from './application.ts'
import type { AppSettings } from './appSettings.ts'
import { intake } from './wireIntake.ts'
import { openEnginePool } from './worker/enginePool.ts'

export interface RunningApplication {
  readonly application: Application
  /** Begins to work on jobs in this process. */
  startWorkers(): Promise<void>
  stop(): Promise<void>
}

const clock: Clock = { now: () => new Date().toISOString() as Instant, today: () => today() as CivilDate }
const chance: Chance = { token: (bytes) => randomBytes(bytes).toString('base64url') }
/** Until the operator sets up mail, links are shown to whoever makes them and nothing is mailed. */
const mailer: Mailer = {
  send: async () =>
    fail(
      problem(
        'provider-off',
        'mail',
        'This service sends no e-mail yet.',
        'Whoever runs it can set SMTP_URL; see docs/operating.md.',
      ),
    ),
}
const digest = (of: Uint8Array | string): string => createHash('sha256').update(of).digest('hex')

/** The whole application: database, keys, files, jobs, people, the engine on its threads. */
export async function openApplication(
  knowledge: Knowledge,
  settings: AppSettings,
  log: (at: string) => void,
): Promise<Outcome<RunningApplication>> {
  const accounts = peopleSettings.safeParse({ ...settings.env, APP_ORIGIN: settings.env.PUBLIC_URL })
  if (!accounts.success) return failAll(accounts.error.issues.map(settingProblem))
  const database = await openDatabase({ dataDir: settings.dataDir, databaseUrl: settings.databaseUrl })
  if (!database.ok) return database
  const jobs = await openJobs(database.value, { onFault: log })
  if (!jobs.ok) return jobs
  const store = await openStore(settings, database.value, jobs.value, clock)
  if (!store.ok) return store
  const { cases, files, vault } = store.value
  const engine = openEnginePool(settings.engineThreads, log)
  const audit = makeAuditLog(database.value.db, vault, clock)
  const casePorts: CasePorts = {
    knowledge,
    clock,
    chance,
    cases,
    files,
    progress: makeProgressBoard(database.value),
    audit,
    engine,
    digest,
  }
  const people = openPeople(database.value.db, vault, accounts.data)
  const application: Application = {
    cases: casePorts,
    people: { ...people, clock, chance, cases, mailer, audit },
    cookie: people.cookies,
    forms: { of: people.csrf.token, holds: people.csrf.check },
    origin: people.origin,
    proxies: settings.proxies,
    intake,
  }
  return ok({
    application,
    startWorkers: () => startWorkers(jobs.value, casePorts),
    async stop() {
      await jobs.value.stop()
      await engine.stop()
      await database.value.close()
    },
  })
}

/** What each queue's jobs do. A use case that refuses has said so in the case; only a fault of ours is thrown. */
const startWorkers = (jobs: Jobs, ports: CasePorts): Promise<void> =>
  jobs.startWorkers({
    read: async (data) => done(await runRead(ports, data.case, data.doc)),
    typeset: async (data) => done(await runTypeset(ports, data.case)),
  })

const settingProblem = (issue: { readonly path: readonly PropertyKey[]; readonly message: string }) =>
  problem(
    'setting-invalid',
    String(issue.path[0]),
    `${String(issue.path[0])} ${issue.message}.`,
    'Correct this setting or leave it out.',
  )

function done(outcome: Outcome<unknown>): void {
  if (!outcome.ok) throw new Error(outcome.problems.map((p) => p.code).join(', '))
}
