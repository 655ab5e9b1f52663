import type { Instant, StoredEvent } from '../../../casefile/event.ts'
import { nextMove, sendingState } from '../../../casefile/sending.ts'
import type { CaseId, Enqueued } from '../ports.ts'

/** Every job has a key of its own turn, so that one that waits never swallows the next. */
const key = (id: CaseId, sending: string, turn: string) => `${id}.${sending}.${turn}`

export const sendJob = (id: CaseId, sending: string, turn: string, after?: Instant): Enqueued => ({
  job: { queue: 'send', data: { case: id, sending } },
  key: key(id, sending, turn),
  ...(after ? { after } : {}),
})

export const followJob = (id: CaseId, sending: string, after?: Instant): Enqueued => ({
  job: { queue: 'follow', data: { case: id, sending } },
  key: key(id, sending, after ? 'follow' : 'news'),
  ...(after ? { after } : {}),
})

/**
 * The jobs that the sendings of a case wait for. Each was enqueued with the event that made it needful; this is
 * for a queue that was lost or gave a job up. To enqueue one too many does no harm.
 */
export function jobsOfUnfinished(id: CaseId, events: readonly StoredEvent[], now: Instant): readonly Enqueued[] {
  const asked = events.flatMap(({ event }) => (event.kind === 'sendingAsked' ? [event.sending] : []))
  return asked.flatMap((sending) => {
    const state = sendingState(events, sending)
    const next = state ? nextMove(state) : null
    if (next?.move === 'follow') return [followJob(id, sending, now)]
    return next?.move === 'begin' || next?.move === 'lookUp' ? [sendJob(id, sending, 'resumed', next.notBefore ?? now)] : []
  })
}
