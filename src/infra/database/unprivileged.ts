import { readFile, stat } from 'node:fs/promises'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { databaseUnavailable } from './fault.ts'

/** The system user a process is started as; empty: as this process itself. */
export interface RunAs {
  readonly uid?: number
  readonly gid?: number
}

/** Users to be found on nearly every system, the best first. PostgreSQL wants one that has an entry. */
const CANDIDATES = ['postgres', 'nobody', 'daemon']

/**
 * PostgreSQL refuses to run as root. Whoever owns the cluster already runs it; else the first
 * unprivileged user there is.
 */
export async function runAs(cluster: string): Promise<Outcome<RunAs>> {
  if (process.getuid?.() !== 0) return ok({})
  const owner = await stat(cluster).catch(() => null)
  if (owner && owner.uid !== 0) return ok({ uid: owner.uid, gid: owner.gid })
  const users = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n').map((line) => line.split(':'))
  for (const name of CANDIDATES) {
    const [, , uid, gid] = users.find(([user]) => user === name) ?? []
    if (Number(uid) > 0) return ok({ uid: Number(uid), gid: Number(gid) })
  }
  return fail(
    databaseUnavailable(
      'The program runs as root, and PostgreSQL refuses to; no other system user was found.',
      'Start the program as an ordinary user, or set DATABASE_URL.',
    ),
  )
}

/** The user as he is known to files: ours, when none was chosen. */
export const ownerOf = (user: RunAs): number => user.uid ?? process.getuid?.() ?? 0
