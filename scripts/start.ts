import { readAppSettings } from '../src/apps/appSettings.ts'
import { readSettings } from '../src/apps/web/settings.ts'
import { startSite } from '../src/apps/web/site.ts'
import { openWorld } from '../src/apps/wire.ts'
import { openApplication } from '../src/apps/wireApplication.ts'
import { failAll } from '../src/base/outcome.ts'
import { sayProblem } from '../src/base/problem.ts'

/** `npm start`: serves the application and the guides until it is stopped. Settings are environment variables (README). */
const settings = readSettings(process.env)
const application = readAppSettings(process.env)
const wrong = [...(settings.ok ? [] : settings.problems), ...(application.ok ? [] : application.problems)]
const site =
  settings.ok && application.ok
    ? await startSite(
        openWorld(),
        settings.value,
        (text) => process.stderr.write(text),
        (knowledge, log) => openApplication(knowledge, application.value, log),
      )
    : failAll(wrong)
if (!site.ok) {
  for (const problem of site.problems) console.error(`Problem: ${sayProblem(problem)}`)
  process.exit(2)
}
console.log(`Appealwright is at ${site.value.address} (Ctrl+C stops).`)
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void site.value.stop().then(() => process.exit(0)))
