import { type Outcome, ok } from '../../../base/outcome.ts'
import type { Actor, CaseRole } from '../../../casefile/event.ts'
import { type CaseState, type Signing, standingSignature } from '../../../casefile/state.ts'
import type { Letter } from '../../../document/letter.ts'
import { type LetterSignature, letterSignature } from '../../../packet/attestationSigner.ts'
import type { Certificate, SignedLetter } from '../../../packet/certificate.ts'
import type { NumberedPart } from '../../../packet/numbering.ts'
import type { NamedBytes } from '../../ports.ts'
import { caseOf, changeCase } from '../change.ts'
import { engineRequest } from '../engineRequest.ts'
import type { CaseId } from '../ports.ts'
import { type Frozen, frozenOf } from './frozen.ts'
import type { Sealer, SigningPorts } from './ports.ts'
import { blockOf } from './slots.ts'

/** A sealed file: which signatures are in it, and the letter alone beside it. */
export interface Sealed {
  readonly doc: string
  readonly sha256: string
  readonly letterDoc: string
  readonly pages: number
  /** Signings whose signatures it carries. */
  readonly signings: readonly string[]
  /** Of a packet: what is on which page. */
  readonly parts: readonly NumberedPart[]
}

const nameOf = (signing: string): string => `sealed:${signing}`

export async function sealedOf(ports: Pick<SigningPorts, 'cases'>, id: CaseId, signing: string): Promise<Sealed | null> {
  const kept = await ports.cases.kept(id, nameOf(signing))
  return kept ? (JSON.parse(kept.json) as Sealed) : null
}

/** Every signature that stands under the same words, in order of signing. */
export const standingTogether = (state: CaseState, one: Signing): readonly Signing[] =>
  state.signings
    .filter((s) => standingSignature(s) && s.letter === one.letter && s.sha256 === one.sha256)
    .toSorted((a, b) => (a.signed?.at ?? '').localeCompare(b.signed?.at ?? ''))

/** A sealed file counts while it carries exactly the signatures that stand. */
export const sealIsCurrent = (state: CaseState, signing: Signing, sealed: Sealed | null): boolean =>
  signing.certified !== null &&
  sealed?.doc === signing.certified.doc &&
  standingSignature(signing) &&
  sealed.signings.join() ===
    standingTogether(state, signing)
      .map((s) => s.id)
      .join()

/**
 * The job after a signature: sets the letter with every signature that stands under it, adds the certificates, seals
 * the whole. Files have names of their own content, and are kept before the event that names them, so that it may be
 * run any number of times, by any number of workers, and be killed anywhere.
 */
export async function runCertify(ports: SigningPorts, id: CaseId, signing: string): Promise<Outcome<void>> {
  const loaded = await caseOf(ports, id)
  if (!loaded.ok) return ok(undefined)
  const state = loaded.value
  const held = state.signings.find((s) => s.id === signing)
  if (!held || !standingSignature(held)) return ok(undefined)
  if (sealIsCurrent(state, held, await sealedOf(ports, id, signing))) return ok(undefined)
  const frozen = await frozenOf(ports, id, signing)
  const sealer = await ports.sealer()
  if (!sealer.ok) return sealer
  if (!frozen) return ok(undefined)

  const at = ports.clock.now()
  const together = standingTogether(state, held)
  const signatures = await signaturesOf(ports, id, frozen.letter, together)
  const certificates = together.map((s) => certificateOf(s, frozen.letter, sealer.value, at))
  const set = await typesetSealed(ports, id, state, frozen, { signatures, certificates })
  if (!set.ok) return set
  const file = set.value.find((f) => f.name === 'sealed')
  const letter = set.value.find((f) => f.name === 'letter')
  if (!file || !letter) throw new Error('a signed letter was not typeset')
  const sealedPdf = sealer.value.seal(file.bytes, at)
  const sha256 = ports.digest(sealedPdf)
  const doc = `sealed-${held.letter}-${sha256.slice(0, 16)}`
  const letterDoc = `signed-${held.letter}-${ports.digest(letter.bytes).slice(0, 16)}`
  await ports.files.put(id, doc, sealedPdf)
  await ports.files.put(id, letterDoc, letter.bytes)
  const sealed: Sealed = {
    doc,
    sha256,
    letterDoc,
    pages: file.pages,
    signings: together.map((s) => s.id),
    parts: file.parts ?? [],
  }
  return changeCase<void>(ports, id, { kind: 'program' }, async (now) => {
    const current = now.signings.find((s) => s.id === signing)
    const same =
      current &&
      standingTogether(now, current)
        .map((s) => s.id)
        .join() === sealed.signings.join()
    if (!current || !standingSignature(current)) return ok({ events: [], result: undefined })
    // Another signed or took back meanwhile: this file is already the past, and is made anew.
    if (!same) return ok({ events: [], jobs: [{ job: { queue: 'certify', data: { case: id, signing } } }], result: undefined })
    // Everybody whose signature is in it gets the same file.
    for (const one of together) await ports.cases.keep(id, nameOf(one.id), now.contentSeq, JSON.stringify(sealed))
    return ok({
      events: together.map((s) => ({ kind: 'certified' as const, signing: s.id, doc, sha256 })),
      result: undefined,
    })
  })
}

async function typesetSealed(ports: SigningPorts, id: CaseId, state: CaseState, frozen: Frozen, signatures: SignedLetter) {
  const files = new Map<string, NamedBytes>()
  for (const { doc, name, reading } of state.documents) {
    const bytes = reading.state === 'read' ? await ports.files.get(id, doc) : null
    if (bytes) files.set(doc, { name, bytes })
  }
  const analyse = { ...(await engineRequest(ports, id, state)), today: frozen.today }
  return ports.engine.typeset({ analyse, files, letters: [], signed: { letter: frozen.letter, signatures } })
}

async function signaturesOf(
  ports: SigningPorts,
  id: CaseId,
  letter: Letter,
  list: readonly Signing[],
): Promise<readonly LetterSignature[]> {
  const made = list.map(async (s): Promise<LetterSignature[]> => {
    const block = blockOf(letter, s)
    if (block === null || !s.signed) return []
    const { signer, image, at, offset } = s.signed
    const picture = image ? await ports.files.get(id, image) : null
    return [letterSignature({ block, signer, picture, at, offset: offset ?? 0, signing: s.id.slice(4), words: s.sha256 })]
  })
  return (await Promise.all(made)).flat()
}

const ASKERS: Readonly<Record<CaseRole, string>> = {
  patient: 'The member',
  representative: 'The member’s representative',
  prescriber: 'The prescriber',
  staff: 'The prescriber’s staff',
}
const askedBy = (by: Actor): string => (by.kind === 'person' ? ASKERS[by.role] : 'This service')

function certificateOf(s: Signing, letter: Letter, seal: Sealer, at: string): Certificate {
  const { signed } = s
  if (!signed || s.to.role === 'staff') throw new Error('a certificate needs a signature')
  const step = (name: 'asked' | 'seen' | 'signed' | 'sealed', when: string, offset: number | null, by: string) => ({
    step: name,
    at: when,
    offset,
    by,
  })
  return {
    signing: s.id,
    letter: letter.title.sentence,
    askedBy: askedBy(s.askedBy),
    reached: signed.reached,
    signer: signed.signer,
    role: s.to.role,
    method: signed.method,
    attestation: signed.attestation,
    words: s.sha256,
    seal: { name: seal.name, sha256: seal.sha256, selfSigned: seal.selfSigned },
    steps: [
      step('asked', s.asked, null, askedBy(s.askedBy)),
      ...(s.seen ? [step('seen', s.seen, null, signed.signer.name)] : []),
      step('signed', signed.at, signed.offset, signed.signer.name),
      step('sealed', at, null, 'This service'),
    ],
  }
}
