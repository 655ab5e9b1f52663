import { type Outcome, ok } from '../../../base/outcome.ts'
import type { Actor } from '../../../casefile/event.ts'
import { emailAddress } from '../../../casefile/sendingTarget.ts'
import { openSigning, standingSignature } from '../../../casefile/state.ts'
import type { LetterKind } from '../../../document/letter.ts'
import type { SignerRole } from '../../../packet/attestation.ts'
import { signerBlock } from '../../../packet/attestationSigner.ts'
import { analysisOf } from '../analysisOf.ts'
import { caseOf, changeCase } from '../change.ts'
import type { CaseId, CasePorts, Chance } from '../ports.ts'
import { editsOf, type Frozen, frozenOf, keepFrozen, wordsOf } from './frozen.ts'
import { signingMails } from './mail.ts'
import { formProblem, noLetter } from './problems.ts'

export interface AskedSigning {
  /** Made with the form, so that pressing the button twice asks once. */
  readonly signing: string
  readonly letter: LetterKind
  readonly role: SignerRole
  readonly name: string
  /** Empty: the link is handed over in another way. */
  readonly email: string
}

export const newSigningId = (ports: { readonly chance: Chance }): string => `sig-${ports.chance.token(12)}`
const ID = /^sig-[\w-]{8,40}$/
const NAME_MOST = 120

/** Asks for one signature: the letter is frozen as it stands, so that what is signed is what was asked for. */
export async function askSigning(
  ports: CasePorts & { readonly mail: boolean },
  id: CaseId,
  by: Actor,
  asked: AskedSigning,
): Promise<Outcome<{ readonly signing: string }>> {
  const { signing, letter: kind, role } = asked
  if (!ID.test(signing)) return formProblem('form', 'The form is not complete.', 'Open the page of signatures again.')
  const name = asked.name.replace(/\s+/g, ' ').trim()
  if (name.length > NAME_MOST) return formProblem('name', 'This name is too long.', `Use at most ${NAME_MOST} characters.`)
  const email = asked.email.trim() ? emailAddress(asked.email) : ok(null)
  if (!email.ok) return email
  const loaded = await caseOf(ports, id)
  if (!loaded.ok) return loaded
  const frozen = await freeze(ports, id, kind)
  if (!frozen.ok) return frozen
  const { letter } = frozen.value
  if (signerBlock(letter, role) === null)
    return formProblem('letter', 'This letter has no place for this signature.', 'Choose another letter.')
  // Kept before the event that names it: whoever sees the request finds the letter.
  if (!loaded.value.signings.some((s) => s.id === signing)) await keepFrozen(ports, id, signing, frozen.value)
  const words = wordsOf(ports, letter)
  const due = await dueDay(ports, id)
  return changeCase(ports, id, by, (state) => {
    if (state.signings.some((s) => s.id === signing)) return ok({ events: [], result: { signing } })
    const same = state.signings.find((s) => s.letter === kind && s.to.role === role && (openSigning(s) || standingSignature(s)))
    if (same)
      return formProblem(
        'letter',
        openSigning(same) ? 'This signature was asked for already.' : 'This letter is signed already.',
        'Take the earlier request back first, if you want to ask anew.',
      )
    const to = { name, email: email.value, role }
    const mails = ports.mail && email.value ? signingMails(id, signing, ports.clock.now(), due) : []
    return ok({ events: [{ kind: 'signingAsked', signing, letter: kind, sha256: words, to }], jobs: mails, result: { signing } })
  })
}

/** The letter as it stands; where somebody has signed it already, exactly as they signed it, date and all. */
async function freeze(ports: CasePorts, id: CaseId, kind: LetterKind): Promise<Outcome<Frozen>> {
  const before = await caseOf(ports, id)
  if (!before.ok) return before
  const analysis = await analysisOf(ports, id, before.value)
  if (!analysis.ok) return analysis
  // Making the analysis may have voided signatures.
  const now = await caseOf(ports, id)
  if (!now.ok) return now
  const signed = now.value.signings.find((s) => s.letter === kind && standingSignature(s))
  const held = signed ? await frozenOf(ports, id, signed.id) : null
  if (held) return ok(held)
  const letter = analysis.value.letters.find((l) => l.kind === kind)
  return letter
    ? ok({ letter, today: analysis.value.today, seq: before.value.contentSeq, edits: editsOf(before.value, kind) })
    : noLetter()
}

/** The safe day of the deadline, "2026-12-12"; null while none is known. */
async function dueDay(ports: CasePorts, id: CaseId): Promise<string | null> {
  const state = await caseOf(ports, id)
  const analysis = state.ok ? await analysisOf(ports, id, state.value) : state
  return (analysis.ok ? analysis.value.ladder?.current?.file?.safeDue?.slice(0, 10) : null) ?? null
}
