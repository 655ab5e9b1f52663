import { type Outcome, ok } from '../../../base/outcome.ts'
import type { Actor } from '../../../casefile/event.ts'
import { type CaseState, openSigning, type Signing, standingSignature } from '../../../casefile/state.ts'
import { changeCase } from '../change.ts'
import type { CaseId } from '../ports.ts'
import type { SigningPorts } from './ports.ts'
import { formProblem, noSigning, notOpen } from './problems.ts'
import { certifyJob } from './sign.ts'

const REASON_MOST = 1000
type Person = Actor & { readonly kind: 'person' }

/** The signer says no, and why. */
export async function declineSigning(
  ports: SigningPorts,
  id: CaseId,
  by: Person,
  signing: string,
  said: string,
): Promise<Outcome<void>> {
  const reason = said.replace(/\s+/g, ' ').trim().slice(0, REASON_MOST)
  if (!reason) return formProblem('reason', 'There is no reason yet.', 'Say in a few words why, so that it can be put right.')
  const done = await changeCase<void>(ports, id, by, (state) => {
    const held = state.signings.find((s) => s.id === signing)
    if (!held) return noSigning()
    if (held.declined) return ok({ events: [], result: undefined })
    return openSigning(held) ? ok({ events: [{ kind: 'declined', signing, reason }], result: undefined }) : notOpen()
  })
  if (done.ok) await ports.audit.record({ by: by.id, what: 'letter.declined', on: id, from: null })
  return done
}

/** Takes a request back, or one's own signature. Links to it stop working. Whose signature stands can only be undone by them. */
export async function withdrawSigning(ports: SigningPorts, id: CaseId, by: Person, signing: string): Promise<Outcome<void>> {
  const done = await changeCase<void>(ports, id, by, (state) => {
    const held = state.signings.find((s) => s.id === signing)
    if (!held) return noSigning()
    if (!openSigning(held) && !standingSignature(held)) return ok({ events: [], result: undefined })
    if (standingSignature(held) && !mayUndo(held, by)) return notOpen()
    return ok({
      events: [{ kind: 'signatureVoided', signing, why: 'withdrawn' }],
      // What others signed is sealed anew without it.
      jobs: standingSignature(held) ? besides(state, held).map((s) => certifyJob(id, s.id)) : [],
      result: undefined,
    })
  })
  if (!done.ok) return done
  await ports.people.caseLinks.revokeSigning(id, signing)
  await ports.audit.record({ by: by.id, what: 'signing.withdrawn', on: id, from: null })
  return done
}

/** A signature is its signer's own. */
export const mayUndo = (signing: Signing, by: Actor): boolean =>
  by.kind === 'person' && signing.signed?.by.kind === 'person' && signing.signed.by.id === by.id

const besides = (state: CaseState, one: Signing): readonly Signing[] =>
  state.signings.filter((s) => s.letter === one.letter && s.id !== one.id && standingSignature(s))
