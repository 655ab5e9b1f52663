import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Outcome } from '../../base/outcome.ts'
import { assemble, type Knowledge } from '../../knowledge/assemble.ts'

/** `knowledge/` beside this package's `src/` or `dist/`. */
export const knowledgeDir = join(import.meta.dirname, '../../../knowledge')

export function loadKnowledge(dir: string = knowledgeDir): Outcome<Knowledge> {
  const paths = globSync('*/**/*.yaml', { cwd: dir }).sort()
  return assemble(paths.map((path) => ({ path, text: readFileSync(join(dir, path), 'utf8') })))
}
