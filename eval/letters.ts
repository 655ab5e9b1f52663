/**
 * Scores the reading of every labelled letter on this machine, field by field and by source family,
 * so that many easy letters can't hide a few hard ones.
 *
 *   node eval/letters.ts [--json] [--misses] [--only ID_PREFIX] [--form pdf|txt] [--split dev|held|held2|held2u|held3|held4]
 */
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readDocument } from '../src/infra/documents/read-document.ts'
import { readLetters } from '../src/reading/read-letters.ts'
import { RULES } from './letters/compare.ts'
import { familyOf, letterSets } from './letters/labelled.ts'
import { resolvers } from './letters/resolvers.ts'
import { type Miss, precision, recall, type Scores, score } from './letters/score.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    misses: { type: 'boolean' },
    only: { type: 'string' },
    split: { type: 'string' },
    form: { type: 'string' },
  },
})

const scores: Scores = new Map()
const misses: Miss[] = []
const known = resolvers()
let files = 0
for (const set of letterSets())
  for (const letter of set.letters) {
    if ((values.only && !letter.id.startsWith(values.only)) || (values.split && letter.split !== values.split)) continue
    for (const file of letter.files.filter((f) => existsSync(set.root + f) && (!values.form || f.endsWith(values.form)))) {
      const read = await readDocument({ id: letter.id, name: file, bytes: readFileSync(set.root + file) })
      const letters = read.ok ? readLetters(read.value, known) : []
      const denials = letters.flatMap((l) => l.denials)
      const form = file.endsWith('.pdf') ? 'pdf' : 'txt'
      files++
      misses.push(...score(scores, ['all', `all ${form}`, familyOf(set, letter.id)], file, denials[0] ?? null, letter.labels))
      const { kind, language, denials: count } = letter.labels
      const claim = (field: string, got: unknown, wanted: unknown) =>
        got !== wanted && misses.push({ file, field, read: String(got), label: String(wanted) })
      if (kind !== undefined) claim('kind', letters[0]?.kind, kind)
      if (language !== undefined) claim('language', letters[0]?.language, language)
      if (count !== undefined) claim('number of denials', denials.length, count)
    }
  }

const percent = (n: number | null) => (n === null ? '   –' : `${Math.round(n * 100)}%`.padStart(4))
if (values.json) {
  const table = Object.fromEntries(
    [...scores].map(([family, fields]) => [
      family,
      Object.fromEntries([...fields].map(([field, c]) => [field, { ...c, precision: precision(c), recall: recall(c) }])),
    ]),
  )
  console.log(JSON.stringify({ files, rules: RULES, families: table, misses }, null, 2))
} else {
  console.log(`${files} files. Rules:\n${RULES.map((r) => `  - ${r}`).join('\n')}\n`)
  for (const [family, fields] of scores) {
    console.log(`${family.padEnd(22)} right wrong missed  precision recall  quote`)
    for (const [field, c] of fields)
      if (c.right + c.wrong + c.missed > 0)
        console.log(
          `  ${field.padEnd(20)} ${String(c.right).padStart(5)} ${String(c.wrong).padStart(5)} ${String(c.missed).padStart(6)}       ${percent(precision(c))}   ${percent(recall(c))}   ${percent(c.right ? c.quotesRight / c.right : null)}`,
        )
  }
  if (values.misses)
    for (const m of misses) console.log(`${m.file}  ${m.field}: read ${JSON.stringify(m.read)}, label ${JSON.stringify(m.label)}`)
}
