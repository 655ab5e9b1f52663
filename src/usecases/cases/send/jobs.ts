import type { Instant } from '../../../casefile/event.ts'
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
