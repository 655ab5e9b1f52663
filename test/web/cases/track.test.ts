import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '../../../src/base/date.ts'
import type { CaseEvent } from '../../../src/casefile/event.ts'
import { caseState } from '../../../src/casefile/state.ts'
import type { CaseId } from '../../../src/usecases/cases/ports.ts'
import { type Browser, sharedTestApp, type TestApp } from './harness.ts'

const denial = {
  field: 'letter',
  name: 'denial.pdf',
  bytes: readFileSync(join(import.meta.dirname, '../../../examples/ocrelizumab-step-therapy/denial.pdf')),
}

let app: TestApp
beforeAll(async () => {
  app = await sharedTestApp()
  // The first letter waits for the engine to start.
  await app.caseOf(app.browser(), denial)
}, 120_000)

const cases = () => app.running.application.cases
const stateOf = async (id: CaseId) => caseState((await cases().cases.load(id)) ?? [])
/** Again when the program's own work on the case was faster. */
async function happen(id: CaseId, browser: Browser, ...events: readonly CaseEvent[]) {
  const by = { kind: 'person', id: await browser.person(), role: 'patient' } as const
  const added = events.map((event) => ({ by, event }))
  for (let i = 0; i < 20; i++) if (await cases().cases.append(id, (await stateOf(id)).seq, added)) return
  throw new Error('the case could not be written to')
}
const daysAgo = (days: number) => addDays(cases().clock.today(), -days)
const sentByHand = (on: ReturnType<typeof daysAgo>): CaseEvent => ({
  kind: 'sentByHand',
  sending: 'hand-1',
  destination: { channel: 'hand', to: 'Appeals desk', recipient: 'Appeals', source: 'stated by the patient' },
  on,
  confirmation: null,
  proof: null,
})

/** A case under a kind of plan whose times to decide are known. */
async function newCase(coverage = 'erisa_self_funded'): Promise<{ browser: Browser; id: CaseId }> {
  const browser = app.browser()
  const id = await app.caseOf(browser, denial)
  await happen(
    id,
    browser,
    { kind: 'stated', path: 'plan.coverage', value: coverage, by: 'patient' },
    { kind: 'stated', path: 'denial.noticeDate', value: daysAgo(100), by: 'patient' },
    { kind: 'stated', path: 'treatment.timing', value: 'pre_service', by: 'patient' },
  )
  return { browser, id }
}

const UPHELD = (on: string) => `Example Health Plan
Appeals Department

Date: ${on}
Member: Dana Example
Member ID: NBA417290386
Reference: A-1

Dear Dana Example:

We received your appeal about ocrelizumab (Ocrevus). After review, we have decided to uphold our denial of your request.
The request was denied because the records do not show a trial and failure of two preferred drugs.
The appeal was reviewed by a physician board certified in neurology.
You may request an external review by an independent review organization within 4 months of receiving this letter.
`
const long = (day: string) =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString('en-US', { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' })

async function dropAnswer(browser: Browser, id: CaseId, text: string): Promise<string> {
  const sent = await browser.post(`/case/${id}/track/answer`, { text }, [])
  expect(sent.status).toBe(303)
  const to = sent.headers.get('location') ?? ''
  for (let i = 0; i < 200; i++) {
    const page = await (await browser.get(to)).text()
    if (!page.includes('data-again')) return to
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the answer was not read')
}

describe('where a case is', () => {
  test('nothing sent: the way to sending, in both languages', async () => {
    const { browser, id } = await newCase()
    const page = await (await browser.get(`/case/${id}/track`)).text()
    expect(page).toContain('Your appeal is not sent yet.')
    expect(page).toContain(`/case/${id}/send`)
    expect(await (await browser.get(`/es/case/${id}/track`)).text()).toContain('Su apelación todavía no se ha enviado.')
  }, 30_000)

  test('sent: what is owed by when, with rule and law; late only from the day after', async () => {
    const { browser, id } = await newCase()
    await happen(id, browser, sentByHand(daysAgo(30)))
    const waiting = await (await browser.get(`/case/${id}/track`)).text()
    expect(waiting).toContain('Now the other side must answer.')
    expect(waiting).toContain('2560.503-1')
    expect(waiting).not.toContain('days late')
    await happen(id, browser, { ...sentByHand(daysAgo(31)), sending: 'hand-2' } as CaseEvent)
    const late = await (await browser.get(`/case/${id}/track`)).text()
    expect(late).toContain('The decision is 1 day late.')
    expect(late).toContain('Write to them that the decision is late')
  }, 30_000)

  test('they take longer: not late before the day they named', async () => {
    const { browser, id } = await newCase()
    await happen(id, browser, sentByHand(daysAgo(40)))
    expect(await (await browser.get(`/case/${id}/track`)).text()).toContain('10 days late')
    await happen(id, browser, { kind: 'decisionExtended', doc: null, until: addDays(cases().clock.today(), 3) })
    const page = await (await browser.get(`/case/${id}/track`)).text()
    expect(page).not.toContain('days late')
    expect(page).toContain('They wrote that they take until')
  }, 30_000)

  test('late: the letter about it is one press away, and the other letters stay', async () => {
    const { browser, id } = await newCase()
    await happen(id, browser, sentByHand(daysAgo(60)))
    const sent = await browser.post(`/case/${id}/track/overdue`, { go: 'yes' })
    expect(sent.headers.get('location')).toBe(`/case/${id}/draft/overdue_decision`)
    const { letters } = await stateOf(id)
    expect(letters).toContain('overdue_decision')
    expect(letters).toContain('appeal')
  }, 30_000)
})

describe('the answer', () => {
  test('dropped in, understood, confirmed; the case goes on with it as its denial', async () => {
    const { browser, id } = await newCase()
    await happen(
      id,
      browser,
      { kind: 'stated', path: 'denial.received.date', value: daysAgo(99), by: 'patient' },
      {
        kind: 'listed',
        list: 'priorTreatments',
        item: 'p1',
        fields: {
          agent: 'ofatumumab',
          start: '2024-01',
          end: '2024-09',
          outcome: 'inadequate_response',
          reason: 'new lesions on MRI',
        },
        by: 'patient',
      },
      sentByHand(daysAgo(20)),
    )
    const on = daysAgo(2)
    const to = await dropAnswer(browser, id, UPHELD(long(on)))
    const page = await (await browser.get(to)).text()
    expect(page).toContain('we have decided to uphold our denial')
    expect(page).toMatch(/value="upheld" checked/)
    expect(page).toContain(`value="${on}"`)
    expect(page).toContain('What you argued and what they said to it')
    const wrong = await browser.post(to, { outcome: 'upheld', on: 'x' })
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('This is not a date.')])
    const ahead = await browser.post(to, { outcome: 'upheld', on: addDays(cases().clock.today(), 1) })
    expect(ahead.status).toBe(422)
    const kept = await browser.post(to, { outcome: 'upheld', on })
    expect(kept.headers.get('location')).toBe(`/case/${id}/track#next`)
    const track = await (await browser.get(`/case/${id}/track`)).text()
    expect(track).toContain('The answer is still no')
    expect(track).toContain('Go on with this case to the next level')
    expect(track).toContain('Complain to the regulator')
    // The appeal that was decided is not to be sent again; the next one is, by a day counted from the answer.
    expect(track).not.toMatch(/Last safe day to send · Internal/)
    expect(track).toMatch(/Last safe day to send · External/)
    const reminders = await (await browser.get(`/case/${id}/reminders`)).text()
    expect(reminders).toContain('7 days before the safe day to send')

    const gone = await browser.post(`/case/${id}/track/next`, { go: 'yes' })
    expect(gone.status).toBe(303)
    const state = await stateOf(id)
    expect(state.denial).toBe(to.split('/').at(-1))
    // The day the first letter came says nothing of this one.
    expect(state.stated.has('denial.received.date')).toBe(false)
    const overview = await (await browser.get(`/case/${id}`)).text()
    expect(overview).toContain('External review')
    // What was compared stays as it was when the answer came.
    expect(await (await browser.get(to)).text()).toContain('What you argued and what they said to it')
  }, 60_000)

  test('a letter that decides nothing is said to be one, and nothing is chosen in its place', async () => {
    const { browser, id } = await newCase()
    await happen(id, browser, sentByHand(daysAgo(20)))
    const to = await dropAnswer(
      browser,
      id,
      `Date: ${long(daysAgo(3))}\n\nDear Member:\n\nWe have received your appeal. We need more time and are extending the time for our decision by 14 days.\n`,
    )
    const page = await (await browser.get(to)).text()
    expect(page).toContain('they need more time')
    const until = addDays(cases().clock.today(), 20)
    expect((await browser.post(`${to}/longer`, { until })).status).toBe(303)
    expect((await stateOf(id)).extended?.until).toBe(until)
  }, 30_000)

  test('by telephone; without an outcome nothing is kept', async () => {
    const { browser, id } = await newCase()
    await happen(id, browser, sentByHand(daysAgo(20)))
    const none = await browser.post(`/case/${id}/track/told`, { on: daysAgo(1) })
    expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('has not been chosen')])
    await browser.post(`/case/${id}/track/told`, { outcome: 'overturned', on: daysAgo(1) })
    const page = await (await browser.get(`/case/${id}/track`)).text()
    expect(page).toContain('The answer is yes')
    expect(page).not.toContain('Go on with this case to the next level')
  }, 30_000)
})

describe('closing', () => {
  test('closed, counted once without the case, reopened', async () => {
    const { browser, id } = await newCase()
    await happen(id, browser, sentByHand(daysAgo(20)))
    const none = await browser.post(`/case/${id}/close`, { on: daysAgo(1) })
    expect(none.status).toBe(422)
    await browser.post(`/case/${id}/close`, { how: 'won', on: daysAgo(1), note: 'they paid' })
    expect(await (await browser.get(`/case/${id}/track`)).text()).toContain('This case is closed')
    const counted = async () => {
      for (let i = 0; i < 150; i++) {
        const { counted: receipt, closed } = await stateOf(id)
        if (receipt && closed) return receipt
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      throw new Error('not counted')
    }
    const receipt = await counted()
    await browser.post(`/case/${id}/reopen`)
    expect((await stateOf(id)).closed).toBeNull()
    expect((await stateOf(id)).counted).toBe(receipt)
    const rows = await app.running.application.counts.rows()
    expect(JSON.stringify(rows)).not.toContain(id)
  }, 30_000)
})

describe('dates for calendars', () => {
  test('the file names nobody; the private address holds until it is taken back', async () => {
    const { browser, id } = await newCase()
    await happen(id, browser, sentByHand(daysAgo(20)))
    const own = await browser.get(`/case/${id}/calendar.ics`)
    expect(own.headers.get('content-type')).toContain('text/calendar')
    const text = await own.text()
    expect(text).toContain('Decision due from the other side')
    expect(text).not.toMatch(/ocrelizumab|Ocrevus|NBA417290386/i)
    expect(text).not.toContain(id)

    const made = await (await browser.post(`/case/${id}/calendar`, { do: 'make' })).text()
    const address = /value="(http[^"]+\.ics)"/.exec(made)?.[1] ?? ''
    const path = new URL(address).pathname
    const stranger = app.browser()
    const got = await stranger.get(path)
    expect([got.status, await got.text()]).toEqual([200, expect.stringContaining('BEGIN:VCALENDAR')])
    expect((await stranger.get(path.replace(/.\.ics$/, 'x.ics'))).status).toBe(404)
    // The token is kept as a hash only.
    const token = path.split('/').at(-1)?.replace('.ics', '') ?? '?'
    expect(JSON.stringify(await cases().cases.load(id))).not.toContain(token)
    await browser.post(`/case/${id}/calendar`, { do: 'end' })
    expect((await stranger.get(path)).status).toBe(404)
  }, 30_000)
})

describe('reminders', () => {
  test('the page shows those to come, in both languages', async () => {
    const { browser, id } = await newCase()
    await happen(id, browser, sentByHand(daysAgo(20)))
    const page = await (await browser.get(`/case/${id}/reminders`)).text()
    expect(page).toContain('7 days before the decision is due')
    expect(page).toContain('This service sends no e-mail yet.')
    expect(await (await browser.get(`/es/case/${id}/reminders`)).text()).toContain('7 días antes de que venza la decisión')
  }, 30_000)
})
