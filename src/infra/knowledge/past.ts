import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { fail, type Outcome, ok } from '../../base/outcome.ts'
import { problem } from '../../base/problem.ts'
import type { RecordFile } from '../../knowledge/record.ts'
import { knowledgeDir, readRecordFiles } from './load.ts'

const MOST_BYTES = 256 * 1024 * 1024

/** Record files as they were: in another folder, or at a commit of this repository ("HEAD~3", "v1.2"). */
export function recordFilesOf(folderOrCommit: string): Outcome<readonly RecordFile[]> {
  if (isFolder(folderOrCommit)) return ok(readRecordFiles(folderOrCommit))
  try {
    const root = git(['rev-parse', '--show-toplevel']).trim()
    const paths = git(['ls-tree', '-r', '-z', '--name-only', folderOrCommit, '--', join(root, 'knowledge')], root)
      .split('\0')
      .filter((path) => path.endsWith('.yaml'))
      .sort()
    const texts = contents(
      root,
      paths.map((path) => `${folderOrCommit}:${path}`),
    )
    return ok(paths.map((path, i) => ({ path: path.replace(/^knowledge\//, ''), text: texts[i] ?? '' })))
  } catch {
    return fail(
      problem(
        'usage',
        'appealwright knowledge diff',
        `"${folderOrCommit}" is neither a folder of records nor a commit of this repository.`,
        'Name a folder, or a commit such as HEAD~1, from inside the repository.',
      ),
    )
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

const git = (args: readonly string[], cwd: string = knowledgeDir): string =>
  execFileSync('git', args, { cwd, encoding: 'utf8', maxBuffer: MOST_BYTES, stdio: ['ignore', 'pipe', 'ignore'] })

/** Texts of blobs, in one process: "<hash> blob <bytes>\n<bytes>\n" for each. */
function contents(cwd: string, names: readonly string[]): readonly string[] {
  const out = execFileSync('git', ['cat-file', '--batch'], {
    cwd,
    input: `${names.join('\n')}\n`,
    maxBuffer: MOST_BYTES,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const texts: string[] = []
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf(10, at)
    const size = Number(out.toString('utf8', at, end).split(' ')[2])
    texts.push(out.toString('utf8', end + 1, end + 1 + size))
    at = end + size + 2
  }
  return texts
}
