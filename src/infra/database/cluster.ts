import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chown, mkdir, readdir, readFile, realpath, rename, rm, rmdir, stat, symlink } from 'node:fs/promises'
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
  /** Holds the cluster, its log, a copy of the server if one is needed, and its socket where the path is short enough. */
  readonly home: string
  readonly data: string
  readonly socket: string
}

/** The cluster in `dataDir`, made where there is none. */
export async function openCluster(dataDir: string): Promise<Outcome<Cluster>> {
  // Others may pass through to what they own, and see nothing else.
  await mkdir(dataDir, { recursive: true, mode: 0o711 })
  const wanted = join(await realpath(dataDir), 'postgres')
  const user = await runAs(join(wanted, 'pg'))
  if (!user.ok) return user
  const home = await openHome(wanted, user.value)
  if (!home.ok) return home
  const programs = await binaries(home.value, user.value)
  if (!programs.ok) return programs
  const socket = await socketFolder(home.value, user.value)
  if (!socket.ok) return socket
  const data = join(home.value, 'pg')
  const made = await makeOnce(programs.value, home.value, data, user.value)
  if (!made.ok) return made
  return ok({ bin: programs.value.bin, user: user.value, home: home.value, data, socket: socket.value })
}

/** A place any user may pass through, for data folders in which only root may be. */
const ELSEWHERE = '/var/lib/appealwright'

/**
 * The folder of the server, its owner's alone. Where the data folder lies inside one that only root may enter
 * ("/root"), it is a link to a place that PostgreSQL can get at.
 */
async function openHome(wanted: string, user: RunAs): Promise<Outcome<string>> {
  await owned(wanted, user)
  const home = await realpath(wanted)
  if (await mayEnter(home, user)) return ok(home)
  try {
    const place = join(ELSEWHERE, createHash('sha256').update(wanted).digest('hex').slice(0, 16))
    await mkdir(ELSEWHERE, { recursive: true, mode: 0o711 })
    await owned(place, user)
    if (!(await mayEnter(place, user))) return fail(outOfReach)
    // Only an empty folder gives way: data that can not be got at any more is not left behind.
    await rmdir(wanted)
    await symlink(place, wanted)
    return ok(place)
  } catch {
    return fail(outOfReach)
  }
}

async function owned(dir: string, user: RunAs): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  if (user.uid !== undefined && (await stat(dir)).uid === 0) await chown(dir, user.uid, user.gid ?? user.uid)
}

const outOfReach = databaseUnavailable(
  'The data folder lies inside a folder that only root may enter, and PostgreSQL does not run as root.',
  `Choose another data folder, such as ${ELSEWHERE}, or start the program as an ordinary user.`,
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
    return fail(
      databaseUnavailable(
        `The database could not be made. ${why}`.trim(),
        'See that the data folder has room and may be written.',
      ),
    )
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
