import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { NamedBytes } from '../src/usecases/ports.ts'
import { readDenialFile } from '../src/usecases/read.ts'
import { exampleCase, openPorts, root } from './example.ts'
import { costs, type Spread, spread } from './figures.ts'

export interface Letters {
  readonly set: string
  readonly files: number
  /** Milliseconds of the clock a letter, the mean of one round through the set. */
  readonly perLetter: Spread
}

/** Letters read to findings: the examples' own, and the evaluation's where it lies beside the repository. */
export async function lettersRead(rounds: number): Promise<readonly Letters[]> {
  const ports = openPorts()
  const examples = readdirSync(join(root, 'examples'), { withFileTypes: true }).filter((e) => e.isDirectory())
  const folder = join(root, '../shared/eval/letters/dev')
  const evaluation = existsSync(folder) ? globSync('**/*.{pdf,txt}', { cwd: folder }).sort() : []
  const sets: (readonly [string, readonly NamedBytes[]])[] = [
    ['example denials', examples.map((e) => exampleCase(e.name).denial)],
    ['evaluation letters', evaluation.map((f) => ({ name: basename(f), bytes: new Uint8Array(readFileSync(join(folder, f))) }))],
  ]
  const results: Letters[] = []
  for (const [set, files] of sets) {
    if (files.length === 0) continue
    const all = await costs(1, rounds, async () => {
      for (const file of files) await readDenialFile(ports, file)
    })
    results.push({ set, files: files.length, perLetter: spread(all.map((c) => c.wall / files.length)) })
  }
  return results
}
