import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { pipeline as written } from 'node:stream/promises'
import { constants, createGunzip, createGzip } from 'node:zlib'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { type Lines, unusable } from './folder.ts'

/** Writes lines, packed, on disk when it comes back. The hash is of the lines as they were before packing. */
export async function writeLines(path: string, lines: AsyncIterable<string>): Promise<Lines> {
  const hash = createHash('sha256')
  let rows = 0
  const counted = async function* () {
    for await (const line of lines) {
      hash.update(line).update('\n')
      rows++
      yield `${line}\n`
    }
  }
  await written(counted, createGzip({ level: constants.Z_BEST_SPEED }), createWriteStream(path, { mode: 0o600 }))
  const handle = await open(path)
  await handle.sync().finally(() => handle.close())
  return { rows, sha256: hash.digest('hex') }
}

/** Throws when the file is missing or not whole. */
export async function* readLines(path: string): AsyncGenerator<string> {
  const unpacked = createGunzip()
  // What goes wrong is thrown where the lines are read.
  pipeline(createReadStream(path), unpacked, () => {})
  unpacked.setEncoding('utf8')
  let begun: string[] = []
  for await (const chunk of unpacked as AsyncIterable<string>) {
    let from = 0
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      yield begun.join('') + chunk.slice(from, end)
      begun = []
      from = end + 1
    }
    // A line may be millions of characters long: its pieces are joined once, when its end is there.
    if (from < chunk.length) begun.push(chunk.slice(from))
  }
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
