/**
 * Writes `knowledge/examples/<reason>.json`: for each denial reason the appeal drafted from an invented
 * case, as text with what every sentence rests on. A new case folder is picked up by itself. Same cases,
 * same knowledge: same bytes.
 *
 *   node scripts/make-example-letters.ts
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openWorld } from '../src/apps/wire.ts'
import { exampleLettersDir } from '../src/infra/knowledge/exampleLetters.ts'
import { letterFile, workedLetters } from '../test/fixtures/example-letters.ts'

const ports = openWorld().ports()
if (!ports.ok) throw new Error(ports.problems.map((p) => `${p.where} ${p.say}`).join('\n'))
const letters = await workedLetters(ports.value)
mkdirSync(exampleLettersDir, { recursive: true })
for (const file of readdirSync(exampleLettersDir))
  if (!letters.has(file.replace(/\.json$/, ''))) rmSync(join(exampleLettersDir, file))
for (const [id, letter] of letters) {
  const text = letterFile(letter)
  writeFileSync(join(exampleLettersDir, `${id}.json`), text)
  process.stderr.write(`${id}  from ${letter.made}  ${Math.ceil(text.length / 1024)} KB\n`)
}
