import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import type { NamedBytes } from '../../usecases/ports.ts'

/** Bytes of one file; a missing or unreadable one is a problem that names it. */
export async function readNamed(path: string): Promise<Outcome<NamedBytes>> {
  try {
    return ok({ name: basename(path), bytes: new Uint8Array(await readFile(path)) })
  } catch (error) {
    return fail(fileProblem(path, error))
  }
}

/** The files of a folder and its subfolders in name order, hidden ones left out; a file is itself. */
export async function listFiles(path: string): Promise<Outcome<readonly string[]>> {
  try {
    if (!(await stat(path)).isDirectory()) return ok([path])
    const entries = await readdir(path, { withFileTypes: true, recursive: true })
    const files = entries.filter((e) => e.isFile() && !e.name.startsWith('.')).map((e) => join(e.parentPath, e.name))
    return ok(files.sort())
  } catch (error) {
    return fail(fileProblem(path, error))
  }
}

/** Writes every file whole or not at all: beside its place first, then renamed over it. */
export async function writeAll(
  dir: string,
  files: readonly { readonly path: string; readonly bytes: Uint8Array | string }[],
): Promise<Outcome<null>> {
  for (const file of files) {
    const path = join(dir, file.path)
    try {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(`${path}.part`, file.bytes, { mode: 0o600 })
      await rename(`${path}.part`, path)
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
      return fail(
        problem(
          'output-unwritable',
          path,
          `It could not be written (${code}).`,
          'Choose another folder with --out, or free some space.',
        ),
      )
    }
  }
  return ok(null)
}

function fileProblem(path: string, error: unknown) {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT')
    return problem('file-missing', path, 'There is no such file or folder.', 'Check the name and the folder.')
  if (code === 'EISDIR') return problem('usage', path, 'This is a folder, a file is needed.', 'Name one file in it.')
  return problem('file-unreadable', path, `It could not be read (${code ?? 'unknown'}).`, 'Check that you may read it.')
}
