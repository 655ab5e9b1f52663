import { constants } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import type { NamedBytes } from '../../usecases/ports.ts'
import { PDF_LIMITS } from '../documents/pdf/protocol.ts'
import { readStandardInput } from '../documents/standard-input.ts'

/** Bytes of one file; a missing, unreadable or endless one is a problem that names it. */
export async function readNamed(path: string): Promise<Outcome<NamedBytes>> {
  try {
    const kind = await stat(path)
    if (kind.isDirectory()) return fail(isFolder(path))
    if (kind.isFile() && kind.size > PDF_LIMITS.bytes) return fail(tooLarge(path))
    const file = await open(path, constants.O_RDONLY)
    try {
      // A pipe or a device tells no size: it is read as standard input is, up to the limit.
      const bytes = kind.isFile() ? new Uint8Array(await file.readFile()) : await streamed(path, file.createReadStream())
      return bytes instanceof Uint8Array ? ok({ name: basename(path), bytes }) : bytes
    } finally {
      await file.close()
    }
  } catch (error) {
    return fail(fileProblem(path, error))
  }
}

async function streamed(path: string, stream: AsyncIterable<Uint8Array>): Promise<Uint8Array | Outcome<never>> {
  const read = await readStandardInput(stream)
  if (read.ok) return read.value
  return fail({ ...read.problems[0], where: path })
}

/** The files of a folder and its subfolders in name order, hidden ones left out; a file is itself. */
export async function listFiles(path: string): Promise<Outcome<readonly string[]>> {
  try {
    if (!(await stat(path)).isDirectory()) return ok([path])
    const entries = await readdir(path, { withFileTypes: true, recursive: true })
    const files = entries.flatMap((e) => {
      const file = join(e.parentPath, e.name)
      const hidden = relative(path, file)
        .split(sep)
        .some((part) => part.startsWith('.'))
      return hidden || !(e.isFile() || e.isSymbolicLink()) ? [] : [{ file, link: e.isSymbolicLink() }]
    })
    const kept: string[] = []
    for (const { file, link } of files) if (!link || !(await leadsToFolder(file))) kept.push(file)
    return ok(kept.sort())
  } catch (error) {
    return fail(fileProblem(path, error))
  }
}

/** A broken link is kept in the list, so that reading it says which one it is. */
async function leadsToFolder(link: string): Promise<boolean> {
  try {
    return (await stat(link)).isDirectory()
  } catch {
    return false
  }
}

/**
 * Writes all files or none: every one beside its place first, then each renamed over it. Folders made
 * here are for their owner alone, as the files are.
 */
export async function writeAll(
  dir: string,
  files: readonly { readonly path: string; readonly bytes: Uint8Array | string }[],
): Promise<Outcome<null>> {
  const made: string[] = []
  let at = dir
  try {
    for (const file of files) {
      at = join(dir, file.path)
      const first = await mkdir(dirname(at), { recursive: true, mode: 0o700 })
      if (first) made.push(first)
      await writeFile(`${at}.part`, file.bytes, { mode: 0o600 })
      made.push(`${at}.part`)
    }
    for (const file of files) {
      at = join(dir, file.path)
      await rename(`${at}.part`, at)
    }
    return ok(null)
  } catch (error) {
    for (const path of made.reverse()) await rm(path, { recursive: true, force: true }).catch(() => {})
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
    const say =
      code === 'EEXIST' || code === 'ENOTDIR' || code === 'EISDIR'
        ? 'Something else of that name is in the way; nothing was written.'
        : `It could not be written (${code}).`
    return fail(problem('output-unwritable', at, say, 'Choose another folder with --out, or free some space.'))
  }
}

const isFolder = (path: string) => problem('usage', path, 'This is a folder, a file is needed.', 'Name one file in it.')
const tooLarge = (path: string) =>
  problem('file-too-large', path, 'The file is larger than can be read.', 'Give only the pages that matter (up to 100 MB).')

function fileProblem(path: string, error: unknown) {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT')
    return problem('file-missing', path, 'There is no such file or folder.', 'Check the name and the folder.')
  if (code === 'EISDIR') return isFolder(path)
  return problem('file-unreadable', path, `It could not be read (${code ?? 'unknown'}).`, 'Check that you may read it.')
}
