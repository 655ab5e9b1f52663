import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'

export const MASTER_KEY_FILE = 'master.key'

/**
 * The master key: APP_KEY where it is set, else the file in the data folder, made at the first start. No
 * backup holds it.
 */
export async function masterKey(dataDir: string, appKey: string | null): Promise<Outcome<Uint8Array>> {
  if (appKey !== null) return decoded(appKey, 'APP_KEY')
  const path = join(dataDir, MASTER_KEY_FILE)
  const text = (await read(path)) ?? (await make(dataDir, path))
  return decoded(text, path)
}

const read = (path: string): Promise<string | null> =>
  readFile(path, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return null
    throw error
  })

/** Two processes at their first start agree on one key: the second finds the first one's link. */
async function make(dataDir: string, path: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o711 })
  const part = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  const file = await open(part, 'wx', 0o600)
  try {
    await file.writeFile(`${randomBytes(32).toString('base64')}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await link(part, path).catch((error) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(part)
  const folder = await open(dataDir)
  await folder.sync().finally(() => folder.close())
  return readFile(path, 'utf8')
}

function decoded(text: string, where: string): Outcome<Uint8Array> {
  const bytes = Buffer.from(text.trim(), 'base64')
  if (bytes.length === 32 && bytes.toString('base64').replace(/=+$/, '') === text.trim().replace(/=+$/, '')) return ok(bytes)
  return fail(
    problem(
      'setting-invalid',
      where,
      'The master key is not 32 bytes in base64.',
      'Put the right key back. For a new installation make one with: openssl rand -base64 32',
    ),
  )
}
