/**
 * Many people at once on the whole application, while drafts are being made the whole time:
 *
 *   npm run bench:load -- [--people 200] [--drafters 10] [--seconds 90] [--warm-up 30] [--think 5,15]
 *                         [--cases N] [--data FOLDER] [--profile FOLDER]
 *
 * The application runs as `npm start` does, in a process of its own with its embedded PostgreSQL; the people run
 * in another. Every person has a session and a case of their own, opened and filled over HTTP before; with fewer
 * --cases than people, several share a case, each in a browser of their own. --data keeps the seeded cases in a folder,
 * to be used again. --profile has the application write processor profiles.
 * Ends with 1 where the target is not met.
 */
import { fork } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startApplication } from './load/application.ts'
import { openBrowser } from './load/browser.ts'
import { usageOf } from './load/machine.ts'
import type { Plan, Seeded, Told } from './load/plan.ts'
import { p95, sayMeasured, TARGET_MS } from './load/report.ts'
import { EXAMPLES, seedCase } from './load/seed.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '200' },
    drafters: { type: 'string', default: '10' },
    seconds: { type: 'string', default: '90' },
    'warm-up': { type: 'string', default: '30' },
    think: { type: 'string', default: '5,15' },
    cases: { type: 'string' },
    data: { type: 'string' },
    profile: { type: 'string' },
  },
})
const [people, drafters, seconds, warmUp] = [values.people, values.drafters, values.seconds, values['warm-up']].map(Number) as [
  number,
  number,
  number,
  number,
]
const think = values.think.split(',').map((s) => Number(s) * 1000) as [number, number]
const said = (line: string) => process.stderr.write(`${line}\n`)

const dataDir = values.data ?? mkdtempSync(join(tmpdir(), 'load-'))
mkdirSync(dataDir, { recursive: true })
const loadBefore = loadavg()[0] ?? 0
const profile = values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : []
const app = await startApplication(dataDir, {}, profile)
try {
  const cases = Number(values.cases ?? people)
  const seeded = await seededCases(cases + drafters)
  said(`${people} people for ${warmUp} + ${seconds} s …`)
  const plan: Plan = {
    base: app.base,
    seconds: warmUp + seconds,
    warmUp,
    think,
    people: Array.from({ length: people }, (_, i) => seeded[drafters + (i % cases)] as Seeded),
    drafters: seeded.slice(0, drafters),
  }
  const pid = app.process.pid ?? 0
  const working = told(plan)
  await sleep(warmUp * 1000)
  const [before, busyBefore] = [usageOf(pid, app.postmaster), busy()]
  await sleep(seconds * 1000)
  const [after, busyAfter] = [usageOf(pid, app.postmaster), busy()]
  const loadDuring = loadavg()[0] ?? 0
  const result = await working
  const used =
    before && after
      ? {
          app: { cpu: after.app.cpu - before.app.cpu, memory: after.app.memory },
          database: { cpu: after.database.cpu - before.database.cpu, memory: after.database.memory },
        }
      : null
  const others = used ? (busyAfter - busyBefore - used.app.cpu - used.database.cpu) / seconds : null
  const measured = { ...result, people, cases, drafters, think, seconds, loadBefore, loadDuring, used, others }
  process.stdout.write(sayMeasured(measured))
  process.exitCode = p95(measured) < TARGET_MS && !result.broken.length ? 0 : 1
} finally {
  await app.stop()
  if (!values.data) rmSync(dataDir, { recursive: true, force: true })
}

/** Seconds that all cores together were busy since the machine began. */
function busy(): number {
  return cpus().reduce((sum, { times: t }) => sum + t.user + t.nice + t.sys + t.irq, 0) / 1000
}

async function seededCases(count: number): Promise<readonly Seeded[]> {
  const path = join(dataDir, 'seeded.json')
  const seeded: Seeded[] = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : []
  said(`${count} cases, ${seeded.length} of them seeded before …`)
  const begun = performance.now()
  while (seeded.length < count) {
    const few = Array.from({ length: Math.min(4, count - seeded.length) }, (_, i) => seeded.length + i)
    seeded.push(...(await Promise.all(few.map(seedOne))))
    if (values.data) writeFileSync(path, JSON.stringify(seeded))
  }
  said(`seeded in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  return seeded
}

async function seedOne(number: number): Promise<Seeded> {
  const from = `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`
  const browser = openBrowser(app.base, from)
  const id = await seedCase(browser, EXAMPLES[number % EXAMPLES.length] ?? '')
  return { id, cookie: browser.cookie() ?? '', from }
}

function told(plan: Plan): Promise<Told> {
  const generator = fork(join(import.meta.dirname, 'load/people.ts'))
  return new Promise((resolve, reject) => {
    generator.once('message', (message) => resolve(message as Told))
    generator.once('exit', (code) => code && reject(new Error(`the people ended (${code})`)))
    generator.send(plan)
  })
}
