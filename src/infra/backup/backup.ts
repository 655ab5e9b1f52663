import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import type { Instant } from '../../casefile/event.ts'
import { codeOf } from '../database/fault.ts'
import type { Database } from '../database/open.ts'
import { type BlobStore, checkedName } from '../store/blobs.ts'
import { diskBlobs, syncFolder, writeSynced } from '../store/diskBlobs.ts'
import { FILES, MANIFEST, type Manifest, unusable } from './folder.ts'
import { refreshKeys } from './keys.ts'
import { writeSnapshot } from './snapshot.ts'

export interface BackupReport {
  /** Folder of this backup within the folder of backups. */
  readonly name: string
  readonly cases: number
  /** Contents of files: all that belong to it, and those copied now. */
  readonly files: number
  readonly copied: number
}

/**
 * Backs up into a folder of backups while the program runs: every table at one moment, the files not yet
 * there, and the file of keys. The master key is not in it.
 */
export async function backup(database: Database, blobs: BlobStore, root: string, now: Instant): Promise<Outcome<BackupReport>> {
  try {
    return await write(database, blobs, root, now)
  } catch (error) {
    if (!UNWRITABLE.has(codeOf(error))) throw error
    return fail(
      problem(
        'output-unwritable',
        root,
        'The backup can not be written there.',
        'See that the disk has room and the folder may be written.',
      ),
    )
  }
}

const UNWRITABLE = new Set(['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EIO', 'EEXIST'])

async function write(database: Database, blobs: BlobStore, root: string, now: Instant): Promise<Outcome<BackupReport>> {
  await mkdir(join(root, FILES), { recursive: true, mode: 0o700 })
  // First of all, for it tells whether these backups are of the same data.
  const same = await refreshKeys(database.db, root)
  if (!same.ok) return same
  const name = await freeName(root, now)
  const part = join(root, `${name}.part`)
  try {
    const { blobs: names, ...snapshot } = await writeSnapshot(database.config, part)
    const copied = await copyBlobs(database, blobs, root, names)
    if (!copied.ok) return copied
    // Once more: cases may have been begun or deleted since.
    const keys = await refreshKeys(database.db, root)
    if (!keys.ok) return keys
    await writeSynced(join(part, MANIFEST), JSON.stringify({ format: 1, made: now, ...snapshot } satisfies Manifest, null, 2))
    await rename(part, join(root, name))
    await syncFolder(root)
    return ok({ name, cases: snapshot.tables.case_record?.rows ?? 0, files: names.length, copied: copied.value })
  } finally {
    await rm(part, { recursive: true, force: true })
  }
}

async function freeName(root: string, now: Instant): Promise<string> {
  const base = `${now.slice(0, 19).replaceAll(':', '-')}Z`
  for (let i = 1; ; i++) {
    const name = i === 1 ? base : `${base}-${i}`
    if (!(await stat(join(root, name)).catch(() => null))) return name
  }
}

async function copyBlobs({ db }: Database, from: BlobStore, root: string, names: readonly string[]): Promise<Outcome<number>> {
  const to = diskBlobs(join(root, FILES))
  let copied = 0
  for (const name of names) {
    const held = await stat(join(root, FILES, name.slice(0, 2), checkedName(name))).catch(() => null)
    if (held) continue
    const bytes = await from.get(name)
    if (bytes) {
      await to.put(name, bytes)
      copied++
      continue
    }
    // Deleted with its case since the snapshot was taken; else it is lost, and that must be known.
    const wanted = await db.selectFrom('case_file').select('doc').where('blob', '=', name).executeTakeFirst()
    if (wanted)
      return fail(unusable(`files/${name}`, 'A file of a case is missing in the store.', 'Restore it from an earlier backup.'))
  }
  return ok(copied)
}
