import type { SendingStep, StoredEvent } from '../../../casefile/event.ts'
import { BUSY, nextMove, type SendingState, sendingState } from '../../../casefile/sending.ts'
import { busyWait, elapsed, LOOK_AGAIN_MS, LOOK_LIMIT_MS, later, SETTLE_MS, STALE_MS } from '../../../casefile/sendingTimes.ts'
import type { CaseId, Parcel } from '../ports.ts'
import { appendAsDecided } from './append.ts'
import { sendJob } from './jobs.ts'
import { parcelKey } from './key.ts'
import { packParcel } from './parcel.ts'
import { channelOf, type SendPorts } from './ports.ts'
import { record } from './record.ts'

/**
 * The `send` job: brings a sending one move further. May be run at any time, by any worker, any number of
 * times, and be killed anywhere: "begun" is written before the provider is called, in one transaction with
 * the job that looks the sending up should we not come back.
 */
export async function runSending(ports: SendPorts, id: CaseId, sending: string): Promise<void> {
  const events = await ports.store.load(id)
  const state = events && sendingState(events, sending)
  if (!events || !state) return
  const next = nextMove(state)
  const due = (at: string | null) => at === null || at <= ports.clock.now()
  if (next.move === 'begin' && due(next.notBefore)) await begin(ports, id, events, state)
  if (next.move === 'lookUp' && due(next.notBefore)) await lookUp(ports, id, events, state)
}

async function begin(ports: SendPorts, id: CaseId, events: readonly StoredEvent[], state: SendingState): Promise<void> {
  const channel = channelOf(ports.channels, state.destination.channel)
  if (!channel) return record(ports, id, state, { step: 'failed', why: 'not_set_up' })
  const packed = await packParcel(ports, id, state, channel.limits)
  if ('why' in packed) return record(ports, id, state, { step: 'failed', why: packed.why })

  const now = ports.clock.now()
  const step: SendingStep = { step: 'begun', provider: channel.sender.name }
  const mine = await ports.store.append(
    id,
    events.at(-1)?.seq ?? 0,
    [{ by: { kind: 'program' }, event: { kind: 'sending', sending: state.id, step } }],
    [sendJob(id, state.id, `look${state.attempts + 1}`, later(now, SETTLE_MS))],
  )
  // Somebody wrote to the case meanwhile, perhaps another worker on this very sending: look anew.
  if (!mine) return runSending(ports, id, state.id)
  await callProvider(ports, id, { ...state, stage: 'begun', since: now, attempts: state.attempts + 1 }, packed.parcel)
}

async function callProvider(ports: SendPorts, id: CaseId, state: SendingState, parcel: Parcel): Promise<void> {
  const channel = channelOf(ports.channels, state.destination.channel)
  if (!channel) return
  const { sender } = channel
  if (elapsed(state.since, ports.clock.now()) > STALE_MS) return
  const sent = await sender.send(parcel)
  if (sent.ok) return record(ports, id, state, { step: 'accepted', provider: sender.name, providerId: sent.value.providerId })
  switch (sent.problems[0].code) {
    case 'provider-busy':
      return record(ports, id, state, { step: 'failed', why: busyWait(state.attempts) === null ? 'gave_up' : BUSY })
    case 'provider-refused':
    case 'form-invalid':
      return record(ports, id, state, { step: 'failed', why: 'refused' })
    case 'provider-off':
      return record(ports, id, state, { step: 'failed', why: 'not_set_up' })
    default:
      return afterDoubt(ports, id, state, parcel.key)
  }
}

/** It may have left. What the provider holds is believed at once; that it holds nothing only later. */
async function afterDoubt(ports: SendPorts, id: CaseId, state: SendingState, key: string): Promise<void> {
  const sender = channelOf(ports.channels, state.destination.channel)?.sender
  const found = await sender?.find(key)
  if (!sender || !found?.ok || found.value === null) return
  const step: SendingStep = found.value
    ? { step: 'accepted', provider: sender.name, providerId: found.value.providerId }
    : { step: 'uncertain', why: 'can_not_tell' }
  await record(ports, id, state, step)
}

async function lookUp(ports: SendPorts, id: CaseId, events: readonly StoredEvent[], state: SendingState): Promise<void> {
  const sender = channelOf(ports.channels, state.destination.channel)?.sender
  if (!sender || sender.name !== state.provider) return record(ports, id, state, { step: 'uncertain', why: 'provider_changed' })
  const found = await sender.find(parcelKey(id, state.id))
  if (found.ok && found.value)
    return record(ports, id, state, { step: 'accepted', provider: sender.name, providerId: found.value.providerId })
  if (found.ok && found.value === undefined) return record(ports, id, state, { step: 'uncertain', why: 'can_not_tell' })
  if (elapsed(state.since, ports.clock.now()) > LOOK_LIMIT_MS)
    return record(ports, id, state, { step: 'uncertain', why: 'can_not_look' })
  if (!found.ok) return again(ports, id, state)
  if (busyWait(state.attempts) === null) return record(ports, id, state, { step: 'failed', why: 'gave_up' })
  return begin(ports, id, events, state)
}

async function again(ports: SendPorts, id: CaseId, state: SendingState): Promise<void> {
  await appendAsDecided(ports.store, id, () => ({
    events: [],
    jobs: [sendJob(id, state.id, 'lookAgain', later(ports.clock.now(), LOOK_AGAIN_MS))],
  }))
}
