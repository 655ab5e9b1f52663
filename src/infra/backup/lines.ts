import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { finished } from 'node:stream/promises'
import { constants, createGunzip, createGzip } from 'node:zlib'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { type Lines, unusable } from './folder.ts'

/** Writes lines, packed, on disk when it comes back. The hash is of the lines as they were before packing. */
export async function writeLines(path: string, lines: AsyncIterable<string>): Promise<Lines> {
  const gzip = createGzip({ level: constants.Z_BEST_SPEED })
  const file = gzip.pipe(createWriteStream(path, { mode: 0o600 }))
  const written = finished(file)
  // A failure of the disk ends the packing too, which would wait for ever otherwise.
  file.on('error', (error) => gzip.destroy(error))
  const hash = createHash('sha256')
  let rows = 0
  for await (const line of lines) {
    hash.update(line).update('\n')
    rows++
    if (!gzip.write(`${line}\n`)) await Promise.race([once(gzip, 'drain'), written])
  }
  gzip.end()
  await written
  const handle = await open(path)
  await handle.sync().finally(() => handle.close())
  return { rows, sha256: hash.digest('hex') }
}

export async function* readLines(path: string): AsyncGenerator<string> {
  const unpacked = createReadStream(path).compose(createGunzip())
  for await (const line of createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY })) yield line
}

/** Reads a file to its end: whole, and the one that was written. */
export async function checkLines(path: string, expected: Lines): Promise<Outcome<null>> {
  const hash = createHash('sha256')
  let rows = 0
  try {
    for await (const line of readLines(path)) {
      hash.update(line).update('\n')
      rows++
    }
  } catch {
    rows = -1
  }
  if (rows === expected.rows && hash.digest('hex') === expected.sha256) return ok(null)
  return fail(unusable(path, 'The file is missing, cut short or changed.', 'Use another backup, or another copy of this one.'))
}
