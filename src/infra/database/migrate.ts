import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { databaseUnavailable } from './fault.ts'

export interface Migration {
  /** File name without ".sql": "0001-store". */
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

/** Any number that nothing else locks. */
const LOCK = 4_711_001
const LEDGER = `create table if not exists schema_migration (
  name text primary key, sha256 text not null, applied timestamptz not null default now())`

/** The migrations beside this file, in the order of their numbers. */
export async function migrations(folder = join(import.meta.dirname, 'migrations')): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (file) => {
      const sql = await readFile(join(folder, file), 'utf8')
      return { name: file.slice(0, -4), sql, sha256: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Applies what was not applied, each in a transaction of its own, one process at a time. Forward only: one
 * that was applied must still read as it did. Returns the names applied now.
 */
export async function migrate(config: pg.ClientConfig, all: readonly Migration[]): Promise<Outcome<readonly string[]>> {
  const client = new pg.Client(config)
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(LEDGER)
    const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migration')
    const refused = refusal(rows, all)
    if (refused) return fail(refused)
    const done = new Set(rows.map((row) => row.name))
    const fresh = all.filter((migration) => !done.has(migration.name))
    for (const migration of fresh) await apply(client, migration)
    return ok(fresh.map((migration) => migration.name))
  } finally {
    await client.end().catch(() => {})
  }
}

function refusal(applied: readonly { readonly name: string; readonly sha256: string }[], all: readonly Migration[]) {
  for (const { name, sha256 } of applied) {
    const known = all.find((migration) => migration.name === name)
    if (!known)
      return databaseUnavailable(
        `The database was changed by a newer version of the program (${name}).`,
        'Start that version, or restore a backup.',
      )
    if (known.sha256 !== sha256)
      return databaseUnavailable(`Migration ${name} is not the one that was applied.`, 'Put its file back as it was released.')
  }
  return null
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [migration.name, migration.sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}
