import { digestOf, readCms } from './cms.ts'
import { type SealCertificate, sealCertificate } from './sealCertificate.ts'

export type SealReport =
  /** Every byte is as it was sealed. Whether the certificate is one to trust is for the caller to compare. */
  | { readonly state: 'intact'; readonly certificate: SealCertificate; readonly at: string }
  /** The sealed bytes are whole, and something was put after them. */
  | {
      readonly state: 'added_to'
      readonly certificate: SealCertificate
      readonly at: string
      readonly sealedBytes: number
    }
  | { readonly state: 'broken' }
  | { readonly state: 'unsealed' }

const RANGE = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g
/** A document with more signatures than this is none of ours. */
const MOST = 16

/** The best that any of its signatures says of a document; a later signature may cover what an earlier one can't. */
export function verifySeal(pdf: Uint8Array): SealReport {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const ranges = [...bytes.toString('latin1').matchAll(RANGE)].slice(-MOST)
  const reports = ranges.map(([, ...numbers]) => reportOf(bytes, numbers.map(Number)))
  const unproven: SealReport = { state: ranges.length > 0 ? 'broken' : 'unsealed' }
  return reports.find((r) => r.state === 'intact') ?? reports.findLast((r) => r.state === 'added_to') ?? unproven
}

/** All but the signature's own hexadecimal string must be covered, and nothing may hide behind it. */
function reportOf(bytes: Buffer, [first = -1, start = 0, next = 0, rest = 0]: readonly number[]): SealReport {
  const end = next + rest
  if (first !== 0 || start >= next || end > bytes.length) return { state: 'broken' }
  if (!bytes.toString('latin1', Math.max(0, start - 12), start).endsWith('/Contents ')) return { state: 'broken' }
  const gap = bytes.toString('latin1', start, next)
  // Small letters, as we write them: a digit in another case would be a change that nobody sees.
  if (!/^<(?:[0-9a-f]{2})+>$/.test(gap)) return { state: 'broken' }
  const held = Buffer.from(gap.slice(1, -1), 'hex')
  const cms = readCms(held)
  if (!cms?.digest.equals(digestOf(bytes.subarray(0, start), bytes.subarray(next, end)))) return { state: 'broken' }
  if (held.subarray(cms.length).some((b) => b !== 0)) return { state: 'broken' }
  const certificate = sealCertificate(cms.certificate)
  return end === bytes.length
    ? { state: 'intact', certificate, at: cms.at }
    : { state: 'added_to', certificate, at: cms.at, sealedBytes: end }
}
