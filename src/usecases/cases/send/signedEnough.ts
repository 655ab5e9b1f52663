import type { Problem } from '../../../base/problem.ts'
import { problem } from '../../../base/problem.ts'
import { type CaseState, openSigning, type Signing, standingSignature } from '../../../casefile/state.ts'
import type { LetterKind } from '../../../document/letter.ts'

/** Letters that are nothing without a hand under them: those of the prescriber, and the patient's grant of authority (42 CFR 405.910(c)(1)). */
const NEEDS_SIGNATURE: ReadonlySet<LetterKind> = new Set([
  'medical_necessity',
  'step_exception',
  'expedited_request',
  'peer_to_peer',
  'authorized_representative',
])

const refuse = (say: string, fix: string): Problem => problem('signature-void', 'signature', say, fix)

/** What speaks against sending this file with this hash, as far as signatures go; null: nothing. */
export function signatureProblem(state: CaseState, doc: string, sha256: string): Problem | null {
  const sealed = state.signings.find((s) => s.certified?.doc === doc)
  if (sealed) return sealedProblem(sealed, sha256)
  const documents = state.drafted?.documents ?? {}
  const kinds = Object.keys(documents).filter((kind) => documents[kind]?.doc === doc)
  const whole = kinds.includes('packet')
  // The packet is the appeal with its exhibits; the other letters are files of their own.
  const letters = whole ? ['appeal'] : kinds
  for (const letter of letters) {
    const found = letterProblem(state, letter as LetterKind, whole)
    if (found) return found
  }
  return null
}

function sealedProblem(signing: Signing, sha256: string): Problem | null {
  if (!standingSignature(signing))
    return refuse('The signature under this letter no longer holds.', 'Ask for a new signature, then send the new file.')
  return signing.certified?.sha256 === sha256
    ? null
    : refuse('This is not the file that was signed.', 'Send the signed file as it is.')
}

function letterProblem(state: CaseState, letter: LetterKind, whole: boolean): Problem | null {
  const signing = state.signings.findLast((s) => s.letter === letter)
  const draftedAt = state.drafted?.at ?? ''
  if (signing && openSigning(signing))
    return refuse('A signature was asked for and is still to come.', 'Wait for it, or take the request back.')
  if (signing && standingSignature(signing)) {
    // A packet made after the signing carries it; the unsigned file of the letter never does.
    if (whole && signing.signed && draftedAt >= signing.signed.at) return null
    return refuse('A signed copy of this letter exists.', 'Send the signed copy.')
  }
  const needed = NEEDS_SIGNATURE.has(letter) || (letter === 'appeal' && state.voice === 'prescriber')
  return needed ? refuse('This letter is not signed.', 'Have it signed first.') : null
}
