import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, type CivilDate } from '../../../src/base/date.ts'
import { fail, ok } from '../../../src/base/outcome.ts'
import { problem } from '../../../src/base/problem.ts'
import type { CaseEvent } from '../../../src/casefile/event.ts'
import { caseState } from '../../../src/casefile/state.ts'
import { analysisOf } from '../../../src/usecases/cases/analysisOf.ts'
import type { CaseId, CaseStore, Enqueued, Message } from '../../../src/usecases/cases/ports.ts'
import type { TrackPorts } from '../../../src/usecases/cases/track/ports.ts'
import { runRemind, setReminders } from '../../../src/usecases/cases/track/remind.ts'
import { PLAN } from '../../../src/usecases/cases/track/reminding.ts'
import { trackingOf } from '../../../src/usecases/cases/track/tracking.ts'
import { type Browser, sharedTestApp, type TestApp } from './harness.ts'

const letter = {
  field: 'letter',
  name: 'letter.txt',
  bytes: new TextEncoder().encode(
    'Date of notice: October 6, 2026\nMember: Ana Ruiz\nMember ID: AB1234567\nWe have denied your request for ocrelizumab (Ocrevus) because step therapy was not completed.\nYou may appeal within 180 days.\n',
  ),
}

let app: TestApp
let browser: Browser
let id: CaseId
beforeAll(async () => {
  app = await sharedTestApp()
  browser = app.browser()
  id = await newCase()
}, 90_000)

const cases = () => app.running.application.cases
const stateOf = async () => caseState((await cases().cases.load(id)) ?? [])
/** Again when the program's own work on the case was faster. */
async function happen(...events: readonly CaseEvent[]) {
  const by = { kind: 'person', id: await browser.person(), role: 'patient' } as const
  const added = events.map((event) => ({ by, event }))
  for (let i = 0; i < 20; i++) if (await cases().cases.append(id, (await stateOf()).seq, added)) return
  throw new Error('the case could not be written to')
}

async function newCase(): Promise<CaseId> {
  id = await app.caseOf(browser, letter)
  await happen({ kind: 'stated', path: 'plan.coverage', value: 'erisa_self_funded', by: 'patient' })
  return id
}

interface World {
  readonly ports: TrackPorts
  readonly mails: { message: Message; key: string }[]
  /** Jobs that were enqueued, and not run. */
  readonly jobs: Enqueued[]
}

/** The real case on the real database, on another day, with an address and without a postman. */
function world(today: CivilDate, email: string | null = 'ana@example.org', busy = false): World {
  const mails: World['mails'] = []
  const jobs: Enqueued[] = []
  const real = cases().cases
  const store: CaseStore = {
    ...real,
    append: (which, last, events, asked = []) => {
      jobs.push(...asked)
      return events.length ? real.append(which, last, events) : Promise.resolve(true)
    },
  }
  const ports: TrackPorts = {
    cases: { ...cases(), cases: store, clock: { ...cases().clock, today: () => today } },
    people: { get: async (person) => ({ id: person, email, lang: 'es', duties: [] }) },
    mailer: {
      async send(message, key) {
        mails.push({ message, key })
        return busy ? fail(problem('provider-busy', 'mail', 'Busy.', 'Later.')) : ok(undefined)
      },
    },
    counts: { put: async () => {}, rows: async () => [] },
    origin: 'https://appeals.example',
  }
  return { ports, mails, jobs }
}

/** The safe day to send this appeal by, and how its reminders are named. */
async function filing() {
  const state = await stateOf()
  const analysis = await analysisOf(cases(), id, state)
  if (!analysis.ok) throw new Error(analysis.problems[0].say)
  const { reminders } = trackingOf(cases().knowledge, state, analysis.value, cases().clock.today())
  const last = reminders.find((r) => r.what.startsWith('file:') && r.days === 0)
  if (!last) throw new Error('nothing to be sent')
  return { what: last.what, day: last.day }
}

describe('reminders', () => {
  test('the plan: one job a reminder, each at its own day, with nothing of the person in it', async () => {
    const { what, day } = await filing()
    const { ports, jobs } = world(addDays(day, -10))
    expect((await runRemind(ports, id, PLAN, 0)).ok).toBe(true)
    const own = jobs.filter((j) => j.job.queue === 'remind' && j.job.data.what === what)
    expect(own.map((j) => j.after?.slice(0, 10))).toEqual([7, 3, 1, 0].map((n) => addDays(day, -n)))
    expect(new Set(jobs.map((j) => j.key)).size).toBe(jobs.length)
    expect(JSON.stringify(jobs)).not.toMatch(/ocrelizumab|Ruiz|AB1234567/i)
  })

  test('given on its day: kept first, mailed then, once; the mail says nothing of the case', async () => {
    const { what, day } = await filing()
    const { ports, jobs, mails } = world(addDays(day, -3))
    await runRemind(ports, id, what, 3)
    expect((await stateOf()).reminded.has(`${what}@3`)).toBe(true)
    expect(mails).toEqual([])
    const mail = jobs.at(-1)?.job
    if (mail?.queue !== 'remind') throw new Error('no mail was asked for')
    await runRemind(ports, id, mail.data.what, mail.data.days)
    await runRemind(ports, id, mail.data.what, mail.data.days)
    expect(new Set(mails.map((m) => m.key)).size).toBe(1)
    const { message } = mails[0] ?? { message: { to: '', subject: '', text: '' } }
    expect(message.subject).toBe('Faltan 3 días para una fecha')
    expect(message.text).toContain(`https://appeals.example/es/case/${id}/track`)
    expect(JSON.stringify(message)).not.toMatch(/ocrelizumab|Ruiz|AB1234567|appeal[^s]|apelación|seguro/i)
    const asked = jobs.length
    await runRemind(ports, id, what, 3)
    expect(jobs.length).toBe(asked)
  })

  test('not its day yet: asked for again at its day, and nothing is kept', async () => {
    const { what, day } = await filing()
    const { ports, jobs } = world(addDays(day, -9))
    await runRemind(ports, id, what, 7)
    expect((await stateOf()).reminded.has(`${what}@7`)).toBe(false)
    expect(jobs.map((j) => j.after?.slice(0, 10))).toEqual([addDays(day, -7)])
  })

  test('a mail server that is away is an error, to be tried again; without one it is not', async () => {
    const { what, day } = await filing()
    const busy = world(addDays(day, -3), 'ana@example.org', true)
    expect((await runRemind(busy.ports, id, `mail:${what}`, 3)).ok).toBe(false)
    const off = world(addDays(day, -3))
    const mailer = { send: async () => fail(problem('provider-off', 'mail', 'Off.', 'Set it up.')) }
    expect((await runRemind({ ...off.ports, mailer }, id, `mail:${what}`, 3)).ok).toBe(true)
  })

  test('nobody without an address, and nobody who wants none', async () => {
    const { what, day } = await filing()
    const none = world(addDays(day, -3), null)
    await runRemind(none.ports, id, `mail:${what}`, 3)
    expect(none.mails).toEqual([])
    const by = { kind: 'person', id: await browser.person(), role: 'patient' } as const
    await setReminders(cases(), id, by, false)
    const off = world(addDays(day, -3))
    await runRemind(off.ports, id, `mail:${what}`, 3)
    expect(off.mails).toEqual([])
    await setReminders(cases(), id, by, true)
    await runRemind(off.ports, id, `mail:${what}`, 3)
    expect(off.mails.length).toBe(1)
  })

  test('sent meanwhile: not reminded to send; a closed case is reminded of nothing', async () => {
    const { what, day } = await filing()
    await happen({
      kind: 'sentByHand',
      sending: 'h1',
      destination: { channel: 'hand', to: 'Desk', recipient: 'Appeals', source: 'stated by the patient' },
      on: cases().clock.today(),
      confirmation: null,
      proof: null,
    })
    const { ports, jobs } = world(addDays(day, -1))
    await runRemind(ports, id, what, 1)
    expect((await stateOf()).reminded.has(`${what}@1`)).toBe(false)
    await runRemind(ports, id, PLAN, 0)
    await happen({ kind: 'closed', how: 'withdrawn', on: cases().clock.today(), note: null })
    jobs.length = 0
    await runRemind(ports, id, PLAN, 0)
    expect(jobs).toEqual([])
  })

  test('a case that is gone is no error', async () => {
    const { ports } = world(cases().clock.today())
    expect((await runRemind(ports, 'gone' as CaseId, PLAN, 0)).ok).toBe(true)
  })
})
