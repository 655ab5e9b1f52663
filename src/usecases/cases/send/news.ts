import { nextMove, sendingState } from '../../../casefile/sending.ts'
import { appendAsDecided } from './append.ts'
import { followJob } from './jobs.ts'
import { parseParcelKey } from './key.ts'
import type { SendPorts } from './ports.ts'

/** A provider says that something happened to the parcel of this key: it is asked at once instead of at its next turn. */
export async function heardNews(ports: Pick<SendPorts, 'store'>, key: string): Promise<void> {
  const named = parseParcelKey(key)
  if (!named) return
  await appendAsDecided(ports.store, named.id, (events) => {
    const state = sendingState(events, named.sending)
    const followed = state !== null && nextMove(state).move === 'follow'
    return followed ? { events: [], jobs: [followJob(named.id, named.sending)] } : null
  })
}
