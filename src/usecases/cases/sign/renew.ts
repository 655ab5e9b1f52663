import { type Outcome, ok } from '../../../base/outcome.ts'
import type { Actor } from '../../../casefile/event.ts'
import { type CaseState, openSigning, type Signing, standingSignature } from '../../../casefile/state.ts'
import type { Letter } from '../../../document/letter.ts'
import { analysisOf } from '../analysisOf.ts'
import { caseOf, changeCase } from '../change.ts'
import type { CaseId, CasePorts } from '../ports.ts'
import { editsOf, frozenOf, keepFrozen, letterOn, wordsOf } from './frozen.ts'
import { noLetter, noSigning } from './problems.ts'

/** A request for a signature with the letter that a signature now would be bound to. */
export interface ShownSigning {
  readonly state: CaseState
  readonly signing: Signing
  readonly letter: Letter
  /** Of the letter shown; `signing.sha256` is the same while the request is open. */
  readonly words: string
  /** The case no longer says what this letter says; only of one that was signed or ended. */
  readonly outdated: boolean
}

/**
 * Brings an open request up to what the case says: where the letter's words changed since it was frozen, it is
 * frozen anew, with an event. What was signed or ended is shown as it was.
 */
export async function renewSigning(ports: CasePorts, id: CaseId, signing: string): Promise<Outcome<ShownSigning>> {
  const before = await caseOf(ports, id)
  if (!before.ok) return before
  const analysis = await analysisOf(ports, id, before.value)
  if (!analysis.ok) return analysis
  const loaded = await caseOf(ports, id)
  if (!loaded.ok) return loaded
  const state = loaded.value
  const held = state.signings.find((s) => s.id === signing)
  const frozen = await frozenOf(ports, id, signing)
  if (!held || !frozen) return noSigning()
  const shown = { state, signing: held, letter: frozen.letter, words: wordsOf(ports, frozen.letter), outdated: false }
  if (!openSigning(held)) return ok({ ...shown, outdated: !standingSignature(held) && frozen.seq !== state.contentSeq })
  if (frozen.seq === state.contentSeq && shown.words === held.sha256) return ok(shown)

  const same = await letterOn(ports, id, state, held.letter, frozen.today)
  if (!same.ok) return same
  if (same.value && wordsOf(ports, same.value) === held.sha256) {
    await keepFrozen(ports, id, signing, { ...frozen, letter: same.value, seq: state.contentSeq })
    return ok({ ...shown, letter: same.value, words: held.sha256 })
  }
  const letter = analysis.value.letters.find((l) => l.kind === held.letter)
  if (!letter) return noLetter()
  const words = wordsOf(ports, letter)
  const edits = editsOf(state, held.letter)
  await keepFrozen(ports, id, signing, { letter, today: analysis.value.today, seq: state.contentSeq, edits })
  const said = await changeCase<void>(ports, id, { kind: 'program' }, (now) => {
    const current = now.signings.find((s) => s.id === signing)
    const stands = current && openSigning(current) && current.sha256 !== words
    return ok({ events: stands ? [{ kind: 'signingRenewed', signing, sha256: words }] : [], result: undefined })
  })
  if (!said.ok) return said
  const after = await caseOf(ports, id)
  if (!after.ok) return after
  const now = after.value.signings.find((s) => s.id === signing)
  return now ? ok({ state: after.value, signing: now, letter, words, outdated: false }) : noSigning()
}

/** The signer has the letter before them. */
export const seeSigning = (ports: CasePorts, id: CaseId, by: Actor, signing: string) =>
  changeCase<void>(ports, id, by, (state) => {
    const held = state.signings.find((s) => s.id === signing)
    return ok({
      events: held && openSigning(held) && held.seen === null ? [{ kind: 'signingSeen', signing }] : [],
      result: undefined,
    })
  })
