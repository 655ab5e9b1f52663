import { type CaseState, openSigning, type Signing, standingSignature } from '../../../casefile/state.ts'
import type { Letter, LetterKind } from '../../../document/letter.ts'
import type { SignerRole } from '../../../packet/attestation.ts'
import { signatureBlocks, signerBlock } from '../../../packet/attestationSigner.ts'
import type { Analysis } from '../analysis.ts'

/** On whose side a signature stands: the member's own, their representative's acceptance, or the prescriber's. */
export type Side = 'member' | 'acceptance' | 'prescriber'

/** One place for a signature in one letter of the case, with what became of it so far. */
export interface SigningSlot {
  readonly letter: LetterKind
  readonly title: string
  /** Name printed under it. */
  readonly name: string
  readonly side: Side
  /** The signing that counts: the standing one, else the open one, else the last that came to nothing. */
  readonly signing: Signing | null
}

export interface SigningLetter {
  readonly letter: LetterKind
  readonly title: string
  readonly slots: readonly SigningSlot[]
}

/** The letters of use now that carry a signature, and others that were asked for. */
export function signingLetters(state: CaseState, analysis: Analysis): readonly SigningLetter[] {
  const asked = new Set(state.signings.map((s) => s.letter))
  return analysis.letters
    .filter(
      (l) => (analysis.now.includes(l.kind) || state.letters.includes(l.kind) || asked.has(l.kind)) && signatureBlocks(l).length,
    )
    .toSorted((a, b) => Number(b.kind === 'appeal') - Number(a.kind === 'appeal'))
    .map((letter) => ({ letter: letter.kind, title: letter.title.sentence, slots: slotsOf(state, letter) }))
}

function slotsOf(state: CaseState, letter: Letter): readonly SigningSlot[] {
  return signatureBlocks(letter).map((block, at): SigningSlot => {
    const own = state.signings.filter((s) => s.letter === letter.kind && blockOf(letter, s) === at)
    const signing = own.find(standingSignature) ?? own.findLast(openSigning) ?? own.at(-1) ?? null
    return { letter: letter.kind, title: letter.title.sentence, name: block.name, side: sideOf(letter, at), signing }
  })
}

function sideOf(letter: Letter, at: number): Side {
  if (signerBlock(letter, 'prescriber') === at) return 'prescriber'
  const acceptance = signerBlock(letter, 'representative')
  return acceptance === at && acceptance !== signerBlock(letter, 'patient') ? 'acceptance' : 'member'
}

/** In which block of a letter a signing's signature goes; null where the letter has none for them. */
export const blockOf = (letter: Letter, signing: Signing): number | null =>
  signing.to.role === 'staff' ? null : signerBlock(letter, signing.to.role satisfies SignerRole)
