import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { blobsOfBackup } from './files.ts'
import { backupsIn, FILES } from './folder.ts'

/** Keeps the latest `keep` backups of a folder, and the files those need. Returns how many backups went. */
export async function pruneBackups(root: string, keep: number): Promise<number> {
  const names = await backupsIn(root)
  const old = names.slice(0, Math.max(0, names.length - Math.max(1, keep)))
  for (const name of old) await rm(join(root, name), { recursive: true, force: true })
  const needed = new Set<string>()
  for (const name of await backupsIn(root)) for (const blob of await blobsOfBackup(join(root, name))) needed.add(blob)
  for (const entry of await readdir(join(root, FILES), { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && !needed.has(entry.name)) await rm(join(entry.parentPath, entry.name), { force: true })
  }
  return old.length
}
