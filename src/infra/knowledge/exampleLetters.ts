import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ExampleLetter } from '../../document/pages/exampleLetter.ts'
import { knowledgeDir } from './load.ts'

/** Made by `scripts/make-example-letters.ts` and shipped with the records. */
export const exampleLettersDir = join(knowledgeDir, 'examples')

/** The worked letters by reason id; none where the folder is missing. The files are our own: a broken one throws. */
export function loadExampleLetters(dir: string = exampleLettersDir): ReadonlyMap<string, ExampleLetter> {
  const files = existsSync(dir) ? readdirSync(dir).filter((f) => f.endsWith('.json')) : []
  const letters = files.sort().map((f) => JSON.parse(readFileSync(join(dir, f), 'utf8')) as ExampleLetter)
  return new Map(letters.map((letter) => [letter.reason, letter]))
}
