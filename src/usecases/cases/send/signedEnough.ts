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
  // A file may carry several signatures: when one of them falls, the file does.
  const sealed = state.signings.filter((s) => s.certified?.doc === doc)
  if (sealed.length) return sealed.map((s) => sealedProblem(s, sha256)).find((p) => p !== null) ?? null
  const documents = state.drafted?.documents ?? {}
  // Drafts are named by letter and form, "medical_necessity.pdf".
  const kinds = Object.keys(documents).filter((name) => documents[name]?.doc === doc)
  for (const kind of kinds.map((name) => name.replace(/\.\w+$/, ''))) {
    // The packet is the appeal with its exhibits; the other letters are files of their own.
    const letter = kind === 'packet' ? 'appeal' : kind
    const found = letterProblem(state, letter as LetterKind)
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

function letterProblem(state: CaseState, letter: LetterKind): Problem | null {
  const signing = state.signings.findLast((s) => s.letter === letter)
  if (signing && openSigning(signing))
    return refuse('A signature was asked for and is still to come.', 'Wait for it, or take the request back.')
  // A draft never carries a signature, whenever it was made: only sealed files do.
  if (state.signings.some((s) => s.letter === letter && standingSignature(s)))
    return refuse('A signed copy of this letter exists.', 'Send the signed copy.')
  const needed = NEEDS_SIGNATURE.has(letter) || (letter === 'appeal' && state.voice === 'prescriber')
  return needed ? refuse('This letter is not signed.', 'Have it signed first.') : null
}
