import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf } from '../database/fault.ts'
import { type BlobStore, checkedName } from './blobs.ts'

/** Blobs as files of `root`, 256 folders by the first two digits. */
export function diskBlobs(root: string): BlobStore {
  const path = (name: string) => join(root, checkedName(name).slice(0, 2), name)
  return {
    async put(name, bytes) {
      const to = path(name)
      const made = await mkdir(dirname(to), { recursive: true, mode: 0o700 })
      const part = `${to}.${randomBytes(4).toString('hex')}.part`
      await writeSynced(part, bytes)
      await rename(part, to)
      await syncFolder(dirname(to))
      // A folder that was made just now is itself an entry of its parent.
      if (made) await syncFolder(dirname(made))
    },
    get: (name) =>
      readFile(path(name)).catch((error) => {
        if (codeOf(error) === 'ENOENT') return null
        throw error
      }),
    remove: (name) => rm(path(name), { force: true }),
  }
}

export async function writeSynced(path: string, bytes: Uint8Array | string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await file.close()
  }
}

export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path)
  await folder.sync().finally(() => folder.close())
}
