import { randomBytes } from 'node:crypto'
import { makeAuditLog } from '../../src/infra/audit/auditLog.ts'
import { openPeople, type PeopleAdapters } from '../../src/infra/people/open.ts'
import { peopleSettings } from '../../src/infra/people/settings.ts'
import type { CaseId, Message, PersonId } from '../../src/usecases/cases/ports.ts'
import type { PeoplePorts, Session } from '../../src/usecases/people/ports.ts'
import { caseId, opened, type TestStore, testStore } from './testStore.ts'

export interface PeopleWorld {
  readonly store: TestStore
  readonly adapters: PeopleAdapters
  readonly ports: PeoplePorts
  /** Mail that was handed over, newest last. */
  readonly mail: Message[]
  /** The token in the newest mail. */
  mailed(): string
  /** A case that a person opened. */
  caseOf(person: PersonId, role?: 'patient' | 'prescriber'): Promise<CaseId>
  session(token: string): Promise<Session>
  /** Moves the clock to so many seconds after noon. */
  at(seconds: number): void
  close(): Promise<void>
}

const NOON = Date.parse('2026-11-22T12:00:00.000Z')

/** People on a real database, with mail that is kept. */
export async function peopleWorld(env: Record<string, string> = {}): Promise<PeopleWorld> {
  const store = await testStore()
  const mail: Message[] = []
  const settings = peopleSettings.parse({ APP_ORIGIN: 'https://appeals.example', ...env })
  const adapters = openPeople(store.database.db, store.vault, settings)
  const ports: PeoplePorts = {
    ...adapters,
    clock: store.clock,
    chance: { token: (bytes) => randomBytes(bytes).toString('base64url') },
    cases: store.cases,
    audit: makeAuditLog(store.database.db, store.vault, store.clock),
    mailer: {
      async send(message) {
        mail.push(message)
        return { ok: true, value: undefined, warnings: [] }
      },
    },
  }
  return {
    store,
    adapters,
    ports,
    mail,
    mailed: () => /\/(?:sign-in|change-email)\/([\w-]{43})\n/.exec(mail.at(-1)?.text ?? '')?.[1] ?? '',
    async caseOf(person, role = 'patient') {
      const id = caseId()
      await store.cases.open(id, person, role, [opened])
      return id
    },
    async session(token) {
      const session = await adapters.sessions.find(token, store.clock.now())
      if (!session) throw new Error('no session of this token')
      return session
    },
    at: (seconds) => store.clock.set(new Date(NOON + seconds * 1000).toISOString()),
    close: () => store.close(),
  }
}
