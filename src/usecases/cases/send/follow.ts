import type { CaseDocumentEntry } from '../../../casefile/event.ts'
import { nextMove, type SendingState, sendingState } from '../../../casefile/sending.ts'
import { elapsed, followWait, later } from '../../../casefile/sendingTimes.ts'
import type { CaseId, SendingStatus } from '../ports.ts'
import { appendAsDecided } from './append.ts'
import { isPdf } from './isPdf.ts'
import { followJob } from './jobs.ts'
import { channelOf, type SendPorts } from './ports.ts'
import { record } from './record.ts'

/** The `follow` job: asks the provider what became of a sending, and comes back later while it is on its way. */
export async function followSending(ports: SendPorts, id: CaseId, sending: string): Promise<void> {
  const events = await ports.store.load(id)
  const state = events && sendingState(events, sending)
  if (!state || nextMove(state).move !== 'follow' || state.providerId === null) return
  const sender = channelOf(ports.channels, state.destination.channel)?.sender
  if (!sender || sender.name !== state.provider) return comeBack(ports, id, state, 'provider_changed')
  const told = await sender.status(state.providerId)
  if (!told.ok || told.value.state === 'waiting') return comeBack(ports, id, state, 'no_news')
  if (told.value.state === 'failed') return record(ports, id, state, { step: 'failed', why: told.value.why })
  await delivered(ports, id, state, told.value)
}

async function comeBack(ports: SendPorts, id: CaseId, state: SendingState, why: string): Promise<void> {
  const now = ports.clock.now()
  const wait = followWait(state.destination.channel, elapsed(state.acceptedAt ?? state.since, now))
  if (wait === null) return record(ports, id, state, { step: 'uncertain', why })
  await appendAsDecided(ports.store, id, () => ({ events: [], jobs: [followJob(id, state.id, later(now, wait))] }))
}

/** The proof is kept under one name per sending: a second try after a crash puts the same file in the same place. */
async function delivered(
  ports: SendPorts,
  id: CaseId,
  state: SendingState,
  told: Extract<SendingStatus, { state: 'delivered' }>,
): Promise<void> {
  const { on, pages, proof } = told
  if (!proof) return record(ports, id, state, { step: 'delivered', on, pages, proof: null })
  const doc = `proof-${state.id}`
  await ports.files.put(id, doc, proof)
  const entry: CaseDocumentEntry = {
    doc,
    role: 'proof',
    name: isPdf(proof) ? 'proof-of-delivery.pdf' : 'proof-of-delivery.txt',
    media: isPdf(proof) ? 'pdf' : 'text',
    sha256: await ports.sha256(proof),
    bytes: proof.byteLength,
  }
  await record(ports, id, state, { step: 'delivered', on, pages, proof: doc }, [
    { by: { kind: 'program' }, event: { kind: 'documentAdded', ...entry } },
  ])
}
