/**
 * Kills the server, a worker and the database (SIGKILL) at chosen moments while people bring cases from the letter
 * to the fax, and looks whether anything that was acknowledged is lost, or anything sent twice:
 *
 *   npm run eval:faults -- [--rounds 50] [--seed 1] [--people 3] [--batch 10] [--data FOLDER]
 *
 * Each round waits until a case is being read, drafted, signed or sent, and kills within two seconds after. After
 * every batch of rounds the people finish, eleven minutes pass (what was cut off while sending is then looked up),
 * and everything that was acknowledged is looked for in the data itself. At the end faults are planted to show
 * that the check sees them. Ends with 1 on any loss, and where a planted fault was not seen. The seed settles which
 * is killed when; how far the machine is by then, it does not.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { freePort } from '../bench/load/application.ts'
import { random } from '../bench/load/random.ts'
import { FAX_PROJECT, startFaxService } from '../test/infra/fakes/fax.ts'
import { type Acknowledged, PHASES, type Phase } from './faults/acknowledged.ts'
import { type Checked, check, jobsOf, type Opened, openData, passTime } from './faults/check.ts'
import { client } from './faults/client.ts'
import { plantAll } from './faults/plant.ts'
import { Processes, VICTIMS } from './faults/processes.ts'
import { slowFax } from './faults/slowFax.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    people: { type: 'string', default: '3' },
    batch: { type: 'string', default: '10' },
    data: { type: 'string' },
  },
})
const [rounds, seed, people, batch] = [values.rounds, values.seed, values.people, values.batch].map(Number) as [
  number,
  number,
  number,
  number,
]
const next = random(seed)
const one = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T

const dataDir = values.data ?? mkdtempSync(join(tmpdir(), 'faults-'))
mkdirSync(dataDir, { recursive: true })
const provider = await startFaxService()
const line = await slowFax(provider.url, () => 200 + next() * 1300)
const processes = new Processes(dataDir, await freePort(), {
  ...{ SENDING_NETWORK: 'loopback', FAX_PROVIDER: 'sinch', FAX_URL: line.url, FAX_PROJECT },
  ...{ FAX_KEY: 'key-id', FAX_SECRET: 'key-secret' },
})
const all: Acknowledged[] = []
const wrong: string[] = []
const active: Record<Phase, number> = { reading: 0, drafting: 0, signing: 0, sending: 0 }
let head: Checked['head'] = null
let last: Checked | null = null
let clients = 0

console.log(`Seed ${seed}, ${rounds} rounds, ${people} people at once, load ${loadavg()[0]?.toFixed(1)}.`)
console.log('| round | while | killed | after ms | back after ms | cases | kept answers | faxes |')
console.log('| ---: | --- | --- | ---: | ---: | ---: | ---: | ---: |')
const begun = performance.now()
await processes.start()
for (let round = 0; round < rounds; ) {
  const end = Math.min(round + batch, rounds)
  let running = true
  const working = Array.from({ length: people }, () =>
    client(processes.base, clients++, all, {
      running: () => running,
      began: (phase) => {
        active[phase] += 1
      },
      ended: (phase) => {
        active[phase] -= 1
      },
    }).catch((error: unknown) => wrong.push(`a person could not go on: ${error instanceof Error ? error.message : 'unknown'}`)),
  )
  for (; round < end; round++) {
    const [phase, victim, after] = [one(PHASES), one(VICTIMS), Math.round(next() * next() * 2000)]
    const met = await seen(phase)
    await sleep(after)
    const back = await processes.kill(victim)
    const answers = all.reduce((n, a) => n + a.stated.length + a.packets + a.signed.length + a.sendings.length + 1, 0)
    console.log(
      `| ${round + 1} | ${met} | ${victim} | ${after} | ${back.toFixed(0)} | ${all.length} | ${answers} | ${provider.faxes.length} |`,
    )
  }
  running = false
  await Promise.all(working)
  for (const phase of PHASES) active[phase] = 0
  last = await settledAndChecked()
  head = last.head
  wrong.push(...last.wrong)
  console.log(`\nAfter round ${round}: ${say(last)}\n`)
}

await processes.stop()
const data = await openData(dataDir)
if (last && !wrong.length) {
  const planted = await plantAll(data, all, provider.faxes, () => check(data, all, provider.faxes, head))
  for (const { name, caught } of planted) {
    console.log(`Planted: ${name}: ${caught ? 'seen' : 'NOT SEEN'}`)
    if (!caught) wrong.push(`the check does not see that ${name}`)
  }
  // The planted faults were undone: what is said above still holds.
  wrong.push(...(await check(data, all, provider.faxes, head)).wrong)
}
await data.close()
line.close()
await provider.close()
console.log(
  `\n${wrong.length ? wrong.map((w) => `Wrong: ${w}`).join('\n') : 'Nothing acknowledged is lost, nothing was sent twice.'}`,
)
console.log(`${((performance.now() - begun) / 60_000).toFixed(1)} minutes, load ${loadavg()[0]?.toFixed(1)} at the end.`)
if (!values.data) rmSync(dataDir, { recursive: true, force: true })
process.exit(wrong.length ? 1 : 0)

/** Until a case is in this phase; whatever goes on where it does not come in two minutes. */
async function seen(phase: Phase): Promise<string> {
  for (let i = 0; i < 2400; i++) {
    if (active[phase] > 0) return phase
    await sleep(50)
  }
  return `no ${phase}`
}

/** Until no job is due or being done. */
async function quiet(data: Opened): Promise<void> {
  let still = 0
  for (let i = 0; i < 900 && still < 6; i++) {
    const { due, active: busy } = await jobsOf(data)
    still = due + busy === 0 ? still + 1 : 0
    await sleep(500)
  }
}

async function settledAndChecked(): Promise<Checked> {
  const data = await openData(dataDir)
  await quiet(data)
  await processes.stop()
  for (const fax of provider.faxes)
    if (fax.status === 'QUEUED')
      Object.assign(fax, { status: 'COMPLETED', completedTime: new Date().toISOString(), pagesSentSuccessfully: 3 })
  processes.later(11 * 60_000)
  await passTime(data, 11)
  await processes.start()
  await quiet(data)
  const checked = await check(data, all, provider.faxes, head)
  await data.close()
  return checked
}

function say({ wrong: found, failedJobs, sendings }: Checked): string {
  const stages = Object.entries(sendings).map(([stage, n]) => `${n} ${stage}`)
  return `${all.length} cases, sendings ${stages.join(', ') || 'none'}, ${failedJobs} jobs given up, ${found.length} losses.`
}
