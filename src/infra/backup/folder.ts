import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { type Problem, problem } from '../../base/problem.ts'

/*
 * A folder of backups:
 *   keys                        wrapped keys of the cases, one file for all backups, written anew by each
 *   files/ab/ab12…              sealed contents, shared: a content never changes once it is named
 *   2026-11-22T14-03-07Z/       one backup
 *     manifest.json             written last
 *     tables/<table>.jsonl.gz   one row a line
 *     jobs.jsonl.gz             jobs that wait
 */
export const KEYS = 'keys'
export const FILES = 'files'
export const MANIFEST = 'manifest.json'
export const JOBS = 'jobs.jsonl.gz'
export const tableFile = (table: string): string => join('tables', `${table}.jsonl.gz`)

const Lines = z.object({ rows: z.number().int(), sha256: z.string() })
export type Lines = z.infer<typeof Lines>

const Manifest = z.object({
  format: z.literal(1),
  made: z.string(),
  /** Which line of data, and which master key sealed it. */
  lineage: z.string(),
  mark: z.string(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  tables: z.record(z.string(), Lines),
  jobs: Lines,
  audit: z.object({ seq: z.number().int(), hash: z.string() }).nullable(),
})
export type Manifest = z.infer<typeof Manifest>

export const unusable = (where: string, say: string, fix: string): Problem => problem('backup-unusable', where, say, fix)

/** Names of the finished backups in a folder, the oldest first. */
export async function backupsIn(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isDirectory() && /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ(-\d+)?$/.test(entry.name))
    .map((entry) => entry.name)
    .sort()
}

/** `name` null: the latest. */
export async function readManifest(
  root: string,
  name: string | null,
): Promise<Outcome<{ readonly dir: string; readonly manifest: Manifest }>> {
  const known = await backupsIn(root)
  const chosen = name ?? known.at(-1)
  if (!chosen || !known.includes(chosen))
    return fail(
      unusable(
        root,
        name ? `There is no backup named ${name}.` : 'There is no backup in this folder.',
        'Name a folder of backups.',
      ),
    )
  const dir = join(root, chosen)
  const text = await readFile(join(dir, MANIFEST), 'utf8').catch(() => null)
  const parsed = text === null ? null : Manifest.safeParse(parse(text))
  if (!parsed?.success) return fail(unusable(dir, 'Its manifest can not be read.', 'Use another backup.'))
  return ok({ dir, manifest: parsed.data })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
