import { createHash, randomBytes } from 'node:crypto'
import type { CivilDate } from '../base/date.ts'
import { failAll, type Outcome, ok } from '../base/outcome.ts'
import type { Instant } from '../casefile/event.ts'
import { makeAuditLog } from '../infra/audit/auditLog.ts'
import { today } from '../infra/clock/today.ts'
import { makeOutcomeCounts } from '../infra/counts/counts.ts'
import { Fault } from '../infra/database/fault.ts'
import { openDatabase } from '../infra/database/open.ts'
import { zip } from '../infra/docx/zip.ts'
import { type Jobs, openJobs } from '../infra/jobs/open.ts'
import { makeProgressBoard } from '../infra/jobs/progressBoard.ts'
import { openPeople } from '../infra/people/open.ts'
import { openStore } from '../infra/store/open.ts'
import type { Knowledge } from '../knowledge/assemble.ts'
import { runRead } from '../usecases/cases/documents.ts'
import { runTypeset } from '../usecases/cases/draft.ts'
import type { CasePorts, Chance, Clock } from '../usecases/cases/ports.ts'
import { followSending } from '../usecases/cases/send/follow.ts'
import { runSending } from '../usecases/cases/send/run.ts'
import { runCertify } from '../usecases/cases/sign/certify.ts'
import { isSigningReminder, runSigningReminder } from '../usecases/cases/sign/mail.ts'
import type { TrackPorts } from '../usecases/cases/track/ports.ts'
import { runRemind } from '../usecases/cases/track/remind.ts'
import { remindingStore } from '../usecases/cases/track/reminding.ts'
import type { Application } from './application.ts'
import type { AppSettings } from './appSettings.ts'
import { intake } from './wireIntake.ts'
import { type Mail, openMail } from './wireMail.ts'
import { keepHouse, openOperations } from './wireOperations.ts'
import { openPayments } from './wirePayments.ts'
import { openSending, type Sending } from './wireSending.ts'
import { readAdapterSettings } from './wireSettings.ts'
import { openSigning, type Signing } from './wireSigning.ts'
import { openEnginePool } from './worker/enginePool.ts'

export interface RunningApplication {
  readonly application: Application
  /** Begins to work on jobs in this process. */
  startWorkers(): Promise<void>
  stop(): Promise<void>
}

const clock: Clock = { now: () => new Date().toISOString() as Instant, today: () => today() as CivilDate }
const chance: Chance = { token: (bytes) => randomBytes(bytes).toString('base64url') }
const digest = (of: Uint8Array | string): string => createHash('sha256').update(of).digest('hex')

/** The whole application: database, keys, files, jobs, people, the engine on its threads. */
export async function openApplication(
  knowledge: Knowledge,
  settings: AppSettings,
  log: (at: string) => void,
): Promise<Outcome<RunningApplication>> {
  const adapters = readAdapterSettings(settings.env)
  if (!adapters.ok) return adapters
  const database = await openDatabase({ dataDir: settings.dataDir, databaseUrl: settings.databaseUrl })
  if (!database.ok) return database
  const jobs = await openJobs(database.value, { onFault: log })
  if (!jobs.ok) {
    await database.value.close()
    return jobs
  }
  const store = await openStore(settings, database.value, jobs.value, clock)
  if (!store.ok) {
    await jobs.value.stop()
    await database.value.close()
    return store
  }
  const { files, vault, memory } = store.value
  const cases = remindingStore(store.value.cases, clock)
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
    memory,
    digest,
  }
  const people = openPeople(database.value.db, vault, adapters.value.people)
  const { db } = database.value
  const mail = openMail({ db, vault, clock, audit, jobs: jobs.value }, adapters.value.sending.mail)
  const operations = openOperations({
    ...{ database: database.value, jobs: jobs.value, store: store.value, people, mail, ports: casePorts },
    ...{ keeping: adapters.value.keeping, env: settings.env },
  })
  const peoplePorts = { ...people, clock, chance, cases, mailer: mail.mailer, audit }
  const signing = await openSigning({ ...casePorts, people: peoplePorts, mail: mail.ready }, settings.env, settings.dataDir)
  const sending = openSending(casePorts, engine, adapters.value.sending)
  if (!signing.ok || !sending.ok) {
    await jobs.value.stop()
    await engine.stop()
    await database.value.close()
    return failAll([...(signing.ok ? [] : signing.problems), ...(sending.ok ? [] : sending.problems)])
  }
  const counts = makeOutcomeCounts(db)
  const track: TrackPorts = { cases: casePorts, people: people.people, mailer: mail.mailer, counts, origin: people.origin }
  let stopHousekeeping = () => {}
  const application: Application = {
    cases: casePorts,
    people: peoplePorts,
    signing: signing.value,
    sending: sending.value,
    cookie: people.cookies,
    forms: { of: people.csrf.token, holds: people.csrf.check },
    origin: people.origin,
    proxies: settings.proxies,
    intake,
    pay: openPayments(db, vault, adapters.value.payment, { clock, chance, cases, audit, origin: people.origin }),
    counts,
    gallery: settings.env.GALLERY === 'on',
    mailReady: mail.ready,
    operations,
    zip,
  }
  return ok({
    application,
    async startWorkers() {
      await startWorkers(jobs.value, casePorts, mail, signing.value, sending.value, track)
      stopHousekeeping = keepHouse(operations, log)
    },
    async stop() {
      stopHousekeeping()
      await jobs.value.stop()
      await engine.stop()
      await database.value.close()
    },
  })
}

/** What each queue's jobs do. A use case that refuses has said so in the case; only a fault of ours is thrown. */
const startWorkers = (
  jobs: Jobs,
  ports: CasePorts,
  mail: Mail,
  signing: Signing,
  sending: Sending,
  track: TrackPorts,
): Promise<void> =>
  jobs.startWorkers({
    read: async (data) => done(await runRead(ports, data.case, data.doc)),
    typeset: async (data) => done(await runTypeset(ports, data.case)),
    mail: async (data) => done(await mail.deliver(data.message)),
    certify: async (data) => done(await runCertify(signing, data.case, data.signing)),
    send: (data) => runSending(sending, data.case, data.sending),
    follow: (data) => followSending(sending, data.case, data.sending),
    remind: async (data) => {
      if (isSigningReminder(data.what)) done(await runSigningReminder(signing, data.case, data.what))
      else done(await runRemind(track, data.case, data.what, data.days))
    },
  })

function done(outcome: Outcome<unknown>): void {
  if (!outcome.ok) throw new Fault(outcome.problems[0])
}
