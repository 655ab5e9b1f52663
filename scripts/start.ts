import { readStartSettings } from '../src/apps/startSettings.ts'
import { exposureWarnings } from '../src/apps/web/server/exposure.ts'
import { startSite } from '../src/apps/web/site.ts'
import { openWorld } from '../src/apps/wire.ts'
import { openApplication } from '../src/apps/wireApplication.ts'
import { sayProblem } from '../src/base/problem.ts'

/** `npm start`: serves the application and the guides until it is stopped. Settings are environment variables (docs/operating.md). */
const settings = readStartSettings(process.env)
if (settings.ok) for (const odd of settings.value.odd) console.error(`Note: ${sayProblem(odd)}`)
const reached = settings.ok ? exposureWarnings({ ...settings.value.web, proxies: settings.value.app.proxies }) : []
for (const warning of reached) console.error(`Note: ${warning}`)
const site = settings.ok
  ? await startSite(
      openWorld(),
      settings.value.web,
      (text) => process.stderr.write(text),
      async (knowledge, log) => {
        const opened = await openApplication(knowledge, settings.value.app, log)
        // "npm run worker" does the jobs then.
        return opened.ok && !settings.value.workers
          ? { ...opened, value: { ...opened.value, startWorkers: async () => {} } }
          : opened
      },
    )
  : settings
if (!site.ok) {
  for (const problem of site.problems) console.error(`Problem: ${sayProblem(problem)}`)
  process.exit(2)
}
console.log(`Appealwright is at ${site.value.address} (Ctrl+C stops).`)
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void site.value.stop().then(() => process.exit(0)))
