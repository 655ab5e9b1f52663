import { createHash } from 'node:crypto'
import type { Letter } from '../../document/letter.ts'
import { type BoundExhibit, canonicalText } from '../../packet/attestationText.ts'

/** SHA-256, hexadecimal. */
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** What a signature is bound to: SHA-256 of the letter's words in UTF-8. */
export const wordsFingerprint = (letter: Letter, exhibits: readonly BoundExhibit[] = []): string =>
  sha256(canonicalText(letter, exhibits))

/** Minutes that clocks in an IANA zone are ahead of UTC at a moment; null for a zone that is not one. */
export function zoneOffset(zone: string, at: string): number | null {
  try {
    const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(new Date(at))
    const name = parts.find((p) => p.type === 'timeZoneName')?.value ?? ''
    const m = /^GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name)
    if (!m) return null
    return m[1] ? (m[1] === '-' ? -1 : 1) * (Number(m[2]) * 60 + Number(m[3])) : 0
  } catch {
    return null
  }
}
