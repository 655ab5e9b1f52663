import type { Span } from '../../../../base/span.ts'
import type { CaseRole } from '../../../../casefile/event.ts'
import { faxNumber } from '../../../../casefile/sendingTarget.ts'
import { splitAddress } from '../../../../document/address.ts'
import type { Fact, Origin } from '../../../../facts/fact.ts'
import type { Analysis } from '../../../../usecases/cases/analysis.ts'
import type { ProgramChannel } from '../../../../usecases/cases/send/ports.ts'

/** An address as the case knows it, with where it was taken from. */
export interface Proposed {
  readonly to: string
  readonly recipient: string
  /** As it is kept with the sending: "denial-1, page 2". */
  readonly source: string
  /** The words themselves; null where a person stated it. */
  readonly span: Span | null
}

/** Where the denial, or a person, says an appeal goes; null: nobody said. E-mail is never proposed. */
export function proposedFor({ facts }: Analysis, channel: ProgramChannel): Proposed | null {
  if (!facts || channel === 'email') return null
  const fact: Fact<string> = channel === 'fax' ? facts.denial.appealFax : facts.denial.appealAddress
  if (fact.state !== 'known') return null
  const payer = facts.plan.payer.state === 'unknown' ? null : facts.plan.payer.value.name
  const recipient = [payer, 'Appeals'].filter(Boolean).join(' ').slice(0, RECIPIENT_MOST)
  return { to: channel === 'mail' ? envelope(fact.value) : fact.value, recipient, ...sourceOf(fact.origin) }
}

/** What fits the window of an envelope. */
const RECIPIENT_MOST = 40

/** A letter may print the address in one run. */
const envelope = (address: string): string => (address.includes('\n') ? address : splitAddress(address).join('\n'))

function sourceOf(origin: Origin): Pick<Proposed, 'source' | 'span'> {
  if (origin.kind === 'document') return { source: `${origin.span.doc}, page ${origin.span.page}`, span: origin.span }
  if (origin.kind === 'person') return { source: `stated by the ${origin.who}`, span: null }
  const [first] = origin.from
  return first ? sourceOf(first) : { source: 'stated in the case', span: null }
}

/** The same address, however it is written. */
export function sameAddress(channel: ProgramChannel, a: string, b: string): boolean {
  if (channel === 'fax') {
    const [one, other] = [faxNumber(a), faxNumber(b)]
    return one.ok && other.ok && one.value === other.value
  }
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9@.]+/g, ' ')
      .trim()
  return plain(a) === plain(b)
}

export const statedBy = (role: CaseRole): string => `stated by the ${role}`
