import { join } from 'node:path'
import { z } from 'zod'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import type { BlobStore } from '../store/blobs.ts'
import { diskBlobs } from '../store/diskBlobs.ts'
import { FILES, tableFile, unusable } from './folder.ts'
import type { Keys } from './keys.ts'
import { readLines } from './lines.ts'

const Row = z.object({ case_id: z.string(), blob: z.string() })

/** Copies the contents that a backup's cases need into the store; those of cases without a key are not. */
export async function restoreFiles(root: string, dir: string, { keys }: Keys, to: BlobStore): Promise<Outcome<number>> {
  const from = diskBlobs(join(root, FILES))
  let copied = 0
  for await (const line of readLines(join(dir, tableFile('case_file')))) {
    const { case_id, blob } = Row.parse(JSON.parse(line))
    if (!(case_id in keys)) continue
    const bytes = await from.get(blob)
    if (!bytes)
      return fail(unusable(`files/${blob}`, 'A file of a case is missing in the backup.', 'Use another copy of the backup.'))
    await to.put(blob, bytes)
    copied++
  }
  return ok(copied)
}

/** Contents a backup refers to. */
export async function blobsOfBackup(dir: string): Promise<readonly string[]> {
  const names: string[] = []
  for await (const line of readLines(join(dir, tableFile('case_file')))) names.push(Row.parse(JSON.parse(line)).blob)
  return names
}
