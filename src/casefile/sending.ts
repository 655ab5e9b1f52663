import type { Destination, Instant, SendingStep, StoredEvent } from './event.ts'
import { busyWait, later, MAX_ATTEMPTS, SETTLE_MS } from './sendingTimes.ts'

export type SendingStage = 'asked' | 'begun' | 'accepted' | 'delivered' | 'failed' | 'uncertain' | 'by_hand'

/** One sending after its events. */
export interface SendingState {
  readonly id: string
  readonly destination: Destination
  /** Null for one by the person's own hand. */
  readonly doc: string | null
  readonly sha256: string | null
  readonly stage: SendingStage
  /** Of the event that brought it to this stage. */
  readonly since: Instant
  /** How often a provider was about to be called. */
  readonly attempts: number
  readonly provider: string | null
  readonly providerId: string | null
  /** When the provider took it over. */
  readonly acceptedAt: Instant | null
  readonly delivery: { readonly on: Instant; readonly pages: number | null; readonly proof: string | null } | null
  /** Code of a failure or doubt, `src/usecases/cases/send/words.ts`. */
  readonly why: string | null
}

/** The provider was full or out of reach and took nothing: the one failure after which the program itself tries again. */
export const BUSY = 'busy'

/** Null: no such sending. */
export function sendingState(events: readonly StoredEvent[], id: string): SendingState | null {
  let state: SendingState | null = null
  for (const { at, event } of events) {
    if (event.kind === 'sendingAsked' && event.sending === id && !state)
      state = { ...fresh(id, event.destination, at), ...of(event) }
    else if (event.kind === 'sentByHand' && event.sending === id && !state)
      state = { ...fresh(id, event.destination, at), stage: 'by_hand' }
    else if (event.kind === 'sending' && event.sending === id && state) state = after(state, event.step, at)
  }
  return state
}

const of = ({ doc, sha256 }: { readonly doc: string; readonly sha256: string }) => ({ doc, sha256 })

const fresh = (id: string, destination: Destination, since: Instant): SendingState => ({
  id,
  destination,
  doc: null,
  sha256: null,
  stage: 'asked',
  since,
  attempts: 0,
  provider: null,
  providerId: null,
  acceptedAt: null,
  delivery: null,
  why: null,
})

/**
 * What is known best stands: a delivery is final, and a provider's "I have it" outweighs any doubt
 * or failure written down before it, since news may come in the wrong order.
 */
function after(state: SendingState, step: SendingStep, at: Instant): SendingState {
  if (state.stage === 'delivered') return state
  switch (step.step) {
    case 'begun':
      return { ...state, stage: 'begun', since: at, attempts: state.attempts + 1, provider: step.provider ?? null, why: null }
    case 'accepted': {
      const { provider, providerId } = step
      return { ...state, stage: 'accepted', since: at, provider, providerId, acceptedAt: at, why: null }
    }
    case 'delivered': {
      const { on, pages, proof } = step
      return { ...state, stage: 'delivered', since: at, delivery: { on, pages, proof }, why: null }
    }
    case 'failed':
    case 'uncertain':
      return { ...state, stage: step.step, since: at, why: step.why }
  }
}

/** What the program does next. `notBefore` null: at once. */
export type Move =
  /** Write "begun", then call the provider. */
  | { readonly move: 'begin'; readonly notBefore: Instant | null }
  /** It may have left: ask the provider, never call it blindly again. */
  | { readonly move: 'lookUp'; readonly notBefore: Instant }
  | { readonly move: 'follow' }
  /** Only a person can find out. */
  | { readonly move: 'person' }
  | { readonly move: 'rest' }

export function nextMove(state: SendingState): Move {
  switch (state.stage) {
    case 'asked':
      return { move: 'begin', notBefore: null }
    case 'begun':
      return { move: 'lookUp', notBefore: later(state.since, SETTLE_MS) }
    case 'accepted':
      // A mail server takes a message over and tells no more of it.
      return { move: state.destination.channel === 'email' ? 'rest' : 'follow' }
    case 'failed': {
      const wait = state.why === BUSY && state.attempts < MAX_ATTEMPTS ? busyWait(state.attempts) : null
      return wait === null ? { move: 'rest' } : { move: 'begin', notBefore: later(state.since, wait) }
    }
    case 'uncertain':
      return { move: 'person' }
    case 'delivered':
    case 'by_hand':
      return { move: 'rest' }
  }
}

/** It arrived, is on its way, or may have left: the same again would be a double. */
export const countsAsSent = (state: SendingState): boolean => !(state.stage === 'failed' && nextMove(state).move === 'rest')
