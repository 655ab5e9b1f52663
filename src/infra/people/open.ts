import type { Kysely } from 'kysely'
import type { Instant } from '../../casefile/event.ts'
import type { PeoplePorts } from '../../usecases/people/ports.ts'
import type { Tables } from '../database/tables.ts'
import type { Vault } from '../store/vault.ts'
import { caseLinksIn } from './caseLinks.ts'
import { noSessionCookie, readSessionCookie, sessionCookie } from './cookie.ts'
import { type Csrf, csrfWith } from './csrf.ts'
import { limitsIn } from './limits.ts'
import { organisationsIn } from './organisations.ts'
import { passkeysIn } from './passkeys.ts'
import { peopleIn, readerOf } from './peopleStore.ts'
import { sessionsIn } from './sessions.ts'
import type { PeopleSettings } from './settings.ts'
import { signInLinksIn } from './signInLinks.ts'
import { sweepPeople } from './sweep.ts'
import type { PeopleTables } from './tables.ts'

const DAY = 86_400

export interface SessionCookies {
  /** The token in a request's Cookie header. */
  read(header: string | null | undefined): string | null
  /** Values for Set-Cookie. */
  set(token: string): string
  clear(): string
}

export interface PeopleAdapters
  extends Pick<
    PeoplePorts,
    'people' | 'sessions' | 'signInLinks' | 'caseLinks' | 'organisations' | 'passkeys' | 'limits' | 'origin'
  > {
  readonly cookies: SessionCookies
  readonly csrf: Csrf
  /** Deletes what has expired; counts by table. */
  sweep(now: Instant): Promise<Readonly<Record<string, number>>>
}

/** Everything about people that is kept in the database. */
export function openPeople(db: Kysely<Tables>, vault: Vault, settings: PeopleSettings): PeopleAdapters {
  const tables = db.$extendTables<PeopleTables>()
  const origin = settings.APP_ORIGIN
  const https = origin.startsWith('https:')
  const life = { idleSeconds: settings.SESSION_IDLE_DAYS * DAY, wholeSeconds: settings.SESSION_DAYS * DAY }
  const personOf = readerOf(vault, { operator: settings.OPERATORS, editor: settings.EDITORS })
  return {
    origin,
    people: peopleIn(tables, vault, personOf),
    sessions: sessionsIn(tables, life, personOf),
    signInLinks: signInLinksIn(tables, vault, settings.SIGN_IN_LINK_MINUTES * 60),
    caseLinks: caseLinksIn(tables, settings.CASE_LINK_DAYS * DAY),
    organisations: organisationsIn(tables),
    passkeys: passkeysIn(tables, origin),
    limits: limitsIn(tables, vault),
    csrf: csrfWith(vault),
    cookies: {
      read: (header) => readSessionCookie(header, https),
      set: (token) => sessionCookie(token, https, life.wholeSeconds),
      clear: () => noSessionCookie(https),
    },
    sweep: (now) => sweepPeople(tables, life, now),
  }
}
