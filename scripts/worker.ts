import { readStartSettings } from '../src/apps/startSettings.ts'
import { logTo } from '../src/apps/web/server/log.ts'
import { openWorld } from '../src/apps/wire.ts'
import { openApplication } from '../src/apps/wireApplication.ts'
import { sayProblem } from '../src/base/problem.ts'

/** `npm run worker`: works on the jobs of the same data as "npm start", and serves nothing. Any number may run. */
const settings = readStartSettings(process.env)
const ports = settings.ok ? openWorld().ports() : settings
const log = logTo((text) => process.stderr.write(text), false)
const worker =
  settings.ok && ports.ok
    ? await openApplication(ports.value.knowledge, settings.value.app, (at) => log({ event: 'fault', at }))
    : ports
if (!worker.ok || !('startWorkers' in worker.value)) {
  for (const problem of worker.ok ? [] : worker.problems) console.error(`Problem: ${sayProblem(problem)}`)
  process.exit(2)
}
const running = worker.value
await running.startWorkers()
console.log('Appealwright works on jobs (Ctrl+C stops).')
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void running.stop().then(() => process.exit(0)))
