import { fail, type Outcome, ok } from '../../../base/outcome.ts'
import { problem } from '../../../base/problem.ts'
import type { Actor, Instant } from '../../../casefile/event.ts'
import type { CaseState } from '../../../casefile/state.ts'
import { type Reminder, reminderDue, wasReminded } from '../../../casefile/track/reminders.ts'
import { analysisOf } from '../analysisOf.ts'
import { caseOf, changeCase } from '../change.ts'
import type { CaseId, CasePorts, Enqueued, PersonId } from '../ports.ts'
import { countCase } from './counting.ts'
import type { TrackPorts } from './ports.ts'
import { reminderMessage } from './reminderMessage.ts'
import { PLAN } from './reminding.ts'
import { trackingOf } from './tracking.ts'

const PROGRAM: Actor = { kind: 'program' }
const MAIL = 'mail:'

/** Nine in the morning in New York in winter; morning everywhere in the States. */
const HOUR = 'T14:00:00.000Z'

const job = (id: CaseId, what: string, days: number, after?: Instant): Enqueued => ({
  job: { queue: 'remind', data: { case: id, what, days } },
  key: `${id}:${what}@${days}`,
  ...(after ? { after } : {}),
})

const turn = (id: CaseId, { what, days, on }: Reminder): Enqueued => job(id, what, days, `${on}${HOUR}` as Instant)

/** The `remind` job: makes the plan of reminders, gives one, or mails one that was given. Safe to run again. */
export async function runRemind(ports: TrackPorts, id: CaseId, what: string, days: number): Promise<Outcome<void>> {
  const loaded = await caseOf(ports.cases, id)
  if (!loaded.ok) return ok(undefined)
  if (what === PLAN) return plan(ports, id, loaded.value)
  if (what.startsWith(MAIL)) return mailReminder(ports, id, loaded.value, what.slice(MAIL.length), days)
  return give(ports, id, what, days)
}

/** Reminders for the dates as they are now, each a job of its own, and the case's row in the counts. */
async function plan(ports: TrackPorts, id: CaseId, state: CaseState): Promise<Outcome<void>> {
  const { cases } = ports
  if (state.denial === null || state.documents.some((d) => d.doc === state.denial && d.reading.state !== 'read'))
    return ok(undefined)
  const analysis = await analysisOf(cases, id, state)
  if (!analysis.ok) return analysis
  const counted = await countCase(ports, id, state, analysis.value)
  if (!counted.ok) return counted
  const today = cases.clock.today()
  const { reminders } = trackingOf(cases.knowledge, state, analysis.value, today)
  const jobs = reminders.filter((r) => r.on >= today && !wasReminded(state, r)).map((r) => turn(id, r))
  return changeCase<void>(cases, id, PROGRAM, () => ok({ events: [], jobs, result: undefined }))
}

/** Looks again whether it still holds: the date may have moved, the appeal may be sent. That it was given is kept before any mail. */
async function give(ports: TrackPorts, id: CaseId, what: string, days: number): Promise<Outcome<void>> {
  const { cases } = ports
  return changeCase<void>(cases, id, PROGRAM, async (state) => {
    const nothing = ok({ events: [], result: undefined })
    if (wasReminded(state, { what, days })) return nothing
    const analysis = await analysisOf(cases, id, state)
    if (!analysis.ok) return analysis
    const today = cases.clock.today()
    const { reminders } = trackingOf(cases.knowledge, state, analysis.value, today)
    const later = reminders.find((r) => r.what === what && r.days === days && r.on > today)
    if (later) return ok({ events: [], jobs: [turn(id, later)], result: undefined })
    return reminderDue(reminders, what, days, today)
      ? ok({ events: [{ kind: 'reminded', what, days }], jobs: [job(id, `${MAIL}${what}`, days)], result: undefined })
      : nothing
  })
}

/** To everyone of the member's side who has an address and wants it. Without a mail server the case alone shows it. */
async function mailReminder(ports: TrackPorts, id: CaseId, state: CaseState, what: string, days: number): Promise<Outcome<void>> {
  const { cases, mailer, origin } = ports
  const analysis = await analysisOf(cases, id, state)
  if (!analysis.ok) return analysis
  const today = cases.clock.today()
  const { reminders } = trackingOf(cases.knowledge, state, analysis.value, today)
  const due = reminders.find((r) => r.what === what && r.days === days)
  if (!due) return ok(undefined)
  let failed = false
  for (const { email, lang, person } of await recipients(ports, id, state)) {
    const message = reminderMessage({ to: email, lang, day: due.day, today, late: what.startsWith('overdue:'), origin, case: id })
    const sent = await mailer.send(message, `${id}.${what}.${days}.${person}`)
    // Refused for good, or no mail server: it stands in the case all the same.
    if (!sent.ok && sent.problems[0].code === 'provider-busy') failed = true
  }
  return failed
    ? fail(problem('provider-busy', 'mail', 'The mail server did not take a reminder.', 'It is tried again by itself.'))
    : ok(undefined)
}

async function recipients({ cases, people }: TrackPorts, id: CaseId, state: CaseState) {
  const members = await cases.cases.members(id)
  const wanted = members.filter((m) => (m.role === 'patient' || m.role === 'representative') && !state.remindersOff.has(m.person))
  const found = await Promise.all(wanted.map(async ({ person }) => ({ person, held: await people.get(person) })))
  return found.flatMap(({ person, held }) => (held?.email ? [{ person, email: held.email, lang: held.lang }] : []))
}

/** Reminders by mail for this person, or none. */
export const setReminders = (ports: Pick<CasePorts, 'cases'>, id: CaseId, by: Actor, on: boolean): Promise<Outcome<void>> =>
  changeCase<void>(ports, id, by, (state) => {
    const person = (by.kind === 'person' ? by.id : '') as PersonId
    return ok({ events: state.remindersOff.has(person) === on ? [{ kind: 'remindersSet', on }] : [], result: undefined })
  })
