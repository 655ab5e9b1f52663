import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CivilDate } from '../../src/base/date.ts'
import type { Outcome } from '../../src/base/outcome.ts'
import type { CaseEvent, Instant } from '../../src/casefile/event.ts'
import { type Database, openDatabase } from '../../src/infra/database/open.ts'
import { type Jobs, openJobs } from '../../src/infra/jobs/open.ts'
import { openStore, type Store, type StoreSettings } from '../../src/infra/store/open.ts'
import type { CaseId, Clock, NewEvent, PersonId } from '../../src/usecases/cases/ports.ts'
import { freshDatabase, type TestDatabase } from './testDatabase.ts'

export interface TestStore extends Store {
  readonly base: TestDatabase
  readonly database: Database
  readonly jobs: Jobs
  readonly settings: StoreSettings
  readonly clock: Clock & { set(at: string): void }
  close(): Promise<void>
}

/** A store with jobs on a fresh database, its files in a folder of its own; all gone after `close`. */
export async function testStore(): Promise<TestStore> {
  const base = await freshDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'appealwright-store-'))
  const settings: StoreSettings = { dataDir, appKey: randomBytes(32).toString('base64'), s3: null }
  const clock = testClock()
  const database = must(await openDatabase(base.settings))
  const jobs = must(await openJobs(database))
  const store = must(await openStore(settings, database, jobs, clock))
  const close = async () => {
    await jobs.stop(0)
    await database.close()
    await base.drop()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { ...store, base, database, jobs, settings, clock, close }
}

export function testClock(at = '2026-11-22T12:00:00.000Z'): Clock & { set(at: string): void } {
  let now = at
  return {
    now: () => now as Instant,
    today: () => now.slice(0, 10) as unknown as CivilDate,
    set(to) {
      now = to
    },
  }
}

export function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw new Error(outcome.problems.map((p) => `${p.code}: ${p.say}`).join('\n'))
}

export const caseId = (): CaseId => randomBytes(16).toString('hex') as CaseId
export const person = (name: string): PersonId => name as PersonId
export const opened: NewEvent = event({ kind: 'opened', lang: 'en', as: 'patient' })

export function event(of: CaseEvent): NewEvent {
  return { by: { kind: 'program' }, event: of }
}

export const stated = (value: string): NewEvent => event({ kind: 'stated', path: 'patient.name', value, by: 'patient' })
