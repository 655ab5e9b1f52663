import type { CivilDate } from '../../../base/date.ts'
import { fail, type Outcome, ok } from '../../../base/outcome.ts'
import { problem } from '../../../base/problem.ts'
import type { Actor, Destination } from '../../../casefile/event.ts'
import { sendingState } from '../../../casefile/sending.ts'
import { recordedDestination } from '../../../casefile/sendingTarget.ts'
import { caseState } from '../../../casefile/state.ts'
import type { CaseId } from '../ports.ts'
import { appendAsDecided } from './append.ts'
import type { SendPorts } from './ports.ts'

export interface SentByHand {
  /** As for `askSending`. */
  readonly sending: string
  readonly destination: Destination
  readonly on: CivilDate
  /** Tracking number of the post office, number the portal gave, time on the fax report. */
  readonly confirmation: string | null
  /** Document of the case that shows it. */
  readonly proof: string | null
}

/** A sending by the person's own hand: the post office, the portal, the counter, their own fax. */
export async function recordByHand(
  ports: SendPorts,
  id: CaseId,
  by: Actor,
  sent: SentByHand,
): Promise<Outcome<{ sending: string }>> {
  const invalid = (where: string, say: string, fix: string) => fail(problem('form-invalid', where, say, fix))
  const target = recordedDestination(sent.destination)
  if (!target.ok) return target
  if (sent.on > ports.clock.today()) return invalid('date', 'The day is still to come.', 'Give the day you sent it.')
  const confirmation = sent.confirmation?.trim() || null
  if (confirmation && (confirmation.length > 100 || /\p{Cc}/u.test(confirmation)))
    return invalid('confirmation number', 'This is not a number of a receipt.', 'Copy it from the receipt, without more.')
  let proofMissing = false
  const held = await appendAsDecided(ports.store, id, (events) => {
    if (sendingState(events, sent.sending)) return null
    proofMissing = sent.proof !== null && !caseState(events).documents.some((d) => d.doc === sent.proof)
    if (proofMissing) return null
    const { sending, on, proof } = sent
    return {
      events: [{ by, event: { kind: 'sentByHand', sending, destination: target.value, on, confirmation, proof } }],
      jobs: [],
    }
  })
  if (!held) return fail(problem('case-missing', 'case', 'There is no such case.', 'Open your case again.'))
  if (proofMissing)
    return invalid('proof', 'The receipt is not among the documents of this case.', 'Add a picture or file of it first.')
  return ok({ sending: sent.sending })
}
