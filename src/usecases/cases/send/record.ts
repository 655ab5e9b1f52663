import type { SendingStep } from '../../../casefile/event.ts'
import { BUSY, nextMove, type SendingState, sendingState } from '../../../casefile/sending.ts'
import { followWait, later } from '../../../casefile/sendingTimes.ts'
import type { CaseId, Enqueued, NewEvent } from '../ports.ts'
import { appendAsDecided } from './append.ts'
import { followJob, sendJob } from './jobs.ts'
import type { SendPorts } from './ports.ts'

const PROGRAM = { kind: 'program' } as const

/**
 * Writes down what the program found out of a sending, with the jobs that follow from it. That a provider has
 * or delivered it is true whatever else happened since; anything less counts only for the sending as it stood
 * when it was decided (`decided`), and a repetition is not written.
 */
export async function record(
  ports: SendPorts,
  id: CaseId,
  decided: SendingState,
  step: SendingStep,
  beside: readonly NewEvent[] = [],
): Promise<void> {
  await appendAsDecided(ports.store, id, (events) => {
    const state = sendingState(events, decided.id)
    if (!state || !counts(state, decided, step)) return null
    return {
      events: [...beside, { by: PROGRAM, event: { kind: 'sending', sending: state.id, step } }],
      jobs: jobsAfter(ports, id, state, step),
    }
  })
}

function counts(state: SendingState, decided: SendingState, step: SendingStep): boolean {
  if (state.stage === 'delivered') return false
  if (step.step === 'accepted') return state.stage !== 'accepted' || state.providerId !== step.providerId
  return step.step === 'delivered' || (state.stage === decided.stage && state.attempts === decided.attempts)
}

function jobsAfter(ports: SendPorts, id: CaseId, state: SendingState, step: SendingStep): readonly Enqueued[] {
  const now = ports.clock.now()
  if (step.step === 'accepted') {
    const wait = followWait(state.destination.channel, 0)
    return wait === null ? [] : [followJob(id, state.id, later(now, wait))]
  }
  if (step.step === 'failed' && step.why === BUSY) {
    const next = nextMove({ ...state, stage: 'failed', why: BUSY, since: now })
    return next.move === 'begin' ? [sendJob(id, state.id, `try${state.attempts + 1}`, next.notBefore ?? now)] : []
  }
  return []
}
