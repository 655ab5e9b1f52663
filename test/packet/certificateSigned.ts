import type { SignerRole } from '../../src/packet/attestation.ts'
import { letterSignature, type Signer } from '../../src/packet/attestationSigner.ts'
import type { Certificate, SignedLetter } from '../../src/packet/certificate.ts'
import { letter } from './fixture.ts'

/** The fixture's letter signed by its member, by typing, and by her neurologist, by hand. */
export const MEMBER: Signer = { name: 'Maria Rivera', credentials: '', npi: '', licence: null }
export const NEUROLOGIST: Signer = { name: 'Adaeze Okonkwo', credentials: 'MD', npi: '1234567893', licence: 'OH 35.091234' }
const WORDS = 'ab12'.repeat(16)
const AT = '2026-04-15T02:30:09.120Z'

export const certificate = (signer: Signer, role: SignerRole, method: Certificate['method']): Certificate => ({
  signing: 'k7q2mz4p',
  letter: letter.title.sentence,
  askedBy: 'Maria Rivera',
  reached: 'email_link',
  signer,
  role,
  method,
  attestation: `${role}-1`,
  words: WORDS,
  seal: { name: 'A seal', sha256: '0123456789abcdef'.repeat(4), selfSigned: true },
  steps: [
    { step: 'asked', at: '2026-04-14T20:00:00.000Z', offset: -240, by: 'Maria Rivera' },
    { step: 'seen', at: '2026-04-15T02:21:40.000Z', offset: -240, by: signer.name },
    { step: 'signed', at: AT, offset: -240, by: signer.name },
    { step: 'sealed', at: '2026-04-15T02:30:12.000Z', offset: null, by: 'Appealwright' },
  ],
})

export const signedLetter = (picture: Uint8Array): SignedLetter => {
  const common = { at: AT, offset: -240, signing: 'k7q2mz4p', words: WORDS }
  return {
    signatures: [
      letterSignature({ block: 0, signer: MEMBER, picture: null, ...common }),
      letterSignature({ block: 1, signer: NEUROLOGIST, picture, ...common }),
    ],
    certificates: [certificate(MEMBER, 'patient', 'typed'), certificate(NEUROLOGIST, 'prescriber', 'drawn')],
  }
}

/** A hand of three strokes, as a browser sends it. */
export const STROKES = JSON.stringify([
  Array.from({ length: 100 }, (_, i) => [300 + 18 * i, Math.round(500 - 300 * Math.sin(i / 8))]),
  [
    [900, 200],
    [1600, 160],
  ],
  [[2000, 300]],
])
