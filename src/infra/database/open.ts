import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { type Embedded, openEmbedded } from './embedded.ts'
import { codeOf, databaseProblem, databaseUnavailable, Fault, isGone } from './fault.ts'
import { type Migration, migrate, migrations } from './migrate.ts'
import type { Tables } from './tables.ts'
import { keepWatch } from './watch.ts'

export interface DatabaseSettings {
  /** Holds the embedded server's data. */
  readonly dataDir: string
  /** "postgresql://…"; null: the embedded server. */
  readonly databaseUrl: string | null
  /** Connections of this process, 10 when left out. */
  readonly connections?: number
}

export interface Database {
  readonly db: Kysely<Tables>
  /** For those who need a connection of their own. */
  readonly config: pg.ClientConfig
  readonly kind: 'embedded' | 'url'
  /** Ends the connections; the embedded server stops with the last process that used it. */
  close(): Promise<void>
}

const OLDEST = 130_000

/** The database, reachable and migrated. `upTo`: the migrations to apply, for restoring an older backup. */
export async function openDatabase(settings: DatabaseSettings, upTo?: readonly Migration[]): Promise<Outcome<Database>> {
  const embedded = settings.databaseUrl === null ? await openEmbedded(settings.dataDir) : null
  if (embedded && !embedded.ok) return embedded
  const config = embedded ? embedded.value.config : { connectionString: settings.databaseUrl ?? '' }
  const ready = async (): Promise<Outcome<unknown>> => {
    const reached = await reach(config)
    return reached.ok ? migrate(config, upTo ?? (await migrations())) : reached
  }
  try {
    const first = await ready().catch(async (error) => {
      // The last other process may have stopped the embedded server in this very moment.
      if (!embedded || !isGone(error)) throw error
      const again = await embedded.value.ensure()
      return again.ok ? ready() : again
    })
    if (!first.ok) return first
  } catch (error) {
    return fail(openingProblem(error))
  }
  return ok(connected(config, embedded?.value ?? null, settings.connections ?? 10))
}

async function reach(config: pg.ClientConfig): Promise<Outcome<null>> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number }>(`select current_setting('server_version_num')::int as version`)
    if ((rows[0]?.version ?? 0) >= OLDEST) return ok(null)
    return fail(databaseUnavailable('The database server is too old.', 'Use PostgreSQL 13 or newer.'))
  } finally {
    await client.end().catch(() => {})
  }
}

/** Never with the address in it: that holds the password. */
function openingProblem(error: unknown) {
  const code = codeOf(error)
  if (code === '28P01' || code === '28000')
    return databaseUnavailable('The database refused the user or the password.', 'Correct DATABASE_URL.')
  if (code === '3D000')
    return databaseUnavailable('The database named in DATABASE_URL does not exist.', 'Create it, or correct DATABASE_URL.')
  if (code === '42501')
    return databaseUnavailable(
      'The database user may not create tables.',
      'Make the user of DATABASE_URL the owner of the database.',
    )
  if (isGone(error))
    return databaseUnavailable(
      'The database does not answer.',
      'See that the server of DATABASE_URL runs and can be reached from here.',
    )
  throw error
}

function connected(config: pg.ClientConfig, embedded: Embedded | null, max: number): Database {
  const pool = new pg.Pool({
    ...config,
    max,
    application_name: 'appealwright',
    connectionTimeoutMillis: 10_000,
    // A worker that was frozen in the middle of a transaction must not hold its locks for ever.
    idle_in_transaction_session_timeout: 60_000,
  })
  // A connection that broke is replaced at the next use, and whoever was using it is told by his statement;
  // the event alone, unheard, would end the program.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const watch = embedded ? keepWatch(embedded) : null
  const connect = async (): Promise<pg.PoolClient> => {
    try {
      return await pool.connect()
    } catch (error) {
      if (!isGone(error)) throw error
      const again = embedded && (await embedded.ensure())
      if (again?.ok) return pool.connect()
      throw new Fault(databaseProblem(error) ?? openingProblem(error), error)
    }
  }
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: { connect, end: () => pool.end(), options: pool.options } }),
  })
  const close = async () => {
    await watch?.end()
    await db.destroy()
    // Kysely ends a pool only when it was used.
    if (!pool.ended) await pool.end().catch(() => {})
    await embedded?.leave()
  }
  return { db, config, kind: embedded ? 'embedded' : 'url', close }
}
