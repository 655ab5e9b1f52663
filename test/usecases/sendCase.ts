import type { CaseEvent, Instant, SendingStep } from '../../src/casefile/event.ts'
import { sendingState } from '../../src/casefile/sending.ts'
import { type AskedSending, askSending } from '../../src/usecases/cases/send/ask.ts'
import { CASE, FAX, type Manner, makeProvider, makeWorld, PDF, PERSON, sha, type World } from './sendWorld.ts'

/** One sending of the packet of `makeWorld`, and short words for what is done to it. */
export const ID = 'snd-testsend1'
export const ASKED: AskedSending = {
  sending: ID,
  doc: 'packet',
  sha256: sha(PDF),
  destination: FAX,
  confirmed: true,
  again: false,
}

export const world = (manners: Manner[] = [], tells = true) => {
  const provider = makeProvider(manners, tells)
  return { provider, w: makeWorld(provider.sender) }
}

export const ask = (w: World, change: Partial<AskedSending> = {}) => askSending(w.ports, CASE, PERSON, { ...ASKED, ...change })

export const add = (w: World, ...events: CaseEvent[]) => {
  for (const event of events)
    w.events.push({ seq: w.events.length + 1, at: new Date(w.now).toISOString() as Instant, by: PERSON, event })
}

export const step = (w: World, s: SendingStep) => add(w, { kind: 'sending', sending: ID, step: s })
export const state = (w: World) => sendingState(w.events, ID)
export const stage = (w: World) => state(w)?.stage
