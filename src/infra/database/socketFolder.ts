import { createHash } from 'node:crypto'
import { chmod, chown, lstat, mkdir } from 'node:fs/promises'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { databaseUnavailable } from './fault.ts'
import { ownerOf, type RunAs } from './unprivileged.ts'

/** The socket's file name, which PostgreSQL makes of the port. */
const NAME = '/.s.PGSQL.5432'
/** Bytes a socket's address has room for: 107 on Linux, 103 on macOS. */
const LONGEST = 103

/**
 * Where the server's socket lies: beside its data, or in a short place of its own where that path is too
 * long for a socket. Only its owner may enter it: whoever can, is let into the database.
 */
export async function socketFolder(dir: string, user: RunAs): Promise<Outcome<string>> {
  if (Buffer.byteLength(dir + NAME) <= LONGEST) return ok(dir)
  const short = `/tmp/appealwright-${createHash('sha256').update(dir).digest('hex').slice(0, 16)}`
  try {
    await mkdir(short, { mode: 0o700 })
    if (user.uid !== undefined) await chown(short, user.uid, user.gid ?? user.uid)
    await chmod(short, 0o700)
  } catch {
    // It was made by an earlier start, or by somebody else: told apart below.
  }
  const found = await lstat(short).catch(() => null)
  const ours = found?.isDirectory() && found.uid === ownerOf(user) && (found.mode & 0o077) === 0
  if (ours) return ok(short)
  return fail(
    databaseUnavailable(
      `The folder ${short} belongs to somebody else.`,
      'Remove it, or choose a data folder with a shorter path.',
    ),
  )
}
