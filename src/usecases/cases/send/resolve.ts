import { fail, type Outcome, ok } from '../../../base/outcome.ts'
import { problem } from '../../../base/problem.ts'
import type { Actor, SendingStep } from '../../../casefile/event.ts'
import { sendingState } from '../../../casefile/sending.ts'
import { caseState } from '../../../casefile/state.ts'
import type { CaseId } from '../ports.ts'
import { appendAsDecided } from './append.ts'
import type { SendPorts } from './ports.ts'

/**
 * What the person found out of an uncertain sending. To send the papers once more they ask anew, with a
 * new id: a key that may have been used is never used again.
 */
export type Finding = { readonly found: 'arrived'; readonly proof: string | null } | { readonly found: 'not_arrived' }

export async function resolveUncertain(
  ports: SendPorts,
  id: CaseId,
  by: Actor,
  sending: string,
  finding: Finding,
): Promise<Outcome<void>> {
  if (by.kind !== 'person') throw new Error('only a person resolves a doubt')
  const step: SendingStep =
    finding.found === 'arrived'
      ? { step: 'delivered', on: ports.clock.now(), pages: null, proof: finding.proof }
      : { step: 'failed', why: 'not_sent' }
  const proof = finding.found === 'arrived' ? finding.proof : null
  let uncertain = true
  let proofMissing = false
  const held = await appendAsDecided(ports.store, id, (events) => {
    uncertain = sendingState(events, sending)?.stage === 'uncertain'
    proofMissing = proof !== null && !caseState(events).documents.some((d) => d.doc === proof)
    return uncertain && !proofMissing ? { events: [{ by, event: { kind: 'sending', sending, step } }], jobs: [] } : null
  })
  if (!held) return fail(problem('case-missing', 'case', 'There is no such case.', 'Open your case again.'))
  if (proofMissing)
    return fail(
      problem(
        'form-invalid',
        'proof',
        'The receipt is not among the documents of this case.',
        'Add a picture or file of it first.',
      ),
    )
  return uncertain
    ? ok(undefined)
    : fail(
        problem('case-moved', 'sending', 'This sending is no longer in doubt.', 'Open the page again to see what became of it.'),
      )
}
