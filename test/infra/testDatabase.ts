import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { openEmbedded } from '../../src/infra/database/embedded.ts'
import type { DatabaseSettings } from '../../src/infra/database/open.ts'

export interface TestDatabase {
  /** A `DATABASE_URL` of an empty database, over the shared server's socket. */
  readonly url: string
  readonly config: pg.ClientConfig
  /** For `openDatabase`. */
  readonly settings: DatabaseSettings
  drop(): Promise<void>
}

/** Milliseconds for the hook that asks first: making the server is slow on a busy machine. */
export const SLOW_START = 60_000

/** One server for the whole run, whichever thread asks first. */
const dir = join(tmpdir(), `appealwright-test-${process.pid}`)
let server: Promise<pg.ClientConfig> | null = null

/** An empty database on a real PostgreSQL that all test files of a run share. */
export async function freshDatabase(): Promise<TestDatabase> {
  server ??= startServer()
  const shared = await server
  const name = `t_${randomBytes(6).toString('hex')}`
  await once(shared, `create database ${name}`)
  const config = { ...shared, database: name }
  const url = `postgresql://postgres@/${name}?host=${encodeURIComponent(String(shared.host))}`
  return {
    url,
    config,
    settings: { dataDir: join(dir, 'unused'), databaseUrl: url },
    drop: () => once(shared, `drop database if exists ${name} with (force)`),
  }
}

async function startServer(): Promise<pg.ClientConfig> {
  // One thread makes the cluster; that is the slow part, and doing it twice at once only makes it slower.
  if (!stopAfterRun()) for (let i = 0; i < 600 && !existsSync(join(dir, 'postgres/pg/PG_VERSION')); i++) await sleep(100)
  const opened = await openEmbedded(dir)
  if (!opened.ok) throw new Error(opened.problems[0].say)
  return opened.value.config
}

/**
 * Waits in a process of its own for the end of this one, however it ends: threads come and go. False: another
 * thread saw to it.
 */
function stopAfterRun(): boolean {
  mkdirSync(dir, { recursive: true, mode: 0o711 })
  try {
    mkdirSync(join(dir, 'reaper'))
  } catch {
    return false
  }
  const script = `while kill -0 "$1" 2>/dev/null; do sleep 1; done
kill -INT "$(head -n 1 "$2/postgres/pg/postmaster.pid")"; sleep 1; rm -rf "$2"`
  spawn('sh', ['-c', script, 'sh', String(process.pid), dir], { detached: true, stdio: 'ignore' }).unref()
  return true
}

async function once(config: pg.ClientConfig, sql: string): Promise<void> {
  const client = new pg.Client(config)
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
