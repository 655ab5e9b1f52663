import { type Problem, problem } from '../base/problem.ts'
import type { Block, Letter } from '../document/letter.ts'
import { isNpi } from '../facts/npi.ts'
import type { SignerRole } from './attestation.ts'
import { dayAt, offsetText, utcText } from './attestationMoment.ts'

/** What a signer says of themselves. Only a prescriber has credentials, an NPI or a licence; empty for others. */
export interface Signer {
  readonly name: string
  readonly credentials: string
  readonly npi: string
  readonly licence: string | null
}

/** A signature as it stands in a letter's signature block. */
export interface LetterSignature {
  /** Which of the letter's signature blocks, from 0. */
  readonly block: number
  /** PNG with a clear ground; null where the name is typed. */
  readonly picture: Uint8Array | null
  readonly typed: string | null
  /** Civil date on the block's date line. */
  readonly date: string
  /** Small print under the name. */
  readonly lines: readonly string[]
}

const LONGEST = 120

/** What is wrong with the signer's own entries; empty when they can stand under a letter. */
export function signerProblems(signer: Signer, role: SignerRole): Problem[] {
  const missing = (where: string, say: string, fix: string) => problem('form-invalid', where, say, fix)
  const found: Problem[] = []
  if (!signer.name.trim())
    found.push(missing('name', 'The name is missing.', 'Give the name as it should stand under the letter.'))
  for (const [where, text] of [
    ['name', signer.name],
    ['credentials', signer.credentials],
    ['licence', signer.licence ?? ''],
  ] as const)
    if (text.length > LONGEST) found.push(missing(where, 'This is too long.', `Use at most ${LONGEST} characters.`))
  if (role !== 'prescriber') return found
  if (!signer.credentials.trim())
    found.push(missing('credentials', 'The credentials are missing.', 'Give them as they follow the name, such as MD or NP.'))
  if (!isNpi(signer.npi.trim()))
    found.push(
      problem(
        'npi-invalid',
        'npi',
        'This is not an NPI: its check digit does not fit.',
        'Type the ten digits of the individual NPI again.',
      ),
    )
  return found
}

type SignatureBlock = Extract<Block, { kind: 'signature' }>

export const signatureBlocks = (letter: Letter): SignatureBlock[] => letter.blocks.filter((b) => b.kind === 'signature')

/** The block where someone of this role signs, from 0; null when the letter has none for them. */
export function signerBlock(letter: Letter, role: SignerRole): number | null {
  const blocks = signatureBlocks(letter)
  const at = (is: (b: SignatureBlock) => boolean): number | null => {
    const i = blocks.findIndex(is)
    return i < 0 ? null : i
  }
  const prescriber = (b: SignatureBlock) => /^Prescriber\b/.test(b.role)
  const accepts = (b: SignatureBlock) => b.role === 'I accept this appointment.'
  if (role === 'prescriber') return at(prescriber)
  if (role === 'representative' && at(accepts) !== null) return at(accepts)
  return at((b) => !prescriber(b) && !accepts(b))
}

export const nameAndCredentials = (signer: Signer): string =>
  [signer.name.trim(), signer.credentials.trim()].filter(Boolean).join(', ')

/** A signature in its block. `offset`: minutes ahead of UTC where it was made; `words`: SHA-256 of the canonical text. */
export function letterSignature(made: {
  readonly block: number
  readonly signer: Signer
  readonly picture: Uint8Array | null
  readonly at: string
  readonly offset: number
  readonly signing: string
  readonly words: string
}): LetterSignature {
  const { block, signer, picture, at, offset, signing, words } = made
  const npi = signer.npi.trim()
  return {
    block,
    picture,
    typed: picture ? null : signer.name.trim(),
    date: dayAt(at, offset),
    lines: [
      `Signed electronically by ${nameAndCredentials(signer)}`,
      [...(npi ? [`NPI ${npi}`] : []), offset === 0 ? utcText(at) : offsetText(at, offset)].join(', '),
      `Words ${words.slice(0, 16)}, signing ${signing.slice(0, 8)}`,
    ],
  }
}

/** The name under which the typesetter finds the picture. */
export const pictureName = (block: number): string => `signature-${block}.png`

/** The pictures of a letter's signatures, by that name. */
export const pictureFiles = (signatures: readonly LetterSignature[]): Map<string, Uint8Array> =>
  new Map(signatures.flatMap((s) => (s.picture ? [[pictureName(s.block), s.picture] as const] : [])))
