import { type Outcome, ok } from '../../../base/outcome.ts'
import type { Instant } from '../../../casefile/event.ts'
import { later } from '../../../casefile/sendingTimes.ts'
import { type CaseState, openSigning, type Signing } from '../../../casefile/state.ts'
import { makeSigningLink } from '../../people/caseLinks.ts'
import { caseOf, say } from '../change.ts'
import type { CaseId, Enqueued, Message, PersonId } from '../ports.ts'
import type { SigningPorts } from './ports.ts'

/** At the asking, three and seven days later, and three days before the deadline. */
export const TURNS = ['asked', 'day3', 'day7', 'due'] as const
type Turn = (typeof TURNS)[number]
const DAY = 86_400_000
const DAYS: Readonly<Record<Turn, number>> = { asked: 0, day3: 3, day7: 7, due: 3 }

/** A turn of a signing, as the `remind` job and the event name it: "signing:sig-…:day3". */
const whatOf = (signing: string, turn: Turn): string => `signing:${signing}:${turn}`
const NAMED = /^signing:([\w-]+):(asked|day3|day7|due)$/
export const isSigningReminder = (what: string): boolean => NAMED.test(what)

/** The mail to a signer who is asked now; `due` is the safe day of the deadline. */
export function signingMails(id: CaseId, signing: string, now: Instant, due: string | null): readonly Enqueued[] {
  const near = due === null ? null : later(`${due}T15:00:00.000Z` as Instant, -DAYS.due * DAY)
  const at = (turn: Turn): Instant | null => (turn === 'due' ? near : later(now, DAYS[turn] * DAY))
  return TURNS.flatMap((turn): Enqueued[] => {
    const after = at(turn)
    if (after === null || (turn !== 'asked' && after <= now)) return []
    const what = whatOf(signing, turn)
    const job = { queue: 'remind', data: { case: id, what, days: DAYS[turn] } } as const
    return [{ job, key: `${id}.${what}`, ...(turn === 'asked' ? {} : { after }) }]
  })
}

/** Whether the signer was mailed at this turn. */
export const wasMailed = (state: CaseState, signing: string, turn: Turn): boolean =>
  state.reminded.has(`${whatOf(signing, turn)}@${DAYS[turn]}`)

/**
 * The job that mails a signer their link. The link is made here, since only its hash is kept: each message has one
 * of its own. Nothing of the patient stands in it. A mail server that is away is an error, and tried again.
 */
export async function runSigningReminder(ports: SigningPorts, id: CaseId, what: string): Promise<Outcome<void>> {
  const [, signing, named] = NAMED.exec(what) ?? []
  const turn = TURNS.find((t) => t === named)
  if (!signing || !turn) return ok(undefined)
  const loaded = await caseOf(ports, id)
  if (!loaded.ok || loaded.value.closed || wasMailed(loaded.value, signing, turn)) return ok(undefined)
  const asked = loaded.value.signings.find((s) => s.id === signing)
  if (!asked || !openSigning(asked) || !asked.to.email || asked.askedBy.kind !== 'person') return ok(undefined)
  const link = await makeSigningLink(ports.people, id, asked.askedBy.id as PersonId, signing)
  const message = signingMessage(asked, asked.to.email, link.url, turn)
  const sent = await ports.people.mailer.send(message, `${id}.${what}`)
  if (sent.ok) return say(ports, id, { kind: 'program' }, { kind: 'reminded', what, days: DAYS[turn] })
  // Whether it left can not be known: a second copy of a link does no harm, and mail programs drop it.
  const again = ['provider-busy', 'provider-uncertain', 'database-unavailable'].includes(sent.problems[0].code)
  return again ? sent : ok(undefined)
}

/** What somebody typed goes into a mail of ours only where it can be nothing but a name: no sentence, no address of the web. */
const isName = (typed: string): boolean => /^(?!.*\.\p{L})\p{L}[\p{L}\p{M}' .,-]{0,49}$/u.test(typed)

/** The letters are English and so is whoever prescribes in English; the mail says it in both languages. */
export function signingMessage(asked: Signing, to: string, url: string, turn: Turn): Message {
  const name = isName(asked.to.name) ? ` ${asked.to.name}` : ''
  const subject = turn === 'asked' ? 'A letter waits for your signature' : 'Reminder: a letter waits for your signature'
  const lines = [
    `Hello${name},`,
    '',
    'You are asked to read a letter of appeal for one of your patients, to correct it where it is wrong, and to sign it or say no.',
    'Open this private link and press the button on the page. No account is needed:',
    '',
    url,
    '',
    ...(turn === 'due' ? ['The time to send the appeal is nearly over.', ''] : []),
    'The link is meant for you alone. Your staff can prepare the letter with a link of their own, which you can make on the page.',
    'If you do not know what this is about, delete this message.',
    '',
    'Se le pide revisar y firmar una carta de apelación para un paciente suyo. Abra el enlace privado de arriba.',
    '',
  ]
  return { to, subject, text: lines.join('\n') }
}
