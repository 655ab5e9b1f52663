import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assemble, type Knowledge } from '../../src/knowledge/assemble.ts'

const root = join(import.meta.dirname, '../../knowledge')
const FOLDERS = ['law', 'sources', 'coverage', 'states', 'interview']

let loaded: Knowledge | null = null

/** The repository's own law, coverage, State and interview records, read once. */
export function knowledge(): Knowledge {
  if (loaded) return loaded
  const files = FOLDERS.filter((folder) => existsSync(join(root, folder))).flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') })),
  )
  const result = assemble(files)
  if (!result.ok) throw new Error(result.problems.map((p) => `${p.where}: ${p.say}`).join('\n'))
  loaded = result.value
  return loaded
}
