import { type Outcome, ok } from '../../../base/outcome.ts'
import { type CaseState, standingSignature } from '../../../casefile/state.ts'
import { changeCase } from '../change.ts'
import type { CaseId, CasePorts } from '../ports.ts'
import { editsOf, frozenOf, keepFrozen, letterOn, wordsOf } from './frozen.ts'

/**
 * A signature holds for its words alone. Every standing one is compared with the letter as the case would write it
 * now on the day it was frozen; where they differ the signature is void, and says why. A new day or a new page
 * break voids nothing. Gives the signings it voided.
 */
export async function voidOutdated(ports: CasePorts, id: CaseId, state: CaseState): Promise<Outcome<readonly string[]>> {
  const gone: { readonly signing: string; readonly why: 'edited' | 'facts_changed' }[] = []
  for (const signing of state.signings.filter(standingSignature)) {
    const frozen = await frozenOf(ports, id, signing.id)
    if (frozen?.seq === state.contentSeq) continue
    const now = frozen ? await letterOn(ports, id, state, signing.letter, frozen.today) : ok(null)
    if (!now.ok) return now
    if (frozen && now.value && wordsOf(ports, now.value) === signing.sha256)
      // The same words: looked at once, and not again until something else is said.
      await keepFrozen(ports, id, signing.id, { ...frozen, seq: state.contentSeq })
    else
      gone.push({
        signing: signing.id,
        why: frozen && frozen.edits === editsOf(state, signing.letter) ? 'facts_changed' : 'edited',
      })
  }
  if (!gone.length) return ok([])
  return changeCase(ports, id, { kind: 'program' }, (current) => {
    // Somebody went on typing: what was compared is no longer the case, and the next look compares anew.
    const still = current.contentSeq === state.contentSeq ? gone : []
    const events = still
      .filter(({ signing }) => current.signings.some((s) => s.id === signing && standingSignature(s)))
      .map(({ signing, why }) => ({ kind: 'signatureVoided' as const, signing, why }))
    return ok({ events, result: events.map((e) => e.signing) })
  })
}
