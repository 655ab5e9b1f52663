import type { Outcome } from '../../../base/outcome.ts'
import type { Instant } from '../../../casefile/event.ts'
import type { PeoplePorts } from '../../people/ports.ts'
import type { CasePorts } from '../ports.ts'

/** Who seals documents, and the act itself: the same input gives the same bytes. */
export interface Sealer {
  readonly name: string
  /** Of its certificate, hexadecimal. */
  readonly sha256: string
  readonly selfSigned: boolean
  seal(pdf: Uint8Array, at: Instant): Uint8Array
}

export interface SigningPorts extends CasePorts {
  readonly people: PeoplePorts
  /** Whether this service can send mail. */
  readonly mail: boolean
  /** Strokes as the browser sends them, as a picture. */
  drawnPicture(strokes: string): Promise<Outcome<Uint8Array>>
  /** A photo or scan of a signature, drawn anew. */
  uploadedPicture(bytes: Uint8Array): Promise<Outcome<Uint8Array>>
  /** Minutes that clocks of an IANA zone are ahead of UTC at a moment; null for a zone that is not one. */
  zoneOffset(zone: string, at: Instant): number | null
  sealer(): Promise<Outcome<Sealer>>
}
