import { addDays, type CivilDate, parseDate } from '../../base/date.ts'
import type { Channel, Instant } from '../event.ts'
import type { Answer, CaseState, Sending } from '../state.ts'

/** That the appeal of this round left, and the day from which the decider's time can be counted. */
export interface Filed {
  readonly sending: string
  readonly channel: Channel
  readonly sent: CivilDate
  /** The day it is shown, or at the latest taken, to have arrived; never earlier than it can have. */
  readonly received: CivilDate
  /** What the day of arrival rests on. */
  readonly basis: 'delivered' | 'same_day' | 'mail_days'
}

/** Letters by post are taken to arrive within these days: on the late side, so that no decision is called overdue too early. */
const MAIL_DAYS = 5
const POST: ReadonlySet<Channel> = new Set(['mail', 'post_by_self'])
/** What files an appeal: the whole packet, or a letter that asks for the decision itself. */
const FILES_IT: ReadonlySet<string> = new Set(['packet', 'appeal', 'letter', 'expedited_request', 'external_review_request'])

/** The civil day of a moment, by UTC: in the States never earlier than the day there. */
export const dayOfInstant = (at: Instant): CivilDate => {
  const day = parseDate(at.slice(0, 10))
  if (!day) throw new Error('an instant without a date')
  return day
}

/** The last answer that decided something; a new round of the case begins with it. */
export const lastDecision = (state: CaseState): Answer | null =>
  state.answers.findLast((a) => a.outcome !== 'not_an_answer') ?? null

/** When the present round began: with the last decision, with the notice it is about now, or with the level stated. */
function roundSince(state: CaseState): Instant | null {
  const notice = state.documents.find((d) => d.doc === state.denial)?.added
  const starts = [lastDecision(state)?.recorded, notice, state.levelSince].flatMap((at) => at ?? [])
  return starts.toSorted().at(-1) ?? null
}

/** The earliest sending of this round that left, by its own proof; null while nothing was sent. */
export function filed(state: CaseState): Filed | null {
  const since = roundSince(state)
  const all = state.sendings
    .filter((s) => (since === null || s.asked > since) && isAppeal(state, s))
    .flatMap((s) => departed(s) ?? [])
  return all.toSorted((a, b) => (a.received < b.received ? -1 : a.received > b.received ? 1 : 0))[0] ?? null
}

/**
 * Told by what was sent: by hand it is the person's word; a draft or a signed letter by its kind; a file of the
 * person's own by its role. What cannot be told is no filing, so that no reminder falls silent by mistake.
 */
function isAppeal(state: CaseState, { doc }: Sending): boolean {
  if (doc === null) return true
  const signed = state.signings.find((s) => s.certified?.doc === doc)?.letter
  const drafted = Object.entries(state.drafted?.documents ?? {}).find(([, d]) => d.doc === doc)?.[0]
  const kind = signed ?? drafted ?? /^draft-\d+-(.+)$/.exec(doc)?.[1]
  if (kind) return FILES_IT.has(kind.replace(/^.*\//, '').replace(/\.\w+$/, ''))
  return state.documents.some((d) => d.doc === doc && d.role === 'typeset')
}

/** Null while it was only asked for, failed, or is uncertain. */
function departed({ id, destination, steps, byHand }: Sending): Filed | null {
  const { channel } = destination
  if (byHand) return { sending: id, channel, sent: byHand.on, ...arrival(channel, byHand.on) }
  const delivered = steps.find((s) => s.step.step === 'delivered')?.step
  const accepted = steps.find((s) => s.step.step === 'accepted')
  if (delivered?.step === 'delivered') {
    const on = dayOfInstant(delivered.on)
    return { sending: id, channel, sent: accepted ? dayOfInstant(accepted.at) : on, received: on, basis: 'delivered' }
  }
  // What the provider took over and did not report as failed is on its way; a fax shows its delivery or failed.
  const failed = steps.at(-1)?.step.step === 'failed'
  if (!accepted || failed || channel === 'fax') return null
  const sent = dayOfInstant(accepted.at)
  return { sending: id, channel, sent, ...arrival(channel, sent) }
}

const arrival = (channel: Channel, sent: CivilDate): Pick<Filed, 'received' | 'basis'> =>
  POST.has(channel) ? { received: addDays(sent, MAIL_DAYS), basis: 'mail_days' } : { received: sent, basis: 'same_day' }
