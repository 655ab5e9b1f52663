import { failAll, type Outcome, ok } from '../../../base/outcome.ts'
import { problem } from '../../../base/problem.ts'
import type { Actor, Reached } from '../../../casefile/event.ts'
import { openSigning } from '../../../casefile/state.ts'
import { isNpi } from '../../../facts/npi.ts'
import { attestationById, attestationFor, type SignerRole } from '../../../packet/attestation.ts'
import { type Signer, signatureBlocks, signerProblems } from '../../../packet/attestationSigner.ts'
import { changeCase } from '../change.ts'
import type { CaseId, Enqueued } from '../ports.ts'
import type { SigningPorts } from './ports.ts'
import { formProblem, letterChanged, noSigning, notOpen } from './problems.ts'
import { renewSigning } from './renew.ts'
import { blockOf } from './slots.ts'

export type Hand =
  | { readonly method: 'typed' }
  /** As the browser sends them. */
  | { readonly method: 'drawn'; readonly strokes: string }
  | { readonly method: 'uploaded'; readonly bytes: Uint8Array | null }

export interface SignedBy {
  /** Of the letter that was shown. */
  readonly words: string
  readonly signer: Signer
  readonly hand: Hand
  /** Id of the attestation that was shown, where it was agreed to; empty otherwise. */
  readonly attestation: string
  /** IANA zone of the browser; empty where it did not say. */
  readonly zone: string
  readonly reached: Reached
}

export const certifyJob = (id: CaseId, signing: string): Enqueued => ({
  job: { queue: 'certify', data: { case: id, signing } },
  key: `${id}.${signing}`,
})

/**
 * Signs. Only the words that were shown: where the letter has changed meanwhile nothing is signed. Whether this
 * person may sign at all is the route's to ask; that they sign in their own place is seen to here as well.
 */
export async function signLetter(
  ports: SigningPorts,
  id: CaseId,
  by: Actor & { readonly kind: 'person' },
  signing: string,
  given: SignedBy,
): Promise<Outcome<void>> {
  const shown = await renewSigning(ports, id, signing)
  if (!shown.ok) return shown
  const { signing: held, letter, words } = shown.value
  if (held.signed && held.signed.by.kind === 'person' && held.signed.by.id === by.id) return ok(undefined)
  if (!openSigning(held)) return notOpen()
  const role = held.to.role
  if (role === 'staff' || role !== by.role)
    return failAll([
      problem(
        'not-allowed',
        'signature',
        'This signature is another person’s.',
        'Send them the link, so that they sign themselves.',
      ),
    ])
  if (given.words !== words) return letterChanged()
  const signer = tidy(given.signer, role)
  const wrong = [...signerProblems(signer, role), ...npiProblems(signer, printedNpi(letter, blockOf(letter, held)))]
  if (attestationById(given.attestation) !== attestationFor(role))
    wrong.push(
      problem('form-invalid', 'attestation', 'The statement was not agreed to.', 'Read it, and tick the box if it is true.'),
    )
  const [first, ...rest] = wrong
  if (first) return failAll([first, ...rest])
  const picture = await pictureOf(ports, given.hand)
  if (!picture.ok) return picture
  const image = picture.value ? `signature-${signing.slice(4)}-${ports.digest(picture.value).slice(0, 12)}` : null
  if (image && picture.value) await ports.files.put(id, image, picture.value)
  const at = ports.clock.now()
  const offset = given.zone ? ports.zoneOffset(given.zone, at) : null
  const signed = await changeCase<void>(ports, id, by, (state) => {
    const now = state.signings.find((s) => s.id === signing)
    if (!now) return noSigning()
    if (now.signed?.by.kind === 'person' && now.signed.by.id === by.id) return ok({ events: [], result: undefined })
    if (!openSigning(now)) return notOpen()
    // Somebody changed the case between the look above and here.
    if (state.contentSeq !== shown.value.state.contentSeq) return letterChanged()
    return ok({
      events: [
        {
          kind: 'signed',
          signing,
          sha256: words,
          signer: { ...signer },
          method: given.hand.method,
          image,
          attestation: given.attestation,
          reached: given.reached,
          ...(offset === null ? {} : { offset }),
        },
      ],
      jobs: [certifyJob(id, signing)],
      result: undefined,
    })
  })
  if (signed.ok) await ports.audit.record({ by: by.id, what: 'letter.signed', on: id, from: null })
  return signed
}

const tidy = ({ name, credentials, npi, licence }: Signer, role: SignerRole): Signer => {
  const one = (text: string) => text.replace(/\s+/g, ' ').trim()
  const own = role === 'prescriber'
  return {
    name: one(name),
    credentials: own ? one(credentials) : '',
    npi: own ? npi.replace(/[\s-]/g, '') : '',
    licence: own && licence ? one(licence) || null : null,
  }
}

/** The NPI that the letter prints under this signature. */
function printedNpi(letter: Parameters<typeof signatureBlocks>[0], block: number | null): string | null {
  const lines = block === null ? [] : (signatureBlocks(letter)[block]?.lines ?? [])
  return lines.flatMap((l) => /^NPI (\d{10})$/.exec(l)?.[1] ?? [])[0] ?? null
}

/** Two NPIs under one signature would have a reviewer ask whose it is. */
const npiProblems = ({ npi }: Signer, printed: string | null) =>
  printed !== null && isNpi(npi) && npi !== printed
    ? [
        problem(
          'npi-invalid',
          'npi',
          'The letter prints another NPI under your name.',
          'Type the one in the letter, or correct it in the letter first, above.',
        ),
      ]
    : []

async function pictureOf(ports: SigningPorts, hand: Hand): Promise<Outcome<Uint8Array | null>> {
  if (hand.method === 'typed') return ok(null)
  if (hand.method === 'drawn') return ports.drawnPicture(hand.strokes)
  return hand.bytes
    ? ports.uploadedPicture(hand.bytes)
    : formProblem('signature', 'There is no picture yet.', 'Choose a photo of the signature, or type the name instead.')
}
