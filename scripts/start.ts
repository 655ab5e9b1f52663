import { readSettings } from '../src/apps/web/settings.ts'
import { startSite } from '../src/apps/web/site.ts'
import { openWorld } from '../src/apps/wire.ts'
import { sayProblem } from '../src/base/problem.ts'

/** `npm start`: serves the guide library until it is stopped. Settings are environment variables (README). */
const settings = readSettings(process.env)
const site = settings.ok ? await startSite(openWorld(), settings.value, (text) => process.stderr.write(text)) : settings
if (!site.ok) {
  for (const problem of site.problems) console.error(`Problem: ${sayProblem(problem)}`)
  process.exit(2)
}
console.log(`The guides are at ${site.value.address} (Ctrl+C stops).`)
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void site.value.stop().then(() => process.exit(0)))
