import type { Instant } from '../../casefile/event.ts'
import { digestOf, signCms } from './cms.ts'
import type { SealIdentity } from './identity.ts'
import { withSealField } from './sealField.ts'

const REASON = 'Shows any change made to this document after it was sealed'

/**
 * Seals a PDF of our own making: one digital signature over all of it. What was given stays the start of
 * the file, and the same input gives the same bytes. A PDF of another make is a broken promise, and throws.
 */
export function seal(pdf: Uint8Array, identity: SealIdentity, at: Instant): Uint8Array {
  const when = new Date(at)
  const field = withSealField(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength), {
    name: identity.certificate.name,
    reason: REASON,
    at: when,
  })
  const { start, end } = field.gap
  field.pdf.write(`0 ${start} ${end} ${field.pdf.length - end}`, field.rangeAt, 'latin1')
  const cms = signCms(digestOf(field.pdf.subarray(0, start), field.pdf.subarray(end)), when, identity).toString('hex')
  if (cms.length > end - start - 2) throw new Error('a certificate chain too long for its field')
  field.pdf.write(cms, start + 1, 'latin1')
  return new Uint8Array(field.pdf)
}
