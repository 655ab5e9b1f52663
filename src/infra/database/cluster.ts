import { execFile } from 'node:child_process'
import { chown, mkdir, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { type Binaries, binaries, SERVER_ENV } from './binaries.ts'
import { databaseUnavailable } from './fault.ts'
import { socketFolder } from './socketFolder.ts'
import { type RunAs, runAs } from './unprivileged.ts'

const run = promisify(execFile)
const ABANDONED = 10 * 60_000

/** Everything needed to start the server: whose it is, where it lies, with which program. */
export interface Cluster {
  readonly bin: string
  readonly user: RunAs
  /** Holds the cluster, its log, and its socket where the path is short enough. */
  readonly home: string
  readonly data: string
  readonly socket: string
}

/** The cluster in `dataDir`, made where there is none. */
export async function openCluster(dataDir: string): Promise<Outcome<Cluster>> {
  // Others may pass through to what they own, and see nothing else.
  await mkdir(dataDir, { recursive: true, mode: 0o711 })
  const base = await realpath(dataDir)
  const home = join(base, 'postgres')
  const data = join(home, 'pg')
  const user = await runAs(data)
  if (!user.ok) return user
  await mkdir(home, { recursive: true, mode: 0o700 })
  if (user.value.uid !== undefined) await chown(home, user.value.uid, user.value.gid ?? user.value.uid)
  if (!(await mayEnter(home, user.value))) return fail(outOfReach)
  const programs = await binaries(base, user.value)
  if (!programs.ok) return programs
  const socket = await socketFolder(home, user.value)
  if (!socket.ok) return socket
  const made = await makeOnce(programs.value, home, data, user.value)
  if (!made.ok) return made
  return ok({ bin: programs.value.bin, user: user.value, home, data, socket: socket.value })
}

const outOfReach = databaseUnavailable(
  'The data folder lies inside a folder that only root may enter, and PostgreSQL does not run as root.',
  'Choose another data folder, such as /var/lib/appealwright, or start the program as an ordinary user.',
)

async function mayEnter(dir: string, user: RunAs): Promise<boolean> {
  if (user.uid === undefined) return true
  return run('/bin/sh', ['-c', 'cd -- "$1"', 'sh', dir], { ...user, cwd: '/', env: SERVER_ENV }).then(
    () => true,
    () => false,
  )
}

/**
 * `initdb` beside its place and renamed into it: neither a crash in the middle nor a second process
 * starting at the same moment leaves a half cluster.
 */
async function makeOnce(programs: Binaries, home: string, data: string, user: RunAs): Promise<Outcome<null>> {
  const version = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => null)
  if (version !== null) return Number(version) === programs.major ? ok(null) : fail(otherMajor(version.trim(), programs.major))
  await clearAbandoned(home)
  const part = join(home, `pg.new-${process.pid}-${Date.now()}`)
  const options = ['-D', part, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale-provider=builtin', '--locale=C.UTF-8']
  try {
    await run(join(programs.bin, 'initdb'), options, { ...user, cwd: '/', env: SERVER_ENV })
    await rename(part, data)
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    if (await stat(join(data, 'PG_VERSION')).catch(() => null)) return ok(null)
    const why = error instanceof Error ? (error.message.split('\n').find((line) => /error|FATAL/.test(line)) ?? '') : ''
    return fail(databaseUnavailable(`The database could not be made. ${why}`.trim(), 'See that the data folder has room and may be written.'))
  }
  return ok(null)
}

const otherMajor = (data: string, program: number) =>
  databaseUnavailable(
    `The data was written by PostgreSQL ${data}, and this program brings PostgreSQL ${program}.`,
    'Make a backup with the former version of the program and restore it with this one.',
  )

async function clearAbandoned(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (!name.startsWith('pg.new-')) continue
    const age = Date.now() - (await stat(join(home, name))).mtimeMs
    if (age > ABANDONED) await rm(join(home, name), { recursive: true, force: true })
  }
}
