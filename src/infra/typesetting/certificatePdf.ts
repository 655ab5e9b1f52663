import { createHash } from 'node:crypto'
import { type Outcome, ok } from '../../base/outcome.ts'
import type { Letter } from '../../document/letter.ts'
import { pictureFiles } from '../../packet/attestationSigner.ts'
import { type CertificateView, certificateView, type SignedLetter } from '../../packet/certificate.ts'
import { Ink } from '../../packet/ink.ts'
import { letterView } from '../../packet/letterView.ts'
import type { LetterMeta } from '../../packet/plan.ts'
import { typeset } from './compiler.ts'
import { fonts } from './fonts.ts'
import { footerText, letterPages } from './letterPdf.ts'

export interface SignedLetterFiles {
  /** With its certificates; this is what gets sealed. */
  readonly pdf: Uint8Array
  /** The signed letter alone: what the certificates name by its SHA-256, to be kept beside. */
  readonly letterPdf: Uint8Array
  readonly pageCount: number
}

/** A signed letter that goes out by itself, certificates after it. */
export async function signedLetterPdf(
  letter: Letter,
  meta: LetterMeta,
  signed: SignedLetter,
): Promise<Outcome<SignedLetterFiles>> {
  const alone = await letterPages(letter, meta, signed.signatures)
  if (!alone.ok) return alone
  const ink = new Ink(fonts().has)
  const view = letterView(letter, ink, signed.signatures)
  const data = {
    title: view.title,
    author: ink.line(meta.author, 'author'),
    language: meta.language,
    footer: footerText(meta.reference, ink),
    letter: view,
    certificates: certificateViews(signed, alone.value.pdf, ink),
  }
  const files = pictureFiles(signed.signatures)
  const set = await typeset({ template: 'certificate-letter.typ', data, numbers: null, today: meta.today, files })
  if (!set.ok) return set
  const { pdf, pageCount } = set.value
  const made = { pdf: new Uint8Array(pdf), letterPdf: new Uint8Array(alone.value.pdf), pageCount }
  return ok(made, [...set.warnings, ...ink.warnings()])
}

/** `letterPdf`: the signed letter by itself, as it was just set. */
export function certificateViews(signed: SignedLetter, letterPdf: Uint8Array, ink: Ink): CertificateView[] {
  const set = { sha256: createHash('sha256').update(letterPdf).digest('hex'), bytes: letterPdf.length }
  return signed.certificates.map((certificate) => certificateView(certificate, set, ink))
}
