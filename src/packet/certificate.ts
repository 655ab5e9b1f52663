import { attestationById, type SignerRole } from './attestation.ts'
import { offsetText, utcText } from './attestationMoment.ts'
import { type LetterSignature, nameAndCredentials, type Signer } from './attestationSigner.ts'
import type { Ink } from './ink.ts'
import type { FieldView } from './letterView.ts'

export interface CertificateStep {
  readonly step: 'asked' | 'seen' | 'signed' | 'sealed'
  /** UTC, ISO 8601. */
  readonly at: string
  /** Minutes that the clocks of whoever did it were ahead of UTC; null where that is not known. */
  readonly offset: number | null
  /** A person's name, or the program. */
  readonly by: string
}

/** How one letter came to be signed by one person; what the letter's own PDF hashes to is known only when it is set. */
export interface Certificate {
  readonly signing: string
  readonly letter: string
  readonly askedBy: string
  /** How the signer was reached, which is all that vouches for who they are. */
  readonly reached: 'email_link' | 'handed_link' | 'signed_in' | 'own_case'
  readonly signer: Signer
  readonly role: SignerRole
  readonly method: 'drawn' | 'typed' | 'uploaded'
  /** Id of the attestation. */
  readonly attestation: string
  /** SHA-256 of the canonical text, hexadecimal. */
  readonly words: string
  readonly seal: { readonly name: string; readonly sha256: string; readonly selfSigned: boolean }
  readonly steps: readonly CertificateStep[]
}

/** A letter's signatures, and a certificate for each. */
export interface SignedLetter {
  readonly signatures: readonly LetterSignature[]
  readonly certificates: readonly Certificate[]
}

export const UNSIGNED: SignedLetter = { signatures: [], certificates: [] }

export interface CertificateView {
  readonly heading: string
  readonly intro: string
  readonly people: readonly FieldView[]
  readonly attestation: string
  readonly steps: readonly { readonly step: string; readonly utc: string; readonly local: string; readonly by: string }[]
  readonly hashes: readonly FieldView[]
  readonly later: readonly string[]
}

const ROLES = { patient: 'Member', representative: 'Representative of the member', prescriber: 'Prescriber' } as const
const METHODS = {
  drawn: 'Drawn by hand on a screen',
  typed: 'Name typed by the signer',
  uploaded: 'Picture of a signature, given by the signer',
} as const
const REACHED = {
  email_link: 'A private link, sent to the signer’s e-mail address',
  handed_link: 'A private link, handed on by whoever asked',
  signed_in: 'The signer’s own account',
  own_case: 'The case itself, open in the signer’s own browser',
} as const
const STEPS = {
  asked: 'Signature asked for',
  seen: 'Opened by the signer',
  signed: 'Signed',
  sealed: 'File sealed',
} as const

/** `set`: the signed letter's own PDF, as typeset and not yet sealed. */
export function certificateView(
  certificate: Certificate,
  set: { readonly sha256: string; readonly bytes: number },
  ink: Ink,
): CertificateView {
  const { signer, seal } = certificate
  const line = (text: string) => breakable(ink.line(text, 'certificate'))
  const field = (label: string, text: string | null): FieldView[] => (text?.trim() ? [{ label, text: line(text) }] : [])
  return {
    heading: 'Certificate of signature',
    intro: line(`How the letter “${certificate.letter}” was signed electronically.`),
    people: [
      ...field('Asked for by', certificate.askedBy),
      ...field('Signed by', nameAndCredentials(signer)),
      ...field('As', ROLES[certificate.role]),
      ...field('NPI', signer.npi.trim() && `${signer.npi.trim()} (check digit right; not looked up in the registry)`),
      ...field('License', signer.licence && `${signer.licence} (as stated by the signer)`),
      ...field('Reached by', REACHED[certificate.reached]),
      ...field('Method', METHODS[certificate.method]),
      ...field('Signing', certificate.signing),
    ],
    attestation: line(attestationById(certificate.attestation)?.en ?? ''),
    steps: certificate.steps.map(({ step, at, offset, by }) => ({
      step: STEPS[step],
      utc: utcText(at).replace(' UTC', ''),
      local: offset === null ? '' : offsetText(at, offset),
      by: line(by),
    })),
    hashes: [
      { label: 'Words of the letter', text: grouped(certificate.words) },
      { label: 'Letter as a PDF', text: `${grouped(set.sha256)} (${set.bytes} bytes, before sealing)` },
      { label: 'Sealing certificate', text: `${grouped(seal.sha256)} (${line(seal.name)})` },
    ],
    later: [
      'The signature holds for these words only. When a sentence, the addressee, the date or the list of enclosures changes, the first number above changes with it: the signature is void, and has to be asked for again.',
      `This file is sealed as a whole: a PDF reader reports any change made since. ${
        seal.selfSigned
          ? 'The seal is the sender’s own, with no outside authority behind it, so the reader will call its certificate unknown; compare it with the number above.'
          : 'Compare the certificate it shows with the number above.'
      }`,
    ],
  }
}

/** Hexadecimal digits in groups of eight, so that they can be compared by eye and may break a line. */
const grouped = (hex: string): string => hex.replace(/(.{8})(?=.)/g, '$1 ')

/** Letters in a row that fit the narrowest column. */
const RUN = /[^\s\u200b]{26,}/gu
const PIECE = /.{1,20}/gsu

/** A name or title without any space gets places where its line may end, so that it stays within its column. */
const breakable = (text: string): string => text.replace(RUN, (run) => (run.match(PIECE) ?? []).join('\u200b'))
