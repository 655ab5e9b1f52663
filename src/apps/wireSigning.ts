import { join } from 'node:path'
import { type Outcome, ok } from '../base/outcome.ts'
import type { Instant } from '../casefile/event.ts'
import { sha256, zoneOffset } from '../infra/signing/fingerprint.ts'
import { openIdentity } from '../infra/signing/identity.ts'
import { drawnPicture, uploadedPicture } from '../infra/signing/picture.ts'
import { seal } from '../infra/signing/seal.ts'
import { type SealReport, verifySeal } from '../infra/signing/verifySeal.ts'
import type { Sealer, SigningPorts } from '../usecases/cases/sign/ports.ts'

/** Our seal on a file, and whether it is the one this service seals with. */
export type CheckedSeal = SealReport & { readonly ours: boolean; readonly sha256: string }

export interface Signing extends SigningPorts {
  /** Looks at a file; keeps nothing. */
  checkSeal(pdf: Uint8Array): Promise<CheckedSeal>
}

/** Guards the file only against being taken for another: who can read it can read this program. Its mode keeps others out. */
const OWN_PASSWORD = 'document-seal'

type Given = Omit<SigningPorts, 'drawnPicture' | 'uploadedPicture' | 'zoneOffset' | 'sealer'>

/** Signing and sealing. The identity is opened at the first seal where it is our own, which takes seconds to make once. */
export async function openSigning(
  ports: Given,
  env: Readonly<Record<string, string | undefined>>,
  dataDir: string,
): Promise<Outcome<Signing>> {
  let opened: Promise<Outcome<Sealer>> | null = null
  const open = async (): Promise<Outcome<Sealer>> => {
    const p12 = env.SIGNING_P12 || null
    const password = env.SIGNING_P12_PASSWORD ?? (p12 ? '' : OWN_PASSWORD)
    const identity = await openIdentity({ p12, password, folder: join(dataDir, 'seal') }, ports.clock.now())
    if (!identity.ok) return identity
    const { name, sha256: print, selfSigned } = identity.value.certificate
    return ok({ name, sha256: print, selfSigned, seal: (pdf: Uint8Array, at: Instant) => seal(pdf, identity.value, at) })
  }
  const sealer = (): Promise<Outcome<Sealer>> => {
    opened ??= open().then((outcome) => {
      // What could not be opened is tried again at the next seal.
      if (!outcome.ok) opened = null
      return outcome
    })
    return opened
  }
  // An operator's own identity is looked at when the service starts, not when the first person signs.
  if (env.SIGNING_P12) {
    const held = await sealer()
    if (!held.ok) return held
  }
  return ok({
    ...ports,
    drawnPicture,
    uploadedPicture,
    zoneOffset: (zone, at) => zoneOffset(zone, at),
    sealer,
    async checkSeal(pdf) {
      const report = verifySeal(pdf)
      const own = 'certificate' in report ? await sealer() : null
      const ours = own?.ok === true && 'certificate' in report && report.certificate.sha256 === own.value.sha256
      return { ...report, ours, sha256: sha256(pdf) }
    },
  })
}
