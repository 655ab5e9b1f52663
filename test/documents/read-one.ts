/** Reads one file in a process of its own and prints what became of it, with the most memory it took. */
import { readFileSync } from 'node:fs'
import { readDocument } from '../../src/infra/documents/read-document.ts'

const file = process.argv[2] ?? ''
const started = performance.now()
const outcome = await readDocument({ id: 'd', name: file, bytes: readFileSync(file) })
console.log(
  JSON.stringify({
    result: outcome.ok ? outcome.value.pages.length : outcome.problems[0].code,
    warnings: outcome.ok ? outcome.warnings.map((w) => w.say) : [],
    seconds: (performance.now() - started) / 1000,
    megabytes: process.resourceUsage().maxRSS / 1024,
  }),
)
