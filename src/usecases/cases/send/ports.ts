import type { Channel } from '../../../casefile/event.ts'
import type { CaseFiles, CaseId, CaseStore, Chance, Clock, Sender } from '../ports.ts'

/** What a provider takes in one piece. */
export interface SendingLimits {
  readonly pages: number
  readonly bytes: number
}

export interface SendingChannel {
  readonly sender: Sender
  readonly limits: SendingLimits
}

/** Channels through which the program itself can send. */
export type ProgramChannel = 'fax' | 'mail' | 'email'

/** Those that the operator set up; the others are off. */
export type SendingChannels = Readonly<Partial<Record<ProgramChannel, SendingChannel>>>

export interface SendPorts {
  readonly store: CaseStore
  readonly files: CaseFiles
  readonly clock: Clock
  readonly chance: Chance
  readonly channels: SendingChannels
  /** Lower-case hex. */
  readonly sha256: (bytes: Uint8Array) => Promise<string>
  readonly pagesOf: (pdf: Uint8Array) => Promise<number>
  /** Envelope lines of whoever sends: the patient or the practice, as the letter names them. */
  readonly senderLines: (id: CaseId) => Promise<readonly string[]>
}

export const channelOf = (channels: SendingChannels, channel: Channel): SendingChannel | undefined =>
  channel === 'fax' || channel === 'mail' || channel === 'email' ? channels[channel] : undefined
