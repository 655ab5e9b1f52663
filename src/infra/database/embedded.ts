import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { readFile, rename, rm, rmdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { SERVER_ENV } from './binaries.ts'
import { type Cluster, openCluster } from './cluster.ts'
import { codeOf, databaseUnavailable, isGone } from './fault.ts'
import { socketFolder } from './socketFolder.ts'

/** Starting takes under a second; recovery after a crash is waited for as long as it goes on. */
const START_MS = 30_000
const RECOVERY_MS = 10 * 60_000
const LOG_BYTES = 10_000_000

/**
 * Nothing of a statement or its values gets into the log (`log_min_error_statement`, `terse`), and the
 * server hears nothing but its socket.
 */
const SERVER = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}

export interface Embedded {
  readonly config: pg.ClientConfig
  /** Comes back when the server answers, started if need be. */
  ensure(): Promise<Outcome<null>>
  /** Stops the server, unless another process still uses it. */
  leave(): Promise<void>
}

/** The program's own PostgreSQL in `dataDir`: taken part in when it runs already, else started. */
export async function openEmbedded(dataDir: string): Promise<Outcome<Embedded>> {
  const cluster = await openCluster(dataDir)
  if (!cluster.ok) return cluster
  const config: pg.ClientConfig = { host: cluster.value.socket, port: 5432, user: 'postgres', database: 'postgres' }
  let running: Promise<Outcome<null>> | null = null
  const ensure = () => {
    running ??= start(cluster.value, config).finally(() => {
      running = null
    })
    return running
  }
  const first = await ensure()
  return first.ok ? ok({ config, ensure, leave: () => leave(cluster.value, config) }) : first
}

async function start(cluster: Cluster, config: pg.ClientConfig): Promise<Outcome<null>> {
  const begun = Date.now()
  let recovering = false
  let child: ChildProcess | null = null
  for (let pause = 15; ; pause = Math.min(pause * 1.3, 500)) {
    const answer = await knock(config)
    if (answer === 'up') return ok(null)
    recovering ||= answer === 'recovering'
    if (Date.now() - begun > (recovering ? RECOVERY_MS : START_MS)) return fail(await didNotStart(cluster))
    // Also again and again while the last processes of a killed server still hold its memory.
    if (answer === 'down' && (!child || child.exitCode !== null || child.signalCode !== null)) child = await boot(cluster)
    await sleep(pause)
  }
}

async function knock(config: pg.ClientConfig): Promise<'up' | 'recovering' | 'down'> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return 'up'
  } catch (error) {
    if (codeOf(error) === '57P03') return 'recovering'
    // It runs, and is only full.
    if (codeOf(error) === '53300') return 'up'
    if (isGone(error)) return 'down'
    throw error
  } finally {
    await client.end().catch(() => {})
  }
}

async function boot(cluster: Cluster): Promise<ChildProcess> {
  await forgetStranger(cluster)
  // Gone, where the last process before us took it along.
  await socketFolder(cluster.home, cluster.user)
  const path = join(cluster.home, 'server.log')
  if (((await stat(path).catch(() => null))?.size ?? 0) > LOG_BYTES) await rename(path, `${path}.1`)
  const log = openSync(path, 'a', 0o600)
  const settings = Object.entries(SERVER).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(join(cluster.bin, 'postgres'), ['-D', cluster.data, '-k', cluster.socket, ...settings], {
    ...cluster.user,
    cwd: cluster.data,
    env: SERVER_ENV,
    // A session of its own: Ctrl-C stops the program first, and the program then the server.
    detached: true,
    stdio: ['ignore', 'ignore', log],
  })
  child.on('error', () => {})
  child.unref()
  closeSync(log)
  return child
}

const pidOf = async (cluster: Cluster): Promise<number> =>
  Number((await readFile(join(cluster.data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0])

/**
 * After a container was killed its process numbers are given out anew: a lock file may then name a process
 * that was never PostgreSQL. The server itself still refuses to start beside another (by its shared memory).
 */
async function forgetStranger(cluster: Cluster): Promise<void> {
  const pid = await pidOf(cluster)
  if (!pid) return
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => null)
  if (name !== null && name.trim() !== 'postgres') await rm(join(cluster.data, 'postmaster.pid'), { force: true })
}

async function didNotStart(cluster: Cluster) {
  const log = await readFile(join(cluster.home, 'server.log'), 'utf8').catch(() => '')
  const last = log.split('\n').findLast((line) => /FATAL|PANIC/.test(line)) ?? ''
  const why = last.replace(/^.*?(FATAL|PANIC): */, '')
  return databaseUnavailable(
    `The database did not start. ${why}`.trim(),
    `Read ${join(cluster.home, 'server.log')}, and see that the disk has room.`,
  )
}

const OTHERS = `select count(*)::int as others from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`

async function leave(cluster: Cluster, config: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(config)
  client.on('error', () => {})
  try {
    await client.connect()
    // Connections of ours that were just closed may take a moment to go.
    for (let i = 0; (await client.query<{ others: number }>(OTHERS)).rows[0]?.others !== 0; i++) {
      if (i === 40) return
      await sleep(25)
    }
    const pid = await pidOf(cluster)
    if (!pid) return
    process.kill(pid, 'SIGINT')
    for (let i = 0; i < 400 && (await pidOf(cluster)) === pid; i++) await sleep(25)
    if (cluster.socket !== cluster.home) await rmdir(cluster.socket)
  } catch {
    // It is down already, which is what was wanted.
  } finally {
    await client.end().catch(() => {})
  }
}
